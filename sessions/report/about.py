"""What a report is told of the person: answers and plan, as they are now. Plain values.

The report lies below the room that reads settings, so whoever asks for a report hands this in.
"""

from datetime import date, timedelta

import msgspec

from routines.movements import LinkedPair, LinkedSide, Stage
from routines.plan import Plan


class About(msgspec.Struct, frozen=True, kw_only=True):
    """Every field may be empty: what was not answered is not printed."""

    name: str = ""
    cause: str = ""
    """A key of `sessions.report.words.CAUSES`."""
    onset: date | None = None
    """Often only the month was remembered, so only month and year are printed."""
    stage: Stage | None = None
    known_linked: bool = False
    linked_pairs: tuple[LinkedPair, ...] = ()
    linked_sides: dict[LinkedPair, LinkedSide] = {}
    eye_closes: bool | None = None
    plan: Plan | None = None


def slots_in_week(plan: Plan, day: date) -> int:
    """Practices that the plan has in the week from `day` on, at most its cap a day."""
    week = (day + timedelta(days=n) for n in range(7))
    return sum(min(len(plan.slots_on(each)), plan.daily_cap) for each in week)
