"""Size and display turn of the main picture of an AVIF file (ISO/IEC 23008-12, 6.5).

The library decodes AVIF without turning it. Here the turn is read from the properties of the
main item; what EXIF says besides is not for showing, by the same standard.
"""

import struct
from collections.abc import Iterator
from typing import BinaryIO

from sessions.worker.sources.boxes import boxes, child, content, whole
from sessions.worker.sources.turning import CLOCKWISE, EXIF, UPRIGHT, Turn


def avif_head(file: BinaryIO) -> tuple[int, int, Turn]:
    """Width and height as stored, the largest that is named; and how the picture is shown.

    Raises:
        ValueError: the head makes no sense. Also struct.error, where it is cut off.
    """
    meta = child(file, whole(file), b"meta")
    if meta is None:
        raise ValueError("no meta")
    meta = meta._replace(begin=meta.begin + 4)
    main = child(file, meta, b"pitm")
    properties = child(file, meta, b"iprp", b"ipco")
    table = child(file, meta, b"iprp", b"ipma")
    if main is None or properties is None or table is None:
        raise ValueError("no main picture")
    told = content(file, main)
    item = int.from_bytes(told[4:6] if told[:1] == b"\0" else told[4:8])
    listed = [
        (box.kind, content(file, box)) for box in boxes(file, properties.begin, properties.end)
    ]
    sizes = [struct.unpack_from(">2I", data, 4) for kind, data in listed if kind == b"ispe"]
    if not sizes:
        raise ValueError("no size")
    turn = UPRIGHT
    for number in _of_item(content(file, table), item):
        if 0 < number <= len(listed):
            turn = turn.then(_turn(*listed[number - 1]))
    width, height = max(sizes, key=lambda size: size[0] * size[1])
    return width, height, turn


def _turn(kind: bytes, data: bytes) -> Turn:
    if kind == b"irot" and data:
        return CLOCKWISE[-90 * (data[0] & 3) % 360]
    if kind == b"imir" and data:
        return EXIF[2] if data[0] & 1 else EXIF[4]
    return UPRIGHT


def _of_item(table: bytes, item: int) -> Iterator[int]:
    """Numbers of the properties of one item, in order."""
    wide_item, wide_number = table[0] > 0, bool(table[3] & 1)
    (count,) = struct.unpack_from(">I", table, 4)
    at = 8
    for _ in range(min(count, len(table))):
        (which,) = struct.unpack_from(">I" if wide_item else ">H", table, at)
        at += 4 if wide_item else 2
        numbers = table[at]
        at += 1
        for _ in range(numbers):
            (number,) = struct.unpack_from(">H" if wide_number else ">B", table, at)
            at += 2 if wide_number else 1
            if which == item:
                yield number & (0x7FFF if wide_number else 0x7F)
