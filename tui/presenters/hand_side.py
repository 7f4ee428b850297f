"""On which side of the mirror view something moves: a raised hand, away from the face. Pure.

Successive small pictures are compared point by point. Only the outer thirds count: the face is in
the middle one, and moves too.
"""

from collections.abc import Iterator
from typing import Literal

from sessions.messages import Picture

PictureSide = Literal["left", "right"]

CHANGED = 40
"""Grey levels (of 255) by which a point has moved. A choice, well above the noise of a camera:
ten by ten points averaged to one have a tenth of it."""
SHARE = 0.04
"""Share of an outer third that a waved hand changes at least: a hand as wide as a tenth of the
picture and a fifth of its height covers 6 % of it."""
TIMES = 3
"""One side counts where it changes so many times as much as the other: light that goes on, or a
head that sways, changes both."""


class HandSide:
    """Takes pictures in order; `seen` is the side that moved last, as the picture is shown."""

    def __init__(self) -> None:
        self.seen: PictureSide | None = None
        self._before: Picture | None = None

    def take(self, picture: Picture) -> None:
        """The next picture."""
        before, self._before = self._before, picture
        if before is None or (before.width, before.height) != (picture.width, picture.height):
            return
        third = picture.width // 3
        left = _changed(before, picture, range(third))
        right = _changed(before, picture, range(picture.width - third, picture.width))
        least = SHARE * third * picture.height
        if left >= max(least, TIMES * right):
            self.seen = "left"
        elif right >= max(least, TIMES * left):
            self.seen = "right"


def _changed(one: Picture, other: Picture, columns: range) -> int:
    """How many points of these columns differ."""
    return sum(abs(one.rgb[at] - other.rgb[at]) > CHANGED for at in _greens(one, columns))


def _greens(picture: Picture, columns: range) -> Iterator[int]:
    """Where the green of each point of these columns stands: green carries most of the light."""
    for row in range(picture.height):
        begin = 3 * row * picture.width + 1
        yield from range(begin + 3 * columns.start, begin + 3 * columns.stop, 3)
