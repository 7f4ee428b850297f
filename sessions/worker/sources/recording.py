"""A video file as a source: every frame with the container's time, from the beginning, again.

Decoding happens in native code on data nobody has vouched for, so the file is looked at first:
it must be a regular file, not text (some demuxers would draw it, others would follow the
addresses in it), and of a size a picture can have.
"""

import os
import stat
from pathlib import Path

import cv2

from routines.errors import Trouble
from sessions.camera.source_name import shown
from sessions.worker.sources.pictures import fitted, regular, regular_size
from sessions.worker.sources.source import Frame

MOST_PIXELS = 8192 * 8192
"""Larger frames are refused: one of them would need more memory than the whole program."""

USUAL_FPS = 30.0
"""Assumed where a container gives neither times nor a rate."""


def check_file(path: Path, what: str = "a video") -> None:
    """Refuse what cannot be a recording, in words.

    Raises:
        Trouble: missing, a folder, empty, unreadable, no regular file, text.
    """
    try:
        kind = path.stat()
        if stat.S_ISDIR(kind.st_mode):
            raise _refused(path, f"is a folder, not {what}")
        if not stat.S_ISREG(kind.st_mode):
            raise _refused(path, f"is not a file that could hold {what}")
        if kind.st_size == 0:
            raise _refused(path, "is empty")
        with path.open("rb") as file:
            head = file.read(4096)
    except FileNotFoundError:
        raise _refused(path, "does not exist") from None
    except PermissionError:
        raise _refused(path, "may not be read by you") from None
    except (OSError, ValueError) as error:
        raise _refused(path, "cannot be read") from error
    if _is_text(head):
        raise _refused(path, f"is text, not {what}")


def _refused(path: Path, problem: str) -> Trouble:
    return Trouble(f"{shown(path)} {problem}. Check the name and try another file.", "video")


def _is_text(head: bytes) -> bool:
    if b"\0" in head:
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4 and error.reason == "unexpected end of data"
    return True


class Recording:
    """One open video file."""

    live = False

    def __init__(self, path: Path) -> None:
        """Open it and look at its first frame.

        Raises:
            Trouble: it is no video that can be read.
        """
        check_file(path)
        self._path = path.resolve()
        self._capture = self._open()
        width = int(self._capture.get(cv2.CAP_PROP_FRAME_WIDTH))
        height = int(self._capture.get(cv2.CAP_PROP_FRAME_HEIGHT))
        if not 0 < width * height <= MOST_PIXELS:
            self._capture.release()
            raise _refused(path, f"has frames of {width}x{height}, which cannot be measured")
        rate = self._capture.get(cv2.CAP_PROP_FPS)
        self.fps = rate if 1.0 <= rate <= 1000.0 else 0.0
        count = self._capture.get(cv2.CAP_PROP_FRAME_COUNT)
        self.frames = int(count) if 0 < count < 1e8 else 0
        self.width, self.height = regular_size(width, height)
        self._n = 0
        self._last_s = -1.0
        ok, raw = self._capture.read()
        if not ok:
            self._capture.release()
            raise _refused(path, "holds no picture that can be read")
        picture = regular(raw)
        if picture is not None:
            self.height, self.width = picture.shape[:2]
        self.rewind()

    def _open(self) -> cv2.VideoCapture:
        # Only files: a playlist inside a container must not send us anywhere else.
        os.environ["OPENCV_FFMPEG_CAPTURE_OPTIONS"] = "protocol_whitelist;file"
        capture = cv2.VideoCapture(str(self._path), cv2.CAP_FFMPEG, [cv2.CAP_PROP_N_THREADS, 2])
        if not capture.isOpened():
            raise _refused(self._path, "is not a video that can be read")
        capture.set(cv2.CAP_PROP_ORIENTATION_AUTO, 1)
        return capture

    def read(self) -> Frame | None:
        """The next frame; None at the end, also where a damaged file breaks off."""
        ok, raw = self._capture.read()
        if not ok:
            return None
        frame = Frame(self._n, self._time(), None)
        self._n += 1
        picture = regular(raw)
        if picture is None:
            return frame
        return frame._replace(picture=fitted(picture, self.width, self.height))

    def skip(self) -> float | None:
        """Pass over a frame without making a picture of it: its time, or None at the end."""
        if not self._capture.grab():
            return None
        self._n += 1
        return self._time()

    def _time(self) -> float:
        """Seconds of the frame just read; always later than the one before."""
        told = self._capture.get(cv2.CAP_PROP_POS_MSEC) / 1000.0
        if not told > self._last_s:
            step = 1.0 / (self.fps or USUAL_FPS)
            told = 0.0 if self._last_s < 0.0 else self._last_s + step
        self._last_s = told
        return told

    def now_s(self) -> float:
        """The time of the last frame: a recording does not move by itself."""
        return max(self._last_s, 0.0)

    def rewind(self) -> None:
        """Open the file again: seeking is inexact in damaged and variable-rate files."""
        self._capture.release()
        self._capture = self._open()
        self._n = 0
        self._last_s = -1.0

    def close(self) -> None:
        """Let go of the file."""
        self._capture.release()
