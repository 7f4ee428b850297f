"""Reads QR codes from a source instead of measuring faces: a screen that is held to the camera.

Run as `python -m sessions.worker.qr_read`, over the wire of the camera process. No model is loaded,
no picture is kept. What a code says is told once each time it changes.
"""

import time

import cv2
import msgspec
import numpy as np

from routines.errors import Trouble
from routines.language import _
from sessions.camera.source_name import parse
from sessions.messages import SILENT_S, TELL_EVERY_S, Code, Ended, Open, Progress, ShowPictures
from sessions.native.network_ban import forbid_internet
from sessions.worker.latest_frame import LatestFrame
from sessions.worker.main import WorkerParts, hello, main
from sessions.worker.mirror import MirrorPictures
from sessions.worker.pipes import Inbox, Outbox
from sessions.worker.sources.opening import open_for_codes, opened_within
from sessions.worker.sources.paced import Paced
from sessions.worker.sources.source import BGR, Frame, Source

MOST_PIXELS = 1280 * 720
"""Larger pictures are made smaller: a code that fills a third of them is still large enough."""
MOST_TEXT = 4000
"""Letters that are told of a code; none that this program draws has as many."""


class CodeReader:
    """Finds the code in a picture, also in a mirrored one."""

    def __init__(self) -> None:
        self._plain = cv2.QRCodeDetector()
        self._thorough = cv2.QRCodeDetectorAruco()
        self._mirrored = False

    def read(self, picture: BGR) -> str:
        """What the code in `picture` says; empty where none can be read.

        One of two readers, then the other: together they missed none of 950 tilted, noisy codes,
        the first by itself one in twenty, the second takes twice as long. A mirrored picture is
        tried every second time, and stays once one was read.
        """
        grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
        size = grey.shape[0] * grey.shape[1]
        if size > MOST_PIXELS:
            by = (MOST_PIXELS / size) ** 0.5
            grey = cv2.resize(grey, None, fx=by, fy=by, interpolation=cv2.INTER_AREA)
        if self._mirrored:
            grey = cv2.flip(grey, 1)
        for reader in (self._plain, self._thorough):
            try:
                text, _, _ = reader.detectAndDecode(np.ascontiguousarray(grey))
            except (cv2.error, UnicodeDecodeError):  # of odd pictures, and of codes not of ours
                continue
            if text:
                return str(text)
        self._mirrored = not self._mirrored
        return ""


def serve(open: Open, parts: WorkerParts, inbox: Inbox, outbox: Outbox) -> None:
    """Open what was asked for, say hello, and tell what codes say until the end.

    Raises:
        Trouble: the source cannot be used, or was lost.
    """
    name = parse(open.source)
    if name.kind == "sim":
        raise Trouble(_("The simulated patient shows no codes. Use a camera, or a file."), "usage")
    banned = name.kind != "url" and forbid_internet()
    hardware = parts.hardware()
    source = opened_within(parts.open_s, name, lambda: open_for_codes(name, open, hardware))
    said = hello(open, source, name.kind, banned or forbid_internet())
    outbox.put(msgspec.structs.replace(said, notes=getattr(source, "notes", ())))
    outbox.lossy = source.live
    looking = _Looking(source, outbox)
    try:
        while not inbox.closing.is_set() and looking.turn():
            for message in inbox.drain():
                if isinstance(message, ShowPictures):
                    looking.mirror.ask(message)
    finally:
        looking.close()


class _Looking:
    """One turn a frame: the newest of a camera, each one of pictures in files."""

    def __init__(self, source: Source, outbox: Outbox) -> None:
        self.mirror = MirrorPictures()
        self._source, self._outbox, self._reader = source, outbox, CodeReader()
        self._latest = LatestFrame(source) if source.live else None
        self._said = ""
        self._frames = 0
        self._new_s = time.monotonic()

    def turn(self) -> bool:
        """Look at a frame; False at the end of the source."""
        frame, ended = self._next()
        now = time.monotonic()
        if ended:
            self._outbox.put(Ended(frames=self._frames))
            return False
        self._outbox.put(Progress(done=self._frames, of=0))
        if frame is None:
            if now - self._new_s > SILENT_S and not isinstance(self._source, Paced):
                raise Trouble(
                    _("The camera sends no new pictures. Unplug it and plug it in again."), "camera"
                )
            return True
        self._new_s = now
        self._frames += 1
        picture = self.mirror.picture(frame, now)
        if picture is not None:
            self._outbox.put(picture)
        text = "" if frame.picture is None else self._reader.read(frame.picture)
        if text and text != self._said:
            self._said = text
            self._outbox.put(Code(text=text[:MOST_TEXT]))
        return True

    def _next(self) -> tuple[Frame | None, bool]:
        """A frame, where one came in time, and whether that was all."""
        if self._latest is None:
            frame = self._source.read()
            return frame, frame is None
        frame = self._latest.take(TELL_EVERY_S)
        return frame, frame is None and self._latest.ended

    def close(self) -> None:
        """Let go of the source."""
        if self._latest is None:
            self._source.close()
        else:
            self._latest.close()


if __name__ == "__main__":
    main(serve=serve)
