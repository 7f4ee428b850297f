"""The one next thing Home offers, and why. Pure: the time and the sessions are handed in.

At most one action is offered. Cap and least gap are the plan's and count active work only; a gap of
a week asks for a small restart and never for what was missed.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Literal

import msgspec
from msgspec.structs import replace

from routines.catalogue import exercises
from routines.due import Due, due
from routines.language import _
from routines.plan import Plan
from routines.stages import WEEKLY_LOOK
from sessions.camera.source_name import is_simulated
from sessions.care.access import Resting, Unlocked, unlocked
from sessions.care.day_plan import plan_today
from sessions.care.settings import Settings
from sessions.care.stage_today import is_beginning
from sessions.care.weekly_look import is_look_due
from sessions.history.summary import SessionSummary

Kind = Literal["emergency", "answer", "care", "look", "routine", "restart", "wait", "done"]
"""The emergency number and nothing else; answer the first run; care while a doctor looks first; the
weekly look; the plan's next; a small start after a pause; the face rests; enough for today."""

CARE_ROUTINE = "flaccid-care"
RESTART_ROUTINE = "first-look"
RELEASE_ROUTINE = "soft-tissue"
RELEASES = frozenset({RELEASE_ROUTINE, "tight-day"})
"""Routines of massage, stretch and warmth: either releases a tight face."""
LONG_PAUSE = timedelta(days=7)


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """What Home offers now."""

    kind: Kind
    open: Unlocked
    """What the answers and the person's own records open now; whoever begins goes by this."""
    routine: str | None = None
    """Id or file of the routine."""
    nth_today: int
    """How many sessions there were today already."""
    planned_at: datetime | None = None
    """When the plan has it, where that is still to come."""
    from_time: datetime | None = None
    """When the least gap is over."""
    resting: Resting = ""
    """Whether active work has to wait, also where something else is offered now."""
    remark: str = ""
    """A word of the plan's, such as that it should be looked at again."""

    @property
    def held_by(self) -> tuple[str, ...]:
        """Answers to be named beside it; the weekly look is what its answer asks for."""
        return () if self.kind == "look" else self.open.held_by


def offer(
    settings: Settings,
    plan: Plan | None,
    sessions: Sequence[SessionSummary],
    now: datetime,
    is_active: Callable[[str], bool] = lambda routine_id: True,
    damaged: Sequence[datetime] = (),
    *,
    unread: bool = False,
) -> Offer:
    """What to offer at `now` after `sessions`; `is_active` and `damaged` as for `due_now`.

    Where the records are `unread`, nobody knows what was done today, and no movement is offered.
    """
    found = unlocked_now(settings, sessions, now)
    work = [*worked(settings, sessions), *(_with_zone(at, now) for at in damaged)]
    nth = sum(at.astimezone(now.tzinfo).date() == now.date() for at in work)
    if found.level == "emergency":
        return Offer(kind="emergency", open=found, nth_today=nth)
    if found.level == "unanswered":
        return Offer(kind="answer", open=found, nth_today=nth)
    if found.level == "care":
        return Offer(kind="care", open=found, routine=CARE_ROUTINE, nth_today=nth)
    if unread:
        return Offer(kind="wait", open=found, nth_today=nth, resting="unread")
    coming = due_now(settings, plan, sessions, now, is_active, damaged=damaged)
    if found.look:
        return Offer(
            kind="look", open=found, routine=WEEKLY_LOOK, nth_today=nth, remark=coming.remark
        )
    paused_long = found.level == "active" and _paused_long(practised(settings, sessions), now)
    kind, routine = _next(coming, paused_long)
    return Offer(
        kind=kind,
        open=found,
        routine=routine,
        nth_today=nth,
        planned_at=coming.at if coming.state == "ahead" and kind == "routine" else None,
        from_time=coming.not_before,
        resting="cap" if coming.capped else "gap" if coming.not_before is not None else "",
        remark=coming.remark,
    )


def due_now(
    settings: Settings,
    plan: Plan | None,
    sessions: Sequence[SessionSummary],
    now: datetime,
    is_active: Callable[[str], bool],
    name_of: Callable[[str], str] = lambda routine_id: routine_id,
    damaged: Sequence[datetime] = (),
) -> Due:
    """What is next within what the answers open: the weekly look, a release, or the plan's.

    `damaged` are the starts of sessions whose records cannot be read (`History.damaged`). Whatever
    was done in them may have been active work, so it counts for the cap and the gap.
    """
    found = unlocked_now(settings, sessions, now)
    own = own_sessions(settings, sessions)
    active = [each for each in own if _active(each)]
    beginning = is_beginning(settings, own, active, now.date())
    today = plan_today(plan, settings, found, now.date(), beginning=beginning)
    done = practised(settings, sessions)
    work = [*(each.started for each in active), *(_with_zone(at, now) for at in damaged)]
    coming = due(today, done, now, worked=work, is_active=is_active, name_of=name_of)
    if found.look:
        look = _("Due now: {name_of} (once a week, one minute).").format(
            name_of=name_of(WEEKLY_LOOK)
        )
        return replace(coming, state="now", routine=WEEKLY_LOOK, at=None, sentence=look)
    if coming.may_run and _release_first(settings, coming, done, now, is_active):
        then = name_of(coming.routine or "")
        release = _("Due now: {name_of} (release first), then {then}.").format(
            name_of=name_of(RELEASE_ROUTINE), then=then
        )
        return replace(coming, state="now", routine=RELEASE_ROUTINE, at=None, sentence=release)
    return coming


def unlocked_now(settings: Settings, sessions: Sequence[SessionSummary], now: datetime) -> Unlocked:
    """What the answers open, the weekly look by the person's own records."""
    look_due = is_look_due(own_sessions(settings, sessions), now.date())
    return unlocked(settings, now.date(), look_due=look_due)


def _release_first(
    settings: Settings,
    coming: Due,
    done: Sequence[tuple[datetime, str]],
    now: datetime,
    is_active: Callable[[str], bool],
) -> bool:
    """Whether a face that is often tight or twitches is to be released before today's movement."""
    if coming.routine is None or not is_active(coming.routine):
        return False
    if not (settings.answers.tight or settings.answers.spasm):
        return False
    today = (routine for at, routine in done if at.astimezone(now.tzinfo).date() == now.date())
    return not RELEASES.intersection(today)


def practised(settings: Settings, sessions: Sequence[SessionSummary]) -> list[tuple[datetime, str]]:
    """Start and routine of the sessions that count: the simulated patient has his own days."""
    return [(session.started, session.routine_id) for session in own_sessions(settings, sessions)]


def worked(settings: Settings, sessions: Sequence[SessionSummary]) -> list[datetime]:
    """Starts of the sessions in which a muscle was asked to work: these alone need rest."""
    return [session.started for session in own_sessions(settings, sessions) if _active(session)]


def own_sessions(settings: Settings, sessions: Sequence[SessionSummary]) -> list[SessionSummary]:
    """The sessions that count for this person, in which something was done."""
    simulated = is_simulated(settings.source)
    return [each for each in sessions if each.practised and each.simulated == simulated]


def _active(session: SessionSummary) -> bool:
    """Whether anything active was done; an exercise that is no longer known counts as active."""
    known = exercises()
    begun = (each for each in session.exercises if each.reps or each.ended in ("done", "stopped"))
    return any(each.id not in known or known[each.id].active for each in begun)


def _with_zone(at: datetime, now: datetime) -> datetime:
    return at.replace(tzinfo=now.tzinfo)


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
