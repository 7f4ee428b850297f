"""Where the head is, and what a face looks like with the head put back: pure geometry.

Axes are the picture's: x to the right (towards the person's left), y down, z away from the
camera. The *head frame* has the same axes with the head facing the camera squarely, its
canthi level and its origin between them. Its unit, called a millimetre wherever places are
looked for, is one by the landmarks' irises (see `sessions.scoring.size`). Nothing here knows
what a smile is.
"""

import math
from typing import Self

import msgspec
import numpy as np
from numpy.typing import NDArray

from routines.movements import SIDES
from sessions.readings import Pose
from sessions.scoring.arrays import Floats, Floats32
from sessions.scoring.landmarks import (
    IRIS_MM,
    IRIS_WIDTHS,
    OUTER_CANTHUS,
    STABLE,
)

FIT_ROUNDS = 2
"""The size of a head and how much perspective it shows depend on each other, weakly."""


def angles(rotation: Floats) -> Pose:
    """Yaw (positive to the person's own left), pitch (positive nose down) and roll, degrees.

    `rotation` is (3, 3) in picture axes.
    """
    yaw = np.degrees(np.arctan2(-rotation[0, 2], rotation[2, 2]))
    pitch = np.degrees(np.arcsin(np.clip(rotation[1, 2], -1.0, 1.0)))
    roll = np.degrees(np.arctan2(rotation[1, 0], rotation[1, 1]))
    return Pose(float(yaw), float(-pitch), float(roll))


def rotation_of(pose: Pose) -> Floats:
    """The (3, 3) rotation with these angles, the inverse of `angles`."""
    yaw, pitch, roll = np.radians((-pose.yaw_deg, pose.pitch_deg, pose.roll_deg))
    about_y = [[np.cos(yaw), 0, np.sin(yaw)], [0, 1, 0], [-np.sin(yaw), 0, np.cos(yaw)]]
    about_x = [[1, 0, 0], [0, np.cos(pitch), -np.sin(pitch)], [0, np.sin(pitch), np.cos(pitch)]]
    about_z = [[np.cos(roll), -np.sin(roll), 0], [np.sin(roll), np.cos(roll), 0], [0, 0, 1]]
    return np.array(about_y) @ np.array(about_x) @ np.array(about_z)


def places_of(x: Floats, y: Floats, z: Floats) -> Floats32:
    """(4, ...): x, y, z (mm) and 1 of places in the head frame; the three may broadcast."""
    return np.stack(np.broadcast_arrays(x, y, z, np.ones(1)), dtype=np.float32, casting="same_kind")


class Placement(msgspec.Struct, frozen=True):
    """A camera that looks straight at the head: picture = scale x (rotation x head)[x, y] + shift,
    each place drawn smaller the further back it lies."""

    rotation: Floats
    scale: float
    """Pixels a millimetre, at the head's origin."""
    shift: Floats
    distance_mm: float = math.inf
    """From the camera to the head's origin. At arm's length a head turned by 10 degrees shows its
    nearer mouth corner 0.7 mm lower than a camera infinitely far away would."""

    def project(self, head: Floats) -> Floats:
        """(n, 3) head-frame millimetres to (n, 2) pixels."""
        turned = head @ self.rotation.T
        return self.scale * turned[:, :2] / self._away(turned[:, 2]) + self.shift

    def unproject(self, points: Floats) -> Floats:
        """Points of a whole face (478, 3), their own depth included, to head-frame millimetres."""
        turned = np.empty_like(points)
        turned[:, 2] = (points[:, 2] - points[list(STABLE), 2].mean()) / self.scale
        turned[:, :2] = (points[:, :2] - self.shift) / self.scale * self._away(turned[:, 2])
        return turned @ self.rotation

    def maps(self, places: Floats32) -> tuple[Floats32, Floats32]:
        """Where to look in the picture for `places` of the head frame (see `places_of`): columns
        and rows. Pixels are counted from the middle of the first, as OpenCV does."""
        camera = np.column_stack([self.rotation, np.zeros(3)])
        camera[2] = [*self.rotation[2] / (self.scale * self.distance_mm), 1.0 / self.scale]
        seen = camera.astype(np.float32) @ places.reshape(4, -1)
        seen[:2] /= seen[2]
        seen[:2] += (self.shift - 0.5).astype(np.float32)[:, None]
        across, down, _ = seen.reshape(3, *places.shape[1:])
        return across, down

    @classmethod
    def fit(
        cls, head: Floats, points: Floats, rotation: Floats, focal_px: float = math.inf
    ) -> Self:
        """Least-squares scale and shift that lay `head` (n, 3) on `points` (n, 2+)."""
        turned = head @ rotation.T
        here = cls(rotation, 1.0, np.zeros(2))
        for _ in range(FIT_ROUNDS):
            flat = turned[:, :2] / here._away(turned[:, 2])
            about, seen = flat - flat.mean(axis=0), points[:, :2] - points[:, :2].mean(axis=0)
            scale = float(np.sum(about * seen) / max(float(np.sum(about**2)), 1e-12))
            shift = points[:, :2].mean(axis=0) - scale * flat.mean(axis=0)
            here = cls(rotation, scale, shift, focal_px / max(scale, 1e-12))
        return here

    @classmethod
    def fit_stable(
        cls, head: Floats, points: Floats, rotation: Floats, focal_px: float = math.inf
    ) -> Self:
        """As `fit`, on the points of a face (478, 3) that expression moves least."""
        index = list(STABLE)
        return cls.fit(head[index], points[index], rotation, focal_px)

    def _away(self, depth_mm: Floats) -> Floats:
        """How much further away than the origin each place is, as a factor: (n, 1)."""
        return np.maximum(1.0 + depth_mm / self.distance_mm, 0.5)[:, None]


def iris_px_per_mm(points: Floats) -> float:
    """Pixels a millimetre by the width of both irises (478 points); eyes must be open."""
    widths = [float(np.linalg.norm(points[a, :2] - points[b, :2])) for a, b in IRIS_WIDTHS.values()]
    return float(np.mean(widths)) / IRIS_MM


def head_from(points: Floats, rotation: Floats, px_per_mm: float) -> Floats:
    """Picture points (478, 3) turned into the head frame, roughly centred and level."""
    turned = (points / px_per_mm) @ rotation
    left, right = (turned[OUTER_CANTHUS[side]] for side in SIDES)
    across = left - right
    tilt = np.arctan2(across[1], across[0])
    level = np.array(
        [[np.cos(tilt), np.sin(tilt), 0.0], [-np.sin(tilt), np.cos(tilt), 0.0], [0.0, 0.0, 1.0]]
    )
    centre = turned[list(STABLE)].mean(axis=0)
    centre[1] = (right[1] + left[1]) / 2
    return (turned - centre) @ level.T


def inside(polygon: Floats, x: Floats, y: Floats) -> NDArray[np.bool_]:
    """Which points lie inside a polygon (n, 2): crossings of a ray to the right, odd."""
    odd = np.zeros(x.shape, dtype=bool)
    for (x0, y0), (x1, y1) in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
        spans = (y0 > y) != (y1 > y)
        rise = y1 - y0 if y1 != y0 else 1e-9
        odd ^= spans & (x < x0 + (y - y0) * (x1 - x0) / rise)
    return odd
