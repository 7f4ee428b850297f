"""Half-face pictures: each shows its own half only, whatever the head does."""

import numpy as np
import pytest

from routines.movements import SIDES, Side
from sessions.face.composites import CANVAS_PX, CompositeCanvas, patch_of
from sessions.face.landmarker import Landmarker
from sessions.readings import Pose
from sessions.scoring.geometry import Placement, head_from, iris_px_per_mm, rotation_of
from tests.sessions.selftest.portraits import at_rest_rgb, model


@pytest.fixture(scope="module")
def seen() -> tuple[CompositeCanvas, Placement]:
    """The seated face laid out, and where it is."""
    with Landmarker(model(), stills=True) as landmarker:
        face = landmarker.find(at_rest_rgb())
    assert face is not None
    head = head_from(face.points, face.rotation, iris_px_per_mm(face.points))
    return CompositeCanvas.of(head), Placement.fit_stable(head, face.points, face.rotation)


@pytest.mark.parametrize("side", SIDES)
def test_a_composite_is_its_own_mirror_image(
    seen: tuple[CompositeCanvas, Placement], side: Side
) -> None:
    """To the pixel."""
    canvas, placement = seen
    picture = canvas.picture(at_rest_rgb(), placement, side)

    assert picture.shape == (CANVAS_PX, CANVAS_PX, 3)
    assert np.array_equal(picture, picture[:, ::-1])


def test_a_composite_shows_nothing_of_the_other_half(
    seen: tuple[CompositeCanvas, Placement],
) -> None:
    """What happens beyond the midline changes no pixel."""
    canvas, placement = seen
    middle = int(placement.project(np.zeros((1, 3)))[0, 0])
    spoilt = at_rest_rgb().copy()
    spoilt[:, middle + 40 :] = 0

    right = canvas.picture(spoilt, placement, "right")
    left = canvas.picture(spoilt, placement, "left")

    assert np.array_equal(right, canvas.picture(at_rest_rgb(), placement, "right"))
    assert not np.array_equal(left, canvas.picture(at_rest_rgb(), placement, "left"))


def test_a_moved_and_scaled_picture_gives_the_same_composite(
    seen: tuple[CompositeCanvas, Placement],
) -> None:
    """The canvas follows the head."""
    canvas, placement = seen
    shifted = np.roll(at_rest_rgb(), (7, -11), axis=(0, 1))
    there = Placement(placement.rotation, placement.scale, placement.shift + np.array([-11.0, 7.0]))

    assert np.array_equal(
        canvas.picture(shifted, there, "left"), canvas.picture(at_rest_rgb(), placement, "left")
    )


def test_canvas_points_go_back_to_the_head(seen: tuple[CompositeCanvas, Placement]) -> None:
    """The middle of the canvas is the midline; a hundred pixels are the canthi apart."""
    canvas, _ = seen
    points = canvas.to_head(np.array([[CANVAS_PX / 2, 130.0], [CANVAS_PX / 2 + 50.0, 130.0]]))

    assert points[0] == pytest.approx([0.0, 0.0])
    assert points[1, 0] == pytest.approx(50.0 / canvas.px_per_mm)


def test_the_patch_is_taken_from_the_own_half(seen: tuple[CompositeCanvas, Placement]) -> None:
    """Grey blocks of the half a composite was made from, in picture order."""
    canvas, placement = seen
    composite = canvas.picture(at_rest_rgb(), placement, "right")

    assert patch_of(composite, "right") == pytest.approx(patch_of(composite, "left")[:, ::-1])


def test_a_turned_placement_turns_back(seen: tuple[CompositeCanvas, Placement]) -> None:
    """A placement and its projection agree after a turn, so a turned head is looked up turned."""
    _, placement = seen
    turned = Placement(
        rotation_of(Pose(8.0, 0.0, 0.0)) @ placement.rotation, placement.scale, placement.shift
    )
    nose = np.array([[0.0, 30.0, -20.0]])

    assert turned.project(nose)[0, 0] > placement.project(nose)[0, 0] + 2.0
