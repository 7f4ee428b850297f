"""Made-up photos for the tests: small coloured JPEGs, no face in them."""

from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image

from sessions.messages import Still
from sessions.pictures.photos import keep_photos

OUTLINE = (0.4, 0.3, 0.6, 0.3, 0.5, 0.5, 0.42, 0.7, 0.58, 0.7)
FIRST, LATER = "2026-03-02T09-00-00", "2026-11-14T09-30-00"


@cache
def jpeg(left: tuple[int, int, int], right: tuple[int, int, int]) -> bytes:
    """A picture of two halves, as the camera saw them."""
    picture = Image.new("RGB", (480, 600), left)
    picture.paste(right, (240, 0, 480, 600))
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=90)
    return buffer.getvalue()


def still(name: str, left: tuple[int, int, int] = (200, 40, 40)) -> Still:
    """One still."""
    return Still(name=name, jpeg=jpeg(left, (40, 40, 200)), outline=OUTLINE)


def album(data: Path) -> None:
    """Two practices: the first with rest and smile, the later one with a brow raise too."""
    keep_photos(data, FIRST, [still("rest"), still("open-smile")])
    green = (40, 160, 40)
    names = ("rest", "open-smile", "brow-raise")
    keep_photos(data, LATER, [still(name, green) for name in names])
