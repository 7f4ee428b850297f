"""Where the head is, by the skin that no expression moves.

Landmarks give the pose only roughly: when any part of a face moves, the model bends every point a
little, so that a smile nods the head by a degree and a raised brow rolls it as much. On
seven portraits moved by known amounts this error of the head was nearly all of what a still half
seemed to do (median 6 % of the moving half for smile and brow; under 1 % with the head held).

So the picture, brought to rest pose by landmarks, is laid on the picture of rest and moved by the
six small numbers of a rigid head until both agree (Lucas and Kanade 1981, the rest's gradients used
throughout as in Baker and Matthews 2004; Geman-McClure weights, so that what moves by itself is not
followed). Nose, canthi and temples are looked at; brows, lids, mouth and low cheeks are not.
The pose by landmarks counts as well, by its known error: skin without detail, in the dark or
under a hand, changes nothing.
"""

import cv2
import msgspec
import numpy as np
from numpy.typing import NDArray

from sessions.scoring.arrays import Floats, Floats32
from sessions.scoring.calibration import SKIN_SHAPE
from sessions.scoring.depth import surface
from sessions.scoring.geometry import Placement, inside, places_of
from sessions.scoring.landmarks import BROWS, FACE_OVAL, LID_EDGE, NOSE_TIP

STEP_MM = 1.3
"""About a pixel of an ordinary camera at 45 cm."""
GRID_X_MM: Floats = STEP_MM * np.arange(-SKIN_SHAPE[1] / 2 + 0.5, SKIN_SHAPE[1] / 2)
GRID_Y_MM: Floats = STEP_MM * np.arange(SKIN_SHAPE[0], dtype=np.float64) - 52.0
"""From above the brows to under the nose, temple to temple; the canthi are at 0."""
DEPTH_EVERY = 6

SOFT_MM = 1.0
LOCAL_MM = 9.0
"""Brightness and contrast are taken relative to this far around: light may change."""
LEAST_CONTRAST = 4.0
"""Grey values; less contrast than this is noise."""

LANDMARK_ERROR = np.array([1.0, 1.0, 0.015, *np.radians([2.0, 1.5, 1.2])])
"""Shift (mm), size, pitch, yaw and roll of the head by landmarks: the errors met on portraits
and rendered heads."""
_BY_LANDMARKS = np.diag(LANDMARK_ERROR**-2.0)
LIKE_NEIGHBOURS = 10.0
"""Neighbouring places differ alike, so that many of them are worth one."""
LEAST_SPREAD = 0.02
OUTLYING = 2.5
ROUNDS = 3
NEAR_ENOUGH = 0.03
"""Share of the landmarks' error: a step under 0.03 mm and a twentieth of a degree is the last."""
MOST_ERRORS = 4.0
"""A correction larger than so many landmark errors is a mistake, and is not made."""
LEAST_LIKENESS = 0.7
"""Correlation of the two pictures: seven portraits keep 0.94 and more in movement and turned by
10 degrees, 0.91 with light from the side, 0.90 blurred; another picture has next to none."""

_BROW_GAP_MM = 3.0
_LID_MM = 3.0
_FADE_MM = 4.0
_NOSE_HALF_MM = 16.0
_CHEEK_MM = (10.0, 26.0)
"""Below the canthi: from here on cheeks count less, and from there on nothing."""


