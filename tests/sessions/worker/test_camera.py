"""Opening a camera: what is said where the one that was meant gives nothing."""

import numpy as np
import pytest
from numpy.typing import NDArray

from routines.errors import Trouble
from sessions.camera.devices import CameraDevice
from sessions.worker.sources.camera import Capture, Hardware, open_camera

RAW = CameraDevice(990, "Image Processor Capture 0")
"""Listed by the system, and gives no picture; numbers far from those of a real machine."""
USB = CameraDevice(992, "USB Camera")


class Nothing:
    """A driver that does not open, or opens and stays silent."""

    def __init__(self, opens: bool) -> None:
        self.opens = opens

    def isOpened(self) -> bool:
        """As made."""
        return self.opens

    def read(self) -> tuple[bool, NDArray[np.uint8] | None]:
        """Nothing."""
        return False, None

    def grab(self) -> bool:
        """As `read`."""
        return self.read()[0]

    def get(self, propId: int, /) -> float:
        """Nothing."""
        return 0.0

    def set(self, propId: int, value: float, /) -> bool:
        """No."""
        return False

    def release(self) -> None:
        """Nothing is held."""


class Works(Nothing):
    """A driver that gives pictures of one size, whatever is asked of it."""

    def __init__(self, height: int = 480, width: int = 640, fps: float = 30.0) -> None:
        super().__init__(True)
        self._fps = fps
        self._picture = np.full((height, width, 3), 120, np.uint8)

    def read(self) -> tuple[bool, NDArray[np.uint8] | None]:
        """One more, with a little noise."""
        self._picture[0, 0] += 1
        return True, self._picture.copy()

    def get(self, propId: int, /) -> float:
        """Its rate, whatever is asked."""
        return self._fps


class Machine(Hardware):
    """A machine with some cameras."""

    first_s = 0.05

    def __init__(self, **drivers: Nothing) -> None:
        self.drivers = {int(number.strip("n")): driver for number, driver in drivers.items()}
        self.listed: tuple[CameraDevice, ...] | None = (RAW, USB)
        self.tried: list[int] = []

    def cameras(self) -> tuple[CameraDevice, ...] | None:
        """As made."""
        return self.listed

    def capture(self, number: int) -> Capture:
        """One more was tried."""
        self.tried.append(number)
        return self.drivers.get(number, Nothing(False))


@pytest.mark.parametrize("which", ["", "990", "0"])
@pytest.mark.parametrize("opens", [False, True])
def test_what_is_no_camera_is_passed_over_and_said(which: str, opens: bool) -> None:
    """The first video node of a new laptop is often none."""
    machine = Machine(n990=Nothing(opens), n992=Works())
    source = open_camera(which, machine)

    assert source.device == USB
    assert machine.tried == [990, 992]
    assert source.notes == (
        "camera:990 (Image Processor Capture 0) gave no picture. camera:992 (USB Camera) is used.",
    )


def test_one_that_works_is_taken_without_a_word() -> None:
    """The others are left alone."""
    machine = Machine(n990=Works(), n992=Works())
    source = open_camera("", machine)

    assert (source.device, source.notes, machine.tried) == (RAW, (), [990])


def test_a_camera_that_was_named_is_not_replaced() -> None:
    """Its own answer is told; the person may name another."""
    machine = Machine(n990=Works(), n992=Nothing(False))
    with pytest.raises(Trouble, match=r"camera:992 \(USB Camera\) could not be opened"):
        open_camera("usb", machine)

    assert machine.tried == [992]


def test_where_none_works_all_are_named_with_what_they_answered() -> None:
    """In one sentence each, then what helps."""
    with pytest.raises(Trouble, match="No camera gives a picture") as caught:
        open_camera("", Machine(n990=Nothing(False), n992=Nothing(True)))

    said = caught.value.sentence
    assert "camera:990 (Image Processor Capture 0) could not be opened." in said
    assert "camera:992 (USB Camera) opened but sends no picture." in said
    assert said.count("Close other programs") == 1
    assert caught.value.kind == "camera"


def test_where_there_is_one_camera_its_own_answer_is_all() -> None:
    """As long as before."""
    machine = Machine()
    machine.listed = (RAW,)
    with pytest.raises(Trouble, match="could not be opened") as caught:
        open_camera("990", machine)

    assert "No camera gives" not in caught.value.sentence


def test_where_cameras_are_not_listed_the_first_numbers_are_tried() -> None:
    """Other systems than Linux."""
    machine = Machine(n1=Works())
    machine.listed = None

    assert open_camera("", machine).device == CameraDevice(1, "")


@pytest.mark.parametrize(
    ("listed", "number"),
    [
        ((RAW, USB), 992),
        ((RAW, CameraDevice(994, "USB Camera")), 994),
        ((CameraDevice(994, "USB Camera"), CameraDevice(992, "Another")), 994),
        ((CameraDevice(991, "USB Camera"), USB), 992),
    ],
)
def test_one_that_comes_back_is_found_by_its_name(
    listed: tuple[CameraDevice, ...], number: int
) -> None:
    """Under another number too; of two alike it is the one with the same number."""
    machine = Machine(**{f"n{n}": Works() for n in range(990, 996)})
    machine.listed = listed

    assert open_camera("0", machine, USB).device.number == number


def test_while_it_is_gone_no_other_one_is_taken() -> None:
    """Rest was taken with this one, and its side was asked about."""
    machine = Machine(n990=Works())
    machine.listed = (RAW,)
    with pytest.raises(Trouble, match=r"camera:992 \(USB Camera\) is gone. Plug it in again."):
        open_camera("0", machine, USB)

    assert machine.tried == []


@pytest.mark.parametrize(
    ("asked", "given"),
    [((2160, 3840), (1080, 1920)), ((1280, 720), (1280, 720)), ((480, 640), (480, 640))],
)
@pytest.mark.parametrize("fps", [15.0, 30.0])
def test_large_and_upright_pictures_and_few_of_them_are_taken(
    asked: tuple[int, int], given: tuple[int, int], fps: float
) -> None:
    """4K is scaled down, a portrait stays one, and fifteen a second are what it has."""
    source = open_camera("", Machine(n990=Works(*asked, fps=fps)))
    frame = source.read()

    assert frame is not None
    assert frame.picture is not None
    assert frame.picture.shape == (*given, 3)
    assert (source.height, source.width, source.fps) == (*given, fps)
