"""What each measure answers to, and what it does not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.movements import MEASURES, MeasureKey
from sessions.scoring.landmarks import (
    BROW,
    CORNER,
    INNER_BROW,
    LID_PAIRS,
    LOWER_LIP,
    NOSTRIL,
    STABLE,
)
from sessions.scoring.measures import closed_share, half_of, mean_moves, moves_of

PAIRS = (BROW, CORNER, INNER_BROW, LOWER_LIP, NOSTRIL)


def made_face() -> np.ndarray:
    """A symmetric face in head-frame millimetres: the points that are measured, mirrored."""
    random = np.random.default_rng(11)
    face = random.normal(0.0, 30.0, (478, 2))
    uppers_and_lowers = [tuple(zip(*eye, strict=True)) for eye in LID_PAIRS]
    for right, left in (*PAIRS, *zip(*uppers_and_lowers, strict=True)):
        for one, other in zip(right, left, strict=True):
            face[one, 0] = -abs(face[one, 0]) - 5.0
            face[other] = (-face[one, 0], face[one, 1])
    for one, other in ((33, 263), (133, 362)):
        face[one] = (-45.0 if one == 33 else -18.0, 0.0)
        face[other] = (-face[one, 0], 0.0)
    for row, point in enumerate((168, 6, 197, 195, 5)):
        face[point] = (0.0, 8.0 * row)
    for index in (0, 1):
        for up, low in LID_PAIRS[index]:
            face[low] = face[up] + (0.0, 10.0)
    return face


FACE = made_face()
DIRECTIONS: dict[MeasureKey, tuple[tuple[tuple[int, ...], tuple[int, ...]], float, float]] = {
    "brow-raise": (BROW, 0.0, 1.0),
    "open-smile": (CORNER, 0.57, 0.82),
    "lip-corner-out": (CORNER, 1.0, 0.0),
    "pucker": (CORNER, -1.0, 0.0),
    "snarl": (NOSTRIL, 0.0, 1.0),
    "lower-lip": (LOWER_LIP, 0.0, -1.0),
}


def read(face: np.ndarray, index: int):  # noqa: ANN201
    """The half `index` of `face` since FACE."""
    return half_of(moves_of(face, FACE, index))


@pytest.mark.parametrize("key", DIRECTIONS)
@pytest.mark.parametrize("index", [0, 1])
def test_a_movement_is_read_on_its_half_only(key: MeasureKey, index: int) -> None:
    """Three millimetres along the direction of a measure read as three there, nothing across."""
    points, out, up = DIRECTIONS[key]
    away = -1.0 if index == 0 else 1.0
    face = FACE.copy()
    face[list(points[index])] += 3.0 * np.array([away * out, -up]) / np.hypot(out, up)

    assert read(face, index).measure(key) == pytest.approx(3.0, abs=0.01)
    assert read(face, 1 - index).measure(key) == pytest.approx(0.0, abs=1e-9)


def test_a_mirrored_face_swaps_the_halves() -> None:
    """What the right did in one, the left did in the other."""
    face = FACE + np.random.default_rng(5).normal(0.0, 0.5, FACE.shape)
    swapped = np.arange(478)
    for right, left in (*PAIRS, ((33, 133), (263, 362))):
        swapped[list(right)], swapped[list(left)] = left, right
    for (up, low), (other_up, other_low) in zip(*LID_PAIRS, strict=True):
        swapped[[up, low, other_up, other_low]] = other_up, other_low, up, low
    mirrored = face[swapped] * (-1.0, 1.0)

    assert read(mirrored, 0).mm == pytest.approx(read(face, 1).mm)
    assert read(mirrored, 1).mm == pytest.approx(read(face, 0).mm)


def test_lids_that_drag_the_canthi_fake_no_smile() -> None:
    """Places are read in the head as its skin holds it, so sinking canthi are nobody's movement."""
    face = FACE.copy()
    face[list(STABLE[:4]), 1] += 1.5

    assert read(face, 0).mm == pytest.approx([0.0] * len(MEASURES), abs=1e-9)


def test_the_mean_of_two_readings_lies_between() -> None:
    """Every place and the eye."""
    still = moves_of(FACE, FACE, 0)
    gone = moves_of(FACE + np.random.default_rng(5).normal(0.0, 0.5, FACE.shape), FACE, 0)

    both = half_of(mean_moves(still, gone))

    assert both.mm == pytest.approx([value / 2 for value in half_of(gone).mm])
    assert both.narrowing_percent == pytest.approx(half_of(gone).narrowing_percent / 2)


@given(st.floats(-1.5, 1.5), st.floats(-1.5, 1.5))
def test_the_closed_share_grows_with_what_is_read(a: float, b: float) -> None:
    """Straightening keeps the order and treats jitter to both sides alike."""
    if a < b:
        assert closed_share(a) < closed_share(b)
    assert closed_share(-a) == -closed_share(a)


@pytest.mark.parametrize(("read_share", "true_share"), [(0.0, 0.0), (0.95, 1.0)])
def test_open_and_shut_are_fixed(read_share: float, true_share: float) -> None:
    """An open eye is 0 and a shut one is 1."""
    assert closed_share(read_share) == pytest.approx(true_share)
