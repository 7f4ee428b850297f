"""Reads both half composites, side by side on two threads (the libraries release Python's lock).

At rest MediaPipe finds the face of each. From then on LiteRT reads it at half the cost, in a crop
that stays where it is (see `sparing.fixed_crop`); of stills, and without LiteRT, MediaPipe does.
"""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeAlias

import cv2
import msgspec
import numpy as np
from numpy.typing import NDArray

from routines.movements import SIDES, Side, other_side
from sessions.face.composites import CompositeCanvas, patch_of
from sessions.face.landmarker import Landmarker
from sessions.face.sparing.fixed_crop import FixedCrop
from sessions.face.sparing.mesh_network import MeshNetwork, mesh_network
from sessions.scoring.arrays import Floats
from sessions.scoring.geometry import Placement


class CompositePoints(msgspec.Struct, frozen=True):
    """What one composite showed."""

    points: Floats | None
    """Head-frame points (478, 2); None where the composite showed no face."""
    patch: Floats
    """Grey blocks of the stabilised half, 0 to 255."""
    fixed: bool = False
    """Whether it was read in the fixed crop."""


BothHalves: TypeAlias = dict[Side, CompositePoints]
Crops: TypeAlias = dict[Side, FixedCrop]
PendingHalves: TypeAlias = dict[Side, Future[CompositePoints]]


class HalfReader:
    """One landmarker for each composite, so that each keeps following its own face."""

    def __init__(self, model: Path, *, stills: bool) -> None:
        self._readers: dict[Side, Landmarker] = {
            side: Landmarker(model, stills=stills) for side in SIDES
        }
        self._networks = {} if stills else _networks(model)
        # OpenCV's own threads busy-wait after short work and would take these same cores.
        cv2.setNumThreads(1)
        self._threads = {
            side: ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"{side}-half")
            for side in SIDES
        }
        self.begin_turns()

    @property
    def has_fixed(self) -> bool:
        """Whether composites can be read in a fixed crop: not stills, nor without LiteRT."""
        return len(self._networks) == len(SIDES)

    def begin_turns(self) -> None:
        """Read both halves of every frame, until `in_turns` is set."""
        self.in_turns = False
        """Whether only one half is read in each frame, to spare the computer."""
        self._turn: Side = SIDES[0]
        self._canvas: CompositeCanvas | None = None
        self._pending: PendingHalves = {}

    def read(
        self, rgb: NDArray[np.uint8], canvas: CompositeCanvas, placement: Placement
    ) -> BothHalves:
        """Both halves of the head at `placement` in an HxWx3 uint8 RGB picture, never in turns."""
        self._canvas = None
        return result_of(self.submit(rgb, canvas, placement))

    def submit(
        self,
        rgb: NDArray[np.uint8],
        canvas: CompositeCanvas,
        placement: Placement,
        crops: Crops | None = None,
    ) -> PendingHalves:
        """Start reading the halves, after those submitted before: both, or in turns one of them
        beside what the other showed last on the same canvas. With `crops` LiteRT reads them."""
        sides = (self._turn,) if self.in_turns and canvas is self._canvas else SIDES
        self._turn, self._canvas = other_side(self._turn), canvas
        for side in sides:
            task = self._threads[side].submit(self._read_one, rgb, canvas, placement, side, crops)
            self._pending[side] = task
        return dict(self._pending)

    def _read_one(
        self,
        rgb: NDArray[np.uint8],
        canvas: CompositeCanvas,
        placement: Placement,
        side: Side,
        crops: Crops | None,
    ) -> CompositePoints:
        composite = canvas.picture(rgb, placement, side)
        crop = crops[side] if crops is not None and self.has_fixed else None
        points = self.points_in(composite, side, crop)
        head = None if points is None else canvas.to_head(points)
        return CompositePoints(head, patch_of(composite, side), crop is not None)

    def points_in(
        self, composite: NDArray[np.uint8], side: Side, crop: FixedCrop | None = None
    ) -> Floats | None:
        """The points of a composite's face, canvas px: by LiteRT in its `crop`, or by MediaPipe;
        None where there is none. While no frame is being read."""
        if crop is None:
            return self._readers[side].points(composite)
        points = self._networks[side].points(crop.cut(composite))
        return None if points is None else crop.on_canvas(points)

    def close(self) -> None:
        """End both threads and both graphs."""
        for side, reader in self._readers.items():
            self._threads[side].shutdown()
            reader.close()


def _networks(model: Path) -> dict[Side, MeshNetwork]:
    """One a half; none where LiteRT does not run."""
    found: dict[Side, MeshNetwork] = {}
    for side in SIDES:
        network = mesh_network(model)
        if network is not None:
            found[side] = network
    return found


def result_of(pending: PendingHalves) -> BothHalves:
    """Wait for both halves."""
    return {side: pending[side].result() for side in SIDES}


def whole_patch(both: BothHalves) -> Floats:
    """Grey blocks of the stabilised face as a picture shows it: the person's right at its left."""
    return np.hstack([both["right"].patch, both["left"].patch])
