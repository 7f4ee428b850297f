"""Made-up clips for the tests: coloured halves that grow brighter, no face in them."""

from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image

from sessions.messages import Clip
from sessions.pictures.clips import keep_clips
from tests.sessions.photo_samples import FIRST, LATER

WIDTH, HEIGHT = 96, 120
RED, GREEN = (200, 40, 40), (40, 160, 40)


@cache
def small_jpeg(left: tuple[int, int, int], right: tuple[int, int, int] = (40, 40, 200)) -> bytes:
    """A picture of two halves, as the camera saw them."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), left)
    picture.paste(right, (WIDTH // 2, 0, WIDTH, HEIGHT))
    buffer = BytesIO()
    picture.save(buffer, "JPEG")
    return buffer.getvalue()


def clip(name: str, take: int = 1, *, count: int = 16, left: tuple[int, int, int] = RED) -> Clip:
    """One clip of `count` pictures, the last half of them darker on the right."""
    first, last = small_jpeg(left), small_jpeg(left, (20, 20, 90))
    frames = (first,) * (count - count // 2) + (last,) * (count // 2)
    return Clip(name=name, take=take, width=WIDTH, height=HEIGHT, frames=frames)


def clip_album(data: Path) -> None:
    """Two practices, the later one with a brow raise too."""
    keep_clips(data, FIRST, [clip("open-smile")])
    later = [clip(name, left=GREEN, count=24) for name in ("open-smile", "brow-raise")]
    keep_clips(data, LATER, later)
