"""The boxes of ISO base media files (MP4, MOV, HEIC, AVIF): where each begins and ends.

Nothing in such a file is believed: a box may not reach past the one that holds it, and only so
many are looked at.
"""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

MOST_BOXES = 4000
"""Boxes looked at on one level. Fragmented films of an hour have about that many; what is asked
for here (`moov`, `trak`, `meta`) stands before the fragments."""

MOST_BYTES = 65536
"""Bytes read of one box; those read here have a few dozen."""


class Box(NamedTuple):
    """A box: its four-letter kind, and where its content lies in the file."""

    kind: bytes
    begin: int
    end: int


def boxes(file: BinaryIO, begin: int, end: int) -> Iterator[Box]:
    """The boxes between two places of `file`, in order, as far as they make sense."""
    for _ in range(MOST_BOXES):
        if begin + 8 > end:
            return
        file.seek(begin)
        head = file.read(16)
        size, kind, content = int.from_bytes(head[:4]), head[4:8], begin + 8
        if size == 1:
            size, content = int.from_bytes(head[8:16]), begin + 16
        elif size == 0:
            size = end - begin
        if size < content - begin or begin + size > end:
            return
        yield Box(kind, content, begin + size)
        begin += size


def child(file: BinaryIO, box: Box, *path: bytes) -> Box | None:
    """The first box at the end of a path of kinds inside `box`."""
    for kind in path:
        found = next((each for each in boxes(file, box.begin, box.end) if each.kind == kind), None)
        if found is None:
            return None
        box = found
    return box


def content(file: BinaryIO, box: Box) -> bytes:
    """What a box holds, at most `MOST_BYTES` of it."""
    file.seek(box.begin)
    return file.read(min(box.end - box.begin, MOST_BYTES))


def whole(file: BinaryIO) -> Box:
    """The file itself as a box."""
    return Box(b"", 0, file.seek(0, 2))
