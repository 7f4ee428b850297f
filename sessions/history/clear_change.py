"""The largest clear change of the last weeks, measured by what could be told at all. Pure.

A change counts as clear where `weeks.trend` names it: beyond the person's own scatter, or the usual
limit until that is known. Changes of different units are compared by `Change.size`.
"""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from sessions.history.own_error import OwnError
from sessions.history.summary import SessionSummary
from sessions.history.weeks import Change, Quantity, exercises_of, monday_of, trend

RECENT = timedelta(weeks=4)
"""The later of the two weeks is one of the last four. Engineering default."""
WATCHED: tuple[Quantity, ...] = ("affected_mm", "eye_open_percent")
"""What a person practises for: movement of the weak side, and the eye kept open beside it."""


class ClearChange(msgspec.Struct, frozen=True, kw_only=True):
    """One change between two weeks with a median."""

    name: str
    """Of the exercise."""
    quantity: Quantity
    change: Change


def changes(
    sessions: Sequence[SessionSummary], today: date, own: OwnError | None = None
) -> list[ClearChange]:
    """Every change that is known and recent, clear or not; `sessions` of one affected side."""
    since = monday_of(today) - RECENT
    return [
        ClearChange(name=exercise.name, quantity=quantity, change=change)
        for exercise in exercises_of(sessions)
        for quantity in WATCHED
        if (change := trend(sessions, exercise.id, quantity, own).change) is not None
        and change.last >= since
    ]


def largest(found: Sequence[ClearChange]) -> ClearChange | None:
    """The largest clear one, for better or worse; None where all is about the same."""
    clear = [each for each in found if each.change.size]
    return max(clear, key=lambda each: each.change.size, default=None)


def larger(found: Sequence[ClearChange]) -> ClearChange | None:
    """The largest clear gain."""
    return largest([each for each in found if each.change.verdict == "larger"])
