"""What the head of an MP4 or MOV file says about showing its film, which OpenCV does not tell.

OpenCV knows a rotation by an angle only; a display matrix may mirror as well, as phones do with
the camera that looks at its owner.
"""

import struct
from pathlib import Path
from typing import BinaryIO, NamedTuple

from sessions.worker.sources.boxes import Box, boxes, child, content, whole
from sessions.worker.sources.turning import UPRIGHT, Turn, turn_of

PICTURE_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
"""Major brands of HEIC pictures and their sequences (ISO/IEC 23008-12)."""


class FilmHead(NamedTuple):
    """Of the first film track."""

    turn: Turn | None
    """How it is shown; None where a player would slant it."""
    coding: str
    """Its coding by four letters, upper case (`AVC1`, `AV01`)."""


def brand(head: bytes) -> bytes:
    """The major brand of a file that begins with `head`, lower case; empty where it has none."""
    return head[8:12].lower() if head[4:8] == b"ftyp" else b""


def film_head(path: Path) -> FilmHead | None:
    """The first film track of an MP4 or MOV file; None where there is none (a song, say).

    Raises:
        ValueError: it is no such file, or its head makes no sense.
    """
    with path.open("rb") as file:
        movie = child(file, whole(file), b"moov")
        if movie is None:
            raise ValueError("no moov")
        shown = _matrix(file, child(file, movie, b"mvhd"), 36, 48)
        for track in boxes(file, movie.begin, movie.end):
            if track.kind == b"trak" and _is_film(file, track):
                own = _matrix(file, child(file, track, b"tkhd"), 40, 52)
                turn = None if own is None or shown is None else own.then(shown)
                return FilmHead(turn, _coding(file, track))
    return None


def _is_film(file: BinaryIO, track: Box) -> bool:
    handler = child(file, track, b"mdia", b"hdlr")
    return handler is not None and content(file, handler)[8:12] == b"vide"


def _coding(file: BinaryIO, track: Box) -> str:
    table = child(file, track, b"mdia", b"minf", b"stbl", b"stsd")
    letters = b"" if table is None else content(file, table)[12:16]
    return letters.decode("ascii", "replace").upper()


def _matrix(file: BinaryIO, box: Box | None, place: int, place_64: int) -> Turn | None:
    """The matrix of a `mvhd` or `tkhd` box, which stands later where times have 64 bits."""
    if box is None:
        return UPRIGHT
    data = content(file, box)
    at = place if data[:1] == b"\0" else place_64
    if len(data) < at + 36:
        raise ValueError("a short head")
    a, b, _, c, d = struct.unpack_from(">5i", data, at)
    return turn_of(a, b, c, d)
