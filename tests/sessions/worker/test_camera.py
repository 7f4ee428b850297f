"""Opening a camera: what is said where the one that was meant gives nothing."""

from typing import Any

import pytest

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

    def read(self) -> tuple[bool, None]:
        """Nothing."""
        return False, None

    def get(self, propId: int, /) -> float:
        """Nothing."""
        return 0.0

    def set(self, propId: int, value: float, /) -> bool:
        """No."""
        return False

    def release(self) -> None:
        """Nothing is held."""


class Machine(Hardware):
    """A machine with some cameras, none of which gives a picture."""

    first_s = 0.0

    def __init__(self, opens: bool, *listed: CameraDevice) -> None:
        self.opens, self.listed = opens, listed
        self.tried: list[int] = []

    def cameras(self) -> Any:
        """As made."""
        return self.listed

    def capture(self, number: int) -> Capture:
        """One more was tried."""
        self.tried.append(number)
        return Nothing(self.opens)


@pytest.mark.parametrize("opens", [False, True])
def test_the_others_are_named_and_not_taken(opens: bool) -> None:
    """The first video node of a new laptop is often no camera at all."""
    machine = Machine(opens, RAW, USB)
    with pytest.raises(Trouble, match=r"Or choose another: camera:992 \(USB Camera\)") as caught:
        open_camera("", machine)

    assert caught.value.kind == "camera"
    assert machine.tried == [990]


def test_where_there_is_no_other_none_is_named() -> None:
    """The sentence ends as before."""
    with pytest.raises(Trouble, match="could not be opened") as caught:
        open_camera("990", Machine(False, RAW))

    assert "another:" not in caught.value.sentence
