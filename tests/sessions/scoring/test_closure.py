"""Witnesses of one eye: straightened, weighed by their errors, and whether they agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.scoring.closure import (
    IRIS_MODEL,
    LID_POINTS,
    LID_SKIN,
    Evidence,
    Witness,
    straightened,
    together,
)
from sessions.scoring.eye_witnesses import EyeRest
from sessions.scoring.measures import Moves

ALL = (LID_POINTS, LID_SKIN, IRIS_MODEL)


def saying(*shares: float) -> list[Evidence]:
    """The evidence of each witness, of quiet ones."""
    return [Evidence(one, share, 0.01) for one, share in zip(ALL, shares, strict=False)]


@pytest.mark.parametrize("witness", ALL)
@given(st.floats(-1.5, 1.5), st.floats(-1.5, 1.5))
def test_straightening_keeps_the_order(witness: Witness, a: float, b: float) -> None:
    """An eye that opens wider reads as it is."""
    if a < b:
        assert straightened(witness, a) < straightened(witness, b)
    assert straightened(witness, -abs(a)) == -abs(a)


@pytest.mark.parametrize("witness", ALL)
def test_what_was_measured_is_read_back(witness: Witness) -> None:
    """The points of a curve, an open eye and a shut one among them."""
    for read, true in witness.curve:
        assert straightened(witness, read) == pytest.approx(true)
    assert straightened(witness, witness.curve[-1][0] + 0.2) == pytest.approx(1.03)


@given(st.lists(st.floats(-0.5, 1.2), min_size=1, max_size=3))
def test_together_they_say_nothing_that_lies_outside_of_what_each_says(shares: list[float]) -> None:
    """A weighted mean; equal ones give themselves."""
    closure = together(saying(*shares))

    assert min(shares) - 1e-9 <= closure.share <= max(shares) + 1e-9
    assert together(saying(0.3, 0.3, 0.3)).share == pytest.approx(0.3)


def test_who_jitters_more_counts_less() -> None:
    """The weight is the inverse of the variance, of the own noise at rest too."""
    calm = Evidence(IRIS_MODEL, 0.4, 0.01)

    beside_calm = together([calm, Evidence(LID_SKIN, 0.0, 0.01)]).share
    beside_restless = together([calm, Evidence(LID_SKIN, 0.0, 0.3)]).share

    assert beside_restless > beside_calm + 0.1


@pytest.mark.parametrize(
    ("shares", "agreed"),
    [
        ((0.0, 0.0, 0.0), True),
        ((0.30, 0.22, 0.25), True),
        ((1.0, 0.85, 0.95), True),
        ((0.40, 0.35, 0.0), False),
        ((0.0, 0.0, 0.5), False),
        ((0.9, 0.1, 0.95), False),
        ((0.9, 0.1), True),
    ],
)
def test_one_that_stands_alone_is_noticed(shares: tuple[float, ...], agreed: bool) -> None:
    """Beyond what errors explain; two that see the same composite are not asked."""
    assert together(saying(*shares)).agreed is agreed


def moved(closed: float, lid_skin: float | None) -> Moves:
    """A half of which only the eye has moved."""
    still = (0.0, 0.0)
    return Moves(still, still, still, still, still, closed, 8.0, lid_skin)


def test_the_iris_model_counts_only_where_it_was_asked_at_rest_and_now() -> None:
    """Else the other two speak, as on a machine where it does not run."""
    lids = moved(0.5, 0.32)
    without = EyeRest()
    known = EyeRest(iris_gap_mm=8.0)

    alone = without.closure(lids, 4.0)

    assert alone == known.closure(lids, None)
    assert alone.share == pytest.approx(0.5)
    assert known.closure(lids, 8.0).share < 0.4


def test_an_eye_that_a_brow_pulls_open_is_read() -> None:
    """As on rendered heads: lid points and iris model saw it open by 0.10, the skin by nothing."""
    read = EyeRest(lid_noise=0.02, skin_noise=0.005, iris_gap_mm=8.0, iris_noise=0.02)

    closure = read.closure(moved(straightened(LID_POINTS, -0.10), 0.0), 8.8)

    assert closure.agreed
    assert -0.10 < closure.share < 0.0


@pytest.mark.parametrize(
    ("composite_mm", "alike"), [(6.5, True), (9.5, True), (6.0, False), (10.5, False)]
)
def test_both_models_must_see_the_same_eye_at_rest(composite_mm: float, alike: bool) -> None:
    """Within a quarter of each other; what was not asked does not disagree."""
    assert EyeRest(iris_gap_mm=8.0).openings_alike(composite_mm) == alike
    assert EyeRest().openings_alike(composite_mm)


def test_rest_is_where_the_gap_of_the_iris_model_is_counted_from() -> None:
    """The mean over the frames of rest, with the spread of each witness about it."""
    rest = EyeRest.of([moved(0.02, 0.01), moved(-0.02, -0.01)], [8.2, 7.8])

    assert rest.iris_gap_mm == pytest.approx(8.0)
    assert rest.lid_noise == pytest.approx(0.02)
    assert rest.skin_noise == pytest.approx((0.01 * 0.25 / 0.15 + 0.01) / 2)
    assert rest.iris_noise == pytest.approx((0.025 * 0.25 / 0.115 + 0.025) / 2)
    assert EyeRest.of([moved(0.0, None)], [None]).iris_gap_mm is None
