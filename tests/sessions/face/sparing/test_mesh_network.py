"""MediaPipe's network in LiteRT: the same points on the same crop."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from sessions.face.landmarker import Landmarker
from sessions.face.litert import NoLiteRT
from sessions.face.sparing.mesh_network import CROP_OF_FACE, CROP_PX, MeshNetwork
from tests.sessions.selftest.portraits import at_rest_rgb, model

EYES = (33, 263)
"""The points that MediaPipe levels its crop by."""


def crop_of(points: np.ndarray, picture: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The crop that MediaPipe makes about the points of the picture before, and the matrix from
    its pixels to the picture's."""
    low, high = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
    along, down = points[EYES[1], :2] - points[EYES[0], :2]
    turn = np.array([[along, -down], [down, along]]) / np.hypot(along, down)
    step = CROP_OF_FACE * (high - low).max() / CROP_PX * turn
    back = np.column_stack([step, (low + high) / 2 - step.sum(axis=1) * CROP_PX / 2])
    # Corners are laid on corners, as MediaPipe does, though cv2 counts from the middle of pixels.
    crop = cv2.warpAffine(picture, back, (CROP_PX,) * 2, flags=cv2.WARP_INVERSE_MAP | 1)
    return crop, back


def test_its_points_are_mediapipes_on_the_same_crop() -> None:
    """To a hundredth of a pixel of the picture; and a crop without a face has none."""
    network = MeshNetwork(model())
    with Landmarker(model()) as landmarker:
        *_, before, theirs = [landmarker.points(at_rest_rgb()) for _ in range(6)]
    assert before is not None
    assert theirs is not None
    crop, back = crop_of(before, at_rest_rgb())
    found = network.points(crop)
    nothing = network.points(np.zeros_like(crop))
    again = network.points(crop)

    assert found is not None
    assert again is not None
    ours = np.column_stack([found[:, :2], np.ones(len(found))]) @ back.T
    assert np.abs(ours - theirs[:, :2]).max() < 0.01
    assert nothing is None
    assert np.array_equal(found, again)


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    """As any other reason why LiteRT does not run."""
    other = tmp_path / "face_landmarker.task"
    other.write_bytes(b"nothing of the kind")

    with pytest.raises(NoLiteRT, match="model"):
        MeshNetwork(other)
