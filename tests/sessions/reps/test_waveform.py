"""Sums over a hold are rounded once, so that they are the same on every Python."""

import math
import random
from collections.abc import Iterable
from fractions import Fraction

import pytest

from sessions.reps.waveform import restlessness, trend


def total(values: Iterable[float]) -> float:
    """The sum, rounded once."""
    return float(sum(map(Fraction, values)))


@pytest.mark.parametrize("seed", range(8))
def test_a_trend_and_its_rest_are_rounded_once(seed: int) -> None:
    """`sum` of 3.11 and that of 3.12 differ in the last bit for most of these."""
    rng = random.Random(seed)
    times = [round(n / 30, 3) for n in range(90)]
    values = [round(rng.gauss(4.0, 0.3), 2) for _ in times]
    mean_t, mean_v = total(times) / 90, total(values) / 90
    away = [t - mean_t for t in times]
    off = [v - mean_v for v in values]
    slope = total(a * o for a, o in zip(away, off, strict=True)) / total(a**2 for a in away)
    rest = total((o - slope * a) ** 2 for a, o in zip(away, off, strict=True)) / 90
    assert trend(times, values) == slope
    assert restlessness(times, values) == pytest.approx(math.sqrt(rest), rel=1e-15)
