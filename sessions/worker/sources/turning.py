"""How a picture is turned and mirrored before it is shown.

A turn is the 2x2 matrix of the eight ways to lay a rectangle on itself, in the order of the
display matrix of MP4 files (ISO/IEC 14496-12, 8.3.2): a stored point (x, y) is shown at
(a x + c y, b x + d y), moved back into view.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Turn(NamedTuple):
    """One of the eight; each entry is -1, 0 or 1."""

    a: int
    b: int
    c: int
    d: int

    @property
    def swaps_sides(self) -> bool:
        """Whether width and height change places."""
        return self.a == 0

    def then(self, other: "Turn") -> "Turn":
        """This turn, and then the other one."""
        return Turn(
            self.a * other.a + self.b * other.c,
            self.a * other.b + self.b * other.d,
            self.c * other.a + self.d * other.c,
            self.c * other.b + self.d * other.d,
        )

    def apply(self, picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """The picture as it is shown: rows x columns, with colours or without."""
        if self == UPRIGHT:
            return picture
        if self.swaps_sides:
            picture = picture.swapaxes(0, 1)
        across, down = (self.c, self.b) if self.swaps_sides else (self.a, self.d)
        return np.ascontiguousarray(picture[:: down or 1, :: across or 1])


UPRIGHT = Turn(1, 0, 0, 1)

EXIF = (
    UPRIGHT,
    UPRIGHT,
    Turn(-1, 0, 0, 1),
    Turn(-1, 0, 0, -1),
    Turn(1, 0, 0, -1),
    Turn(0, 1, 1, 0),
    Turn(0, 1, -1, 0),
    Turn(0, -1, -1, 0),
    Turn(0, -1, 1, 0),
)
"""By the orientation of EXIF and TIFF, 1 to 8 (TIFF 6.0, tag 274); 0 stands for none."""

CLOCKWISE = {0: EXIF[1], 90: EXIF[6], 180: EXIF[3], 270: EXIF[8]}
"""By degrees."""


def turn_of(a: float, b: float, c: float, d: float) -> Turn | None:
    """The turn of any matrix that has one; None for skewed and slanted ones.

    A scale is none of its business: players take it for the shape of the pixels.
    """
    along, across = max(abs(a), abs(d)), max(abs(b), abs(c))
    least = 0.001 * max(along, across)
    if along == across == 0:
        return UPRIGHT
    if across <= least and min(abs(a), abs(d)) > least:
        return Turn(_sign(a), 0, 0, _sign(d))
    if along <= least and min(abs(b), abs(c)) > least:
        return Turn(0, _sign(b), _sign(c), 0)
    return None


def _sign(value: float) -> int:
    return -1 if value < 0 else 1
