"""Small films whose head says how to show them, made by changing what OpenCV writes."""

import struct
from pathlib import Path

import cv2
import numpy as np

from sessions.worker.sources.source import BGR

WIDTH, HEIGHT = 96, 64


def corners() -> BGR:
    """A picture with another colour in each quarter: no turn leaves it as it is."""
    picture = np.full((HEIGHT, WIDTH, 3), 255, np.uint8)
    picture[: HEIGHT // 2, : WIDTH // 2] = (0, 0, 255)
    picture[: HEIGHT // 2, WIDTH // 2 :] = (0, 255, 0)
    picture[HEIGHT // 2 :, : WIDTH // 2] = (255, 0, 0)
    return picture


def film(path: Path, frames: int = 6, code: str = "mp4v", picture: BGR | None = None) -> Path:
    """A film of `corners`, or of another picture."""
    shown = corners() if picture is None else picture
    size = (shown.shape[1], shown.shape[0])
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*code), 25.0, size)
    assert writer.isOpened()
    for _ in range(frames):
        writer.write(shown)
    writer.release()
    return path


def set_matrix(path: Path, box: bytes, matrix: tuple[float, float, float, float]) -> None:
    """Change the display matrix in the `tkhd` or `mvhd` box of an MP4 file."""
    data = bytearray(path.read_bytes())
    at = data.index(box) + 4 + (40 if box == b"tkhd" else 36)
    a, b, c, d = (round(value * 65536) for value in matrix)
    struct.pack_into(">5i", data, at, a, b, 0, c, d)
    path.write_bytes(bytes(data))


def set_pixels(path: Path, width: int, height: int) -> None:
    """Give the pixels of an MP4 film a shape: a `pasp` box, put in or changed."""
    data = bytearray(path.read_bytes())
    shape = struct.pack(">I4sII", 16, b"pasp", width, height)
    if b"pasp" in data:
        at = data.index(b"pasp") - 4
        data[at : at + 16] = shape
    else:
        holders = (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"stsd", b"mp4v")
        moov = data.index(b"moov")
        places = [data.index(kind, moov) - 4 for kind in holders]
        entry = places[-1]
        end = entry + int.from_bytes(data[entry : entry + 4])
        data[end:end] = shape
        for place in places:
            size = int.from_bytes(data[place : place + 4]) + 16
            struct.pack_into(">I", data, place, size)
    path.write_bytes(bytes(data))


def looks_like(picture: BGR | None, other: BGR) -> bool:
    """The same size and, but for what coding loses, the same colours."""
    if picture is None or picture.shape != other.shape:
        return False
    return float(np.abs(picture.astype(int) - other).mean()) < 20.0
