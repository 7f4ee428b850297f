"""A skin point is found where it has gone; without detail, or unlike itself, it is not sought."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from sessions.face.registration import GRID_X_MM, GRID_Y_MM, STEP_MM
from sessions.face.skin.points import (
    LANDMARK_MM,
    LANDMARK_SHARE,
    MOST_ERRORS,
    SkinPoint,
    SkinPoints,
)
from sessions.scoring.calibration import SKIN_SHAPE
from sessions.scoring.landmarks import LID_PAIRS
from sessions.scoring.measures import Moves

Skin = NDArray[np.float32]

PLACES = np.array([[-45.0, -25.0, 0.0], [-30.0, -30.0, 0.0], [-18.0, -26.0, 0.0]])
MARGIN = (5.0, 5.0)


def textured(seed: int = 1) -> Skin:
    """Skin with detail a few millimetres wide."""
    noise = np.random.default_rng(seed).normal(size=SKIN_SHAPE).astype(np.float32)
    soft = cv2.GaussianBlur(noise, (0, 0), 3.0)
    return np.asarray(soft / soft.std(), dtype=np.float32)


def shifted(skin: Skin, x_mm: float, y_mm: float, slope: float = 0.0) -> Skin:
    """The skin moved by (x, y) mm; `slope` tilts it about the middle of the places."""
    columns, rows = np.meshgrid(
        np.arange(SKIN_SHAPE[1], dtype=np.float32), np.arange(SKIN_SHAPE[0], dtype=np.float32)
    )
    middle = float(np.interp(PLACES[:, 0].mean(), GRID_X_MM, np.arange(len(GRID_X_MM))))
    tilt = slope * (columns - x_mm / STEP_MM - middle)
    return np.asarray(
        cv2.remap(
            skin,
            columns - np.float32(x_mm / STEP_MM),
            (rows - y_mm / STEP_MM - tilt).astype(np.float32),
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REPLICATE,
        ),
        dtype=np.float32,
    )


@pytest.mark.parametrize("gone", [(0.0, 0.0), (0.4, -1.0), (0.0, -6.0), (-1.5, 3.0)])
@pytest.mark.parametrize("tilts", [True, False])
def test_skin_that_moved_is_found(gone: tuple[float, float], tilts: bool) -> None:
    """Landmarks that are off by a third are put right to a tenth of a millimetre."""
    skin = textured()
    point = SkinPoint(PLACES, skin, MARGIN, tilts=tilts)

    found = point.follow(shifted(skin, *gone), (gone[0] * 0.7, gone[1] * 0.7))

    assert found == pytest.approx(gone, abs=0.15)


def test_a_brow_that_tilts_is_read_in_its_middle() -> None:
    """The outer end may stay behind."""
    skin = textured()
    point = SkinPoint(PLACES, skin, MARGIN, tilts=True)

    found = point.follow(shifted(skin, 0.0, -4.0, 0.05), (0.0, -3.0))

    assert found == pytest.approx((0.0, -4.0), abs=0.3)


def test_skin_without_detail_leaves_the_landmarks_their_word() -> None:
    """Nothing to follow, nothing changed."""
    flat = np.zeros(SKIN_SHAPE, dtype=np.float32)
    point = SkinPoint(PLACES, flat, MARGIN, tilts=True)

    assert point.follow(textured(), (0.3, -2.0)) == pytest.approx((0.3, -2.0), abs=1e-9)


@pytest.mark.parametrize("seed", range(5))
def test_skin_that_is_no_longer_itself_is_not_followed_far(seed: int) -> None:
    """Never further from the landmarks than they may err."""
    point = SkinPoint(PLACES, textured(1), MARGIN, tilts=False)
    roughly = (0.5, -3.0)

    found = point.follow(textured(100 + seed), roughly)

    most = MOST_ERRORS * (LANDMARK_SHARE * np.hypot(*roughly) + LANDMARK_MM)
    assert np.abs(np.subtract(found, roughly)).max() <= most


def wide_eye() -> np.ndarray:
    """A head whose lids of the left eye are so far apart that pieces of their skin are; the rest is
    in one place."""
    head = np.zeros((478, 3))
    for place, (up, low) in zip((38.0, 32.0, 26.0), LID_PAIRS["left"], strict=True):
        head[up, :2], head[low, :2] = (place, -8.0), (place, 8.0)
    return head


def moved_below(skin: Skin, y_mm: float) -> Skin:
    """The skin moved by `y_mm` below the middle of the eye, and as it was above."""
    below = np.flatnonzero(GRID_Y_MM > 0.0)
    gone = skin.copy()
    gone[below] = shifted(skin, 0.0, y_mm)[below]
    return gone


@pytest.mark.parametrize(
    ("upper_mm", "lower_mm", "narrowed_mm"), [(0.0, -2.0, 2.0), (0.5, 0.5, 0.0), (0.5, -1.0, 1.5)]
)
def test_an_eye_narrows_by_both_lids(upper_mm: float, lower_mm: float, narrowed_mm: float) -> None:
    """A lower lid that rises narrows it too, and what drags both along does not."""
    skin = textured()
    points = SkinPoints(wide_eye(), skin)
    now = moved_below(shifted(skin, 0.0, upper_mm), lower_mm - upper_mm)
    still = (0.0, 0.0)

    seen = Moves(still, still, still, still, still, 0.0, 16.0, lower_lid_mm=-0.7 * lower_mm)

    found = points.follow("left", seen, now)

    assert found.lid_skin is not None
    assert found.lid_skin * 16.0 == pytest.approx(narrowed_mm, abs=0.2)


def test_the_grid_holds_a_raised_brow() -> None:
    """Brows lie 25 to 35 mm above the canthi and rise by up to 10."""
    assert GRID_Y_MM[0] <= -48.0
