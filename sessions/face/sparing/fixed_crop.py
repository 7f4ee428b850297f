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
from sessions.face.composites import CANVAS_PX, PATCH, CompositeCanvas, mirrored, patch_in
from sessions.face.sparing.mesh_network import CROP_OF_FACE, CROP_PX
from sessions.readings import SMILE_OUT, SMILE_UP
from sessions.scoring.arrays import Floats, Floats32
from sessions.scoring.depth import surface
from sessions.scoring.geometry import Placement, places_of
from sessions.scoring.landmarks import CORNER, OUTWARD
from sessions.scoring.measures import Vector

SMILE: Final[Vector] = (6.0 * SMILE_OUT, 6.0 * SMILE_UP)
PUCKER: Final[Vector] = (-4.0, 0.0)
"""Known movements of the mouth's corner, (out, up) mm: of the size of gentle ones."""
PUSHED_MM = 9.0
"""Reach of the push, a standard deviation; it fades to nothing over `EDGE_MM` from the midline."""
EDGE_MM = 2.0
ROUNDS = 8
_COARSE_PX = 8
_COLUMNS: dict[Side, slice] = {
    "left": slice(CROP_PX // 2, CROP_PX),
    "right": slice(0, CROP_PX // 2),
}


class FixedCrop(msgspec.Struct, frozen=True):
    """A square of the canvas, mirrored at its midline like the composite: made once a rest."""

    side: Side
    """The half that its composite shows."""
    step: float
    """Pixels of the canvas to a pixel of the crop."""
    middle_y: float
    """Where its middle lies on the canvas; across it is the canvas's own."""
    places: Floats32
    """The places of the head frame that the pixels of its half stand for."""

    @classmethod
    def of(cls, points: Floats, canvas: CompositeCanvas, head: Floats, side: Side) -> "FixedCrop":
        """About the points (n, 2) of a face on the `canvas` of `head` (478, 3), as MediaPipe would
        crop it upright."""
        low, high = points.min(axis=0), points.max(axis=0)
        step = CROP_OF_FACE * float((high - low).max()) / CROP_PX
        middle_y = float(low[1] + high[1]) / 2
        from_middle = step * (np.arange(CROP_PX, dtype=np.float64) + 0.5 - CROP_PX / 2)
        half = from_middle[_COLUMNS[side]] + CANVAS_PX / 2
        columns = canvas.to_head(np.column_stack([half, half]))[:, 0]
        rows = canvas.to_head(np.column_stack([from_middle, from_middle + middle_y]))[:, 1]
        depth = surface(head, columns, rows, every=_COARSE_PX)
        return cls(side, step, middle_y, places_of(columns, rows[:, None], depth))

    def picture(self, rgb: NDArray[np.uint8], placement: Placement) -> NDArray[np.uint8]:
        """The half of the head at `placement` as a whole face, CROP_PX square RGB: what `cut` gives
        of its composite, without making that."""
        maps = placement.maps(self.places)
        half = cv2.remap(rgb, *maps, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        return mirrored(np.asarray(half, dtype=np.uint8), self.side)

    def patch(self, picture: NDArray[np.uint8]) -> Floats:
        """As `composites.patch_of`, of this crop's `picture`."""
        return patch_in(picture, (PATCH[self.side] - self._corner) / self.step)

    def cut(self, composite: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """CROP_PX square RGB of a whole canvas."""
        how = cv2.WARP_INVERSE_MAP | cv2.INTER_LINEAR
        # OpenCV counts from the middle of the first pixel.
        shift = self._corner + 0.5 * self.step - 0.5
        back = np.column_stack([self.step * np.eye(2), shift])
        cut = cv2.warpAffine(composite, back, (CROP_PX, CROP_PX), flags=how)
        return np.asarray(cut, dtype=np.uint8)

    def on_canvas(self, points: Floats) -> Floats:
        """Points (n, 2+) of the crop in pixels of the canvas, (n, 2)."""
        return self.step * points[:, :2] + self._corner

    @property
    def _corner(self) -> Floats:
        """Its upper left corner on the canvas."""
        return np.array([CANVAS_PX / 2, self.middle_y]) - self.step * CROP_PX / 2


def moved(
    composite: NDArray[np.uint8], canvas: CompositeCanvas, head: Floats, side: Side, by: Vector
) -> NDArray[np.uint8]:
    """The composite of the half on `side` with the mouth's corner of `head` (478, 3, at rest) moved
    `by` (out, up) mm."""
    corner = head[list(CORNER[side]), :2].mean(axis=0) * (OUTWARD[side], 1.0)
    middle = CANVAS_PX // 2
    steps: Floats = np.arange(CANVAS_PX, dtype=np.float64) + 0.5
    # The picture's right side; the other one shows the same half.
    across, rows = np.meshgrid(steps[middle:], steps)
    here = canvas.to_head(np.column_stack([across.ravel(), rows.ravel()]))
    source = here
    for _ in range(ROUNDS):
        far = np.sum((source - corner) ** 2, axis=1) / PUSHED_MM**2
        inside = np.clip(source[:, 0] / EDGE_MM, 0.0, 1.0)
        push: Floats = np.exp(-0.5 * far) * inside * inside * (3.0 - 2.0 * inside)
        source = here - push[:, None] * (by[0], -by[1])
    maps = (canvas.to_canvas(source) - 0.5).astype(np.float32).T.reshape(2, CANVAS_PX, middle)
    warped = cv2.remap(
        composite, maps[0], maps[1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return mirrored(np.asarray(warped, dtype=np.uint8), "left")
