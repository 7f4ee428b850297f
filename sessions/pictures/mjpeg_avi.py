"""A clip as a file that common players open: Motion JPEG in an AVI, with nothing else in it.

Written and read by the few lines below, so that neither end needs a video library. Only a file
that this program could have written, byte for byte, is read: no index, note or length of any other
file is trusted. AVI 1.0 as in Microsoft's "AVI RIFF File Reference".
"""

import struct

import msgspec

from sessions.messages import CLIP_FPS, CLIP_FRAMES, MOST_FRAME
from sessions.pictures.photos import JPEG_START

MOST_FILM = CLIP_FRAMES * (MOST_FRAME + 32) + 1_000
"""Bytes of the largest clip: each picture with its chunk and its line in the index."""
_MOST_ACROSS = 2_000
_HAS_INDEX = 0x10
_KEY_FRAME = 0x10
_FRAME = b"00dc"
_COUNT_AT, _SIZE_AT, _PICTURES_AT = 48, 64, 224
"""Where a file of ours has the number of pictures, their width and height, and the first one."""


class Film(msgspec.Struct, frozen=True, kw_only=True):
    """The pictures of a clip, `CLIP_FPS` a second."""

    width: int
    height: int
    frames: tuple[bytes, ...]
    """JPEGs."""

    @property
    def seconds(self) -> float:
        """How long it takes."""
        return len(self.frames) / CLIP_FPS


def film_bytes(film: Film) -> bytes:
    """The file. Raises ValueError for pictures that make no clip."""
    if not 1 <= len(film.frames) <= CLIP_FRAMES:
        raise ValueError(f"a clip has 1 to {CLIP_FRAMES} pictures")
    if not (0 < film.width <= _MOST_ACROSS and 0 < film.height <= _MOST_ACROSS):
        raise ValueError("the pictures have a strange size")
    if not all(f.startswith(JPEG_START) and len(f) <= MOST_FRAME for f in film.frames):
        raise ValueError("a clip is made of small JPEGs")
    movie, index = bytearray(b"movi"), bytearray()
    for frame in film.frames:
        index += struct.pack("<4sIII", _FRAME, _KEY_FRAME, len(movie), len(frame))
        movie += _chunk(_FRAME, frame)
    body = _chunk(b"LIST", b"hdrl" + _headers(film)) + _chunk(b"LIST", bytes(movie))
    return _chunk(b"RIFF", b"AVI " + body + _chunk(b"idx1", bytes(index)))


def read_film(content: bytes) -> Film:
    """The clip in a file. Raises ValueError where this program did not write it."""
    if not _PICTURES_AT < len(content) <= MOST_FILM:
        raise ValueError("it is no clip of this program")
    (count,) = struct.unpack_from("<I", content, _COUNT_AT)
    width, height = struct.unpack_from("<II", content, _SIZE_AT)
    frames: list[bytes] = []
    at = _PICTURES_AT
    while len(frames) < min(count, CLIP_FRAMES) and at + 8 <= len(content):
        (size,) = struct.unpack_from("<I", content, at + 4)
        frames.append(content[at + 8 : at + 8 + min(size, MOST_FRAME)])
        at += 8 + size + size % 2
    film = Film(width=width, height=height, frames=tuple(frames))
    try:
        same = film_bytes(film) == content
    except ValueError:
        same = False
    if not same:
        raise ValueError("it is no clip of this program")
    return film


def _headers(film: Film) -> bytes:
    count, largest = len(film.frames), max(map(len, film.frames))
    per_second = CLIP_FPS * largest
    main = struct.pack(
        "<14I",
        1_000_000 // CLIP_FPS,
        per_second,
        0,
        _HAS_INDEX,
        count,
        0,
        1,
        largest,
        film.width,
        film.height,
        0,
        0,
        0,
        0,
    )
    stream = struct.pack(
        "<4s4sIHHIIIIIIiI4H",
        b"vids",
        b"MJPG",
        0,
        0,
        0,
        0,
        1,
        CLIP_FPS,
        0,
        count,
        largest,
        -1,
        0,
        0,
        0,
        film.width,
        film.height,
    )
    layout = struct.pack(
        "<IiiHH4sIiiII",
        40,
        film.width,
        film.height,
        1,
        24,
        b"MJPG",
        3 * film.width * film.height,
        0,
        0,
        0,
        0,
    )
    streams = _chunk(b"strh", stream) + _chunk(b"strf", layout)
    return _chunk(b"avih", main) + _chunk(b"LIST", b"strl" + streams)


def _chunk(name: bytes, content: bytes) -> bytes:
    padding = b"\0" * (len(content) % 2)
    return name + struct.pack("<I", len(content)) + content + padding
