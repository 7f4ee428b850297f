"""Films of a photographed face that does no exercise: it is still, talks, or yawns.

A jaw sinks, the lips part over a dark mouth, and the corners come in and go out; where it yawns the
eyes shut and the brows rise as well. The skin is that of the photograph. What a mouth does while it
speaks (syllables a second, how far it opens) is drawn at random, the same at every run.
"""

import itertools
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from sessions.scoring.arrays import Floats
from sessions.scoring.landmarks import CORNER, OUTER_CANTHUS
from sessions.selftest.numbers import PerSide
from sessions.selftest.warp import WarpedPortrait

Picture = NDArray[np.uint8]

FPS = 30.0
NOISE_GREY = 2.0

LIP_LINE = (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308)
"""Inner edge of the upper lip, from the person's right to the left."""
CHIN = 152
JAW_WIDE_MM, CORNER_MM, FULL_JAW_MM, NECK_MM = 30.0, 9.0, 20.0, 55.0
"""Reach of the jaw to a side, of a corner, below the lips until all skin goes with the jaw, and
below the chin until none does."""
ROUNDS = 12
MOUTH_BGR, TONGUE_BGR = (30, 18, 45), (95, 85, 185)
"""Of an open mouth at its top and at its bottom. One grey would be taken for a mask."""

SYLLABLES_HZ = (2.0, 6.0)
OPEN_MM = (2.0, 10.0)
CORNERS_MM = (-3.0, 2.0)
SAID_S, PAUSE_S = (1.5, 4.0), (0.4, 1.5)
PARTED_MM = 2.0
"""At most, between two syllables and in a pause: lips that speak do not always meet."""
SWAY_PX, SWAY_DEG = 3.0, 1.0

YAWN_MM, YAWN_S, RISE_S = 35.0, 6.0, 1.8
"""Opening of a wide yawn, its length, and how long it takes to open."""
STEPS = 6
"""Pictures of the eyes and brows of a yawn."""


