"""The one next thing Home offers, and why. Pure: the time and the sessions are handed in.

One obvious action or none. Cap and least gap are the plan's; a gap of a week asks for a small
restart and never for what was missed.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal

import msgspec

from routines.due import Due, due
from routines.plan import Plan
from sessions.camera.source_name import is_simulated
from sessions.care.access import unlocked
from sessions.care.day_plan import plan_today
from sessions.care.settings import Settings
from sessions.history.summary import SessionSummary

Kind = Literal["emergency", "answer", "care", "routine", "restart", "wait", "done"]
"""The emergency number and nothing else; answer the first run; care while a doctor looks first; the
plan's next; a small start after a pause; the face rests; enough for today."""

CARE_ROUTINE = "flaccid-care"
RESTART_ROUTINE = "first-look"
LONG_PAUSE = timedelta(days=7)


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """What Home offers now."""

    kind: Kind
    routine: str | None = None
    """Id or file of the routine."""
    nth_today: int
    """How many sessions there were today already."""
    planned_at: datetime | None = None
    """When the plan has it, where that is still to come."""
    from_time: datetime | None = None
    """When the least gap is over."""
    held_by: tuple[str, ...] = ()
    remark: str = ""
    """A word of the plan's, such as that it should be looked at again."""


def offer(
    settings: Settings, plan: Plan | None, sessions: Sequence[SessionSummary], now: datetime
) -> Offer:
    """What to offer at `now` after `sessions`."""
    found = unlocked(settings)
    done = practised(settings, sessions)
    nth = sum(1 for at, _ in done if at.astimezone(now.tzinfo).date() == now.date())
    if found.level == "emergency":
        return Offer(kind="emergency", nth_today=nth, held_by=found.held_by)
    if found.level == "first-look":
        return Offer(kind="answer", nth_today=nth, held_by=found.held_by)
    if found.level == "care":
        return Offer(kind="care", routine=CARE_ROUTINE, nth_today=nth, held_by=found.held_by)
    coming = due(plan_today(plan, settings, found, now.date()), done, now)
    kind, routine = _next(coming, found.level == "active" and _paused_long(done, now))
    return Offer(
        kind=kind,
        routine=routine,
        nth_today=nth,
        planned_at=coming.at if coming.state == "ahead" and kind == "routine" else None,
        from_time=coming.not_before,
        held_by=found.held_by,
        remark=coming.remark,
    )


def practised(settings: Settings, sessions: Sequence[SessionSummary]) -> list[tuple[datetime, str]]:
    """Start and routine of the sessions that count: the simulated patient has his own days."""
    simulated = is_simulated(settings.source)
    return [
        (session.started, session.routine_id)
        for session in sessions
        if session.practised and session.simulated == simulated
    ]


def _next(coming: Due, paused_long: bool) -> tuple[Kind, str | None]:
    if coming.state == "done":
        return "done", None
    if coming.state == "too-early":
        return "wait", coming.routine
    if paused_long:
        return "restart", RESTART_ROUTINE
    return "routine", coming.routine


def _paused_long(done: Sequence[tuple[datetime, str]], now: datetime) -> bool:
    return bool(done) and now - max(at for at, _ in done) >= LONG_PAUSE
