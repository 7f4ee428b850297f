"""The one door to MediaPipe: bad pictures never poison it."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from sessions.face.landmarker import BrokenLibrary, FaceCounter, Landmarker, usable
from tests.sessions.selftest.portraits import at_rest_rgb, model

BAD = {
    "empty": np.empty((0, 0, 3), np.uint8),
    "grey": np.zeros((480, 640), np.uint8),
    "float": np.zeros((480, 640, 3), np.float32),
    "four channels": np.zeros((480, 640, 4), np.uint8),
    "sliver": np.zeros((2, 640, 3), np.uint8),
}


@pytest.fixture(scope="module")
def landmarker() -> Iterator[Landmarker]:
    """One that follows a face."""
    with Landmarker(model()) as landmarker:
        yield landmarker


@pytest.mark.parametrize("name", BAD)
def test_a_bad_picture_is_no_face_and_poisons_nothing(landmarker: Landmarker, name: str) -> None:
    """The next good picture is read as if nothing had happened."""
    assert landmarker.find(BAD[name]) is None

    assert landmarker.find(at_rest_rgb()) is not None


def test_a_changing_picture_size_is_taken_as_it_comes(landmarker: Landmarker) -> None:
    """Half the size is half the points."""
    whole = landmarker.find(at_rest_rgb())
    half = landmarker.find(np.ascontiguousarray(at_rest_rgb()[::2, ::2]))

    assert whole is not None
    assert half is not None
    assert half.points[1, :2] * 2 == pytest.approx(whole.points[1, :2], abs=4.0)


def test_nothing_is_filtered_between_pictures(landmarker: Landmarker) -> None:
    """After a jump of the picture the points are where a fresh reader finds them at once."""
    moved = np.roll(at_rest_rgb(), 12, axis=1)
    before = [landmarker.find(at_rest_rgb()) for _ in range(5)][-1]
    first = landmarker.find(moved)
    settled = [landmarker.find(moved) for _ in range(5)][-1]

    assert before is not None
    assert first is not None
    assert settled is not None
    jump = settled.points[:, 0] - before.points[:, 0]
    assert np.median(jump) == pytest.approx(12.0, abs=1.0)
    assert np.abs(first.points - settled.points)[:, :2].mean() < 1.0


def test_something_that_is_no_picture_is_not_usable() -> None:
    """Any object may be asked about."""
    assert not usable(None)
    assert not usable("picture")
    assert usable(at_rest_rgb())


def test_the_counter_counts_both_faces() -> None:
    """Two people beside one another are two."""
    two = np.ascontiguousarray(np.hstack([at_rest_rgb()[:, 120:520], at_rest_rgb()[:, 120:520]]))
    counter = FaceCounter(model())
    try:
        assert len(counter.boxes(at_rest_rgb())) == 1
        assert len(counter.boxes(two)) == 2
        assert counter.boxes(BAD["grey"]) == []
    finally:
        counter.close()


def test_a_file_that_is_no_model_is_a_plain_error(tmp_path: Path) -> None:
    """Said by us, not by the library."""
    other = tmp_path / "face_landmarker.task"
    other.write_bytes(b"nothing of the kind")

    with pytest.raises(BrokenLibrary, match="model"):
        FaceCounter(other)
    with pytest.raises(BrokenLibrary, match="model"):
        Landmarker(other)
