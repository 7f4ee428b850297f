"""A video file as a source: every frame with the container's time, from the beginning, again.

Decoding happens in native code on data nobody has vouched for, so the file is looked at first:
it must be a regular file, not text (some demuxers would draw it, others would follow the
addresses in it), and of a size a picture can have. Pictures come as a player shows them: turned,
mirrored, and in the shape that the file gives to its pixels.
"""

import contextlib
import os
import stat
from pathlib import Path
from typing import Any

import cv2
from numpy.typing import NDArray

from routines.errors import Trouble
from routines.language import _
from sessions.camera.source_name import shown
from sessions.native.limits import memory_spent
from sessions.worker.sources import film_head
from sessions.worker.sources.matroska_head import mirrored_turn
from sessions.worker.sources.pictures import fitted, pixel_shape, regular, regular_size, stretched
from sessions.worker.sources.source import BGR, Frame
from sessions.worker.sources.turning import CLOCKWISE, Turn

MOST_PIXELS = 6144 * 3240
"""Larger frames are refused: a film of 8K takes 13 bytes a pixel while it is decoded (measured,
MPEG-4), which would bring the whole program above 600 MB. 4K and 6K are read."""

USUAL_FPS = 30.0
"""Assumed where a container gives neither times nor a rate."""

CONTAINERS = (
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mpegvideo,m4v,h264,hevc,flv,live_flv,"
    "asf,ogg,gif,mjpeg,mjpeg_2000,ivf,mxf,rm,dv,nut,wtv,yuv4mpegpipe"
)
"""FFmpeg's names of the films that are read. No playlist and no script (`hls`, `concat`, `sdp`),
which name other files, and no sound with a cover (`mp3`, `flac`)."""

CODINGS = {"AV01": "AV1", "VVC1": "H.266", "APV1": "APV", "EVC1": "EVC"}
"""Codings of today's cameras that the library here does not decode, by their four letters."""


def check_file(path: Path, what: str) -> None:
    """Refuse what cannot be a recording, in words.

    Raises:
        Trouble: missing, a folder, empty, unreadable, no regular file, text.
    """
    try:
        kind = path.stat()
        if stat.S_ISDIR(kind.st_mode):
            raise _refused(path, _("is a folder, not {what}").format(what=what))
        if not stat.S_ISREG(kind.st_mode):
            raise _refused(path, _("is not a file that could hold {what}").format(what=what))
        if kind.st_size == 0:
            raise _refused(path, _("is empty"))
        with path.open("rb") as file:
            head = file.read(4096)
    except FileNotFoundError:
        raise _refused(path, _("does not exist")) from None
    except PermissionError:
        raise _refused(path, _("may not be read by you")) from None
    except (OSError, ValueError) as error:
        raise _refused(path, _("cannot be read")) from error
    if film_head.brand(head) in film_head.PICTURE_BRANDS:
        raise Trouble(
            _(
                "{path} is a HEIC picture, which cannot be read here. Save it as JPEG and "
                "try again."
            ).format(path=shown(path)),
            "video",
        )
    if _is_text(head):
        raise _refused(path, _("is text, not {what}").format(what=what))


def _refused(path: Path, problem: str) -> Trouble:
    return Trouble(
        _("{path} {problem}. Check the name and try another file.").format(
            path=shown(path), problem=problem
        ),
        "video",
    )


def _is_text(head: bytes) -> bool:
    if b"\0" in head:
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4 and error.reason == "unexpected end of data"
    return True


def _told_turn(path: Path) -> Turn | None:
    """How a file says that it is shown, where OpenCV does not tell it all.

    Raises:
        Trouble: it holds no film, one that is shown slanted, or one in a coding not known here.
    """
    with contextlib.suppress(ValueError, OSError):
        return mirrored_turn(path)
    try:
        head = film_head.film_head(path)
    except (ValueError, OSError):
        return None
    if head is None:
        raise _refused(path, _("holds sound but no film"))
    if head.coding in CODINGS:
        raise _undecoded(path, head.coding)
    if head.turn is None:
        raise _refused(path, _("is turned by an odd angle, which cannot be measured"))
    return head.turn


