"""The arithmetic of the selftest's table, on made numbers."""

import numpy as np
import pytest

from routines.movements import MEASURES
from sessions.readings import Half, Reading
from sessions.selftest.numbers import PerSide, difference, halves, jitter, r2, ratio, rms

LEVELS = tuple(
    PerSide(left, right)
    for left, right in ((1.0, 1.0), (0.25, 1.0), (1.0, 0.25), (0.5, 1.0), (1.0, 0.5))
)


def read(left: float, right: float, n: int = 0) -> Reading:
    """A frame in which every measure of a half is the same."""
    halves = [
        Half(
            mm=(value,) * len(MEASURES), narrowing_percent=0.0, corner_out_mm=0.0, corner_up_mm=0.0
        )
        for value in (left, right)
    ]
    return Reading(n=n, t_s=n / 30, left=halves[0], right=halves[1])


REFUSED = Reading(n=0, t_s=0.0, reason="head-turned")


def test_a_ratio_knows_nothing_of_the_halves_gains() -> None:
    """One half reads twice the other: a quarter is a quarter still."""
    made = {one: PerSide(7.2 * one.left, 3.0 * one.right) for one in LEVELS}

    assert ratio(made, 0.25) == pytest.approx(0.25)
    assert ratio(made, 0.5) == pytest.approx(0.5)


def test_a_ratio_shows_a_half_that_is_pulled_along() -> None:
    """A weak half that borrows a tenth of the strong one reads as that much more."""
    made = {
        one: PerSide(6.0 * one.left + 0.6 * one.right, 6.0 * one.right + 0.6 * one.left)
        for one in LEVELS
    }

    assert ratio(made, 0.25) == pytest.approx(0.35 / 1.025)


def test_one_gain_explains_all() -> None:
    """R2 is 1 for anything in proportion, and less for what is not."""
    true = [PerSide(1.0, 0.0), PerSide(0.0, 1.0), PerSide(0.5, 1.0)]

    assert r2([PerSide(0.7 * one.left, 0.7 * one.right) for one in true], true) == pytest.approx(
        1.0
    )
    assert r2([PerSide(1.0, 0.5), PerSide(0.5, 1.0), PerSide(0.75, 1.0)], true) < 0.6


def test_r2_by_hand() -> None:
    """Read 1, 3 where 1, 2 is true: gain 7/5, residue 0.2 of a scatter of 2."""
    assert r2([PerSide(1.0, 3.0)], [PerSide(1.0, 2.0)]) == pytest.approx(0.9)


def test_jitter_is_of_half_second_medians_and_of_the_worse_half() -> None:
    """Noise of single frames is mostly gone, a slow drift stays."""
    noise = np.random.default_rng(5).normal(0.0, 0.2, 90)
    noisy = [read(0.0, value) for value in noise]
    drifting = [read(n / 89, 0.0) for n in range(90)]

    assert 0.02 < jitter(noisy, "open-smile") < 0.12
    assert jitter(drifting, "open-smile") == pytest.approx(np.std(np.arange(75) / 89), abs=1e-9)
    assert jitter([REFUSED], "open-smile") == 0.0


def test_medians_pass_over_frames_that_were_not_scored() -> None:
    """None where there is nothing else."""
    shown = [read(1.0, 4.0), REFUSED, read(2.0, 2.0), read(9.0, 3.0)]

    assert halves(shown, "pucker") == (2.0, 3.0)
    assert difference(shown, "pucker") == 0.0
    assert halves([REFUSED], "pucker") is None
    assert difference([REFUSED], "pucker") is None


def test_rms_is_of_both_halves() -> None:
    """Whatever the sign."""
    assert rms([PerSide(3.0, -4.0), PerSide(0.0, 5.0)]) == pytest.approx((50 / 4) ** 0.5)
