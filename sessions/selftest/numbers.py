"""From readings of known movements to the numbers of the selftest's table. Arithmetic only."""

from collections.abc import Sequence
from statistics import fmean

import numpy as np

from routines.movements import MeasureKey
from sessions.readings import Reading

Pair = tuple[float, float]
"""Right and left half."""

HALF_SECOND = 15
"""Frames."""


def halves(readings: Sequence[Reading], key: MeasureKey) -> Pair | None:
    """Right and left mm, each the median; None where nothing was scored."""
    pairs = [
        (one.right.measure(key), one.left.measure(key))
        for one in readings
        if one.right is not None and one.left is not None
    ]
    if not pairs:
        return None
    right, left = np.median(np.array(pairs), axis=0)
    return float(right), float(left)


def difference(readings: Sequence[Reading], key: MeasureKey) -> float | None:
    """Between the halves, whichever reads more, mm; None where nothing was scored."""
    differences = [
        one.right.measure(key) - one.left.measure(key)
        for one in readings
        if one.right is not None and one.left is not None
    ]
    return abs(float(np.median(differences))) if differences else None


def rms(pairs: Sequence[Pair]) -> float:
    """Root of the mean square of both halves, mm."""
    return fmean(value * value for pair in pairs for value in pair) ** 0.5


def ratio(read: dict[Pair, Pair], share: float) -> float:
    """The weak half over the strong one, each as a share of its own full movement.

    `read` is mm by strength of the right and left half; it holds (1, 1), (share, 1) and
    (1, share).
    """
    both = read[1.0, 1.0]
    right = (read[share, 1.0][0] / both[0]) / (read[share, 1.0][1] / both[1])
    left = (read[1.0, share][1] / both[1]) / (read[1.0, share][0] / both[0])
    return (right + left) / 2


def r2(read: Sequence[Pair], true: Sequence[Pair]) -> float:
    """How much of the scatter of what was read the truth explains, times one gain: at most 1."""
    m, t = np.array(read).ravel(), np.array(true).ravel()
    gain = float(m @ t) / float(t @ t)
    return 1.0 - float(np.sum((m - gain * t) ** 2)) / float(np.sum((m - m.mean()) ** 2))


def jitter(still: Sequence[Reading], key: MeasureKey) -> float:
    """Standard deviation of half-second medians of a still face, mm; the worse half."""
    spreads: list[float] = []
    for values in (
        [one.right.measure(key) for one in still if one.right is not None],
        [one.left.measure(key) for one in still if one.left is not None],
    ):
        medians = [
            np.median(values[begin : begin + HALF_SECOND])
            for begin in range(len(values) - HALF_SECOND)
        ]
        spreads.append(float(np.std(medians)) if medians else 0.0)
    return max(spreads)
