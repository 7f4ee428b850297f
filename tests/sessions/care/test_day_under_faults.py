"""Whatever happens to the records or the clock between practices, a day never holds more of them
than the plan allows, nor two within its gap.

A clock that is put forward cannot be told from time that passed, nor can one that is put back over
midnight, before anything was noted, from the day before; so neither is among the faults.
"""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from routines.plan import default_plan
from sessions.care.next_practice import Offer, offer
from sessions.history.summary import SessionSummary
from tests.tui.people import ANSWERED, MORNING, session

PLAN = default_plan("paretic", MORNING.date())
DAY = timedelta(days=1)
PAST = [session(20 * DAY), session(DAY)]
DONE = session(timedelta(0))

FAULTS = (
    "none",
    "record damaged",
    "all damaged",
    "of another person",
    "cut short",
    "clock set back",
)
BACK = timedelta(hours=7)


class Day:
    """One day of a person who practises whenever it is offered."""

    def __init__(self) -> None:
        self.true_time = MORNING.replace(hour=7)
        self.clock = self.true_time
        self.kept: list[SessionSummary] = []
        self.damaged: list[datetime] = []
        self.practised: list[datetime] = []
        """True times."""

    def goes_on(self, passed: timedelta, fault: str) -> None:
        """Time passes, something goes wrong, and what Home offers then is done."""
        self.true_time += passed
        self.clock += passed
        self._suffer(fault)
        found = self._offered()
        if found.kind in ("routine", "restart", "look") and not found.resting:
            self.practised.append(self.true_time)
            self.kept.append(replace(DONE, started=self.clock))

    def _offered(self) -> Offer:
        return offer(
            ANSWERED, PLAN, [*PAST, *self.kept], self.clock, rests_needed, damaged=self.damaged
        )

    def _suffer(self, fault: str) -> None:
        if fault == "clock set back" and self.clock == self.true_time:
            self.clock -= BACK
        elif fault == "cut short" and self.kept:
            self.kept[-1] = replace(self.kept[-1], ended="interrupted")
        elif fault == "of another person":
            self.kept.insert(0, replace(DONE, started=self.clock - DAY, side="right"))
        elif fault in ("record damaged", "all damaged"):
            lost = self.kept[-1:] if fault == "record damaged" else self.kept
            self.damaged += [each.started.replace(tzinfo=None) for each in lost]
            self.kept = [each for each in self.kept if each not in lost]


def rests_needed(routine_id: str) -> bool:
    """All but winding down asks a muscle to work."""
    return routine_id != "wind-down"


@given(
    st.lists(
        st.tuples(st.integers(1, 200).map(lambda m: timedelta(minutes=m)), st.sampled_from(FAULTS)),
        min_size=3,
        max_size=14,
    )
)
def test_no_fault_opens_more_than_the_plan_allows(steps: list[tuple[timedelta, str]]) -> None:
    """By the true time, whatever the clock and the records say."""
    day = Day()
    for passed, fault in steps:
        if (day.true_time + passed).date() == MORNING.date():
            day.goes_on(passed, fault)

    assert len(day.practised) <= PLAN.daily_cap
    gap = timedelta(hours=PLAN.gap_hours)
    pairs = zip(day.practised, day.practised[1:], strict=False)
    assert all(later - earlier >= gap for earlier, later in pairs)


def test_without_faults_the_whole_plan_is_offered() -> None:
    """The day above does practise: three times, as the plan has it."""
    day = Day()
    for _ in range(15):
        day.goes_on(timedelta(hours=1), "none")

    assert len(day.practised) == PLAN.daily_cap