def _coding(capture: cv2.VideoCapture) -> str:
    """The four letters of a film's coding, upper case; empty where it has none."""
    number = int(capture.get(cv2.CAP_PROP_FOURCC))
    letters = number.to_bytes(4, "little") if 0 < number < 1 << 32 else b""
    return letters.decode("ascii", "replace").upper()


def _undecoded(path: Path, coding: str) -> Trouble:
    """A film that was opened and gives no picture."""
    if coding not in CODINGS:
        return _refused(path, _("holds no picture that can be read"))
    return Trouble(
        _(
            "{path} is a film coded as {codings}, which cannot be read here. Films "
            "coded as H.264 or H.265 can: save it as one of them and try again."
        ).format(path=shown(path), codings=CODINGS[coding]),
        "video",
    )


class Recording:
    """One open video file."""

    live = False

    def __init__(self, path: Path) -> None:
        """Open it and look at its first frame.

        Raises:
            Trouble: it is no video that can be read.
        """
        check_file(path, _("a video"))
        self._path = path.resolve()
        self._told_turn = _told_turn(path)
        self._capture = self._open()
        width = int(self._capture.get(cv2.CAP_PROP_FRAME_WIDTH))
        height = int(self._capture.get(cv2.CAP_PROP_FRAME_HEIGHT))
        if not 0 < width * height <= MOST_PIXELS:
            self._capture.release()
            raise Trouble(
                _(
                    "{path} has frames of {width}x{height}, which cannot be measured. Save it "
                    "as a film of at most 4K (3840x2160), or try another file."
                ).format(path=shown(path), width=width, height=height),
                "video",
            )
        self._turn = self._told_turn or self._angle()
        shape = pixel_shape(
            self._capture.get(cv2.CAP_PROP_SAR_NUM), self._capture.get(cv2.CAP_PROP_SAR_DEN)
        )
        if shape is None:
            self._capture.release()
            raise _refused(path, _("has pixels of a shape that cannot be measured"))
        self._shape = shape
        rate = self._capture.get(cv2.CAP_PROP_FPS)
        self.fps = rate if 1.0 <= rate <= 1000.0 else 0.0
        count = self._capture.get(cv2.CAP_PROP_FRAME_COUNT)
        self.frames = int(count) if 0 < count < 1e8 else 0
        self.width, self.height = regular_size(width, height)
        self._n = 0
        self._last_s = -1.0
        ok, raw = self._capture.read()
        if not ok:
            coding = _coding(self._capture)
            self._capture.release()
            raise _undecoded(path, coding)
        picture = self._as_shown(raw)
        if picture is not None:
            self.height, self.width = picture.shape[:2]
        self.rewind()

    def _open(self) -> cv2.VideoCapture:
        # Only this file: a playlist inside a container must not send us anywhere else.
        os.environ["OPENCV_FFMPEG_CAPTURE_OPTIONS"] = (
            f"protocol_whitelist;file|format_whitelist;{CONTAINERS}"
        )
        capture = cv2.VideoCapture(str(self._path), cv2.CAP_FFMPEG, [cv2.CAP_PROP_N_THREADS, 2])
        if not capture.isOpened():
            raise _refused(self._path, _("is not a video that can be read"))
        # The library knows rotations only; see `film_head`.
        capture.set(cv2.CAP_PROP_ORIENTATION_AUTO, 0)
        return capture

    def _angle(self) -> Turn:
        """The rotation where only the library reads the container."""
        angle = round(self._capture.get(cv2.CAP_PROP_ORIENTATION_META)) % 360
        if angle not in CLOCKWISE:
            self._capture.release()
            raise _refused(self._path, _("is turned by an odd angle, which cannot be measured"))
        return CLOCKWISE[angle]

    def _as_shown(self, raw: NDArray[Any]) -> BGR | None:
        """A frame as a player shows it."""
        if raw.ndim not in (2, 3) or raw.size == 0:
            return None
        return regular(self._turn.apply(stretched(raw, self._shape)))

    def read(self) -> Frame | None:
        """The next frame; None at the end, also where a damaged file breaks off."""
        ok, raw = self._capture.read()
        if not ok:
            return None
        if memory_spent():
            raise _refused(self._path, _("needs more memory than there is for a film"))
        frame = Frame(self._n, self._time(), None)
        self._n += 1
        picture = self._as_shown(raw)
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
