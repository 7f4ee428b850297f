"""The real camera process with parts that break. Run as `python faulty_worker.py FAULT`.

Cameras and the reader are replaced, everything else (pipes, threads, latest frame, messages,
ending) is what ships. Nothing a person types can reach this.
"""

import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from routines.errors import Trouble
from sessions.camera.devices import Camera
from sessions.camera.sources.camera import Capture, Hardware
from sessions.camera.worker import Parts, main
from sessions.readings import Half, Noise, Open, Reading, RestRefused, RestTaken

HALF = Half(mm=(0.0,) * 9, narrowing_percent=0.0, corner_out_mm=0.0, corner_up_mm=0.0)
NOISE = Noise(mm=(0.1,) * 9, narrowing_percent=0.5, corner_mm=0.1)


class FakeReader:
    """Measures nothing, quickly; its calibration is a counter that survives restarts."""

    def __init__(self) -> None:
        self._rest: RestTaken | RestRefused | None = None
        self._calibrated = False

    def read(self, picture: NDArray[np.uint8], n: int, t_s: float) -> Reading:
        """A reading with halves once there is a rest; dark pictures are called dark."""
        if float(picture.mean()) < 5.0:
            return Reading(n=n, t_s=t_s, reason="too-dark")
        half = HALF if self._calibrated else None
        return Reading(n=n, t_s=t_s, left=half, right=half)

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

    def rest_result(self) -> RestTaken | RestRefused | None:
        """What came of `take_rest`, once."""
        result, self._rest = self._rest, None
        return result

    def restore(self, calibration: bytes) -> None:
        """Take a calibration back."""
        assert calibration == b"rest"
        self._calibrated = True

    def close(self) -> None:
        """Nothing is held."""


class FakeCapture:
    """A camera of noise at 60 frames a second, so that no wait of a test is long."""

    def __init__(self, fault: str) -> None:
        self._fault = fault
        self._rng = np.random.default_rng(1)
        self._reads = 0
        self._still = self._noise(480, 640)

    def isOpened(self) -> bool:  # noqa: N802 - the name OpenCV gave it
        return self._fault != "will-not-open"

    def _noise(self, height: int, width: int) -> NDArray[np.uint8]:
        return self._rng.integers(60, 190, (height, width, 3), dtype=np.uint8)

    def read(self) -> tuple[bool, NDArray[Any] | None]:
        """A frame, or the fault once a dozen frames have come."""
        self._reads += 1
        early = self._reads < 12
        time.sleep(0.2 if self._fault == "five-frames-a-second" and not early else 1 / 60)
        if self._fault == "no-picture":
            return False, None
        return (True, self._still_or_new()) if early else FAULTS[self._fault](self)

    def _still_or_new(self) -> NDArray[np.uint8]:
        # One row of noise is enough for a new picture, and cheap.
        self._still[::8, :64] = self._noise(60, 64)
        return self._still.copy()

    def get(self, propId: int, /) -> float:  # noqa: N803
        return 30.0

    def set(self, propId: int, value: float, /) -> bool:  # noqa: N803
        return True

    def release(self) -> None:
        """Nothing to give back."""

    # What goes wrong after a dozen frames

    def fine(self) -> tuple[bool, NDArray[Any] | None]:
        return True, self._still_or_new()

    def hang(self) -> tuple[bool, NDArray[Any] | None]:
        time.sleep(3600)
        return False, None

    def unplugged(self) -> tuple[bool, NDArray[Any] | None]:
        return False, None

    def black(self) -> tuple[bool, NDArray[Any] | None]:
        return True, np.zeros((480, 640, 3), np.uint8)

    def frozen(self) -> tuple[bool, NDArray[Any] | None]:
        return True, self._still.copy()

    def tiny(self) -> tuple[bool, NDArray[Any] | None]:
        return True, self._noise(1, 1)

    def torn(self) -> tuple[bool, NDArray[Any] | None]:
        torn = [None, np.empty((0, 640, 3), np.uint8), self._noise(480, 640)[:, :, 0]]
        return True, torn[self._reads % 3]

    def resized(self) -> tuple[bool, NDArray[Any] | None]:
        return True, self._noise(720, 1280) if self._reads % 2 else self._noise(240, 320)

    def crash(self) -> tuple[bool, NDArray[Any] | None]:
        raise ValueError("a driver's own exception")


Read = Callable[[FakeCapture], tuple[bool, "NDArray[Any] | None"]]
FAULTS: dict[str, Read] = {
    "none": FakeCapture.fine,
    "five-frames-a-second": FakeCapture.fine,
    "no-picture": FakeCapture.unplugged,
    "will-not-open": FakeCapture.unplugged,
    "read-hangs": FakeCapture.hang,
    "unplugged": FakeCapture.unplugged,
    "black": FakeCapture.black,
    "frozen": FakeCapture.frozen,
    "tiny": FakeCapture.tiny,
    "torn": FakeCapture.torn,
    "resized": FakeCapture.resized,
    "driver-raises": FakeCapture.crash,
}


class FaultyHardware(Hardware):
    """One camera, number 0, with a fault."""

    def __init__(self, fault: str) -> None:
        self._fault = fault

    def cameras(self) -> tuple[Camera, ...]:
        return () if self._fault == "no-camera" else (Camera(0, "Fake"),)

    def capture(self, number: int) -> Capture:
        if self._fault == "open-blocks":
            time.sleep(3600)
        return FakeCapture(self._fault)


class FaultyParts(Parts):
    """Broken hardware, and a reader that needs no model."""

    def __init__(self, fault: str) -> None:
        self._fault = fault

    def hardware(self) -> Hardware:
        return FaultyHardware(self._fault)

    def reader(self, open: Open, *, stills: bool = False) -> FakeReader:
        if self._fault == "no-model":
            raise Trouble("The model is missing. Install the program again.", "model")
        return FakeReader()


if __name__ == "__main__":
    main(FaultyParts(sys.argv[1]))