class Pose(NamedTuple):
    """What the face does in one frame."""

    open_mm: float = 0.0
    """Of the mouth."""
    corners_mm: float = 0.0
    """How far both corners have gone out."""
    eyes: float = 0.0
    """Share of a full closure of the eyes and of a raise of the brows."""
    sway: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Shift (x, y) in px and roll in degrees."""


class Actor:
    """A face that can open its mouth."""

    def __init__(self, portrait: WarpedPortrait) -> None:
        self._portrait = portrait
        points, scale = portrait.points, portrait.px_per_mm
        left, right = (points[list(CORNER[side]), :2].mean(axis=0) for side in ("left", "right"))
        eyes = points[OUTER_CANTHUS["left"], :2] - points[OUTER_CANTHUS["right"], :2]
        self._across = eyes / np.linalg.norm(eyes)
        self._down = np.array([-self._across[1], self._across[0]])
        self._middle = (left + right) / 2
        self._wide_mm = float((left - right) @ self._across) / 2 / scale
        self._chin_mm = float((points[CHIN, :2] - self._middle) @ self._down) / scale
        lips = (points[list(LIP_LINE), :2] - self._middle) / scale
        self._lips = lips @ self._across, lips @ self._down
        height, width = portrait.picture.shape[:2]
        x, y = np.meshgrid(np.arange(width, dtype=float), np.arange(height, dtype=float))
        off = (np.stack([x, y], axis=-1) - self._middle) / scale
        self._u, self._v = off @ self._across, off @ self._down
        self._eyed = cache(self._with_eyes)

    def picture(self, pose: Pose) -> Picture:
        """The face in this pose, 480x640x3 BGR, without noise."""
        base = self._eyed(round(pose.eyes * STEPS))
        if pose.open_mm > 0.0 or pose.corners_mm:
            base = self._with_mouth(base, pose.open_mm, pose.corners_mm)
        x, y, roll = pose.sway
        if not any(pose.sway):
            return base
        height, width = base.shape[:2]
        place = cv2.getRotationMatrix2D((width / 2, height / 2), roll, 1.0)
        place[:, 2] += (x, y)
        moved = cv2.warpAffine(base, place, (width, height), borderMode=cv2.BORDER_REPLICATE)
        return np.asarray(moved, dtype=np.uint8)

    def _with_eyes(self, step: int) -> Picture:
        share = step / STEPS
        if not step:
            return self._portrait.picture
        shut = self._portrait.moved("eye-closure", PerSide(share, share))
        return WarpedPortrait(shut, self._portrait.points).moved(
            "brow-raise", PerSide(share / 2, share / 2)
        )

    def _with_mouth(self, picture: Picture, open_mm: float, corners_mm: float) -> Picture:
        u, v = self._u, self._v
        near = np.exp(-0.5 * (((abs(u) - self._wide_mm) / CORNER_MM) ** 2 + (v / CORNER_MM) ** 2))
        u = u - np.sign(u) * corners_mm * near
        lip = np.interp(u, *self._lips)
        gap = open_mm * np.clip(1.0 - (u / self._wide_mm) ** 2, 0.0, None)
        jaw = open_mm * np.exp(-0.5 * (u / JAW_WIDE_MM) ** 2)
        source = v - gap
        for _ in range(ROUNDS):
            source = v - self._sunk(source, lip, gap, jaw)
        below = v > lip + gap
        inside = (v > lip) & ~below
        source = np.where(below, np.maximum(source, lip), np.minimum(v, lip))
        scale = self._portrait.px_per_mm
        at = self._middle + scale * (u[..., None] * self._across + source[..., None] * self._down)
        x, y = at[..., 0].astype(np.float32), at[..., 1].astype(np.float32)
        moved = cv2.remap(picture, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        dark = cv2.GaussianBlur(inside.astype(np.float32), (0, 0), 0.7)[..., None]
        down = np.clip((v - lip) / np.maximum(gap, 1.0), 0.0, 1.0)[..., None] ** 2
        mouth = np.array(MOUTH_BGR) * (1.0 - down) + np.array(TONGUE_BGR) * down
        mixed = moved * (1.0 - dark) + mouth * dark
        return np.asarray(mixed.round(), dtype=np.uint8)

    def _sunk(self, source: Floats, lip: Floats, gap: Floats, jaw: Floats) -> Floats:
        """How far the skin that lay at `source` has sunk."""
        share = np.clip((source - lip) / FULL_JAW_MM, 0.0, 1.0)
        fades = np.clip(1.0 - (source - self._chin_mm) / NECK_MM, 0.0, 1.0)
        return ((1.0 - share) * gap + share * jaw) * fades


def still(seconds: float) -> Iterator[Pose]:
    """A face that does nothing."""
    return itertools.repeat(Pose(), round(FPS * seconds))


def talk(seconds: float, quiet_s: float = 3.0, seed: int = 1) -> Iterator[Pose]:
    """A mouth that is quiet, then speaks with pauses, while the head sways a little."""
    random = np.random.default_rng(seed)
    until, now = quiet_s, (0.0, 0.0)
    knots: list[tuple[float, float, float]] = [(0.0, *now), (until, *now)]
    while until < seconds:
        pause_at = until + random.uniform(*SAID_S)
        while until < pause_at:
            half = 0.5 / random.uniform(*SYLLABLES_HZ)
            wide, corners = random.uniform(*OPEN_MM), random.uniform(*CORNERS_MM)
            knots.append((until + half, wide, corners))
            until += 2 * half
            knots.append((until, random.uniform(0.0, PARTED_MM), corners / 2))
        stays = random.uniform(0.0, PARTED_MM)
        knots.append((until + 0.1, stays, 0.0))
        until += random.uniform(*PAUSE_S)
        knots.append((until, stays, 0.0))
    times, opened, corners = np.array(knots).T
    for n in range(round(FPS * seconds)):
        t = n / FPS
        sways = max(0.0, t - quiet_s)
        sway = np.sin(np.array([0.7, 1.1, 0.9]) * sways) * (SWAY_PX, SWAY_PX, SWAY_DEG)
        at = np.interp(t, times, opened), np.interp(t, times, corners)
        yield Pose(float(at[0]), float(at[1]), 0.0, tuple(sway.tolist()))


def yawns(seconds: float, *, shuts_eyes: bool, every_s: float = 10.0) -> Iterator[Pose]:
    """A wide yawn every ten seconds, the first after three. The corners come in a little."""
    for n in range(round(FPS * seconds)):
        t = (n / FPS - 3.0) % every_s if n > 3.0 * FPS else every_s
        level = float(np.clip(min(t / RISE_S, (YAWN_S - t) / RISE_S), 0.0, 1.0))
        level = level * level * (3.0 - 2.0 * level)
        yield Pose(YAWN_MM * level, -2.0 * level, level if shuts_eyes else 0.0)


def noisy(pictures: Iterator[Picture], seed: int = 1) -> Iterator[Picture]:
    """Each as a camera gives it, with noise of its own."""
    noise = np.random.default_rng(seed)
    for picture in pictures:
        grey = noise.standard_normal(picture.shape, dtype=np.float32) * NOISE_GREY
        yield np.clip(picture + grey, 0, 255).astype(np.uint8)
