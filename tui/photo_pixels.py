"""A kept photo as pixels for the screen, by Pillow, which is loaded with the first photo.

Pictures are drawn as in a looking glass, like every face in this program; the file is as the
camera saw.
"""

from pathlib import Path

from sessions.readings import MOST_JPEG, Picture

MOST_PX = 4_000_000
"""More pixels than any photo of this program has; a stranger's file is not unpacked."""


def small_picture(path: Path, width: int, height: int) -> Picture | None:
    """The photo at `path`, flipped, inside `width` x `height` pixels; None if it is no photo."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        if path.stat().st_size > MOST_JPEG:
            return None
        with Image.open(path, formats=("JPEG",)) as photo:
            if photo.width * photo.height > MOST_PX:
                return None
            small = ImageOps.mirror(photo.convert("RGB"))
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError):
        return None
    small.thumbnail((max(1, width), max(1, height)))
    return Picture(width=small.width, height=small.height, rgb=small.tobytes())
