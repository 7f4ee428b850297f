"""The small pictures of the mirror view. They exist only while somebody looks."""

from sessions.messages import Picture, ShowPictures
from sessions.worker.sources.pictures import mirrored_rgb
from sessions.worker.sources.source import Frame

PICTURE_FPS = 15.0
MOST = (640, 480)


class MirrorPictures:
    """Makes them, when one is due."""

    def __init__(self) -> None:
        self._size: tuple[int, int] | None = None
        self._next_s = 0.0

    def ask(self, message: ShowPictures) -> None:
        """Begin, change size or end."""
        size = (min(message.width, MOST[0]), min(message.height, MOST[1]))
        self._size = size if min(size) > 0 else None

    def picture(self, frame: Frame, now: float) -> Picture | None:
        """`frame` as a mirror shows it, if one is due at `now`, seconds on any steady clock."""
        if self._size is None or frame.picture is None or now < self._next_s:
            return None
        self._next_s = now + 1.0 / PICTURE_FPS
        width, height, rgb = mirrored_rgb(frame.picture, *self._size)
        return Picture(width=width, height=height, rgb=rgb)
