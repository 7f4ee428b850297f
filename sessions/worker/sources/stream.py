"""A network camera: an MJPEG stream over http, or rtsp. The only thing here that may use the
network, and only until it is open."""

import contextlib
import http.client
import time
from typing import Protocol
from urllib.parse import urlsplit

from routines.errors import Trouble
from routines.language import _
from sessions.camera.source_name import shown
from sessions.native.limits import memory_spent
from sessions.native.network_ban import need_internet
from sessions.worker.sources.mjpeg_http import MotionJpeg, NotMotionJpeg, OtherHost
from sessions.worker.sources.pictures import fitted
from sessions.worker.sources.rtsp import Rtsp
from sessions.worker.sources.source import BGR, Frame

OPEN_MS = 5000
READ_MS = 1500
"""No picture for this long means the stream is cut."""

FIRST_OF = 10
"""Pictures waited for at the start; the first may be cut off."""

_CUT = (OSError, http.client.HTTPException, ValueError)


class Stream:
    """One open stream. Its frames are timed by the monotonic clock when they arrive: the
    times inside MJPEG streams are made up."""

    live = True

    def __init__(self, address: str) -> None:
        """Connect and wait for the first picture.

        Raises:
            Trouble: nothing answers there, it sends no pictures, or this process may not ask.
        """
        need_internet()
        self._where = shown(address)
        _check(address, self._where)
        self._pictures = _open(address, self._where)
        first = self._next()
        if first is None:
            self._pictures.close()
            raise Trouble(
                _(
                    "No picture comes from {where}. Check the address, and that the camera "
                    "is on and in the same network."
                ).format(where=self._where),
                "camera",
            )
        self.height, self.width = first.shape[:2]
        self.fps = 0.0
        self._n = 0

    def read(self) -> Frame | None:
        """The next picture.

        Raises:
            Trouble: the stream was cut.
        """
        try:
            picture = self._pictures.read()
        except _CUT as error:
            raise Trouble(
                _("The stream from {where} was cut. Check the camera and the network.").format(
                    where=self._where
                ),
                "camera",
            ) from error
        if memory_spent():
            raise Trouble(
                _(
                    "The pictures from {where} are too large. Set the camera to a smaller "
                    "size, such as 1280x720, and start again."
                ).format(where=self._where),
                "camera",
            )
        n = self._n
        self._n += 1
        if picture is not None:
            picture = fitted(picture, self.width, self.height)
        return Frame(n, time.monotonic(), picture)

    def _next(self) -> BGR | None:
        """The first picture of some; None where none of them is one, or it was cut."""
        with contextlib.suppress(*_CUT):
            for _ in range(FIRST_OF):
                if (picture := self._pictures.read()) is not None:
                    return picture
        return None

    def now_s(self) -> float:
        """The monotonic clock."""
        return time.monotonic()

    def close(self) -> None:
        """Disconnect."""
        self._pictures.close()


class _Pictures(Protocol):
    """An open connection to a camera."""

    def read(self) -> BGR | None:
        """The next picture; None for one that is none. Raises one of `_CUT`."""
        ...

    def close(self) -> None:
        """Disconnect."""
        ...


def _open(address: str, where: str) -> _Pictures:
    try:
        if address.lower().startswith("rtsp"):
            return Rtsp(address, OPEN_MS, READ_MS)
        return MotionJpeg(address, OPEN_MS / 1000, READ_MS / 1000)
    except NotMotionJpeg:
        raise Trouble(
            _(
                "No picture comes from {where}: what answers there is no motion JPEG. Check the "
                "address and its password, or use the camera's rtsp:// address."
            ).format(where=where),
            "camera",
        ) from None
    except OtherHost:
        raise Trouble(
            _(
                "No picture comes from {where}: it sends on to another machine, which is not "
                "asked. "
                "Type the address of the camera itself."
            ).format(where=where),
            "camera",
        ) from None
    except _CUT:
        raise Trouble(
            _(
                "No picture comes from {where}. Check the address, and that the camera "
                "is on and in the same network."
            ).format(where=where),
            "camera",
        ) from None


def _check(address: str, where: str) -> None:
    """Refuse what is no address.

    Raises:
        Trouble: it has no host, or a port that is none.
    """
    try:
        parts = urlsplit(address)
        whole = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        whole = False
    if not whole or not address.isprintable():
        raise Trouble(
            _(
                "{where} is not an address of a camera. It looks like http://192.168.1.20/video; "
                "check it and try again."
            ).format(where=where),
            "usage",
        )