class Skin:
    """The part of a head at rest that is looked at: a grid of places with their depth."""

    def __init__(self, head: Floats) -> None:
        """`head` is (478, 3), head-frame millimetres."""
        x, y = np.meshgrid(GRID_X_MM, GRID_Y_MM)
        z = surface(head, GRID_X_MM, GRID_Y_MM, every=DEPTH_EVERY)
        weight = _weight(head, x, y)
        self.chosen = weight > 0.02
        self.weight = weight[self.chosen].astype(np.float32)
        self.places = np.stack([x, y, z])[:, self.chosen].astype(np.float32)
        self._grid = places_of(GRID_X_MM, GRID_Y_MM[:, None], z)

    def picture(self, rgb: NDArray[np.uint8], placement: Placement) -> Floats32:
        """SKIN_SHAPE: detail of the skin over its local contrast, whatever the light."""
        maps = placement.maps(self._grid)
        seen = cv2.remap(rgb, *maps, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        grey = cv2.cvtColor(seen, cv2.COLOR_RGB2GRAY).astype(np.float32)
        soft = cv2.GaussianBlur(grey, (0, 0), SOFT_MM / STEP_MM)
        around = (2 * int(LOCAL_MM / STEP_MM) + 1,) * 2
        mean = cv2.blur(soft, around)
        variance = np.maximum(cv2.blur(soft * soft, around) - mean * mean, 0.0)
        return np.asarray((soft - mean) / np.sqrt(variance + LEAST_CONTRAST**2), dtype=np.float32)


class Registration:
    """Lays pictures of one head on the picture of its rest."""

    def __init__(self, skin: Skin, rest: Floats32) -> None:
        """`rest` is `Skin.picture` of the head at rest."""
        self._skin = skin
        self._rest = rest[skin.chosen]
        self._depth = float(skin.places[2].mean())
        x, y, z = skin.places
        z = z - np.float32(self._depth)
        along, down = (slope[skin.chosen] for slope in slopes_of(rest))
        slopes = [along, down, along * x + down * y, -down * z, along * z, down * x - along * y]
        self._slopes = np.stack(slopes, axis=1).astype(np.float32)

    def refine(self, rgb: NDArray[np.uint8], placement: Placement) -> Placement:
        """`placement`, corrected by the skin of an HxWx3 uint8 RGB picture where that holds it."""
        return self.hold(rgb, placement, MOST_ERRORS) or placement

    def hold(
        self, rgb: NDArray[np.uint8], placement: Placement, most_errors: float
    ) -> Placement | None:
        """Where the skin is near `placement`, within so many of the landmarks' errors; None where
        it is not, or cannot be told."""
        here, gone = placement, np.zeros(6)
        likeness = 0.0
        for _ in range(ROUNDS):
            now = self._skin.picture(rgb, here)[self._skin.chosen]
            off = self._rest - now
            counts = self._skin.weight * belief(off)
            step = best_step(self._slopes, off, counts, _BY_LANDMARKS, gone)
            gone += step
            here = self._moved(here, step)
            likeness = _likeness(self._rest, now, self._skin.weight)
            if np.all(np.abs(step) < NEAR_ENOUGH * LANDMARK_ERROR):
                break
        believed = np.all(np.abs(gone) < most_errors * LANDMARK_ERROR)
        return here if believed and likeness > LEAST_LIKENESS else None

    def apart(self, one: Placement, other: Placement) -> float:
        """How far the head has gone from one placement to another: the largest of the six numbers,
        in landmarks' errors."""
        middle = np.array([0.0, 0.0, self._depth])
        ends = (other.scale * other.rotation - one.scale * one.rotation) @ middle
        shift = (ends[:2] + other.shift - one.shift) / one.scale
        turn = np.asarray(cv2.Rodrigues(one.rotation.T @ other.rotation)[0]).ravel()
        step = np.array([*shift, other.scale / one.scale - 1.0, *turn])
        return float(np.max(np.abs(step) / LANDMARK_ERROR))

    def _moved(self, placement: Placement, step: Floats) -> Placement:
        """The head shifted, resized and turned by a small `step`, about the middle of its skin."""
        turn = np.asarray(cv2.Rodrigues(step[3:])[0], dtype=np.float64)
        rotation = placement.rotation @ turn
        scale = placement.scale * (1.0 + float(step[2]))
        middle = np.array([0.0, 0.0, self._depth])
        held = placement.scale * placement.rotation[:2] - scale * rotation[:2]
        shift = placement.scale * (placement.rotation[:2, :2] @ step[:2])
        moved = placement.shift + shift + held @ middle
        return Placement(rotation, scale, moved, placement.distance_mm)


def _likeness(a: Floats32, b: Floats32, weight: Floats32) -> float:
    """Weighted correlation about nothing; 0 where either has no detail."""
    size = float(np.sum(weight * a * a)) * float(np.sum(weight * b * b))
    return float(np.sum(weight * a * b)) / max(size, 1e-12) ** 0.5


def slopes_of(picture: Floats32) -> tuple[Floats32, Floats32]:
    """How a picture of the skin changes with each millimetre across and down."""
    across, down = (
        cv2.Sobel(picture, cv2.CV_32F, *order, ksize=3, scale=0.125 / STEP_MM)
        for order in ((1, 0), (0, 1))
    )
    return np.asarray(across, dtype=np.float32), np.asarray(down, dtype=np.float32)


def belief(off: Floats32) -> Floats32:
    """How much each difference of two pictures counts: less the further it lies from most."""
    apart = np.abs(off)
    middle = len(apart) // 2
    spread = max(1.4826 * float(np.partition(apart, middle)[middle]), LEAST_SPREAD)
    unlike = np.square(1.0 + np.square(off / (OUTLYING * spread)))
    return np.asarray(1.0 / (spread**2 * LIKE_NEIGHBOURS * unlike), dtype=np.float32)


def best_step(
    slopes: Floats32, off: Floats32, counts: Floats32, held: Floats, gone: Floats
) -> Floats:
    """The step that leaves least of the differences `off`, by how they change with each of a few
    numbers (`slopes`: differences x numbers); `held` (square) draws back what has `gone`."""
    pulled = (slopes * counts[:, None]).T
    _, step = cv2.solve(
        pulled @ slopes + held, pulled @ off - held @ gone, flags=cv2.DECOMP_CHOLESKY
    )
    return np.asarray(step, dtype=np.float64).ravel()


class Steady(msgspec.Struct, frozen=True):
    """Pictures of one head at rest, laid on one another."""

    placements: list[Placement]
    pictures: list[Floats32]
    """`Skin.picture` of each."""

    @property
    def mean(self) -> Floats32:
        """Of the pictures."""
        return np.asarray(np.mean(self.pictures, axis=0), dtype=np.float32)


def hold_still(skin: Skin, frames: list[NDArray[np.uint8]], placements: list[Placement]) -> Steady:
    """Lay HxWx3 RGB `frames` of a rest on their mean, twice."""
    steady = _steady(skin, frames, placements)
    for _ in range(2):
        by_skin = Registration(skin, steady.mean)
        places = [
            by_skin.refine(rgb, place) for rgb, place in zip(frames, steady.placements, strict=True)
        ]
        steady = _steady(skin, frames, places)
    return steady


def _steady(skin: Skin, frames: list[NDArray[np.uint8]], placements: list[Placement]) -> Steady:
    made = [skin.picture(rgb, place) for rgb, place in zip(frames, placements, strict=True)]
    return Steady(placements, made)


def _weight(head: Floats, x: Floats, y: Floats) -> Floats:
    """How far each place of the grid stays with the bones, 0 to 1."""

    def fades(distance_mm: Floats) -> Floats:
        return np.clip(distance_mm / _FADE_MM, 0.0, 1.0)

    oval = head[list(FACE_OVAL), :2]
    brows = float(head[list(BROWS), 1].max()) + _BROW_GAP_MM
    nose = fades(_NOSE_HALF_MM - np.abs(x)) * fades(float(head[NOSE_TIP, 1]) + _FADE_MM - y)
    cheek = np.clip((_CHEEK_MM[1] - y) / (_CHEEK_MM[1] - _CHEEK_MM[0]), 0.0, 1.0)
    weight = np.maximum(cheek, nose) * fades(y - brows)
    weight[~inside(0.97 * oval + 0.03 * oval.mean(axis=0), x, y)] = 0.0
    reach = 2 * round(_LID_MM / STEP_MM) + 1
    for edge in LID_EDGE.values():
        eye = inside(head[list(edge), :2], x, y).astype(np.uint8)
        weight[cv2.dilate(eye, np.ones((reach, reach), np.uint8)) > 0] = 0.0
    return weight
