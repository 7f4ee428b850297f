"""Heights of both halves at rest: pure geometry on made faces."""

import numpy as np
import pytest
from msgspec.structs import replace

from routines.movements import SIDES, Side
from sessions.readings import CLEAR_FROM, AtRest, Noise, Pose, RestHalf
from sessions.scoring.arrays import Floats
from sessions.scoring.at_rest import at_rest
from sessions.scoring.calibration import Rest
from sessions.scoring.eye_witnesses import EyeRest
from sessions.scoring.geometry import rotation_of
from sessions.scoring.landmarks import BROW, CORNER, EYE_CORNERS, LID_PAIRS, Points

FRONTAL = Pose(0.0, 0.0, 0.0)
QUIET = Noise(mm=(0.1,) * 9, narrowing_percent=1.0, corner_mm=0.1)


def face() -> Floats:
    """A symmetric face, (478, 3) head-frame mm: brows 20 over the eyes, corners 60 below."""
    made = np.zeros((478, 3))
    for side in SIDES:
        out = 1.0 if side == "left" else -1.0
        for points, x, y in ((BROW, 30.0, -20.0), (EYE_CORNERS, 32.0, 0.0), (CORNER, 25.0, 60.0)):
            made[list(points[side]), :2] = (out * x, y)
        for upper, lower in LID_PAIRS[side]:
            made[upper, :2], made[lower, :2] = (out * 32.0, -5.0), (out * 32.0, 5.0)
    return made


def rest(left: Floats, right: Floats, pose: Pose = FRONTAL) -> Rest:
    """A rest with these composites."""
    return Rest(
        head=face(),
        left=left[:, :2],
        right=right[:, :2],
        rotation=rotation_of(pose),
        px_per_mm=2.0,
        size=1.0,
        patch=np.zeros((24, 16)),
        skin=np.zeros((77, 108), dtype=np.float32),
        sharpness=1.0,
        noise_left=QUIET,
        noise_right=QUIET,
    )


def lowered(part: dict[Side, Points], mm: float) -> Floats:
    """The face of a composite with a part lower: on both its sides, which show one half."""
    made = face()
    for side in SIDES:
        made[list(part[side]), 1] += mm
    return made


def read(given: Rest) -> AtRest:
    """What is read of it."""
    found = at_rest(given)
    assert found is not None
    return found


def test_equal_halves_read_equal() -> None:
    """And at their heights over the line through the eyes."""
    found = read(rest(face(), face()))

    assert found.left == found.right == RestHalf(brow_mm=20.0, eye_mm=10.0, corner_mm=-60.0)
    assert found.clear_from == CLEAR_FROM
    assert found.sure


@pytest.mark.parametrize("mm", [-4.0, 2.5])
def test_a_lower_part_is_read_on_its_half_and_nowhere_else(mm: float) -> None:
    """A corner changes no brow, a brow no corner, neither the other half."""
    usual = read(rest(face(), face())).left
    corner = read(rest(lowered(CORNER, mm), face()))
    brow = read(rest(face(), lowered(BROW, mm)))

    assert corner.left == replace(usual, corner_mm=-60.0 - mm)
    assert corner.right == usual
    assert brow.right == replace(usual, brow_mm=20.0 - mm)
    assert brow.left == usual


def test_an_eye_that_is_open_less_is_read_as_that() -> None:
    """The opening of each eye is its own."""
    narrow = face()
    for side in SIDES:
        for upper, _ in LID_PAIRS[side]:
            narrow[upper, 1] += 3.0

    found = read(rest(narrow, face()))

    assert (found.left.eye_mm, found.right.eye_mm) == pytest.approx((7.0, 10.0))


def test_the_opening_is_that_of_both_models() -> None:
    """Of the composite alone, where the other one was not asked."""
    given = replace(rest(face(), face()), eye_left=EyeRest(iris_gap_mm=8.1), eye_right=EyeRest())

    found = read(given)

    assert (found.left.eye_mm, found.right.eye_mm) == pytest.approx((9.0, 10.0))


def test_what_is_left_of_a_roll_is_no_difference() -> None:
    """Composites whose eyes lie askew are read along the line through them."""
    tilt = 0.03
    left, right = face(), face()
    away = np.abs(face()[:, 0])
    left[:, 1] += tilt * away
    right[:, 1] -= tilt * away

    found = read(rest(left, right))

    assert found.left.corner_mm == pytest.approx(found.right.corner_mm, abs=1e-6)
    assert found.left.brow_mm == pytest.approx(found.right.brow_mm, abs=1e-6)


@pytest.mark.parametrize(
    ("pose", "sure"),
    [(Pose(5.9, -9.0, 3.0), True), (Pose(6.5, 0.0, 0.0), False), (Pose(0.0, 11.0, 0.0), False)],
)
def test_a_turned_head_is_told_in_words_only(pose: Pose, sure: bool) -> None:
    """Beyond the pose the millimetres were tested in."""
    assert read(rest(face(), face(), pose)).sure is sure


def test_without_a_composite_nothing_is_read() -> None:
    """Plain landmarks make halves alike that are not."""
    assert at_rest(rest(face()[:0], face())) is None


def test_the_size_of_the_face_scales_its_heights() -> None:
    """What counts as a clear difference stays."""
    usual, larger = read(rest(face(), face())), read(replace(rest(face(), face()), size=1.1))

    assert larger.left.brow_mm == pytest.approx(1.1 * usual.left.brow_mm)
    assert larger.left.eye_mm == pytest.approx(1.1 * usual.left.eye_mm)
    assert larger.left.corner_mm == pytest.approx(1.1 * usual.left.corner_mm)
    assert larger.clear_from == usual.clear_from
