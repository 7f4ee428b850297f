"""The smallest movement that counts as movement, per measure.

Millimetres, from the resting phases of held-out clips with gentle head drift (validity study,
section 9: 2.77 x the standard deviation, half composites). Measures that were not in that table
take the value of the nearest one that was. A half's own jitter may raise these, nothing lowers
them; beside a moving half, up to a tenth of that half's movement is crosstalk, not movement.
"""

from routines.movements import MeasureKey

SMALLEST_MM: dict[MeasureKey, float] = {
    "brow-raise": 0.7,
    "frown": 0.8,
    "eye-closure": 0.8,
    "open-smile": 1.0,
    "closed-smile": 1.0,
    "lip-corner-out": 1.0,
    "pucker": 0.8,
    "snarl": 0.8,
    "lower-lip": 0.8,
}

JITTERS = 4.0
"""Times own frame-to-frame jitter at rest."""

MOST = 2.0
"""Own jitter at most doubles it: more than that is a rest that was not one (a blink, a start)."""

GHOST_SHARE = 0.1
"""Share of the other half's movement that a still half may seem to make."""


def smallest_mm(measure: MeasureKey, jitter_mm: float) -> float:
    """Smallest movement of a half with this jitter, mm."""
    smallest = SMALLEST_MM[measure]
    return max(smallest, min(JITTERS * jitter_mm, MOST * smallest))
