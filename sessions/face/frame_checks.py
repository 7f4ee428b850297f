"""Computes a frame's quality numbers (face size, place, light, sharpness) for `quality.Gate`."""

import cv2
import numpy as np
from numpy.typing import NDArray

from routines.movements import SIDES
from sessions.readings import FaceBox
from sessions.scoring.arrays import Floats
from sessions.scoring.landmarks import (
    EYE_CORNERS,
    FACE_OVAL,
    LID_PAIRS,
    LIPS,
    OUTER_CANTHUS,
    OUTLINE,
)
from sessions.scoring.measures import lid_gap
from sessions.scoring.quality import Look

PATCH_PX = 96
"""The face is looked at at this size, whatever the camera's resolution."""
OPEN_SHARE = 0.06
"""Lid gap over canthal distance above which an eye counts as open; at rest it is about 0.1."""


def face_patch(rgb: NDArray[np.uint8], points: Floats) -> NDArray[np.uint8]:
    """The inner face (between oval points), grey, PATCH_PX square."""
    oval = points[list(FACE_OVAL), :2]
    low, high = oval.min(axis=0), oval.max(axis=0)
    inset = (high - low) * 0.12
    height, width = rgb.shape[:2]
    x0, y0 = np.clip(low + inset, 0, (width - 2, height - 2)).astype(int)
    x1, y1 = np.clip(high - inset, (x0 + 2, y0 + 2), (width, height)).astype(int)
    crop = rgb[y0:y1, x0:x1]
    how = cv2.INTER_AREA if min(crop.shape[:2]) > PATCH_PX else cv2.INTER_LINEAR
    grey = cv2.cvtColor(crop, cv2.COLOR_RGB2GRAY)
    return np.asarray(cv2.resize(grey, (PATCH_PX, PATCH_PX), interpolation=how), dtype=np.uint8)


def look_at(rgb: NDArray[np.uint8], points: Floats, patch: NDArray[np.uint8]) -> Look:
    """Measure the frame around the face `points` (478, 2+ pixels)."""
    height, width = rgb.shape[:2]
    oval = points[list(FACE_OVAL), :2]
    low, high = oval.min(axis=0), oval.max(axis=0)
    margin = min(low[0], low[1], width - high[0], height - high[1]) / width
    detail = np.asarray(cv2.Laplacian(patch, cv2.CV_32F), dtype=np.float32)
    bright, spread = _mean_and_spread(patch)
    return Look(
        canthi_px=_canthi_px(points),
        face_width=float((high[0] - low[0]) / width),
        margin=float(margin),
        brightness=bright / 255.0,
        blown=np.count_nonzero(patch >= 250) / patch.size,
        sharpness=_mean_and_spread(detail)[1] / max(spread, 1.0),
        eye_detail=_eye_detail(rgb, points, bright),
        mouth_detail=_mouth_detail(rgb, points),
    )


def _canthi_px(points: Floats) -> float:
    """Between the outer corners of the eyes."""
    left, right = (points[OUTER_CANTHUS[side], :2] for side in SIDES)
    return float(np.linalg.norm(left - right))


def _mean_and_spread(values: NDArray[np.uint8] | NDArray[np.float32]) -> tuple[float, float]:
    mean, spread = cv2.meanStdDev(values)
    return float(mean[0, 0]), float(spread[0, 0])


def _eye_detail(rgb: NDArray[np.uint8], points: Floats, brightness: float) -> float:
    """Contrast inside the less detailed open eye over the mean grey of the face.

    An open eye shows white, iris and lashes; a pad, a patch or a palm shows little.
    """
    height, width = rgb.shape[:2]
    canthi = _canthi_px(points)
    found = [1.0]
    for side, corners in EYE_CORNERS.items():
        if lid_gap(points, side) < OPEN_SHARE * canthi:
            continue
        x = points[list(corners), 0]
        y = points[[lid for pair in LID_PAIRS[side] for lid in pair], 1]
        x0, x1 = np.clip((x.min(), x.max()), 0, width).astype(int)
        y0, y1 = np.clip((y.min(), y.max() + 1), 0, height).astype(int)
        eye = rgb[y0:y1, x0:x1]
        if eye.size:
            grey = np.asarray(cv2.cvtColor(eye, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
            found.append(_mean_and_spread(grey)[1] / max(brightness, 1.0))
    return min(found)


def _mouth_detail(rgb: NDArray[np.uint8], points: Floats) -> float:
    """Contrast of the lips over their mean grey; 1 where they are outside the picture.

    Lips differ from one another, from the line between them and from teeth; a mask shows little.
    """
    height, width = rgb.shape[:2]
    lips = points[list(LIPS), :2]
    x0, y0 = np.clip(lips.min(axis=0), 0, (width, height)).astype(int)
    x1, y1 = np.clip(lips.max(axis=0) + 1, 0, (width, height)).astype(int)
    if x1 <= x0 or y1 <= y0:
        return 1.0
    grey = np.asarray(cv2.cvtColor(rgb[y0:y1, x0:x1], cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    inside = np.zeros(grey.shape, dtype=np.uint8)
    cv2.fillPoly(inside, [np.round(lips - (x0, y0)).astype(np.int32)], 1)
    mean, spread = cv2.meanStdDev(grey, mask=inside)
    return float(spread[0, 0]) / max(float(mean[0, 0]), 1.0)


def box(rgb: NDArray[np.uint8], points: Floats, brightness: float) -> FaceBox:
    """Where the face is, as fractions of the picture."""
    height, width = rgb.shape[:2]
    oval = points[list(FACE_OVAL), :2]
    low, high = oval.min(axis=0), oval.max(axis=0)
    centre = (low + high) / 2
    return FaceBox(
        float(centre[0] / width),
        float(centre[1] / height),
        float((high[0] - low[0]) / width),
        brightness,
    )


def outline(points: Floats, shape: tuple[int, ...]) -> tuple[float, ...]:
    """The few points that are drawn, as shares of a picture of `shape`."""
    fractions = points[list(OUTLINE), :2] / (shape[1], shape[0])
    return tuple(fractions.round(4).ravel().tolist())
