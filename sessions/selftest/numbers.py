"""From readings of known movements to the numbers of the selftest's table. Arithmetic only."""

from collections.abc import Sequence
from statistics import fmean
from typing import NamedTuple

import numpy as np

from routines.movements import MeasureKey, Side
from sessions.readings import Reading


class PerSide(NamedTuple):
    """A number of each half."""

    left: float
    right: float

    def of(self, side: Side) -> float:
        """The number of the half on `side`."""
        return self.left if side == "left" else self.right


HALF_SECOND = 15
"""Frames."""


def halves(readings: Sequence[Reading], key: MeasureKey) -> PerSide | None:
    """Millimetres of each half, the medians; None where nothing was scored."""
    pairs = [
        (one.left.measure(key), one.right.measure(key))
        for one in readings
        if one.left is not None and one.right is not None
    ]
    if not pairs:
        return None
    left, right = np.median(np.array(pairs), axis=0)
    return PerSide(float(left), float(right))


def difference(readings: Sequence[Reading], key: MeasureKey) -> float | None:
    """Between the halves, whichever reads more, mm; None where nothing was scored."""
    differences = [
        one.left.measure(key) - one.right.measure(key)
        for one in readings
        if one.left is not None and one.right is not None
    ]
    return abs(float(np.median(differences))) if differences else None


def rms(pairs: Sequence[PerSide]) -> float:
    """Root of the mean square of both halves, mm."""
    return fmean(value * value for pair in pairs for value in pair) ** 0.5


def ratio(read: dict[PerSide, PerSide], share: float) -> float:
    """The weak half over the strong one, each as a share of its own full movement.

    `read` is mm by strength; it holds (1, 1), (share, 1) and (1, share).
    """
    both = read[PerSide(1.0, 1.0)]
    weak_left, weak_right = read[PerSide(share, 1.0)], read[PerSide(1.0, share)]
    left = (weak_left.left / both.left) / (weak_left.right / both.right)
    right = (weak_right.right / both.right) / (weak_right.left / both.left)
    return (left + right) / 2


def r2(read: Sequence[PerSide], true: Sequence[PerSide]) -> float:
    """How much of the scatter of what was read the truth explains, times one gain: at most 1."""
    m, t = np.array(read).ravel(), np.array(true).ravel()
    gain = float(m @ t) / float(t @ t)
    return 1.0 - float(np.sum((m - gain * t) ** 2)) / float(np.sum((m - m.mean()) ** 2))


def jitter(still: Sequence[Reading], key: MeasureKey) -> float:
    """Standard deviation of half-second medians of a still face, mm; the worse half."""
    spreads: list[float] = []
    for values in (
        [one.left.measure(key) for one in still if one.left is not None],
        [one.right.measure(key) for one in still if one.right is not None],
    ):
        medians = [
            np.median(values[begin : begin + HALF_SECOND])
            for begin in range(len(values) - HALF_SECOND)
        ]
        spreads.append(float(np.std(medians)) if medians else 0.0)
    return max(spreads)
