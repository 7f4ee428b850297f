"""Reads both half composites, side by side on two threads (the library lets go of the lock)."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cv2
import msgspec
import numpy as np
from numpy.typing import NDArray

from routines.movements import Side
from sessions.face.composites import Canvas, patch_of
from sessions.face.landmarker import Landmarker
from sessions.scoring.arrays import Floats
from sessions.scoring.geometry import Placement


class BothHalves(msgspec.Struct, frozen=True):
    """Head-frame points (478, 2) of each composite; None where it showed no face."""

    right: Floats | None
    left: Floats | None
    patch: Floats
    """Grey blocks of the stabilised face, 0 to 255; the person's right at its left."""


class HalfReader:
    """One landmarker for each composite, so that each keeps following its own face."""

    def __init__(self, model: Path, *, stills: bool) -> None:
        self._readers: dict[Side, Landmarker] = {
            "right": Landmarker(model, stills=stills),
            "left": Landmarker(model, stills=stills),
        }
        # OpenCV's own threads wait in a loop for work that is over in no time, on these same cores.
        cv2.setNumThreads(1)
        self._threads = {
            side: ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"{side}-half")
            for side in self._readers
        }

    def read(self, rgb: NDArray[np.uint8], canvas: Canvas, placement: Placement) -> BothHalves:
        """Both halves of the head at `placement` in an HxWx3 uint8 RGB picture."""
        return self.begin(rgb, canvas, placement)()

    def begin(
        self, rgb: NDArray[np.uint8], canvas: Canvas, placement: Placement
    ) -> Callable[[], BothHalves]:
        """Begin to read both, after those begun before; calling what comes back waits for them."""
        one, other = (
            self._threads[side].submit(self._one, rgb, canvas, placement, side)
            for side in ("right", "left")
        )

        def both() -> BothHalves:
            (right, right_patch), (left, left_patch) = one.result(), other.result()
            return BothHalves(right, left, np.hstack([right_patch, left_patch]))

        return both

    def _one(
        self, rgb: NDArray[np.uint8], canvas: Canvas, placement: Placement, side: Side
    ) -> tuple[Floats | None, Floats]:
        composite = canvas.picture(rgb, placement, side)
        points = self._readers[side].points(composite)
        head = None if points is None else canvas.to_head(points)
        return head, patch_of(composite, side)

    def close(self) -> None:
        """End both threads and both graphs."""
        for side, reader in self._readers.items():
            self._threads[side].shutdown()
            reader.close()
