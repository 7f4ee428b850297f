"""Pictures come upright from every kind of file, in bounded memory, or a sentence says why not."""

import resource
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from routines.errors import Trouble
from sessions.camera.source_name import parse
from sessions.messages import WIRE_VERSION, Open
from sessions.worker.sources.opening import open_recorded
from sessions.worker.sources.picture_file import load
from sessions.worker.sources.picture_head import picture_head
from sessions.worker.sources.stills import Stills
from sessions.worker.sources.turning import EXIF
from tests.patience import patience
from tests.sessions.worker.films import corners, looks_like

KINDS = ("jpeg", "png", "webp", "tiff", "avif")


def _oriented(path: Path, orientation: int) -> Path:
    """A picture of `corners` that is to be turned before it is shown."""
    picture = Image.fromarray(corners()[..., ::-1])
    exif = Image.Exif()
    exif[274] = orientation
    if path.suffix == ".png":
        picture.save(path, exif=exif)
    elif path.suffix == ".tiff":
        picture.save(path, tiffinfo={274: orientation})
    else:
        picture.save(path, exif=exif, quality=95)
    return path


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_turned_and_mirrored_as_it_says(
    tmp_path: Path, kind: str, orientation: int
) -> None:
    """All eight orientations of EXIF, TIFF and AVIF; in a file of any name."""
    path = _oriented(tmp_path / f"a.{kind}", orientation)
    other = path.rename(tmp_path / "a.png")

    assert looks_like(load(other), EXIF[orientation].apply(corners()))


@pytest.mark.parametrize("kind", ["png", "webp", "tiff", "avif"])
def test_of_several_pictures_in_a_file_the_first_is_read_and_that_is_said(
    tmp_path: Path, kind: str
) -> None:
    """Pages and animations."""
    path = tmp_path / f"pages.{kind}"
    pages = [Image.fromarray(each) for each in (corners()[..., ::-1], 255 - corners())]
    options: dict[str, Any] = {} if kind in ("png", "tiff") else {"quality": 95}
    pages[0].save(path, save_all=True, append_images=pages[1:], **options)
    single = _oriented(tmp_path / f"single.{kind}", 1)
    both = [str(path), str(single)]
    source = open_recorded(
        parse(both[0]), Open(wire=WIRE_VERSION, source=both[0], more=(both[1],), model="")
    )

    assert isinstance(source, Stills)
    assert source.notes == (f"{path} holds several pictures; only the first one is read.",)
    frame = source.read()
    assert frame is not None
    assert looks_like(frame.picture, corners())


def _png_of_zeros(path: Path, width: int, height: int) -> Path:
    """A small file that is a very large black picture, of one bit a pixel: made in a moment, and
    as large in memory as any other."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = zlib.compress(bytes(height * (width // 8 + 1)), 1)
    head = struct.pack(">2I5B", width, height, 1, 0, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )
    return path


def test_a_picture_too_large_for_memory_is_refused(tmp_path: Path) -> None:
    """By its head, with how large it may be."""
    path = _png_of_zeros(tmp_path / "bomb.png", 20000, 6000)

    with pytest.raises(Trouble, match=r"bomb\.png has 120 megapixels.*up to 65"):
        load(path)


@pytest.mark.parametrize("kind", ["bmp", "jpeg", "png", "tiff", "webp", "ppm", "avif"])
def test_size_and_kind_stand_in_the_head(tmp_path: Path, kind: str) -> None:
    """Without decoding a pixel."""
    path = tmp_path / "a"
    Image.fromarray(np.zeros((70, 130, 3), np.uint8)).save(path, format=kind)
    head = picture_head(path)

    assert head is not None
    assert (head.width, head.height, head.several) == (130, 70, False)
    assert head.kind.lower() == {"ppm": "pnm"}.get(kind, kind)


def test_a_jpeg_in_several_passes_takes_more_memory_than_one_in_one(tmp_path: Path) -> None:
    """Two bytes for each sample of each colour are kept until its end."""
    picture = Image.fromarray(np.zeros((70, 130, 3), np.uint8))
    found: list[float] = []
    for progressive, subsampling in ((False, 0), (True, 2), (True, 0)):
        path = tmp_path / "a.jpg"
        picture.save(path, progressive=progressive, subsampling=subsampling)
        head = picture_head(path)
        assert head is not None
        found.append(head.bytes_a_pixel)

    assert found == [0.25, 3.25, 6.25]


_MEASURE = """
import sys
from pathlib import Path
from sessions.native.limits import memory_mb
from sessions.worker.sources.picture_file import load
before = memory_mb()
picture = load(Path(sys.argv[1]))
print(*picture.shape[:2], round(memory_mb() - before))
"""


@pytest.mark.skipif(not hasattr(resource, "RUSAGE_SELF"), reason="no such measure here")
@pytest.mark.parametrize(
    ("width", "height"), [(8160, 6120), pytest.param(12000, 9000, marks=pytest.mark.long)]
)
def test_a_large_photo_of_a_phone_is_made_smaller_while_it_is_read(
    tmp_path: Path, checkout: Path, width: int, height: int
) -> None:
    """50 and 108 megapixels in less than 100 MB; turned as it says, and in proportion."""
    path = tmp_path / "photo.jpg"
    exif = Image.Exif()
    exif[274] = 6
    whole = Image.fromarray(corners()[..., ::-1]).resize((width, height), Image.Resampling.NEAREST)
    whole.save(path, quality=80, exif=exif)
    ran = subprocess.run(
        [sys.executable, "-c", _MEASURE, str(path)],
        cwd=checkout,
        capture_output=True,
        text=True,
        timeout=patience(20.0),
        check=True,
    )
    rows, columns, grown_mb = map(int, ran.stdout.split())

    assert (rows, columns) == (1920, 1440)
    assert grown_mb < 100


@pytest.mark.parametrize("kind", ["exr", "jp2", "hdr"])
def test_a_picture_of_a_kind_that_is_not_read_is_a_sentence(tmp_path: Path, kind: str) -> None:
    """Also one that the library was built to refuse with an error of its own."""
    heads = {
        "exr": b"\x76\x2f\x31\x01",
        "jp2": b"\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x14ftypjp2 ",
        "hdr": b"#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 90 +X 90\n\xff",
    }
    path = tmp_path / f"a.{kind}"
    path.write_bytes(heads[kind] + bytes(range(256)) * 12)

    with pytest.raises(Trouble, match=rf"a\.{kind} is not a") as caught:
        open_recorded(parse(str(path)), Open(wire=WIRE_VERSION, source=str(path), model=""))
    assert caught.value.kind == "video"


@given(st.sampled_from(KINDS), st.integers(0, 1 << 30), st.binary(min_size=1, max_size=8))
def test_a_changed_head_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, kind: str, place: int, change: bytes
) -> None:
    """Nothing but ValueError, whatever stands there."""
    path = tmp_path_factory.mktemp("heads") / f"a.{kind}"
    data = bytearray(_oriented(path, 6).read_bytes())
    at = place % min(len(data), 400)
    data[at : at + len(change)] = change
    path.write_bytes(bytes(data))
    try:
        head = picture_head(path)
    except ValueError:
        return
    assert head is None or head.width >= 0
