"""A person's usual gentle size and scatter: how the engine notices a day that begins oddly, and
how far two repetitions of this person differ anyway."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from statistics import median
from typing import cast

from routines.movements import MEASURES, MeasureKey, Side
from sessions.guards.known_reference import KnownReference
from sessions.history.summary import ExerciseSummary, SessionSummary

FEWEST_SESSIONS = 3
FEWEST_FOR_SPREAD = 5
"""Sessions before the own scatter may raise a guard's floor (clinical brief, end of section 9)."""
LAST_SESSIONS = 10
WITHIN = timedelta(days=42)
"""Older sizes say little about today."""


def usual_references(
    sessions: Sequence[SessionSummary], side: Side, today: date, *, simulated: bool = False
) -> dict[MeasureKey, KnownReference]:
    """Median size of each measure over the last sessions with this affected side.

    Only measures with at least three such sessions; the simulated patient has his own.
    """
    found: dict[str, list[ExerciseSummary]] = defaultdict(list)
    for session in sessions:
        recent = timedelta() <= today - session.started.date() <= WITHIN
        if session.side != side or session.simulated != simulated or not recent:
            continue
        for exercise in session.exercises:
            if exercise.measure in MEASURES and exercise.counted:
                found[exercise.measure].append(exercise)
    return {
        cast(MeasureKey, key): KnownReference(
            affected_mm=median(e.affected_mm or 0.0 for e in exercises[-LAST_SESSIONS:]),
            unaffected_mm=median(e.unaffected_mm or 0.0 for e in exercises[-LAST_SESSIONS:]),
            origin="usual",
            affected_spread_mm=_spread(e.affected_spread_mm for e in exercises),
            unaffected_spread_mm=_spread(e.unaffected_spread_mm for e in exercises),
        )
        for key, exercises in found.items()
        if len(exercises) >= FEWEST_SESSIONS
    }


def _spread(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None][-LAST_SESSIONS:]
    return median(known) if len(known) >= FEWEST_FOR_SPREAD else None
