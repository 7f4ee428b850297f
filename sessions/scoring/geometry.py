"""Where the head is, and what a face looks like with the head put back: pure geometry.

Axes are the picture's: x to the right (towards the person's left), y down, z away from the
camera. The *head frame* has the same axes with the head facing the camera squarely, its
canthi level, its origin between them and millimetres for its unit. Nothing here knows what
a smile is.
"""

from typing import Self

import msgspec
import numpy as np
from numpy.typing import NDArray

from sessions.readings import Pose
from sessions.scoring.landmarks import (
    BROW,
    CORNER,
    IRIS_MM,
    IRIS_WIDTHS,
    OUTER_CANTHI,
    STABLE,
    UPPER_LID,
)

Floats = NDArray[np.float64]


STILL_MM2 = 0.25
"""Square of half a millimetre: less movement than that says nothing about who moves."""


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


def turn_between(head: Floats, points: Floats) -> Floats:
    """The rotation that best turns `head` (n, 3) into `points` (n, 3), shift and scale left out
    (Kabsch 1976)."""
    a, b = head - head.mean(axis=0), points - points.mean(axis=0)
    u, _, vt = np.linalg.svd(b.T @ a)
    return u @ np.diag([1.0, 1.0, np.sign(np.linalg.det(u @ vt))]) @ vt


def pose_since(rest_head: Floats, rest_rotation: Floats, points: Floats, rotation: Floats) -> Pose:
    """How the head has turned since rest: yaw by the library's pose, the rest by the bones.

    The library fits its pose to the whole face, so a broad smile nods the head by 2.4 degrees
    and a brow raise by 1.4; the stable points nod by 0.3-1.0 (five rendered heads, true pose
    known). For roll both are misled, by different things: a smile of one half rolls the
    library's pose (the still half of two real recordings then seems to smile by 14 %), a raised
    brow or a narrowing eye the stable points (16 % on a warped portrait). So each counts by how
    much of the other's trouble there is.
    For yaw the library is the better one: error 0.9 against 1.4 degrees rms.
    """
    index = list(STABLE)
    whole = angles(rotation @ rest_rotation.T)
    turn = turn_between(rest_head[index], points[index])
    bones = angles(turn @ rest_rotation.T)
    trust = _mouth_share(rest_head, points, turn)
    roll = trust * bones.roll_deg + (1.0 - trust) * whole.roll_deg
    return Pose(whole.yaw_deg, bones.pitch_deg, roll)


class Placement(msgspec.Struct, frozen=True):
    """A weak-perspective camera: picture = scale x (rotation x head)[x, y] + shift."""

    rotation: Floats
    scale: float
    """Pixels a millimetre."""
    shift: Floats

    def project(self, head: Floats) -> Floats:
        """(n, 3) head-frame millimetres to (n, 2) pixels."""
        return self.scale * (head @ self.rotation[:2].T) + self.shift

    def unproject(self, points: Floats) -> Floats:
        """(n, 3) picture points, their own depth included, to head-frame millimetres."""
        flat = np.empty_like(points)
        flat[:, :2] = points[:, :2] - self.shift
        flat[:, 2] = points[:, 2]
        return (flat / self.scale) @ self.rotation

    @classmethod
    def fit(cls, head: Floats, points: Floats, rotation: Floats) -> Self:
        """Least-squares scale and shift that lay `head` (n, 3) on `points` (n, 2+)."""
        flat = head @ rotation[:2].T
        seen = points[:, :2]
        flat_mean, seen_mean = flat.mean(axis=0), seen.mean(axis=0)
        about = flat - flat_mean
        scale = float(np.sum(about * (seen - seen_mean)) / max(float(np.sum(about**2)), 1e-12))
        return cls(rotation, scale, seen_mean - scale * flat_mean)

    @classmethod
    def fit_stable(cls, head: Floats, points: Floats, rotation: Floats) -> Self:
        """As `fit`, on the points of a face (478, 3) that expression moves least."""
        index = list(STABLE)
        return cls.fit(head[index], points[index], rotation)


def _mouth_share(rest_head: Floats, points: Floats, turn: Floats) -> float:
    """How much of what moved since rest was the mouth, not brow and lids: 0 to 1, 0.5 at rest."""
    here = Placement.fit_stable(rest_head, points, turn).unproject(points)

    def square(groups: tuple[tuple[int, ...], tuple[int, ...]]) -> float:
        return max(
            float(np.sum((here[list(group), :2] - rest_head[list(group), :2]).mean(axis=0) ** 2))
            for group in groups
        )

    mouth, above = square(CORNER), max(square(BROW), square(UPPER_LID))
    return (mouth + STILL_MM2) / (mouth + above + 2.0 * STILL_MM2)


def iris_px_per_mm(points: Floats) -> float:
    """Pixels a millimetre by the width of both irises (478 points); eyes must be open."""
    widths = [float(np.linalg.norm(points[a, :2] - points[b, :2])) for a, b in IRIS_WIDTHS]
    return float(np.mean(widths)) / IRIS_MM


def head_from(points: Floats, rotation: Floats, px_per_mm: float) -> Floats:
    """Picture points (478, 3) turned into the head frame, roughly centred and level."""
    turned = (points / px_per_mm) @ rotation
    right, left = turned[OUTER_CANTHI[0]], turned[OUTER_CANTHI[1]]
    across = left - right
    tilt = np.arctan2(across[1], across[0])
    level = np.array(
        [[np.cos(tilt), np.sin(tilt), 0.0], [-np.sin(tilt), np.cos(tilt), 0.0], [0.0, 0.0, 1.0]]
    )
    centre = turned[list(STABLE)].mean(axis=0)
    centre[1] = (right[1] + left[1]) / 2
    return (turned - centre) @ level.T


def settle(points: Floats, onto: Floats, anchors: tuple[int, ...], *, turn: bool) -> Floats:
    """Points (n, 2) shifted (and turned and scaled where `turn`) so that anchors lie on `onto`.

    The least-squares similarity of the plane; with `turn` False only the mean shift is undone.
    """
    index = list(anchors)
    here, there = points[index, :2], onto[index, :2]
    here_mean, there_mean = here.mean(axis=0), there.mean(axis=0)
    if not turn:
        return points[:, :2] - here_mean + there_mean
    a, b = here - here_mean, there - there_mean
    size = max(float(np.sum(a**2)), 1e-12)
    cos = float(np.sum(a * b)) / size
    sin = float(np.sum(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0])) / size
    turned = np.array([[cos, sin], [-sin, cos]])
    return (points[:, :2] - here_mean) @ turned + there_mean


def inside(polygon: Floats, x: Floats, y: Floats) -> NDArray[np.bool_]:
    """Which points lie inside a polygon (n, 2): crossings of a ray to the right, odd."""
    inside = np.zeros(x.shape, dtype=bool)
    for (x0, y0), (x1, y1) in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
        spans = (y0 > y) != (y1 > y)
        rise = y1 - y0 if y1 != y0 else 1e-9
        inside ^= spans & (x < x0 + (y - y0) * (x1 - x0) / rise)
    return inside
