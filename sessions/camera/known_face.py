"""A face whose rest is known: where its head is now, and what each half has done since."""

import msgspec
import numpy as np
from numpy.typing import NDArray

from sessions.camera.composites import Canvas
from sessions.camera.halves import HalfReader
from sessions.camera.landmarker import Face
from sessions.camera.registration import Registration, Skin
from sessions.readings import Half, Method, Pose
from sessions.scoring.calibration import Rest
from sessions.scoring.geometry import Placement, angles, pose_since, rotation_of
from sessions.scoring.measures import lid_gap, mean_half, moved, read_half
from sessions.scoring.skin import Change, SkinWatch

Floats = NDArray[np.float64]


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


class KnownFace:
    """Everything that follows from a rest, laid out once."""

    def __init__(self, rest: Rest) -> None:
        self.rest = rest
        self.canvas = Canvas.of(rest.head)
        self._skin = SkinWatch(rest.head, *self.canvas.patch_axes(), rest.patch)
        self._registration = Registration(Skin(rest.head), rest.skin)

    def place(self, rgb: NDArray[np.uint8], face: Face) -> Placed:
        """Where the head of `face` is: by its landmarks, then by its skin."""
        rest = self.rest
        roughly = pose_since(rest.head, rest.rotation, face.points, face.rotation)
        placement = self._registration.refine(
            rgb,
            Placement.fit_stable(rest.head, face.points, rotation_of(roughly) @ rest.rotation),
        )
        return Placed(placement, angles(placement.rotation @ rest.rotation.T))

    def measure(
        self, rgb: NDArray[np.uint8], face: Face, placement: Placement, halves: HalfReader
    ) -> Measured:
        """Each half by itself; by plain landmarks, and marked so, where a composite has no face."""
        rest = self.rest
        both = halves.read(rgb, self.canvas, placement)
        change = self._skin.compare(both.patch)
        if rest.has_composites and both.left is not None and both.right is not None:
            left, right = (
                composite_half(both.left, rest.left),
                composite_half(both.right, rest.right),
            )
            return Measured(left, right, "composite", change)
        move = moved(placement.unproject(face.points)[:, :2], rest.head)
        left, right = (read_half(move, i, lid_gap(rest.head, i)) for i in (1, 0))
        return Measured(left, right, "landmarks", change)


def composite_half(points: Floats, rest: Floats) -> Half:
    """What one half did, from the points of its composite (478, 2) now and at rest: the mean of
    the composite's two sides, which show the same half."""
    move = moved(points, rest)
    return mean_half(read_half(move, 0, lid_gap(rest, 0)), read_half(move, 1, lid_gap(rest, 1)))
