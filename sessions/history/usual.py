"""A person's usual gentle size, for the engine to notice a day that begins oddly."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from statistics import median
from typing import cast

from routines.movements import MEASURES, MeasureKey, Side
from sessions.history.summary import SessionSummary
from sessions.session_plan import KnownReference

FEWEST_SESSIONS = 3
LAST_SESSIONS = 10
WITHIN = timedelta(days=42)
"""Older sizes say little about today."""


def usual_references(
    sessions: Sequence[SessionSummary], side: Side, today: date, *, simulated: bool = False
) -> dict[MeasureKey, KnownReference]:
    """Median size of each measure over the last sessions with this affected side.

    Only measures with at least three such sessions; the simulated patient has his own.
    """
    sizes: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for session in sessions:
        recent = timedelta() <= today - session.started.date() <= WITHIN
        if session.side != side or session.simulated != simulated or not recent:
            continue
        for exercise in session.exercises:
            pair = (exercise.affected_mm, exercise.unaffected_mm)
            if exercise.measure in MEASURES and pair[0] is not None and pair[1] is not None:
                sizes[exercise.measure].append((pair[0], pair[1]))
    return {
        cast(MeasureKey, key): KnownReference(
            affected_mm=median(a for a, _ in pairs[-LAST_SESSIONS:]),
            unaffected_mm=median(u for _, u in pairs[-LAST_SESSIONS:]),
            origin="usual",
        )
        for key, pairs in sizes.items()
        if len(pairs) >= FEWEST_SESSIONS
    }
