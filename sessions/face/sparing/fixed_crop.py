"""The crop of a half composite that does not move: for LiteRT, which follows no face.

What the network reads of one movement depends on where its crop lies, by a few percent: it works on
a grid of 16 pixels. So each crop is told at rest what it makes of a known movement: the composite
of the rest is warped (a smooth push of the mouth's corner, as in `sessions.selftest.warp`) and read
both by MediaPipe, which crops anew in each frame, and in the crop. Their quotient is the crop's
gain.
"""

from typing import Final

import cv2
import msgspec
import numpy as np
from numpy.typing import NDArray

from routines.movements import Side
from sessions.face.composites import CANVAS_PX, CompositeCanvas
from sessions.face.sparing.mesh_network import CROP_OF_FACE, CROP_PX
from sessions.readings import SMILE_OUT, SMILE_UP
from sessions.scoring.arrays import Floats
from sessions.scoring.landmarks import CORNER, OUTWARD
from sessions.scoring.measures import Vector

SMILE: Final[Vector] = (6.0 * SMILE_OUT, 6.0 * SMILE_UP)
PUCKER: Final[Vector] = (-4.0, 0.0)
"""Known movements of the mouth's corner, (out, up) mm: of the size of gentle ones."""
PUSHED_MM = 9.0
"""Reach of the push, a standard deviation; it fades to nothing over `EDGE_MM` from the midline."""
EDGE_MM = 2.0
FAR_MM = 5 * PUSHED_MM
"""Beyond this a push of `SMILE` is less than a ten-thousandth of a pixel."""
ROUNDS = 8


class FixedCrop(msgspec.Struct, frozen=True):
    """A square of the canvas: made once a rest."""

    back: Floats
    """(2, 3), from pixels of the crop to pixels of the canvas."""

    @classmethod
    def of(cls, points: Floats) -> "FixedCrop":
        """About the points (n, 2) of a face on the canvas, as MediaPipe would crop it upright."""
        low, high = points.min(axis=0), points.max(axis=0)
        step = CROP_OF_FACE * float((high - low).max()) / CROP_PX
        return cls(np.column_stack([step * np.eye(2), (low + high) / 2 - step * CROP_PX / 2]))

    def cut(self, composite: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """CROP_PX square RGB."""
        how = cv2.WARP_INVERSE_MAP | cv2.INTER_LINEAR
        cut = cv2.warpAffine(composite, self.back, (CROP_PX, CROP_PX), flags=how)
        return np.asarray(cut, dtype=np.uint8)

    def on_canvas(self, points: Floats) -> Floats:
        """Points (n, 2+) of the crop in pixels of the canvas, (n, 2)."""
        return points[:, :2] @ self.back[:, :2].T + self.back[:, 2]


def moved(
    composite: NDArray[np.uint8], canvas: CompositeCanvas, head: Floats, side: Side, by: Vector
) -> NDArray[np.uint8]:
    """The composite of the half on `side` with the mouth's corner of `head` (478, 3, at rest) moved
    `by` (out, up) mm."""
    corner = head[list(CORNER[side]), :2].mean(axis=0) * (OUTWARD[side], 1.0)
    steps: Floats = np.arange(CANVAS_PX, dtype=np.float64)
    axes = canvas.to_head(np.column_stack([steps, steps]) + 0.5)
    across: Floats = axes[:, 0]
    down: Floats = axes[:, 1]
    # Both sides of a composite show the same half: one of them is worked out, where it is pushed.
    columns = np.flatnonzero((across >= 0.0) & (np.abs(across - corner[0]) < FAR_MM))
    rows = np.flatnonzero(np.abs(down - corner[1]) < FAR_MM)
    here: tuple[Floats, Floats] = np.meshgrid(across[columns], down[rows])
    x, y = here
    for _ in range(ROUNDS):
        far = ((x - corner[0]) ** 2 + (y - corner[1]) ** 2) / PUSHED_MM**2
        inside = np.clip(x / EDGE_MM, 0.0, 1.0)
        push: Floats = np.exp(-0.5 * far) * inside * inside * (3.0 - 2.0 * inside)
        x, y = here[0] - push * by[0], here[1] + push * by[1]
    maps = np.array(np.meshgrid(steps, steps), dtype=np.float32)
    for to, sign in ((columns, 1.0), (CANVAS_PX - 1 - columns, -1.0)):
        source = canvas.to_canvas(np.column_stack([sign * x.ravel(), y.ravel()])) - 0.5
        maps[:, rows[:, None], to] = source.T.reshape(2, *x.shape)
    warped = cv2.remap(
        composite, maps[0], maps[1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(warped, dtype=np.uint8)
