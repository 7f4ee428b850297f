"""Weeks of known linked movement, practised by the simulated patient on the ladder it earns."""

from datetime import datetime, timedelta
from functools import cache

from msgspec.structs import replace

from routines.catalogue import exercises
from routines.model import Dose, Routine, Step
from sessions.engine.interface.commands import Kept
from sessions.engine.interface.plan import SessionPlan
from sessions.history.ladder import Ladder, ladders, last_gentle
from sessions.history.linked_trends import LinkedTrend, linked_trends
from sessions.history.summary import SessionSummary, summarise
from sessions.log.entries import Header
from sessions.log.record_builder import record_of
from sessions.simulator.patient import FPS
from sessions.simulator.profile import load_profile
from tests.sessions.log_samples import MORNING
from tests.sessions.practising import fewer_readings, practised

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
def six_weeks(
    name: str, exercise: str = "pucker", *, seed: int = 0, weeks: int = 6, per_s: int = FPS
) -> tuple[SessionSummary, ...]:
    """A weekly record on Mondays, then practice at the size that the ladder gives, with so many
    readings a second."""
    sessions: list[SessionSummary] = []
    practice = only(exercise)
    for week in range(weeks):
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
            with fewer_readings(per_s):
                said = practised(plan, profile, 100 * seed + len(sessions))
            entries = [c for c in said if isinstance(c, Kept)]
            header = Header(started=started, plan=plan, source=f"sim:{name}")
            sessions.append(summarise(record_of(header, entries)))
    return tuple(sessions)


def pucker(sessions: tuple[SessionSummary, ...]) -> tuple[Ladder, LinkedTrend]:
    """The ladder and the trend of pucker and eye."""
    (found,) = linked_trends(sessions)
    return ladders(sessions, "left", simulated=True)["pucker-eye"], found
