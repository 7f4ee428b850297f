"""A half mirrored into a whole face, without any rest."""

from collections.abc import Iterator

import numpy as np
import pytest

from sessions.face.face_reader import FaceReader
from sessions.face.landmarker import Face
from sessions.face.whole_face import FRAME, MOST_YAW_DEG, WholeFace
from sessions.readings import Pose
from sessions.scoring.geometry import rotation_of
from tests.sessions.selftest.portraits import model, portrait


@pytest.fixture(scope="module")
def reader() -> Iterator[FaceReader]:
    """Reads faces; nothing was calibrated."""
    with FaceReader(model()) as made:
        yield made


def test_both_halves_of_the_picture_are_the_half_that_was_asked_for(reader: FaceReader) -> None:
    """Each is its own mirror image, and the two are not alike: a lit side and a dark one."""
    picture = portrait().picture
    shown: list[np.ndarray] = []
    for side in ("left", "right"):
        reader.show_half(side)
        reader.read(picture, len(shown), len(shown) / 30)
        assert reader.whole_face is not None
        shown.append(reader.whole_face)

    rows, columns = FRAME
    for face in shown:
        assert face.shape == (rows.stop - rows.start, columns.stop - columns.start, 3)
        assert np.array_equal(face, face[:, ::-1])
        assert face.std() > 20.0
    assert not np.array_equal(shown[0], shown[1])


def test_none_is_made_unasked_nor_without_a_face(reader: FaceReader) -> None:
    """Nor after it was asked for no longer."""
    reader.show_half("left")
    reader.read(np.full((480, 640, 3), 90, np.uint8), 10, 1.0)
    assert reader.whole_face is None
    reader.read(portrait().picture, 11, 1.1)
    assert reader.whole_face is not None
    reader.show_half(None)
    assert reader.whole_face is None
    reader.read(portrait().picture, 12, 1.2)
    assert reader.whole_face is None


def test_a_head_that_is_turned_far_shows_none() -> None:
    """The half that is turned away has too few pixels."""
    rgb = np.zeros((48, 64, 3), np.uint8)
    for yaw_deg in (MOST_YAW_DEG + 1.0, -MOST_YAW_DEG - 1.0):
        turned = Face(np.zeros((478, 3)), rotation_of(Pose(yaw_deg, 0.0, 0.0)), 600.0)
        assert WholeFace().of(rgb, turned, "left") is None
