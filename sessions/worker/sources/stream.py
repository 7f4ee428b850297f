"""A network camera: an MJPEG stream over http, or rtsp. The only thing here that may use the
network, and only until it is open."""

import os
import time
from urllib.parse import urlsplit

import cv2

from routines.errors import Trouble
from sessions.camera.source_name import shown
from sessions.worker.sources.pictures import fitted, regular
from sessions.worker.sources.source import Frame

OPEN_MS = 5000
READ_MS = 1500
"""No picture for this long means the stream is cut."""


class Stream:
    """One open stream. Its frames are timed by the monotonic clock when they arrive: the
    times inside MJPEG streams are made up."""

    live = True

    def __init__(self, address: str) -> None:
        """Connect and wait for the first picture.

        Raises:
            Trouble: nothing answers there, or it sends no pictures.
        """
        self._where = shown(address)
        _check(address, self._where)
        os.environ["OPENCV_FFMPEG_CAPTURE_OPTIONS"] = (
            "protocol_whitelist;http,https,tcp,tls,rtsp,rtp,udp,httpproxy,crypto"
        )
        self._capture = cv2.VideoCapture(
            address,
            cv2.CAP_FFMPEG,
            [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, OPEN_MS, cv2.CAP_PROP_READ_TIMEOUT_MSEC, READ_MS],
        )
        ok, raw = self._capture.read() if self._capture.isOpened() else (False, None)
        first = regular(raw) if ok else None
        if first is None:
            self._capture.release()
            raise Trouble(
                f"No picture comes from {self._where}. Check the address, and that the camera "
                "is on and in the same network.",
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
        ok, raw = self._capture.read()
        if not ok:
            raise Trouble(
                f"The stream from {self._where} was cut. Check the camera and the network.",
                "camera",
            )
        n = self._n
        self._n += 1
        picture = regular(raw)
        if picture is not None:
            picture = fitted(picture, self.width, self.height)
        return Frame(n, time.monotonic(), picture)

    def now_s(self) -> float:
        """The monotonic clock."""
        return time.monotonic()

    def close(self) -> None:
        """Disconnect."""
        self._capture.release()


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
            f"{where} is not an address of a camera. It looks like http://192.168.1.20/video; "
            "check it and try again.",
            "usage",
        )
