"""A face whose rest is known: where its head is now, and what each half has done since."""

from collections.abc import Callable

import msgspec
import numpy as np
from numpy.typing import NDArray

from sessions.face.composites import Canvas
from sessions.face.half_reader import BothHalves, HalfReader
from sessions.face.landmarker import Face
from sessions.face.registration import Registration, Skin
from sessions.face.skin_points import Spots
from sessions.readings import Half, Method, Pose
from sessions.scoring.arrays import Floats
from sessions.scoring.calibration import Rest
from sessions.scoring.geometry import Placement, angles
from sessions.scoring.measures import Moves, half_of, mean_moves, moves_of
from sessions.scoring.patch_change import Change, SkinWatch


class Measured(msgspec.Struct, frozen=True):
    """Both halves of one frame, how they were read, and what changed about the skin."""

    left: Half
    right: Half
    method: Method
    change: Change


class Placed(msgspec.Struct, frozen=True):
    """Where the head is in one frame."""

    placement: Placement
    pose: Pose
    """How far it has turned since rest."""
    size: float
    """Over its size at rest."""


class KnownFace:
    """Everything that follows from a rest, laid out once."""

    def __init__(self, rest: Rest) -> None:
        self.rest = rest
        self.canvas = Canvas.of(rest.head)
        self._skin = SkinWatch(rest.head, *self.canvas.patch_axes(), rest.patch)
        self._surface = Skin(rest.head)
        self._registration = Registration(self._surface, rest.skin)
        self._spots = Spots(rest.head, rest.skin)

    def place(self, rgb: NDArray[np.uint8], face: Face) -> Placed:
        """Where the head of `face` is: by its landmarks, then by its skin.

        The yaw told is the landmarks', whose slope is 0.95 on rendered heads; the skin's is 1.5,
        because it depends on how deep the face is thought to be.
        """
        rest = self.rest
        roughly = Placement.fit_stable(rest.head, face.points, face.rotation, face.focal_px)
        placement = self._registration.refine(rgb, roughly)
        by_skin = angles(placement.rotation @ rest.rotation.T)
        size = placement.scale / rest.px_per_mm
        yaw_deg = angles(face.rotation @ rest.rotation.T).yaw_deg
        return Placed(placement, Pose(yaw_deg, by_skin.pitch_deg, by_skin.roll_deg), size)

    def begin(
        self, rgb: NDArray[np.uint8], face: Face, placement: Placement, halves: HalfReader
    ) -> Callable[[], Measured]:
        """Begin to read each half by itself; calling what comes back waits for it."""
        both = halves.begin(rgb, self.canvas, placement)
        return lambda: self._measured(rgb, face, placement, both())

    def _measured(
        self, rgb: NDArray[np.uint8], face: Face, placement: Placement, both: BothHalves
    ) -> Measured:
        """By plain landmarks, and marked so, where a composite has no face."""
        rest = self.rest
        change = self._skin.compare(both.patch)
        if rest.has_composites and both.left is not None and both.right is not None:
            now = self._surface.picture(rgb, placement)
            left = self._spots.follow("left", composite_moves(both.left, rest.left), now)
            right = self._spots.follow("right", composite_moves(both.right, rest.right), now)
            return Measured(half_of(left), half_of(right), "composite", change)
        points = placement.unproject(face.points)
        left, right = (half_of(moves_of(points, rest.head, index)) for index in (1, 0))
        return Measured(left, right, "landmarks", change)


def composite_moves(points: Floats, rest: Floats) -> Moves:
    """What one half did, from the points of its composite (478, 2) now and at rest: the mean of
    the composite's two sides, which show the same half."""
    return mean_moves(moves_of(points, rest, 0), moves_of(points, rest, 1))
