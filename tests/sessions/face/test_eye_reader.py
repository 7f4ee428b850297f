"""The second witness of an eye: each eye by itself, by a network that may be missing."""

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from routines.movements import SIDES, Side, other_side
from sessions.camera.model_file import find_iris_model, find_model
from sessions.face.eye_reader import EyeCanvas, EyeReader, Gaps, Irises, eye_reader
from sessions.face.landmarker import Landmarker
from sessions.face.litert import NoLiteRT
from sessions.scoring.geometry import Placement, head_from, iris_px_per_mm
from sessions.selftest.numbers import PerSide
from tests.sessions.selftest.portraits import at_rest, portrait


class Seen:
    """The seated face laid out, and who reads its eyes."""

    def __init__(self) -> None:
        with Landmarker(find_model(), stills=True) as landmarker:
            face = landmarker.find(_rgb(at_rest()))
        assert face is not None
        head = head_from(face.points, face.rotation, iris_px_per_mm(face.points))
        self.canvas = EyeCanvas.of(head)
        self.placement = Placement.fit_stable(head, face.points, face.rotation)
        made = eye_reader(find_iris_model())
        assert made is not None
        self.reader: EyeReader = made

    def gaps(self, picture: NDArray[np.uint8], t_s: float | None = None) -> Gaps:
        """What is read of a BGR picture."""
        return self.reader.submit(_rgb(picture), self.canvas, self.placement, t_s).result()

    def irises(
        self, picture: NDArray[np.uint8], placement: Placement | None = None
    ) -> Irises | None:
        """What is read of a BGR picture of the head at `placement`, as it sits unless named."""
        at = placement or self.placement
        gaps, irises = self.reader.read_with_irises(_rgb(picture), self.canvas, at)
        assert gaps == self.reader.read(_rgb(picture), self.canvas, at)
        return irises


def _rgb(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.ascontiguousarray(picture[:, :, ::-1])


@pytest.fixture(scope="module")
def seen() -> Iterator[Seen]:
    """One for all."""
    made = Seen()
    yield made
    made.reader.close()


def test_open_eyes_are_about_as_wide_as_eyes_are(seen: Seen) -> None:
    """Between 6 and 13 mm, in the head's own millimetres."""
    gaps = seen.gaps(at_rest())

    assert set(gaps) == set(SIDES)
    assert all(6.0 < gap < 13.0 for gap in gaps.values())


@pytest.mark.parametrize("side", SIDES)
def test_one_eye_closes_and_the_other_does_not(seen: Seen, side: Side) -> None:
    """Not by a hundredth of a millimetre: they share no pixel."""
    still = seen.gaps(at_rest())
    level = PerSide(1.0, 0.0) if side == "left" else PerSide(0.0, 1.0)
    closed = seen.gaps(portrait().moved("eye-closure", level))

    other = other_side(side)
    assert closed[side] < 0.7 * still[side]
    assert closed[other] == pytest.approx(still[other], abs=0.01)


@pytest.mark.parametrize(
    ("at_s", "read_anew"),
    [
        ((0.033,), ("left",)),
        ((0.033, 0.067), ("left", "right")),
        ((0.033, 0.067, 0.1), ("left", "right", "left")),
        ((0.067,), ("left right",)),
        ((0.033, 0.1), ("left", "left right")),
        ((-1.0,), ("left right",)),
    ],
)
def test_in_turns_one_eye_is_read_in_each_frame_that_comes_quickly(
    seen: Seen, at_s: tuple[float, ...], read_anew: tuple[str, ...]
) -> None:
    """The other keeps what was read of it a frame ago; after a pause both are read."""
    shut = portrait().moved("eye-closure", PerSide(1.0, 1.0))
    pictures = {False: at_rest(), True: shut}
    gap = {is_shut: seen.gaps(picture) for is_shut, picture in pictures.items()}
    known = dict(seen.gaps(at_rest(), 0.0))

    for n, (t_s, anew) in enumerate(zip(at_s, read_anew, strict=True)):
        is_shut = n % 2 == 0
        known |= {side: gap[is_shut][side] for side in SIDES if side in anew.split()}
        assert seen.gaps(pictures[is_shut], t_s) == pytest.approx(known)
    assert seen.gaps(shut) == pytest.approx(gap[True])


def test_another_rest_begins_with_both(seen: Seen) -> None:
    """What was read of an eye laid out otherwise says nothing."""
    seen.gaps(at_rest(), 0.0)
    seen.canvas = EyeCanvas(seen.canvas.places, seen.canvas.mm_per_px)
    shut = portrait().moved("eye-closure", PerSide(1.0, 1.0))

    assert seen.gaps(shut, 0.033) == pytest.approx(seen.gaps(shut))


def test_without_the_model_there_is_no_second_witness() -> None:
    """And no error: eyes are read as they were."""
    assert eye_reader(None) is None


@pytest.mark.parametrize("content", [b"", b"no network"])
def test_a_file_that_is_no_network_is_refused(tmp_path: Path, content: bytes) -> None:
    """And is no reason to stop."""
    other = tmp_path / "iris_landmark.tflite"
    other.write_bytes(content)

    with pytest.raises(NoLiteRT):
        EyeReader(other)
    assert eye_reader(other) is None


def test_irises_are_as_wide_and_as_far_apart_as_irises_are(seen: Seen) -> None:
    """Within three standard deviations of adults, in a unit in which landmarks are 5 % off."""
    found = seen.irises(at_rest())

    assert found is not None
    assert 10.3 < found.width < 13.1
    assert 51.0 < found.apart < 74.0


def test_a_larger_picture_shows_irises_of_the_same_size(seen: Seen) -> None:
    """The crop is laid out on the head, whatever its pixels."""
    larger = Placement(
        seen.placement.rotation,
        2 * seen.placement.scale,
        2 * seen.placement.shift + 8.0,
        seen.placement.distance_mm,
    )
    picture = cv2.resize(at_rest(), None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    moved = cv2.copyMakeBorder(picture, 8, 0, 8, 0, cv2.BORDER_REPLICATE)
    found, known = seen.irises(np.asarray(moved, dtype=np.uint8), larger), seen.irises(at_rest())

    assert found is not None
    assert known is not None
    assert found.width == pytest.approx(known.width, rel=0.02)
    assert found.apart == pytest.approx(known.apart, rel=0.01)


def test_an_iris_that_is_no_number_is_not_read(seen: Seen, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then there is no size by this model."""
    monkeypatch.setattr("sessions.face.eye_reader.IrisNetwork._iris_px", lambda self: None)

    assert seen.irises(at_rest()) is None
