"""One picture from a file, upright and in bounded memory."""

import contextlib
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from routines.errors import Trouble
from routines.language import _
from sessions.camera.source_name import shown
from sessions.worker.sources.picture_head import PictureHead, picture_head
from sessions.worker.sources.pictures import LARGEST_PX, regular
from sessions.worker.sources.recording import check_file
from sessions.worker.sources.source import BGR
from sessions.worker.sources.tiff_head import tiff_head, upright
from sessions.worker.sources.turning import UPRIGHT

MOST_BYTES = 260e6
"""Memory that decoding one picture may take. The program with its model takes about 300 MB, and
no input may bring it above 600."""

REDUCE_ABOVE = 24e6
"""Pixels from which on a picture is made smaller while it is decoded; below, the whole of it is
averaged, which loses a little less."""

_STILL_SUFFIXES = frozenset({".bmp", ".exr", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"})
_FILM_SUFFIXES = frozenset({".mjpeg", ".mjpg", ".gif"})
"""A raw MJPEG stream also begins like a JPEG, hence the suffix."""

_REDUCED = {
    2: cv2.IMREAD_REDUCED_COLOR_2,
    4: cv2.IMREAD_REDUCED_COLOR_4,
    8: cv2.IMREAD_REDUCED_COLOR_8,
}


def is_still(path: Path) -> bool:
    """Whether a file holds one picture."""
    suffix = path.suffix.lower()
    if suffix in _FILM_SUFFIXES:
        return False
    if suffix in _STILL_SUFFIXES:
        return True
    try:
        return path.is_file() and bool(cv2.haveImageReader(str(path)))
    except cv2.error:
        return True  # a kind the library knows, and was built to refuse


def load(path: Path) -> BGR:
    """One picture, upright, as `BGR`.

    Raises:
        Trouble: it is none, or too large.
    """
    check_file(path, _("a picture"))
    head = _head(path)
    raw = None
    if head is not None:
        _check_size(path, head)
        with contextlib.suppress(cv2.error, MemoryError, OSError):
            raw = _decoded(path, head)
    picture = regular(raw)
    if picture is None:
        raise Trouble(
            _(
                "{path} is not a picture that can be measured. Use a JPEG or PNG of at "
                "least 48 pixels a side."
            ).format(path=shown(path)),
            "video",
        )
    return picture


def several_pictures(path: Path) -> bool:
    """Whether more pictures follow the first one in the file (pages, an animation)."""
    head = _head(path)
    return head is not None and head.several


def _head(path: Path) -> PictureHead | None:
    try:
        return picture_head(path)
    except (ValueError, OSError):
        return None


def _check_size(path: Path, head: PictureHead) -> None:
    if head.pixels * head.bytes_a_pixel <= MOST_BYTES:
        return
    most = int(MOST_BYTES / head.bytes_a_pixel / 1e6)
    raise Trouble(
        _(
            "{path} has {pixels:.0f} megapixels. A {kind} picture like this "
            "can be read up to {most}. Save it smaller and try again."
        ).format(path=shown(path), pixels=head.pixels / 1e6, kind=head.kind, most=most),
        "video",
    )


def _decoded(path: Path, head: PictureHead) -> NDArray[np.uint8] | None:
    if head.kind == "TIFF" and head.turn != UPRIGHT:
        with path.open("rb") as file:
            tiff = tiff_head(file)
        data = bytearray(path.read_bytes())
        upright(data, tiff)
        raw = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    else:
        raw = cv2.imread(str(path), _flags(head))
    return None if raw is None else head.turn.apply(np.asarray(raw, dtype=np.uint8))


def _flags(head: PictureHead) -> int:
    """How to read a picture: very large ones smaller, yet no smaller than they are measured."""
    fitting = max(head.width, head.height) // LARGEST_PX
    if head.pixels <= REDUCE_ABOVE or fitting < 2:
        return cv2.IMREAD_COLOR
    return _REDUCED[max(part for part in _REDUCED if part <= fitting)]
