"""The two halves of every part of the face lie where their side says, mirrored point by point."""

from collections.abc import Iterable

import numpy as np
import pytest

from routines.movements import SIDES, Side, other_side
from sessions.scoring import landmarks
from tests.sessions.selftest.portraits import portrait

PARTS: dict[str, dict[Side, Iterable[int]]] = {
    "outer canthus": {side: (landmarks.OUTER_CANTHUS[side],) for side in SIDES},
    "corner": dict(landmarks.CORNER),
    "brow": dict(landmarks.BROW),
    "inner brow": dict(landmarks.INNER_BROW),
    "lids": {side: np.ravel(landmarks.LID_PAIRS[side]).tolist() for side in SIDES},
    "upper lid": dict(landmarks.UPPER_LID),
    "lower lid": dict(landmarks.LOWER_LID),
    "eye corners": dict(landmarks.EYE_CORNERS),
    "nostril": dict(landmarks.NOSTRIL),
    "lower lip": dict(landmarks.LOWER_LIP),
    "iris": dict(landmarks.IRIS_WIDTHS),
}


@pytest.mark.parametrize("name", PARTS)
def test_each_half_lies_on_its_own_side(name: str) -> None:
    """Towards the person's left, x of a picture grows: a real face looking straight ahead."""
    points = portrait().points
    middle = points[list(landmarks.DORSUM), 0].mean()

    for side in SIDES:
        here = (points[list(PARTS[name][side]), 0] - middle) * landmarks.OUTWARD[side]
        assert (here > 0.0).all()
        assert landmarks.OUTWARD[side] == -landmarks.OUTWARD[other_side(side)]


@pytest.mark.parametrize("name", ["outer canthus", "corner", "brow", "inner brow", "nostril"])
def test_entries_of_both_halves_are_mirror_images(name: str) -> None:
    """Within a fifth of the width of both eyes, on a face that is nearly symmetric."""
    points = portrait().points
    middle = points[list(landmarks.DORSUM), 0].mean()
    left, right = (points[list(PARTS[name][side]), :2] for side in SIDES)
    mirrored = right * (-1.0, 1.0) + (2.0 * middle, 0.0)

    between = np.linalg.norm(np.subtract(*points[[263, 33], :2]))
    assert np.linalg.norm(left - mirrored, axis=1).max() < 0.2 * between
