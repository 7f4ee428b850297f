"""Half-face composites: each half of the face mirrored into a whole one, the head in rest pose.

A canvas pixel stands for a place of the head frame; its depth comes from the rest landmarks;
the pose of the moment says where it is in the picture. So the canvas shows the rest pose and
keeps only expression. The cut is the skeletal midline (x = 0 of the head frame), never the
mouth, which palsy pulls across.

The picture of the right half is [right half | its mirror image], that of the left half
[its mirror image | left half]: both look like a face that faces us, the person's right at
picture left.
"""

import cv2
import msgspec
import numpy as np
from numpy.typing import NDArray

from routines.movements import Side
from sessions.scoring.arrays import Floats, Floats32
from sessions.scoring.depth import surface
from sessions.scoring.geometry import Placement, places_of
from sessions.scoring.landmarks import OUTER_CANTHUS

CANVAS_PX = 320
CANTHI_PX = 100.0
"""Between the outer canthi on the canvas (validity study, section 2)."""
ORIGIN_Y_PX = 130.0
"""Where the line between the canthi lies on the canvas."""
_COARSE_PX = 10

PATCH_STEP = 10
PATCH_LEFT, PATCH_TOP = 80, 50
PATCH_COLUMNS, PATCH_ROWS = 8, 24
"""A half's patch: the middle of the canvas in blocks of PATCH_STEP pixels."""


_COLUMNS: dict[Side, slice] = {
    "left": slice(CANVAS_PX // 2, CANVAS_PX),
    "right": slice(0, CANVAS_PX // 2),
}
"""Where each half lies on the canvas."""


class CompositeCanvas(msgspec.Struct, frozen=True):
    """The head frame laid out on a canvas: made once a rest."""

    px_per_mm: float
    places: dict[Side, Floats32]
    """The places of the head frame that the pixels of each half stand for."""

    @classmethod
    def of(cls, head: Floats) -> "CompositeCanvas":
        """The canvas of a head at rest: (478, 3) head-frame millimetres."""
        across = float(head[OUTER_CANTHUS["left"], 0] - head[OUTER_CANTHUS["right"], 0])
        px_per_mm = CANTHI_PX / across
        half = CANVAS_PX // 2
        columns: Floats = (np.arange(CANVAS_PX, dtype=np.float64) + 0.5 - half) / px_per_mm
        rows: Floats = (np.arange(CANVAS_PX, dtype=np.float64) + 0.5 - ORIGIN_Y_PX) / px_per_mm
        depth = surface(head, columns, rows, every=_COARSE_PX)
        return cls(
            px_per_mm,
            {
                side: places_of(columns[cut], rows[:, None], depth[:, cut])
                for side, cut in _COLUMNS.items()
            },
        )

    def picture(
        self, rgb: NDArray[np.uint8], placement: Placement, side: Side
    ) -> NDArray[np.uint8]:
        """The half on `side` as a whole face, CANVAS_PX square RGB."""
        maps = placement.maps(self.places[side])
        half = cv2.remap(rgb, *maps, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        mirrored = cv2.flip(half, 1)
        pair = (mirrored, half) if side == "left" else (half, mirrored)
        return np.asarray(cv2.hconcat(pair), dtype=np.uint8)

    def patch_axes(self) -> tuple[Floats, Floats]:
        """Head-frame x and y (mm) of the columns and rows of a whole patch."""
        columns = PATCH_LEFT + (np.arange(2 * PATCH_COLUMNS, dtype=np.float64) + 0.5) * PATCH_STEP
        rows = PATCH_TOP + (np.arange(PATCH_ROWS, dtype=np.float64) + 0.5) * PATCH_STEP
        return (columns - CANVAS_PX / 2) / self.px_per_mm, (rows - ORIGIN_Y_PX) / self.px_per_mm

    def to_head(self, points: Floats) -> Floats:
        """Canvas points (n, 2+) in head-frame millimetres, (n, 2)."""
        centre = (CANVAS_PX / 2, ORIGIN_Y_PX)
        return (points[:, :2] - centre) / self.px_per_mm

    def to_canvas(self, points: Floats) -> Floats:
        """Head-frame millimetres (n, 2+) in canvas points, (n, 2)."""
        centre = (CANVAS_PX / 2, ORIGIN_Y_PX)
        return points[:, :2] * self.px_per_mm + centre


def patch_of(composite: NDArray[np.uint8], side: Side) -> Floats:
    """Grey blocks (PATCH_ROWS, PATCH_COLUMNS) of the half that `composite` was made from."""
    middle = CANVAS_PX // 2
    columns = slice(middle, CANVAS_PX - PATCH_LEFT) if side == "left" else slice(PATCH_LEFT, middle)
    rows = slice(PATCH_TOP, PATCH_TOP + PATCH_ROWS * PATCH_STEP)
    small = cv2.resize(
        composite[rows, columns], (PATCH_COLUMNS, PATCH_ROWS), interpolation=cv2.INTER_AREA
    )
    return np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), dtype=np.float64)
