"""What the first bytes of a picture say: its kind, its size, its pages and how it is shown.

Read before the library that decodes it is asked, so that a small file cannot make it fetch
memory without end. Only what stands in the head is believed, and only for that.
"""

import re
import struct
from pathlib import Path
from typing import BinaryIO, NamedTuple

from sessions.worker.sources.avif_head import avif_head
from sessions.worker.sources.tiff_head import tiff_head
from sessions.worker.sources.turning import UPRIGHT, Turn

MOST_SEGMENTS = 2000
"""Segments of a JPEG looked at before its size must have come."""

_PNM = re.compile(rb"P[1-6]\s+(?:#[^\n]*\n\s*)*(\d{1,9})\s+(?:#[^\n]*\n\s*)*(\d{1,9})\s")
_SOF = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_SOF_PROGRESSIVE = frozenset({0xC2, 0xC6, 0xCA, 0xCE})


class PictureHead(NamedTuple):
    """The head of one picture."""

    kind: str
    width: int
    height: int
    bytes_a_pixel: float
    """Memory that decoding takes, measured at 50 and 108 megapixels (bytes per pixel)."""
    turn: Turn = UPRIGHT
    """How it is shown, where the library does not do that by itself."""
    several: bool = False
    """Whether more pictures follow the first."""

    @property
    def pixels(self) -> int:
        """Width times height."""
        return self.width * self.height


def picture_head(path: Path) -> PictureHead | None:
    """The head of a JPEG, PNG, WebP, TIFF, BMP, PNM or AVIF file; None for any other file.

    Raises:
        ValueError: it begins like one, but its head makes no sense.
    """
    with path.open("rb") as file:
        start = file.read(32)
        try:
            if start[:3] == b"\xff\xd8\xff":
                return jpeg_head(file)
            if start[:8] == b"\x89PNG\r\n\x1a\n":
                return _png(file, start)
            if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
                return _webp(start)
            if start[:2] == b"BM":
                short = start[14:18] == b"\x0c\0\0\0"
                width, height = struct.unpack_from("<2h" if short else "<2i", start, 18)
                return PictureHead("BMP", abs(width), abs(height), 4.0)
            if plain := _PNM.match(start + file.read(480)):
                return PictureHead("PNM", int(plain[1]), int(plain[2]), 6.0)
            if start[:4] in (b"II*\0", b"MM\0*"):
                tiff = tiff_head(file)
                return PictureHead(
                    "TIFF", tiff.width, tiff.height, tiff.bytes_a_pixel, tiff.turn, tiff.several
                )
            if start[4:12] in (b"ftypavif", b"ftypavis"):
                width, height, turn = avif_head(file)
                return PictureHead("AVIF", width, height, 15.0, turn, start[8:12] == b"avis")
        except struct.error as error:
            raise ValueError("a short head") from error
    return None


def jpeg_head(file: BinaryIO) -> PictureHead:
    """The head of a JPEG.

    Raises:
        ValueError: it has none. Also struct.error, where it is cut off.
    """
    file.seek(2)
    for _ in range(MOST_SEGMENTS):
        head = file.read(4)
        if len(head) < 4 or head[0] != 0xFF:
            break
        marker, length = head[1], int.from_bytes(head[2:4])
        if marker == 0xFF:
            file.seek(-3, 1)
        elif marker in _SOF:
            return _frame(marker, file.read(max(length - 2, 0)))
        else:
            file.seek(max(length - 2, 0), 1)
    raise ValueError("a JPEG without a size")


def _frame(marker: int, data: bytes) -> PictureHead:
    """A JPEG in one pass is decoded a few rows at a time; one in several keeps two bytes for
    each sample of each colour."""
    height, width, colours = struct.unpack_from(">2HB", data, 1)
    kept = 0.25
    if marker in _SOF_PROGRESSIVE:
        sampling = [data[7 + 3 * n] for n in range(colours) if 7 + 3 * n < len(data)]
        areas = [(each >> 4) * (each & 15) for each in sampling]
        kept += 2.0 * sum(areas) / max(*areas, 1, 1)
    return PictureHead("JPEG", width, height, kept)


def _png(file: BinaryIO, start: bytes) -> PictureHead:
    width, height = struct.unpack_from(">2I", start, 16)
    several = False
    file.seek(8)
    for _ in range(MOST_SEGMENTS):
        head = file.read(8)
        if len(head) < 8 or head[4:] == b"IDAT":
            break
        several = several or head[4:] == b"acTL"
        file.seek(int.from_bytes(head[:4]) + 4, 1)
    return PictureHead("PNG", width, height, 12.0 if several else 4.0, several=several)


def _webp(start: bytes) -> PictureHead:
    if start[12:16] == b"VP8X":
        width = int.from_bytes(start[24:27], "little") + 1
        height = int.from_bytes(start[27:30], "little") + 1
        several = bool(start[20] & 2)
        return PictureHead("WebP", width, height, 12.0 if several else 5.0, several=several)
    if start[12:16] == b"VP8L":
        bits = int.from_bytes(start[21:25], "little")
        return PictureHead("WebP", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, 5.0)
    width, height = struct.unpack_from("<2H", start, 26)
    return PictureHead("WebP", width & 0x3FFF, height & 0x3FFF, 5.0)
