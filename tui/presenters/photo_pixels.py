"""A kept photo, or a picture of a clip, as pixels for the screen, by Pillow, which is loaded with
the first one.

Pictures are drawn as in a looking glass, like every face in this program; the file is as the
camera saw.
"""

from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from sessions.messages import MOST_JPEG, Picture

MOST_PX = 4_000_000
"""More pixels than any photo of this program has; a stranger's file is not unpacked."""


def small_picture(path: Path, width: int, height: int) -> Picture | None:
    """The photo at `path`, flipped, inside `width` x `height` pixels; None if it is no photo."""
    try:
        if path.stat().st_size > MOST_JPEG:
            return None
        with path.open("rb") as file:
            return _small(file, width, height)
    except OSError:
        return None


def small_frame(jpeg: bytes, width: int, height: int) -> Picture | None:
    """A picture of a clip, as `small_picture`."""
    return _small(BytesIO(jpeg), width, height)


def _small(file: BinaryIO, width: int, height: int) -> Picture | None:
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(file, formats=("JPEG",)) as photo:
            if photo.width * photo.height > MOST_PX:
                return None
            small = ImageOps.mirror(photo.convert("RGB"))
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError):
        return None
    small.thumbnail((max(1, width), max(1, height)))
    return Picture(width=small.width, height=small.height, rgb=small.tobytes())
