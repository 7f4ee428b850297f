"""What is next today, from the plan and what has been done. Pure: the time is handed in.

A missed slot lapses when the next one becomes due; missed practices are neither caught up nor
counted. The cap and the gap count active work, planned or not: massage,
calm and care neither count nor wait.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Literal

import msgspec

from routines.counted import counted
from routines.language import _
from routines.plan import Plan, Slot

SET_BACK = timedelta(days=1)
"""A start that lies ahead of the clock by no more than this was noted before the clock was set
back: it counts as work just done. Further ahead, the clock was wrong when it was noted; when it
really was cannot be told, and it does not count until its time has come."""

State = Literal["now", "ahead", "too-early", "done"]
"""Its time has come; it may be done before its time; the gap is not over; enough for today."""


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """The next planned practice, its state, and the earliest time at which it may start."""

    state: State
    routine: str | None
    """Id or file of what is next; None when nothing is left today."""
    slot: str = ""
    at: datetime | None = None
    """When the slot stands in the plan."""
    not_before: datetime | None = None
    """End of the gap, while it lasts; what needs no rest may be next before it."""
    capped: bool = False
    """Whether active work has reached the daily cap; other things may still be next."""
    sentence: str
    """One line for a prompt or a mail."""
    remark: str = ""
    """A clock that was set back, or a review date that has come, in a sentence."""

    @property
    def may_run(self) -> bool:
        """Whether cap and gap let a session begin now."""
        return self.state in ("now", "ahead")


def due(
    plan: Plan,
    done: Sequence[tuple[datetime, str]],
    now: datetime,
    *,
    worked: Sequence[datetime] | None = None,
    is_active: Callable[[str], bool] = lambda routine_id: True,
    name_of: Callable[[str], str] = lambda routine_id: routine_id,
) -> Due:
    """What `plan` has next at `now`, after the sessions `done` (their start, their routine).

    Times are told in the zone of `now`: one with rules, not a bare offset, is right over the night
    in which the clocks change.

    `worked` are the starts of those with active work, by default all; `is_active` tells whether a
    routine, by id or file, asks for it. `name_of` gives the name by which the sentence calls one.

    Work noted up to `SET_BACK` ahead of `now` counts today, and the gap is counted from its start,
    so that a clock that is set back never opens more.
    """
    past = sorted((_like(at, now), routine_id) for at, routine_id in done)
    starts = [at for at, _ in past] if worked is None else sorted(_like(at, now) for at in worked)
    today = [entry for entry in past if _counts_today(entry[0], now)]
    work = sum(_counts_today(at, now) for at in starts)
    capped = work >= plan.daily_cap
    free = _free_from(plan, starts, now)
    remark = _remark(plan, starts, now)
    slots = plan.slots_on(now.date())
    if capped:
        slots = tuple(slot for slot in slots if not is_active(_turn(slot, past)))
    slot = _next_slot(slots, today, now)
    if slot is None:
        count = _("one session") if work == 1 else counted(work, "session")
        enough = _("Done for today: {count}. Rest is part of it.").format(count=count)
        sentence = enough if capped else _("Nothing more is planned today.")
        return Due(
            state="done",
            routine=None,
            not_before=free,
            capped=capped,
            sentence=sentence,
            remark=remark,
        )
    routine_id = _turn(slot, past)
    name = name_of(routine_id)
    what = name if slot.name.casefold() == name.casefold() else f"{name} ({slot.name})"
    at = datetime.combine(now.date(), slot.at, tzinfo=now.tzinfo)
    if free is not None and is_active(routine_id):
        if free.date() == now.date():
            resting = _("Next: {what}, not before {free:%H:%M}, so that the face rests.")
        else:
            resting = _("Next: {what}, not before tomorrow, so that the face rests.")
        sentence = resting.format(what=what, free=free)
        state: State = "too-early"
    elif at > now:
        state, sentence = (
            "ahead",
            _("Next: {what}, planned for {at:%H:%M}.").format(what=what, at=at),
        )
    else:
        state, sentence = "now", _("Due now: {what}.").format(what=what)
    return Due(
        state=state,
        routine=routine_id,
        slot=slot.name,
        at=at,
        not_before=free,
        capped=capped,
        sentence=sentence,
        remark=remark,
    )


def _next_slot(
    slots: Sequence[Slot], today: Sequence[tuple[datetime, str]], now: datetime
) -> Slot | None:
    """The latest slot whose time has come, unless it is done; else the next one to come."""
    filled: list[Slot] = []
    for at, routine_id in today:
        fitting = [s for s in slots if routine_id in s.routines and s not in filled]
        come = [s for s in fitting if s.at <= at.time()]
        filled += come[-1:] or fitting[:1]
    come = [slot for slot in slots if slot.at <= now.time()]
    if come and come[-1] not in filled:
        return come[-1]
    return next((s for s in slots if s not in come and s not in filled), None)


def _turn(slot: Slot, past: Sequence[tuple[datetime, str]]) -> str:
    """Whose turn it is in a slot whose routines take turns: the one after the latest done."""
    latest = next((rid for _, rid in reversed(past) if rid in slot.routines), None)
    if latest is None:
        return slot.routines[0]
    return slot.routines[(slot.routines.index(latest) + 1) % len(slot.routines)]


def _free_from(plan: Plan, starts: Sequence[datetime], now: datetime) -> datetime | None:
    """End of the gap after the latest active work, or None when it is over."""
    before = [_instant(at) for at in starts if _instant(at) <= _instant(now) + SET_BACK]
    if not before:
        return None
    free = max(before) + timedelta(hours=plan.gap_hours)
    return _like(free, now) if free > _instant(now) else None


def _counts_today(at: datetime, now: datetime) -> bool:
    return at.date() == now.date() or _is_ahead(at, now)


def _is_ahead(at: datetime, now: datetime) -> bool:
    """Whether it was noted before the clock was set back (see `SET_BACK`)."""
    return timedelta(0) < _instant(at) - _instant(now) <= SET_BACK


def _instant(at: datetime) -> datetime:
    """`at` in UTC, where hours are of one length: in local time the clocks may change between."""
    return at if at.tzinfo is None else at.astimezone(UTC)


def _remark(plan: Plan, starts: Sequence[datetime], now: datetime) -> str:
    ahead = [at for at in starts if _is_ahead(at, now)]
    if ahead:
        return _(
            "A practice is noted for {ahead:%H:%M on %d %B}, which is still to come. "
            "It counts for today. See to the clock of this computer."
        ).format(ahead=ahead[-1])
    if plan.review is None or plan.review > now.date():
        return ""
    return _("The plan was to be looked at again on {review}: show it to your therapist.").format(
        review=plan.review
    )


def _like(at: datetime, now: datetime) -> datetime:
    """`at` with or without a time zone, as `now` has it."""
    if now.tzinfo is not None:
        return at.astimezone(now.tzinfo)
    return at if at.tzinfo is None else at.astimezone().replace(tzinfo=None)
