"""What each measure answers to, and what it does not."""

import numpy as np
import pytest

from routines.movements import MEASURES, SIDES, MeasureKey, Side, other_side
from sessions.readings import Half
from sessions.scoring.landmarks import (
    BROW,
    CANTHI,
    CORNER,
    INNER_BROW,
    LID_PAIRS,
    LOWER_LIP,
    NOSTRIL,
    Points,
)
from sessions.scoring.measures import half_of, mean_moves, moves_of

PARTS = (BROW, CORNER, INNER_BROW, LOWER_LIP, NOSTRIL)


def made_face() -> np.ndarray:
    """A symmetric face in head-frame millimetres: the points that are measured, mirrored."""
    random = np.random.default_rng(11)
    face = random.normal(0.0, 30.0, (478, 2))
    lids = [{side: [pair[i] for pair in LID_PAIRS[side]] for side in SIDES} for i in (0, 1)]
    for part in (*PARTS, *lids):
        for one, other in zip(part["right"], part["left"], strict=True):
            face[one, 0] = -abs(face[one, 0]) - 5.0
            face[other] = (-face[one, 0], face[one, 1])
    for one, other in ((33, 263), (133, 362)):
        face[one] = (-45.0 if one == 33 else -18.0, 0.0)
        face[other] = (-face[one, 0], 0.0)
    for row, point in enumerate((168, 6, 197, 195, 5)):
        face[point] = (0.0, 8.0 * row)
    for side in SIDES:
        for up, low in LID_PAIRS[side]:
            face[low] = face[up] + (0.0, 10.0)
    return face


FACE = made_face()
DIRECTIONS: dict[MeasureKey, tuple[dict[Side, Points], float, float]] = {
    "brow-raise": (BROW, 0.0, 1.0),
    "open-smile": (CORNER, 0.57, 0.82),
    "lip-corner-out": (CORNER, 1.0, 0.0),
    "pucker": (CORNER, -1.0, 0.0),
    "snarl": (NOSTRIL, 0.0, 1.0),
    "lower-lip": (LOWER_LIP, 0.0, -1.0),
}


def read(face: np.ndarray, side: Side) -> Half:
    """The half on `side` of `face` since FACE."""
    return half_of(moves_of(face, FACE, side), 1.0)


@pytest.mark.parametrize("key", DIRECTIONS)
@pytest.mark.parametrize("side", SIDES)
def test_a_movement_is_read_on_its_half_only(key: MeasureKey, side: Side) -> None:
    """Three millimetres along the direction of a measure read as three there, nothing across."""
    points, out, up = DIRECTIONS[key]
    outward = 1.0 if side == "left" else -1.0
    face = FACE.copy()
    face[list(points[side])] += 3.0 * np.array([outward * out, -up]) / np.hypot(out, up)

    assert read(face, side).measure(key) == pytest.approx(3.0, abs=0.01)
    assert read(face, other_side(side)).measure(key) == pytest.approx(0.0, abs=1e-9)


def test_a_mirrored_face_swaps_the_halves() -> None:
    """What the right did in one, the left did in the other."""
    face = FACE + np.random.default_rng(5).normal(0.0, 0.5, FACE.shape)
    swapped = np.arange(478)
    for left, right in (*(part.values() for part in PARTS), ((263, 362), (33, 133))):
        swapped[list(left)], swapped[list(right)] = right, left
    for (up, low), (other_up, other_low) in zip(*LID_PAIRS.values(), strict=True):
        swapped[[up, low, other_up, other_low]] = other_up, other_low, up, low
    mirrored = face[swapped] * (-1.0, 1.0)

    assert read(mirrored, "left").mm == pytest.approx(read(face, "right").mm)
    assert read(mirrored, "right").mm == pytest.approx(read(face, "left").mm)


def test_lids_that_drag_the_canthi_fake_no_smile() -> None:
    """Places are read in the head as its skin holds it, so sinking canthi are nobody's movement."""
    face = FACE.copy()
    face[list(CANTHI), 1] += 1.5

    assert read(face, "left").mm == pytest.approx([0.0] * len(MEASURES), abs=1e-9)


def test_the_mean_of_two_readings_lies_between() -> None:
    """Every place and the eye."""
    still = moves_of(FACE, FACE, "left")
    gone = moves_of(FACE + np.random.default_rng(5).normal(0.0, 0.5, FACE.shape), FACE, "left")

    both = half_of(mean_moves(still, gone), 1.0)

    assert both.mm == pytest.approx([value / 2 for value in half_of(gone, 1.0).mm])
    assert both.narrowing_percent == pytest.approx(half_of(gone, 1.0).narrowing_percent / 2)


def test_the_size_of_a_face_changes_its_millimetres_and_no_share() -> None:
    """Every measure alike."""
    moved = FACE + np.random.default_rng(6).normal(0.0, 0.5, FACE.shape)
    moves = moves_of(moved, FACE, "right")

    small, large = half_of(moves, 1.0), half_of(moves, 1.1)

    assert large.mm == pytest.approx([1.1 * value for value in small.mm])
    assert large.corner_out_mm == pytest.approx(1.1 * small.corner_out_mm)
    assert large.corner_up_mm == pytest.approx(1.1 * small.corner_up_mm)
    assert large.narrowing_percent == small.narrowing_percent
