"""The zone of this computer with its rules: a time ahead is told as clocks will show it.

`datetime.astimezone()` gives the offset of one moment: in the night in which the clocks change, a
time added to it is an hour wrong.
"""

from datetime import UTC, datetime, timedelta, tzinfo


class LocalZone(tzinfo):
    """The rules of the system, as it knows them."""

    def utcoffset(self, at: datetime | None) -> timedelta | None:
        """The offset in force at this local time; `fold` tells the second of a repeated hour."""
        return None if at is None else at.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, at: datetime | None) -> timedelta | None:
        """Not told apart from the offset."""
        return None

    def tzname(self, at: datetime | None) -> str | None:
        """What the system calls it."""
        return None if at is None else at.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, at: datetime) -> datetime:
        """From UTC, given with this zone as its own, to local time."""
        system = at.replace(tzinfo=UTC).astimezone()
        local = system.replace(tzinfo=self, fold=0)
        return local if local.utcoffset() == system.utcoffset() else local.replace(fold=1)


LOCAL = LocalZone()


def with_rules(now: datetime) -> datetime:
    """`now` in the zone with its rules; as it is where it is not told in this computer's time."""
    here = now.astimezone(LOCAL)
    return here if here.utcoffset() == now.utcoffset() else now
