"""Films come as a player shows them: turned, mirrored, with square pixels; or they are refused."""

import struct
from pathlib import Path

import cv2
import numpy as np
import pytest

from routines.errors import Trouble
from sessions.worker.sources.pictures import pixel_shape
from sessions.worker.sources.recording import Recording
from sessions.worker.sources.source import BGR
from sessions.worker.sources.turning import CLOCKWISE, EXIF, Turn, turn_of
from tests.sessions.worker.films import (
    HEIGHT,
    WIDTH,
    corners,
    film,
    looks_like,
    set_matrix,
    set_pixels,
)

WHOLE = corners()
SHOWN: dict[tuple[float, float, float, float], BGR] = {
    (1, 0, 0, 1): WHOLE,
    (-1, 0, 0, 1): WHOLE[:, ::-1],
    (-1, 0, 0, -1): WHOLE[::-1, ::-1],
    (1, 0, 0, -1): WHOLE[::-1],
    (0, 1, 1, 0): WHOLE.swapaxes(0, 1),
    (0, 1, -1, 0): WHOLE.swapaxes(0, 1)[:, ::-1],
    (0, -1, -1, 0): WHOLE.swapaxes(0, 1)[::-1, ::-1],
    (0, -1, 1, 0): WHOLE.swapaxes(0, 1)[::-1],
}
"""By the four numbers of a display matrix: x' = a x + c y, y' = b x + d y."""


def _first(path: Path) -> BGR | None:
    source = Recording(path)
    frame = source.read()
    assert frame is not None
    if frame.picture is not None:
        assert frame.picture.shape[:2] == (source.height, source.width)
    source.close()
    return frame.picture


@pytest.mark.parametrize("matrix", SHOWN)
@pytest.mark.parametrize("suffix", ["mp4", "mov"])
def test_a_film_is_turned_and_mirrored_as_its_matrix_says(
    tmp_path: Path, matrix: tuple[float, float, float, float], suffix: str
) -> None:
    """All eight, wherever the matrix stands; a scale in it changes nothing."""
    path = film(tmp_path / f"a.{suffix}")
    for box in (b"tkhd", b"mvhd"):
        set_matrix(path, box, matrix)
        assert looks_like(_first(path), SHOWN[matrix]), box
        a, b, c, d = matrix
        set_matrix(path, box, (2 * a, 2 * b, 2 * c, 2 * d))
        assert looks_like(_first(path), SHOWN[matrix]), box
        set_matrix(path, box, (1, 0, 0, 1))


def test_two_matrices_are_done_one_after_the_other(tmp_path: Path) -> None:
    """The track's first, then the film's: a quarter turn, then a mirror."""
    path = film(tmp_path / "a.mp4")
    set_matrix(path, b"tkhd", (0, 1, -1, 0))
    set_matrix(path, b"mvhd", (-1, 0, 0, 1))

    assert looks_like(_first(path), SHOWN[0, 1, -1, 0][:, ::-1])


@pytest.mark.parametrize("matrix", [(0.7, 0.7, -0.7, 0.7), (1, 0.5, 0, 1), (1, 0, 0, 0)])
def test_a_slanted_film_is_refused(
    tmp_path: Path, matrix: tuple[float, float, float, float]
) -> None:
    """Nobody could say which half of a slanted face is which."""
    path = film(tmp_path / "a.mp4")
    set_matrix(path, b"tkhd", matrix)

    with pytest.raises(Trouble, match=r"a\.mp4 is turned by an odd angle"):
        Recording(path)


@pytest.mark.parametrize(
    ("pixels", "size"),
    [((4, 3), (128, 64)), ((1, 2), (96, 128)), ((1, 1), (96, 64)), ((1001, 1000), (96, 64))],
)
def test_pixels_are_made_square(
    tmp_path: Path, pixels: tuple[int, int], size: tuple[int, int]
) -> None:
    """Nothing is made smaller; also where the film is turned besides."""
    path = film(tmp_path / "a.mp4")
    set_pixels(path, *pixels)
    assert looks_like(_first(path), cv2.resize(WHOLE, size).astype(np.uint8))
    set_matrix(path, b"tkhd", (0, 1, -1, 0))

    turned = SHOWN[0, 1, -1, 0]
    assert looks_like(_first(path), cv2.resize(turned, size[::-1]).astype(np.uint8))


def test_pixels_of_an_absurd_shape_are_refused(tmp_path: Path) -> None:
    """One number of a head must not ask for memory without end."""
    path = film(tmp_path / "a.mp4")
    set_pixels(path, 5000, 1)

    with pytest.raises(Trouble, match="pixels of a shape"):
        Recording(path)
    assert pixel_shape(0, 1) == pixel_shape(1, 0) == 1.0


