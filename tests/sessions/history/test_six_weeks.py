"""Six weeks of linked movement, practised by the simulated patient on the ladder it earns."""

from datetime import datetime, timedelta
from functools import cache

import pytest
from msgspec.structs import replace

from routines.catalogue import exercises
from routines.model import Dose, Routine, Step
from routines.movements import Watch
from sessions.engine.interface.commands import Kept
from sessions.engine.interface.plan import SessionPlan
from sessions.history.ladder import Ladder, ladders, last_gentle
from sessions.history.linked_trends import LinkedTrend, linked_trends
from sessions.history.summary import SessionSummary, summarise
from sessions.log.entries import Header
from sessions.log.record_builder import record_of
from sessions.report.linked import rows
from sessions.simulator.profile import load_profile
from tests.sessions.log_samples import MORNING
from tests.sessions.practising import practised

MONDAY = datetime(2026, 3, 2, 8, 30, tzinfo=MORNING.tzinfo)
DAYS = (0, 2, 4)
"""Of each week."""
DOSE = Dose(reps=3, rise_s=1.5, hold_s=1.5, release_s=1.5, rest_s=2.5)


def only(exercise: str) -> Routine:
    """A routine of one exercise."""
    return Routine(
        schema=1,
        id=f"{exercise}-only",
        name="One alone",
        stage="synkinetic",
        steps=(Step(exercise=exercises()[exercise], dose=DOSE),),
    )


@cache
def six_weeks(name: str, exercise: str = "pucker") -> tuple[SessionSummary, ...]:
    """A weekly record on Mondays, then practice at the size that the ladder gives."""
    sessions: list[SessionSummary] = []
    practice = only(exercise)
    for week in range(6):
        profile = replace(load_profile(name), weeks_practised=float(week))
        for day in (0, *DAYS):
            weekly = len(sessions) % (len(DAYS) + 1) == 0
            routine = replace(practice, id="check-up", kind="record") if weekly else practice
            started = MONDAY + timedelta(weeks=week, days=day, hours=len(sessions) % 4)
            found = ladders(sessions, "left", simulated=True)
            plan = SessionPlan(
                routine=routine,
                side="left",
                known_linked=True,
                ladder={pair: each.target_percent for pair, each in found.items()},
                gentle=last_gentle(sessions, "left", started.date(), simulated=True),
            )
            entries = [c for c in practised(plan, profile, len(sessions)) if isinstance(c, Kept)]
            header = Header(started=started, plan=plan, source=f"sim:{name}")
            sessions.append(summarise(record_of(header, entries)))
    return tuple(sessions)


def pucker(sessions: tuple[SessionSummary, ...]) -> tuple[Ladder, LinkedTrend]:
    """The ladder and the trend of pucker and eye."""
    (found,) = linked_trends(sessions)
    return ladders(sessions, "left", simulated=True)["pucker-eye"], found


def test_learning_climbs_and_the_trend_says_so_by_week_four() -> None:
    """Links that fade by a quarter a week."""
    after_four, after_six = six_weeks("learning")[:16], six_weeks("learning")
    ladder, found = pucker(after_four)

    assert ladder.target_percent > 50.0
    assert found.quiet.change is not None
    assert found.quiet.change.verdict == "larger"
    assert pucker(after_six)[0].target_percent > ladder.target_percent


@pytest.mark.long
@pytest.mark.parametrize(
    ("exercise", "pair"),
    [("open-smile", "smile-eye"), ("eye-closure", "closure-corner"), ("brow-raise", "brow-corner")],
)
def test_the_other_pairs_are_learned_too(exercise: str, pair: Watch) -> None:
    """Six weeks of each; by week four the trend says so."""
    sessions = six_weeks("learning", exercise)
    (after_four,) = linked_trends(sessions[:16])
    ladder = ladders(sessions, "left", simulated=True)[pair]

    assert after_four.pair == pair
    assert after_four.quiet.change is not None
    assert after_four.quiet.change.verdict == "larger"
    assert ladder.target_percent > 50.0


def test_linked_worse_never_climbs() -> None:
    """Nor is any change claimed."""
    sessions = six_weeks("linked-worse")

    for count in range(2, len(sessions) + 1):
        assert pucker(sessions[:count])[0].target_percent == 50.0
    found = pucker(sessions)[1]
    assert found.quiet.change is not None
    assert found.quiet.change.verdict == "about the same"
    assert {week.median for week in found.quiet.weeks} == {0.0}


def test_the_own_size_is_taken_from_the_weekly_record() -> None:
    """Practice at half size never becomes the size that halves are taken of."""
    sessions = six_weeks("learning")
    sizes = [
        last_gentle(sessions[:n], "left", MONDAY.date() + timedelta(days=40), simulated=True)[
            "pucker"
        ].unaffected_mm
        for n in (1, 12, 24)
    ]

    assert all(size == pytest.approx(4.5, abs=0.6) for size in sizes)


def test_the_report_says_it_in_two_rows() -> None:
    """Weeks, oldest first, and whether that is a change."""
    open_row, quiet_row = rows([pucker(six_weeks("learning"))[1]])
    sizes = [int(value) for value in quiet_row[1].split()]

    assert open_row[0] == "Eye, in a pucker: open, %"
    assert quiet_row[0] == "Eye, in a pucker: quiet to, %"
    assert len(sizes) == len(open_row[1].split()) == 6
    assert sizes == sorted(sizes)
    assert quiet_row[2].startswith("larger (+")
