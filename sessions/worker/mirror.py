"""The small pictures of the mirror view, and of a mirrored half. They exist only while somebody
looks."""

import numpy as np
from numpy.typing import NDArray

from routines.movements import Side
from sessions.messages import Picture, ShowPictures
from sessions.worker.sources.pictures import mirrored_rgb, small_rgb
from sessions.worker.sources.source import Frame

PICTURE_FPS = 15.0
MOST = (640, 480)


class MirrorPictures:
    """Makes them, when one is due."""

    def __init__(self) -> None:
        self._size: tuple[int, int] | None = None
        self._next_s = 0.0
        self.half: Side | None = None
        """The half that is to be shown as a whole face; None for the camera's picture."""

    def ask(self, message: ShowPictures) -> None:
        """Begin, change size or end."""
        size = (min(message.width, MOST[0]), min(message.height, MOST[1]))
        self._size = size if min(size) > 0 else None
        self.half = message.half if self._size is not None else None

    @property
    def asked(self) -> bool:
        """Whether the camera's pictures are asked for."""
        return self._size is not None and self.half is None

    def picture(self, frame: Frame, now: float) -> Picture | None:
        """`frame` as a mirror shows it, if one is due at `now`, seconds on any steady clock."""
        if self.half is not None or frame.picture is None or not self._due(now):
            return None
        assert self._size is not None
        width, height, rgb = mirrored_rgb(frame.picture, *self._size)
        return Picture(width=width, height=height, rgb=rgb)

    def whole_face(self, face: NDArray[np.uint8] | None, now: float) -> Picture | None:
        """A mirrored half, RGB, as a small picture, if one is due; an empty one for None."""
        if self.half is None or not self._due(now):
            return None
        assert self._size is not None
        if face is None:
            return Picture(width=0, height=0, rgb=b"")
        width, height, rgb = small_rgb(face, *self._size)
        return Picture(width=width, height=height, rgb=rgb)

    def _due(self, now: float) -> bool:
        """Whether a picture is asked for and the one before is old enough."""
        if self._size is None or now < self._next_s:
            return False
        self._next_s = now + 1.0 / PICTURE_FPS
        return True
