"""The real camera process with parts that break. Run as `python faulty_worker.py FAULT`, or with
`@FILE`, where the fault of the moment stands in a file.

Cameras and the reader are replaced, everything else (pipes, threads, latest frame, messages,
ending) is what ships. Nothing a person types can reach this.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from routines.errors import Trouble
from routines.movements import Side
from sessions.camera.devices import CameraDevice
from sessions.face.face_reader import Looked
from sessions.messages import Open, RestRefused, RestTaken
from sessions.readings import Half, Noise, Reading
from sessions.worker.main import WorkerParts, main
from sessions.worker.sources.camera import Capture, Hardware
from tests.patience import patience_by_load

HALF = Half(mm=(0.0,) * 9, narrowing_percent=0.0, corner_out_mm=0.0, corner_up_mm=0.0)
NOISE = Noise(mm=(0.1,) * 9, narrowing_percent=0.5, corner_mm=0.1)


class FakeReader:
    """Measures nothing, quickly; its calibration is a counter that survives restarts."""

    in_turns = False
    reads_eyes = True
    eyes_in_turns = False
    follows_skin = True
    whole_face = None

    def __init__(self) -> None:
        self._rest: RestTaken | RestRefused | None = None
        self._calibrated = False

    def look(self, picture: NDArray[np.uint8], n: int, t_s: float) -> Looked:
        """Nothing can be seen without a model; dark pictures are called dark."""
        dark = float(picture.mean()) < 5.0
        return Looked(Reading(n=n, t_s=t_s, reason="too-dark" if dark else None))

    def complete(self, looked: Looked) -> Reading:
        """A reading with halves once there is a rest."""
        half = HALF if self._calibrated and looked.reading.reason is None else None
        return msgspec.structs.replace(looked.reading, left=half, right=half)

    def take_rest(self, seconds: float) -> None:
        """Succeeds at once."""
        self._calibrated = True
        self._rest = RestTaken(
            calibration=b"rest",
            begin_s=0.0,
            end_s=seconds,
            short=False,
            left=NOISE,
            right=NOISE,
            mm_per_px=0.5,
        )

    def finish_rest(self) -> RestTaken | RestRefused:
        """What came of it."""
        return self.rest_result() or RestRefused(reason="no-face")

    def rest_result(self) -> RestTaken | RestRefused | None:
        """What came of `take_rest`, once."""
        result, self._rest = self._rest, None
        return result

    def show_half(self, side: Side | None) -> None:
        """Never asked for here."""

    def restore(self, calibration: bytes) -> None:
        """Take a calibration back."""
        assert calibration == b"rest"
        self._calibrated = True

    def close(self) -> None:
        """Nothing is held."""


class FakeCapture:
    """A camera of noise at 60 frames a second, so that no wait of a test is long."""

    def __init__(self, fault: Callable[[], str]) -> None:
        self._fault = fault
        self.reads = 0
        self._rng = np.random.default_rng(1)
        self.last = self.noise(480, 640)

    def noise(self, height: int, width: int) -> NDArray[np.uint8]:
        """A picture of nothing in particular."""
        return self._rng.integers(60, 190, (height, width, 3), dtype=np.uint8)

    def new(self) -> NDArray[np.uint8]:
        """The next picture: a patch of fresh noise makes it new, and is cheap."""
        self.last[::8, :64] = self.noise(60, 64)
        return self.last.copy()

    def isOpened(self) -> bool:
        """Whether the driver took the camera."""
        return self._fault() != "will-not-open"

    def read(self) -> tuple[bool, NDArray[Any] | None]:
        """A frame, or the fault once a dozen frames have come."""
        self.reads += 1
        early = self.reads < 12
        fault = self._fault()
        time.sleep(0.2 if fault == "five-frames-a-second" and not early else 1 / 60)
        if fault == "no-picture":
            return False, None
        return (True, self.new()) if early else FAULTS[fault](self)

    def grab(self) -> bool:
        """As `read`."""
        return self.read()[0]

    def get(self, propId: int, /) -> float:
        """Thirty frames a second, it says."""
        return 30.0

    def set(self, propId: int, value: float, /) -> bool:
        """Says yes to everything."""
        return True

    def release(self) -> None:
        """Nothing to give back."""


def _fine(camera: FakeCapture) -> tuple[bool, NDArray[Any] | None]:
    return True, camera.new()


def _hangs(camera: FakeCapture) -> tuple[bool, NDArray[Any] | None]:
    time.sleep(3600)
    return False, None


def _unplugged(camera: FakeCapture) -> tuple[bool, NDArray[Any] | None]:
    return False, None


def _black(camera: FakeCapture) -> tuple[bool, NDArray[Any] | None]:
    return True, np.zeros((480, 640, 3), np.uint8)


def _frozen(camera: FakeCapture) -> tuple[bool, NDArray[Any] | None]:
    return True, camera.last.copy()


def _tiny(camera: FakeCapture) -> tuple[bool, NDArray[Any] | None]:
    return True, camera.noise(1, 1)


def _torn(camera: FakeCapture) -> tuple[bool, NDArray[Any] | None]:
    torn = [None, np.empty((0, 640, 3), np.uint8), camera.new().astype(np.int64)]
    return True, torn[camera.reads % 3]


def _grey(camera: FakeCapture) -> tuple[bool, NDArray[Any] | None]:
    return True, camera.new()[:, :, 0]


def _resized(camera: FakeCapture) -> tuple[bool, NDArray[Any] | None]:
    return True, camera.new()[:360] if camera.reads % 2 else camera.new()[:240, :320]


def _raises(camera: FakeCapture) -> tuple[bool, NDArray[Any] | None]:
    raise ValueError("a driver's own exception")


FAULTS: dict[str, Callable[[FakeCapture], tuple[bool, NDArray[Any] | None]]] = {
    "none": _fine,
    "prints": _fine,
    "five-frames-a-second": _fine,
    "read-hangs": _hangs,
    "hangs-to-the-end": _hangs,
    "unplugged": _unplugged,
    "black": _black,
    "frozen": _frozen,
    "tiny": _tiny,
    "torn": _torn,
    "grey": _grey,
    "resized": _resized,
    "driver-raises": _raises,
}


class FaultyHardware(Hardware):
    """One camera, number 0, with a fault."""

    first_s = 0.3

    def __init__(self, fault: Callable[[], str]) -> None:
        self._fault = fault

    def cameras(self) -> tuple[CameraDevice, ...]:
        """One, or none."""
        return () if self._fault() == "no-camera" else (CameraDevice(0, "Fake"),)

    def capture(self, number: int) -> Capture:
        """Open it, or never come back."""
        if self._fault() == "open-blocks":
            time.sleep(3600)
        return FakeCapture(self._fault)


class FaultyParts(WorkerParts):
    """Broken hardware, and a reader that needs no model."""

    def __init__(self, word: str) -> None:
        """`word` is a fault, or a file in which it stands."""
        file = Path(word[1:])
        self._fault = file.read_text if word.startswith("@") else lambda: word
        # Only the camera that never opens is given up: another opens late on a busy machine.
        self.open_s = 0.5 if word == "open-blocks" else patience_by_load(2.0)

    def hardware(self) -> Hardware:
        """The one camera."""
        return FaultyHardware(self._fault)

    def reader(self, open: Open, *, stills: bool = False) -> FakeReader:
        """A reader, or none; with "prints" it talks where it must not."""
        if self._fault() == "no-model":
            raise Trouble("The model is missing. Install the program again.", "model")
        if self._fault() == "prints":
            print("stray words of Python", flush=True)
            os.write(1, b"stray words of a library\n")
            os.write(2, b"x" * 3_000_000)
        return FakeReader()


if __name__ == "__main__":
    main(FaultyParts(sys.argv[1]))
