"""Whether it is worth asking, once, if left and right were swapped. Pure; it never changes a side.

A synkinetic side can sit higher and pull more, so rest says nothing and one movement says little:
two gentle movements in which the side called unaffected moved clearly less are the least.
"""

from routines.movements import MEASURES
from sessions.history.summary import SessionSummary
from sessions.reps.smallest_movement import SMALLEST_MM

FLOORS = 2.0
"""How many times the smallest movement that can be told apart the difference must be."""
MOVEMENTS = 2
_SMALLEST: dict[str, float] = {key: SMALLEST_MM[key] for key in MEASURES}


def maybe_swapped(session: SessionSummary) -> bool:
    """Whether the affected half moved clearly more in two movements of one session."""
    found = {
        exercise.measure
        for exercise in session.exercises
        if exercise.measure is not None
        and exercise.affected_mm is not None
        and exercise.unaffected_mm is not None
        and exercise.affected_mm - exercise.unaffected_mm > FLOORS * _SMALLEST[exercise.measure]
    }
    return len(found) >= MOVEMENTS
