"""The weekly look: when it is due, and what it saw move. Pure.

While nothing moves there is no active work, so that returning movement would go unnoticed: once
in seven days one gentle try of each region is made. What it sees is only ever asked about.
"""

import datetime
from collections.abc import Iterable

from msgspec.structs import replace

from routines.stages import WEEKLY_LOOK
from sessions.care.settings import Settings
from sessions.history.summary import SessionSummary

EVERY = datetime.timedelta(days=7)
DECLINED = "first-movement"
"""Under `declined` of the settings: when the person last saw and felt nothing."""


def latest_look(sessions: Iterable[SessionSummary]) -> SessionSummary | None:
    """The last weekly look in which something was done; `sessions` oldest first."""
    looks = [each for each in sessions if each.routine_id == WEEKLY_LOOK and each.practised]
    return looks[-1] if looks else None


def next_look(sessions: Iterable[SessionSummary]) -> datetime.date | None:
    """The day from which the next look is open; None where there was none."""
    latest = latest_look(sessions)
    return None if latest is None else latest.started.date() + EVERY


def is_look_due(sessions: Iterable[SessionSummary], today: datetime.date) -> bool:
    """Whether seven days have gone by since the last look."""
    opens = next_look(sessions)
    return opens is None or opens <= today


def movement_to_ask_about(
    settings: Settings, sessions: Iterable[SessionSummary]
) -> tuple[str, ...]:
    """Names of the exercises in which the latest look saw the weak side move.

    Empty where the stage is another by now, and where the person has answered since.
    """
    latest = latest_look(sessions)
    if settings.stage != "flaccid" or latest is None:
        return ()
    answered_on = settings.declined.get(DECLINED)
    if answered_on is not None and answered_on >= latest.started.date():
        return ()
    return tuple(each.name for each in latest.exercises if each.affected_seen)


def answered(settings: Settings, *, felt: bool, today: datetime.date) -> Settings:
    """Felt or seen too, the stage is paretic; if not, all stays until the next look."""
    if felt:
        return replace(settings, stage="paretic")
    return replace(settings, declined={**settings.declined, DECLINED: today})
