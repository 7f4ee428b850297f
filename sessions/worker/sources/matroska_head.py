"""What the head of a Matroska or WebM file says about showing its film.

Only a mirror is asked for here (RFC 9559, 5.1.4.1.28.41): OpenCV tells the rotation, but not
that a turn of half a circle about the upright axis goes before it.
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from sessions.worker.sources.turning import CLOCKWISE, EXIF, Turn

SEGMENT, TRACKS, TRACK, TYPE = 0x18538067, 0x1654AE6B, 0xAE, 0x83
VIDEO, PROJECTION, PROJECTION_TYPE = 0xE0, 0x7670, 0x7671
YAW, PITCH, ROLL = 0x7673, 0x7674, 0x7675
MOST_ELEMENTS = 4000
MAGIC = b"\x1a\x45\xdf\xa3"


class _Element(NamedTuple):
    name: int
    begin: int
    end: int


def mirrored_turn(path: Path) -> Turn | None:
    """How the first film of a Matroska file is shown, if it is mirrored; else None.

    Raises:
        ValueError: the file is another, or its head makes no sense.
    """
    with path.open("rb") as file:
        end = file.seek(0, 2)
        file.seek(0)
        if file.read(4) != MAGIC:
            raise ValueError("not Matroska")
        for track in _inside(file, _Element(0, 0, end), SEGMENT, TRACKS, TRACK):
            kind = next(_inside(file, track, TYPE), None)
            if kind is not None and int.from_bytes(_content(file, kind)) == 1:
                return _turn(file, track)
    return None


def _turn(file: BinaryIO, track: _Element) -> Turn | None:
    projection = next(_inside(file, track, VIDEO, PROJECTION), None)
    if projection is None:
        return None
    kind = next(_inside(file, projection, PROJECTION_TYPE), None)
    flat = kind is None or int.from_bytes(_content(file, kind)) == 0
    yaw, pitch, roll = (_number(file, projection, name) for name in (YAW, PITCH, ROLL))
    if not flat or pitch != 0.0 or abs(yaw) != 180.0 or -roll % 360 not in CLOCKWISE:
        return None
    return EXIF[2].then(CLOCKWISE[round(-roll) % 360])


def _number(file: BinaryIO, holder: _Element, name: int) -> float:
    found = next(_inside(file, holder, name), None)
    data = b"" if found is None else _content(file, found)
    form = {4: ">f", 8: ">d"}.get(len(data))
    return 0.0 if form is None else float(struct.unpack(form, data)[0])


def _content(file: BinaryIO, element: _Element) -> bytes:
    file.seek(element.begin)
    return file.read(min(element.end - element.begin, 16))


def _inside(file: BinaryIO, holder: _Element, *path: int) -> Iterator[_Element]:
    """The elements at the end of a path of names inside `holder`."""
    at = holder.begin
    for _ in range(MOST_ELEMENTS):
        file.seek(at)
        name = _variable(file, keep_marker=True)
        size = _variable(file, keep_marker=False)
        if name is None or size is None or file.tell() > holder.end:
            return
        begin = file.tell()
        end = min(begin + size, holder.end)
        if name == path[0]:
            element = _Element(name, begin, end)
            if len(path) == 1:
                yield element
            else:
                yield from _inside(file, element, *path[1:])
        at = end


def _variable(file: BinaryIO, *, keep_marker: bool) -> int | None:
    """An element's name or size: 1 to 8 bytes, as many as zeros stand before the first one."""
    first = file.read(1)
    if not first or first == b"\0":
        return None
    length = 9 - first[0].bit_length()
    data = first + file.read(length - 1)
    if len(data) < length:
        return None
    value = int.from_bytes(data)
    return value if keep_marker else value & ((1 << 7 * length) - 1)
