"""A camera as a source (OpenCV). Driver hangs and failures are raised as `Trouble`."""

import sys
import time
from typing import Any, Protocol, cast

import cv2
from numpy.typing import NDArray

from routines.errors import Trouble
from routines.language import _
from sessions.camera import devices
from sessions.worker.sources.pictures import fitted, regular, same
from sessions.worker.sources.source import BGR, Frame

WIDTH, HEIGHT, FPS = 640, 480, 30
"""Asked of every camera; the size the measuring was validated on."""

FIRST_S = 5.0
"""A camera may need a moment (exposure, power) before its first picture."""

NEXT_S = 1.5
"""The same for those that are tried after the first: opening all of them has one patience."""

_REMEDY = _(
    "Close other programs that use a camera (a video call, a browser tab), or unplug it and plug "
    "it in again, then start again."
)

GONE_S = 1.0
"""Reads that fail for this long mean the camera was unplugged."""

FROZEN_S = 1.0
"""A picture repeated to the bit for this long is not a live one."""


class Capture(Protocol):
    """What is used of `cv2.VideoCapture`."""

    def isOpened(self) -> bool:
        """Whether the driver took the camera."""
        ...

    def read(self) -> tuple[bool, NDArray[Any] | None]:
        """Wait for a frame."""
        ...

    def grab(self) -> bool:
        """Wait for a frame and leave it as it came."""
        ...

    def get(self, propId: int, /) -> float:
        """A property by OpenCV's number for it."""
        ...

    def set(self, propId: int, value: float, /) -> bool:
        """Ask for a property."""
        ...

    def release(self) -> None:
        """Give the camera back."""
        ...


class Hardware:
    """The cameras of this machine. Fault tests give the worker another one."""

    first_s = FIRST_S
    """Patience for the first picture."""

    def cameras(self) -> tuple[devices.CameraDevice, ...] | None:
        """Those the system lists."""
        return devices.cameras()

    def capture(self, number: int) -> Capture:
        """Open one, in the way this system prefers."""
        backend = cv2.CAP_V4L2 if sys.platform.startswith("linux") else cv2.CAP_ANY
        return cast("Capture", cv2.VideoCapture(number, backend))


class CameraSource:
    """One open camera."""

    live = True

    def __init__(self, camera: devices.CameraDevice, capture: Capture, first_s: float) -> None:
        """Ask for the usual size and wait for the first picture.

        Raises:
            Trouble: the camera did not open, or sends nothing.
        """
        self._camera = self.device = camera
        self.notes: tuple[str, ...] = ()
        """Sentences for the person about how it was chosen."""
        self._capture = capture
        self._n = 0
        self._last: BGR | None = None
        self._last_new_s = 0.0
        if not capture.isOpened():
            raise Trouble(
                _(
                    "{camera} could not be opened. Close other programs that use the camera "
                    "(a video call, a browser tab), then start again."
                ).format(camera=camera),
                "camera",
            )
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, WIDTH)
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, HEIGHT)
        capture.set(cv2.CAP_PROP_FPS, FPS)
        capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        first = self._first(first_s)
        self.height, self.width = first.shape[:2]
        announced = capture.get(cv2.CAP_PROP_FPS)
        self.fps = announced if 1.0 <= announced <= 240.0 else 0.0

    def _first(self, within_s: float) -> BGR:
        until = time.monotonic() + within_s
        while time.monotonic() < until:
            ok, raw = self._capture.read()
            picture = regular(raw) if ok else None
            if picture is not None:
                return picture
            time.sleep(0.02)
        self._capture.release()
        raise Trouble(
            _(
                "{camera} opened but sends no picture. Another program may be using it, or "
                "its shutter is closed. Close other programs, or unplug the camera and plug it in "
                "again, then start again."
            ).format(camera=self._camera),
            "camera",
        )

    def read(self) -> Frame | None:
        """The next new picture. Torn or tiny ones come as a frame without picture."""
        begin = time.monotonic()
        while True:
            ok, raw = self._capture.read()
            now = time.monotonic()
            if ok:
                picture = regular(raw)
                if picture is None or not self._repeats(picture, now):
                    return self._frame(picture, now)
            elif now - begin > GONE_S:
                raise Trouble(
                    _("{camera} has gone silent. Check its cable and plug it in again.").format(
                        camera=self._camera
                    ),
                    "camera",
                )
            else:
                time.sleep(0.02)

    def pass_over(self) -> bool:
        """The next picture, not decoded: nobody knows whether it is a new one."""
        if self._capture.grab():
            self._n += 1
            return True
        return self.read() is not None

    def _repeats(self, picture: BGR, now: float) -> bool:
        if self._last is not None and same(self._last, picture):
            if now - self._last_new_s > FROZEN_S:
                raise Trouble(
                    _(
                        "The picture of {camera} stands still. Unplug the camera and plug it "
                        "in again."
                    ).format(camera=self._camera),
                    "camera",
                )
            return True
        self._last = picture
        self._last_new_s = now
        return False

    def _frame(self, picture: BGR | None, now: float) -> Frame:
        self._n += 1
        if picture is not None:
            picture = fitted(picture, self.width, self.height)
        return Frame(self._n - 1, now, picture)

    def now_s(self) -> float:
        """The monotonic clock, which all processes of a machine share."""
        return time.monotonic()

    def close(self) -> None:
        """Give the camera back."""
        self._capture.release()


def open_camera(
    which: str, hardware: Hardware, known: devices.CameraDevice | None = None
) -> CameraSource:
    """The camera a person means by `which`; what is none is passed over (see `devices.in_order`).

    `known` is the camera that was open before the worker was started anew: that one and no other.

    Raises:
        Trouble: none gives a picture; the sentence has what each of them answered.
    """
    listed = hardware.cameras()
    if known is not None:
        return _opened(devices.again(known, listed), hardware, hardware.first_s)
    candidates = devices.in_order(which, listed)
    patience_s = hardware.first_s
    answers: list[Trouble] = []
    for camera in candidates:
        try:
            source = _opened(camera, hardware, patience_s)
        except Trouble as trouble:
            answers.append(trouble)
            patience_s = min(patience_s, NEXT_S)
            continue
        if answers:
            source.notes = (
                _("{candidates} gave no picture. {camera} is used.").format(
                    candidates=candidates[0], camera=camera
                ),
            )
        return source
    if len(answers) == 1 or listed is None:
        raise answers[0]
    told = " ".join(f"{one.sentence.partition('. ')[0].rstrip('.')}." for one in answers)
    raise Trouble(
        _("No camera gives a picture. {told} {remedy}").format(told=told, remedy=_REMEDY),
        answers[0].kind,
    )


def _opened(camera: devices.CameraDevice, hardware: Hardware, first_s: float) -> CameraSource:
    devices.check_permission(camera)
    return CameraSource(camera, hardware.capture(camera.number), first_s)