def test_a_coding_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """With what to do: the film is whole, the library here does not know its coding."""
    ok, avif = cv2.imencode(".avif", WHOLE)
    assert ok
    unit = avif.tobytes().partition(b"mdat")[2]
    head = struct.pack("<4s2H4s2H4I", b"DKIF", 0, 32, b"AV01", WIDTH, HEIGHT, 25, 1, 3, 0)
    frames = [struct.pack("<IQ", len(unit), n) + unit for n in range(3)]
    path = tmp_path / "a.ivf"
    path.write_bytes(head + b"".join(frames))

    with pytest.raises(Trouble, match=r"a\.ivf is a film coded as AV1.*save it as one of them"):
        Recording(path)


def test_a_film_larger_than_6k_is_refused(tmp_path: Path) -> None:
    """Decoding one of 8K would take more memory than the program may have."""
    path = film(tmp_path / "a.avi", 1, "MJPG", np.zeros((3248, 6144, 3), np.uint8))

    with pytest.raises(Trouble, match=r"6144x3248.*at most 4K"):
        Recording(path)


def test_a_song_with_a_cover_is_no_film(tmp_path: Path) -> None:
    """Where no track of an MP4 file is a film there is none, whatever FFmpeg finds to show."""
    path = film(tmp_path / "song.m4a.mp4")
    path.write_bytes(path.read_bytes().replace(b"vide", b"soun"))

    with pytest.raises(Trouble, match="holds sound but no film"):
        Recording(path)


@pytest.mark.parametrize("brand", [b"heic", b"mif1", b"hevc"])
def test_a_heic_picture_is_called_by_its_name(tmp_path: Path, brand: bytes) -> None:
    """Whatever its name ends in."""
    for name in ("IMG_1.HEIC", "IMG_1.jpg", "IMG_1.mov"):
        path = tmp_path / name
        path.write_bytes(b"\0\0\0\x18ftyp" + brand + b"\0\0\0\0mif1heic" + bytes(900))

        with pytest.raises(Trouble, match=r"HEIC picture.*Save it as JPEG"):
            Recording(path)


def _element(name: str, content: bytes | float | int) -> bytes:
    """A Matroska element with a size of eight bytes."""
    if isinstance(content, float):
        content = struct.pack(">d", content)
    elif isinstance(content, int):
        content = content.to_bytes(2)
    return bytes.fromhex(name) + (len(content) | 1 << 56).to_bytes(8) + content


def _matroska(path: Path, yaw: float, roll: float) -> Path:
    """A film of three JPEG pictures whose projection is turned."""
    turned = _element("7670", _element("7673", yaw) + _element("7675", roll))
    video = _element("e0", _element("b0", WIDTH) + _element("ba", HEIGHT) + turned)
    track = _element("d7", 1) + _element("73c5", 1) + _element("83", 1)
    track += _element("86", b"V_MJPEG") + _element("23e383", (40_000_000).to_bytes(4)) + video
    jpeg = cv2.imencode(".jpg", WHOLE)[1].tobytes()
    blocks = [_element("a3", b"\x81" + (40 * n).to_bytes(2) + b"\x80" + jpeg) for n in range(3)]
    path.write_bytes(
        _element("1a45dfa3", _element("4282", b"matroska"))
        + _element(
            "18538067",
            _element("1654ae6b", _element("ae", track))
            + _element("1f43b675", _element("e7", 0) + b"".join(blocks)),
        )
    )
    return path


@pytest.mark.parametrize(
    ("yaw", "roll", "shown"),
    [
        (0.0, 90.0, WHOLE.swapaxes(0, 1)[::-1]),
        (180.0, 0.0, WHOLE[:, ::-1]),
        (-180.0, 90.0, WHOLE[:, ::-1].swapaxes(0, 1)[::-1]),
        (180.0, -90.0, WHOLE[:, ::-1].swapaxes(0, 1)[:, ::-1]),
    ],
)
def test_a_matroska_film_is_turned_and_mirrored(
    tmp_path: Path, yaw: float, roll: float, shown: BGR
) -> None:
    """Mirrored first, then turned against the clock."""
    path = _matroska(tmp_path / "a.mkv", yaw, roll)

    assert looks_like(_first(path), shown)


def test_eight_turns_are_a_group() -> None:
    """One turn after another is what it is on pictures, and matrices know their turn."""
    for one in EXIF[1:]:
        assert turn_of(*(3.0 * n for n in one)) == one
        for other in EXIF[1:]:
            both = other.apply(one.apply(WHOLE))
            assert np.array_equal(one.then(other).apply(WHOLE), both)
    assert set(CLOCKWISE.values()) < set(EXIF)
    assert np.array_equal(CLOCKWISE[90].apply(WHOLE), np.rot90(WHOLE, -1))
    assert turn_of(0, 0, 0, 0) == Turn(1, 0, 0, 1)
