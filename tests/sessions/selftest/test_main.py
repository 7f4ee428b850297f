"""The selftest's process: which picture it takes, and the whole way once, cut short."""

import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from routines.errors import Trouble
from routines.movements import SIDES
from sessions.camera.devices import CameraDevice
from sessions.face.face_reader import FaceReader
from sessions.scoring.landmarks import OUTER_CANTHUS
from sessions.selftest import scenes, seated_face
from sessions.selftest.main import chosen
from sessions.selftest.numbers import PerSide
from sessions.selftest.results import NO_PICTURE, Resting, SelfTestRequest
from sessions.selftest.seated_face import CANTHI_PX, SeatedFace, place_face
from sessions.worker.sources.camera import Capture, Hardware
from tests.sessions.selftest.portraits import model, portrait

RESTING = Resting(tested=1, turned_deg=4.0, rms_mm=0.1, most_mm=0.1)
"""In place of eleven rests, which `test_resting` is about."""


class Cameras(Hardware):
    """One camera that shows a brighter picture each time, or none."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._grey = 0
        self.released = False

    def cameras(self) -> tuple[CameraDevice, ...]:
        """Those there are."""
        return tuple(CameraDevice(number, "Fake") for number in range(self._count))

    def capture(self, number: int) -> Capture:
        """Itself."""
        return self

    def isOpened(self) -> bool:
        """Always."""
        return True

    def read(self) -> tuple[bool, NDArray[np.uint8]]:
        """At once."""
        self._grey += 1
        return True, np.full((480, 640, 3), self._grey, np.uint8)

    def grab(self) -> bool:
        """As `read`."""
        return self.read()[0]

    def get(self, propId: int, /) -> float:
        """Thirty frames a second."""
        return 30.0

    def set(self, propId: int, value: float, /) -> bool:
        """As asked."""
        return True

    def release(self) -> None:
        """Noted."""
        self.released = True


def test_a_picture_without_a_face_is_refused() -> None:
    """In one sentence."""
    with pytest.raises(Trouble, match="No face was found"):
        place_face(np.full((480, 640, 3), 120, np.uint8), model())


def test_a_face_too_small_is_refused_with_the_size_it_needs() -> None:
    """As wide as it is and as wide as it should be."""
    shrunk = cv2.resize(portrait().picture, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)

    with pytest.raises(Trouble, match=r"about 7\d pixels wide. It should be at least 75"):
        place_face(np.asarray(shrunk, dtype=np.uint8), model())


def test_a_small_face_is_seated_as_a_camera_would_show_it() -> None:
    """In the middle, at the usual size."""
    shrunk = cv2.resize(portrait().picture, None, fx=0.6, fy=0.6, interpolation=cv2.INTER_AREA)
    picture, seated = place_face(np.asarray(shrunk, dtype=np.uint8), model())
    left, right = (seated.points[OUTER_CANTHUS[side], :2] for side in SIDES)

    assert picture.shape == (480, 640, 3)
    assert np.linalg.norm(left - right) == pytest.approx(CANTHI_PX, rel=0.03)
    assert (left + right)[0] / 2 == pytest.approx(320, abs=15)


def test_a_seated_face_is_read_by_a_reader_of_sessions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its rest, then a smile of one half."""
    monkeypatch.setattr(seated_face, "SETTLE", 1)
    monkeypatch.setattr(seated_face, "READ", 1)
    seated = SeatedFace(portrait().picture, model(), FaceReader(model(), stills=True))
    taken = seated.rest(seconds=0.0)
    (reading,) = seated.settled(seated.portrait.moved("open-smile", PerSide(1.0, 0.0)))
    seated.close()
    true = seated.portrait.truth_mm("open-smile", "left", 1.0)

    assert taken.at_rest is not None
    assert reading.left is not None, reading.reason
    assert reading.right is not None
    assert 0.7 < reading.left.measure("open-smile") / true < 1.1
    assert abs(reading.right.measure("open-smile") / true) < 0.1


@pytest.mark.long
def test_the_whole_way_for_one_movement(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fewer frames and poses than the command shows, the same numbers within reason.

    Always: the same from a reader that is known (`test_scenes.py`), and the real one seated.
    """
    monkeypatch.setattr(scenes, "TESTED", ("open-smile",))
    monkeypatch.setattr(scenes, "WITH_HEAD", ("open-smile",))
    monkeypatch.setattr(scenes, "LEVELS", scenes.LEVELS[:7])
    monkeypatch.setattr(scenes, "STILL_FRAMES", 8)
    monkeypatch.setattr(scenes, "POSES", 2)
    monkeypatch.setattr(scenes, "resting", lambda seated: RESTING)
    rest = seated_face.SeatedFace.rest
    monkeypatch.setattr(scenes.SeatedFace, "rest", lambda seated: rest(seated, seconds=0.3))
    monkeypatch.setattr(seated_face, "SETTLE", 2)
    monkeypatch.setattr(seated_face, "READ", 1)
    found = scenes.measure(portrait().picture, "made", model())
    (row,) = found.rows

    assert (row.measure, row.low_confidence) == ("open-smile", False)
    assert 0.7 < row.gain < 1.1
    assert abs(row.leak_percent) < 10.0
    assert row.quarter == pytest.approx(0.25, abs=0.06)
    assert row.r2 > 0.95
    assert row.moving_r2 is not None
    assert row.moving_r2 > 0.9
    assert row.moving_still_mm is not None
    assert 0.0 < row.moving_still_mm < 0.9
    assert found.resting is RESTING
    assert found.light_noticed
    assert found.moving.frames == 2 + len(scenes.LEVELS)
    assert found.moving.refused_turned + found.moving.refused_otherwise <= 2


def test_a_photo_is_called_by_its_file_name(tmp_path: Path) -> None:
    """Folders are nobody's business."""
    path = tmp_path / "me.png"
    cv2.imwrite(str(path), portrait().picture)
    picture, name = chosen(SelfTestRequest(model="", photo=str(path)), Cameras(0))

    assert name == "me.png"
    assert np.array_equal(picture, portrait().picture)


def test_a_file_that_is_no_picture_is_refused(tmp_path: Path) -> None:
    """Whatever its name says."""
    path = tmp_path / "me.png"
    path.write_text("not a picture")

    with pytest.raises(Trouble, match=r"me.png is text, not a picture") as refused:
        chosen(SelfTestRequest(model="", photo=str(path)), Cameras(0))
    assert refused.value.kind == "video"


def test_the_camera_gives_its_last_picture_and_is_let_go() -> None:
    """The first ones are too dark or too bright."""
    cameras = Cameras(1)
    picture, name = chosen(SelfTestRequest(model="", camera=True), cameras)

    assert name == "camera"
    assert picture.mean() >= 60
    assert cameras.released


def test_no_camera_is_said() -> None:
    """Its kind is what makes exit 3 of it."""
    with pytest.raises(Trouble, match="camera") as refused:
        chosen(SelfTestRequest(model="", camera=True), Cameras(0))
    assert refused.value.kind == "camera"


def test_without_scikit_image_it_says_what_else_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the package is there but cannot be loaded."""
    monkeypatch.setitem(sys.modules, "skimage", None)

    with pytest.raises(Trouble) as refused:
        chosen(SelfTestRequest(model=""), Cameras(0))
    assert (refused.value.sentence, refused.value.kind) == (NO_PICTURE, "usage")
