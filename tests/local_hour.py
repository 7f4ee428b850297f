"""The local hour at which a run of the tests begins, whatever the machine's clock and zone.

Which routine is due, the greeting, and "today" follow the local hour. Tests that hand in no time of
their own, and the processes they start, would otherwise go through midnight, or find the evening's
routine, on some runs and not on others.
"""

import os
import time
from datetime import UTC, datetime


def zone_for(hour: int, minute: int, now: datetime) -> str:
    """A POSIX `TZ` without summer time in which `now` (UTC) is this time of the same date."""
    west = (now.hour - hour) * 60 + now.minute - minute
    return f"TST{'-' if west < 0 else ''}{abs(west) // 60}:{abs(west) % 60:02}"


def begin_at(hour_and_minute: str) -> None:
    """Set the zone of this process and of its children so that it is e.g. "10:00" now."""
    if not hasattr(time, "tzset"):
        return
    hour, minute = hour_and_minute.split(":")
    os.environ["TZ"] = zone_for(int(hour), int(minute), datetime.now(UTC))
    time.tzset()
