"""A brow is found under what lies still over it; with nothing over it, nothing is asked."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pytest

from sessions.face.face_reader import FaceReader
from sessions.face.registration import GRID_X_MM, GRID_Y_MM
from sessions.face.skin.points import SkinPoint
from sessions.face.skin.worn import past_worn
from sessions.scoring.arrays import Floats, Floats32
from sessions.selftest.numbers import PerSide
from tests.benchmarks.made.kitchen_scenes import rims
from tests.sessions.face.skin.test_points import MARGIN, PLACES, Skin, shifted, textured
from tests.sessions.selftest.portraits import model, portrait

STILL = (0.0, 0.0)
WORN_SHARE = 0.25
"""By how much of itself a brow under a rim may be read wrong."""

Wear = Callable[[Skin], Skin]


def under_rim(skin: Skin) -> Skin:
    """The skin with a strong edge across the middle of the places, which stays where it is."""
    rim = skin.copy()
    rows = np.flatnonzero(np.abs(GRID_Y_MM + 27.0) < 3.0)
    rim[rows[: len(rows) // 2]] = -4.0
    rim[rows[len(rows) // 2 :]] = 4.0
    return rim


def under_strands(skin: Skin) -> Skin:
    """The skin with strands down over it, each a few millimetres from the next."""
    strands = skin.copy()
    strands[:, np.flatnonzero(np.mod(GRID_X_MM, 8.0) < 1.5)] = -3.0
    return strands


@pytest.mark.parametrize(
    ("worn", "up_mm"),
    [
        (under_rim, 2.5),
        (under_rim, 4.0),
        (under_rim, 7.5),
        (under_strands, 4.0),
        (under_strands, 7.5),
    ],
)
def test_a_brow_is_found_under_what_lies_still(worn: Wear, up_mm: float) -> None:
    """Landmarks hang on to it, and followed as a whole the skin stays nearer to where it was."""
    rest, now = worn(textured()), worn(shifted(textured(), 0.0, -up_mm))
    point = SkinPoint(PLACES, rest, MARGIN, tilts=True)
    followed = point.follow(now, (0.0, -0.2 * up_mm))

    found, worn_over = past_worn(point, now, followed)

    assert worn_over
    assert abs(followed[1] + up_mm) > 1.0
    assert found == pytest.approx((0.0, -up_mm), abs=WORN_SHARE * up_mm)


@pytest.mark.parametrize("gone", [(0.0, 0.0), (0.2, -1.5), (0.0, -5.0), (0.5, -8.0)])
def test_with_nothing_over_it_nothing_changes(gone: tuple[float, float]) -> None:
    """To the last digit."""
    skin = textured()
    point = SkinPoint(PLACES, skin, MARGIN, tilts=True)
    now = shifted(skin, *gone)
    followed = point.follow(now, (0.7 * gone[0], 0.7 * gone[1]))

    assert past_worn(point, now, followed) == (followed, False)


@pytest.mark.parametrize("worn", [under_rim, under_strands])
def test_a_brow_that_is_still_stays_still(worn: Wear) -> None:
    """With the noise of a camera, and something over it."""
    rest = worn(textured())
    noise = np.random.default_rng(3).normal(0.0, 0.08, rest.shape).astype(np.float32)
    point = SkinPoint(PLACES, rest, MARGIN, tilts=True)

    assert past_worn(point, rest + noise, STILL) == (STILL, False)


def test_skin_without_detail_at_rest_is_found_nowhere() -> None:
    """What lay over it then has gone: there is nothing to look for."""
    point = SkinPoint(PLACES, np.zeros_like(textured()), MARGIN, tilts=True)

    assert past_worn(point, under_rim(textured()), (0.0, -1.0)) == ((0.0, -1.0), False)


def test_a_brow_that_is_found_nowhere_is_told_as_that() -> None:
    """Its picture is another one altogether: nothing is moved, and nobody trusts it."""
    point = SkinPoint(PLACES, textured(), MARGIN, tilts=True)
    other = np.full_like(textured(), 9.0)

    assert past_worn(point, other, STILL) == (STILL, True)


def test_a_brow_found_under_rims_is_doubtful() -> None:
    """A small raise of the other half might have been missed."""
    face = portrait()
    raised = face.moved("brow-raise", PerSide(0.0, 1.0))
    with FaceReader(model(), stills=True) as reader:
        reader.take_rest(0.0)
        rest = reader.read(rims(face.picture, face.points), 0, 0.0)
        reading = reader.read(rims(raised, face.points), 1, 1.0)

    assert "brow-raise" not in rest.doubtful
    assert "brow-raise" in reading.doubtful
    assert reading.right is not None
    assert reading.right.measure("brow-raise") > 1.0


class Fits(NamedTuple):
    """Skin whose picture fits `at` alone, mm; what it differs by grows with the distance."""

    at: tuple[float, float]

    @property
    def slopes(self) -> Floats32:
        """Of eighty places, half of them for each direction."""
        return np.tile(np.array([[0.3, 0.1], [0.1, 0.3]], np.float32), (40, 1))

    def off(self, now: Floats32, gone: Floats) -> Floats32:
        """What differs, had it `gone` so far."""
        return np.asarray(self.slopes @ (np.array(self.at) - gone[:2]), dtype=np.float32)


@pytest.mark.parametrize(("followed", "corrected"), [((0.0, -2.0), True), ((4.0, -7.4), False)])
def test_only_a_brow_that_was_held_back_is_corrected(
    followed: tuple[float, float], corrected: bool
) -> None:
    """What lies still keeps a brow back; one followed as far in another direction was not held."""
    fits = (0.0, -8.0)
    found, _ = past_worn(Fits(fits), np.zeros(80, np.float32), followed)
    if corrected:
        assert found == pytest.approx(fits, abs=0.3)
    else:
        assert found == followed
