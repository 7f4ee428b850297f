"""The first directory of a TIFF file (TIFF 6.0): size, depth, orientation, and if more follow."""

import struct
from typing import BinaryIO, NamedTuple

from sessions.worker.sources.turning import EXIF, UPRIGHT, Turn

WIDTH, HEIGHT, BITS, ORIENTATION, SAMPLES = 256, 257, 258, 274, 277
TILE_WIDTH, TILE_HEIGHT = 322, 323
SHORT, LONG = 3, 4
MOST_ENTRIES = 1000


class TiffHead(NamedTuple):
    """What is asked of it."""

    width: int
    height: int
    bytes_a_pixel: float
    turn: Turn
    """How it is shown where its sides change places, which the library cannot do; else none."""
    several: bool
    orientation_at: int
    """Place of the orientation in the file; 0 where there is none."""


def tiff_head(file: BinaryIO) -> TiffHead:
    """Read the first directory of an open TIFF file.

    Raises:
        ValueError: it makes no sense. Also struct.error, where it is cut off.
    """
    file.seek(0)
    start = file.read(8)
    order = "<" if start[:2] == b"II" else ">"
    (place,) = struct.unpack_from(f"{order}I", start, 4)
    file.seek(place)
    (count,) = struct.unpack(f"{order}H", file.read(2))
    if count > MOST_ENTRIES:
        raise ValueError("too many entries")
    data = file.read(12 * count + 4)
    found: dict[int, int] = {}
    orientation_at = 0
    for n in range(count):
        tag, kind, length = struct.unpack_from(f"{order}2HI", data, 12 * n)
        form = {SHORT: "H", LONG: "I"}.get(kind)
        if form is None:
            continue
        if tag == BITS and length > 2:
            found[tag] = _first_of(file, order, data, 12 * n + 8)
            continue
        (found[tag],) = struct.unpack_from(f"{order}{form}", data, 12 * n + 8)
        if tag == ORIENTATION:
            orientation_at = place + 2 + 12 * n + 8
    (following,) = struct.unpack_from(f"{order}I", data, 12 * count)
    width, height = found.get(WIDTH, 0), found.get(HEIGHT, 0)
    depth = max(found.get(BITS, 8), 8) / 8 * max(found.get(SAMPLES, 1), 1)
    tile = found.get(TILE_WIDTH, 0) * found.get(TILE_HEIGHT, 0) / max(width * height, 1)
    orientation = found.get(ORIENTATION, 1)
    turn = EXIF[orientation] if orientation in range(5, 9) else UPRIGHT
    return TiffHead(
        width, height, 7.0 + depth * max(tile, 1.0), turn, following != 0, orientation_at
    )


def _first_of(file: BinaryIO, order: str, data: bytes, at: int) -> int:
    (place,) = struct.unpack_from(f"{order}I", data, at)
    file.seek(place)
    (value,) = struct.unpack(f"{order}H", file.read(2))
    return int(value)


def upright(data: bytearray, head: TiffHead) -> None:
    """Take the orientation out of a TIFF file's bytes."""
    if head.orientation_at:
        order = "<" if bytes(data[:2]) == b"II" else ">"
        struct.pack_into(f"{order}H", data, head.orientation_at, 1)
