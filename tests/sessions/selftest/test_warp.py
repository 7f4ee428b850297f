"""Known movements of a real picture: what is promised of them, seen in the pixels themselves."""

from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from routines.movements import SIDES, MeasureKey, Side, other_side
from sessions.face.landmarker import Landmarker
from sessions.readings import Pose
from sessions.scoring.geometry import angles
from sessions.scoring.landmarks import CANTHI, DORSUM, OUTER_CANTHUS
from sessions.selftest.numbers import PerSide
from sessions.selftest.warp import HANDLES, WarpedPortrait
from tests.sessions.selftest.portraits import model, portrait

Picture = NDArray[np.uint8]
SLOPE = 4.0
"""Grey steps a pixel of a ramp; finer than a quarter of a pixel is not asked for."""
IRIS: dict[Side, int] = {"left": 473, "right": 468}
"""Middle of each iris."""


@cache
def from_the_midline() -> NDArray[np.float64]:
    """How far each pixel lies on the person's left, px; negative on the right."""
    points = portrait().points[:, :2]
    across = points[OUTER_CANTHUS["left"]] - points[OUTER_CANTHUS["right"]]
    middle = points[list(CANTHI)].mean(axis=0) / 2
    middle = middle + points[list(DORSUM)].mean(axis=0) / 2
    y, x = np.indices(portrait().picture.shape[:2], dtype=float)
    return (np.dstack([x, y]) - middle) @ across / float(np.linalg.norm(across))


@pytest.fixture(scope="module")
def finder() -> Iterator[Landmarker]:
    """The landmark library, which remembers nothing from picture to picture."""
    with Landmarker(model(), stills=True) as finder:
        yield finder


def changed(picture: Picture) -> NDArray[np.bool_]:
    """Pixels that are not as they were."""
    return (picture != portrait().picture).any(axis=2)


def ramps(at: NDArray[np.float64]) -> Picture:
    """A picture whose first two channels say where a pixel came from, near `at`."""
    y, x = np.indices(portrait().picture.shape[:2], dtype=float)
    places = [128.0 + SLOPE * (x - at[0]), 128.0 + SLOPE * (y - at[1]), np.zeros_like(x)]
    return np.clip(np.dstack(places).round(), 0, 255).astype(np.uint8)


def moved_mm(key: MeasureKey, point: int, share: float) -> tuple[float, float]:
    """How far the skin under a landmark went to the person's left and up, mm."""
    at = portrait().points[point, :2]
    made = WarpedPortrait(ramps(at), portrait().points)
    came_from = made.moved(key, PerSide(left=share, right=share)).astype(float)[..., :2]
    distance = np.linalg.norm(came_from - 128.0, axis=2)
    rows, columns = np.nonzero(distance < 1.5 * SLOPE)
    offset = np.column_stack([columns - at[0], rows - at[1]]).mean(axis=0)
    left, right = (portrait().points[OUTER_CANTHUS[side], :2] for side in SIDES)
    across = left - right
    across /= np.linalg.norm(across)
    down = np.array([-across[1], across[0]])
    return float(offset @ across) / made.px_per_mm, -float(offset @ down) / made.px_per_mm


@pytest.mark.parametrize(
    ("key", "side"),
    [
        ("open-smile", "left"),
        ("brow-raise", "right"),
        *(
            pytest.param(key, side, marks=pytest.mark.long)
            for key, side in (
                ("open-smile", "right"),
                ("brow-raise", "left"),
                ("snarl", "left"),
                ("snarl", "right"),
            )
        ),
    ],
)
def test_skin_moves_by_the_told_millimetres(key: MeasureKey, side: Side) -> None:
    """The mean over the points that are pushed, along the direction told."""
    handle = HANDLES[key]
    outward = 1.0 if side == "left" else -1.0
    went = np.mean([moved_mm(key, point, 0.5) for point in handle.points[side]], axis=0)
    along = float(went @ (outward * handle.out, handle.up))
    aside = float(went @ (outward * handle.up, -handle.out))

    assert along == pytest.approx(portrait().truth_mm(key, side, 0.5), abs=0.25)
    assert aside == pytest.approx(0.0, abs=0.25)


@pytest.mark.parametrize("key", [*HANDLES, "eye-closure"])
def test_nothing_moves_beyond_the_midline(key: MeasureKey) -> None:
    """Not one pixel of the still half is another."""
    place = from_the_midline()
    right = changed(portrait().moved(key, PerSide(left=0.0, right=1.0)))
    left = changed(portrait().moved(key, PerSide(left=1.0, right=0.0)))

    assert right.sum() > 100
    assert left.sum() > 100
    assert place[right].max() <= 0.0
    assert place[left].min() >= 0.0


@pytest.mark.parametrize(
    ("key", "shares"),
    [
        *((key, PerSide(left=1.0, right=0.5)) for key in HANDLES),
        ("open-smile", PerSide(left=-0.6, right=0.0)),
        ("eye-closure", PerSide(left=1.0, right=0.5)),
    ],
)
def test_what_is_too_far_away_to_move_is_not_asked(
    key: MeasureKey, shares: PerSide, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked all over the picture it is the same one to the bit, also with a corner pushed down."""
    made = portrait().moved(key, shares)
    everywhere = np.zeros(2), 1e4
    monkeypatch.setattr(WarpedPortrait, "_reach", lambda *_: everywhere)
    monkeypatch.setattr(WarpedPortrait, "_lid_reach", lambda *_: everywhere)

    assert changed(made).sum() > 100
    assert np.array_equal(made, portrait().moved(key, shares))


@pytest.mark.parametrize("key", [*HANDLES, "eye-closure"])
def test_truth_grows_with_the_share(key: MeasureKey) -> None:
    """None at nothing, half at a half."""
    quarter, half, full = (portrait().truth_mm(key, "left", share) for share in (0.25, 0.5, 1.0))

    assert portrait().truth_mm(key, "left", 0.0) == 0.0
    assert (quarter, half) == pytest.approx((full / 4, full / 2))
    assert full > 1.5


def test_a_head_that_is_not_turned_is_the_picture_itself() -> None:
    """To the bit, also of a movement."""
    smile = portrait().moved("open-smile", PerSide(left=0.5, right=1.0))

    assert np.array_equal(portrait().turned(Pose(0.0, 0.0, 0.0)), portrait().picture)
    assert np.array_equal(portrait().turned(Pose(0.0, 0.0, 0.0), smile), smile)


@pytest.mark.parametrize(
    "pose", [Pose(10.0, 0.0, 0.0), Pose(-10.0, 0.0, 0.0), Pose(0.0, 8.0, 0.0), Pose(0.0, 0.0, -8.0)]
)
def test_a_turned_head_is_seen_turned_that_way(finder: Landmarker, pose: Pose) -> None:
    """The landmark library, which knows nothing of the turn, sees about as much; of yaw a quarter
    less."""
    faces = [
        finder.find(np.ascontiguousarray(picture[:, :, ::-1]))
        for picture in (portrait().picture, portrait().turned(pose))
    ]
    straight, turned = (angles(face.rotation) for face in faces if face is not None)
    seen = (
        turned.yaw_deg - straight.yaw_deg,
        turned.pitch_deg - straight.pitch_deg,
        turned.roll_deg - straight.roll_deg,
    )

    assert seen == pytest.approx((pose.yaw_deg, pose.pitch_deg, pose.roll_deg), abs=3.2)


@pytest.mark.parametrize("side", SIDES)
def test_a_closed_eye_covers_its_iris(side: Side) -> None:
    """Where the dark of the iris was is the skin of the lid; the other iris is untouched."""
    closed = portrait().moved(
        "eye-closure", PerSide(left=float(side == "left"), right=float(side == "right"))
    )
    own, other = (_middle(closed, IRIS[one]) for one in (side, other_side(side)))
    was_own, was_other = (
        _middle(portrait().picture, IRIS[one]) for one in (side, other_side(side))
    )

    assert own[..., 2].min() > was_own[..., 2].min() + 40
    assert np.array_equal(other, was_other)


def _middle(picture: Picture, point: int) -> Picture:
    """Nine pixels; of blue, green and red, skin has most red and a dark iris hardly any."""
    x, y = portrait().points[point, :2].round().astype(int)
    return picture[y - 1 : y + 2, x - 1 : x + 2]


def test_other_light_brightens_one_side_only() -> None:
    """The person's left gets brighter, the right darker, farther out more."""
    before = portrait().picture.astype(int)
    lit = portrait().lit(0.5).astype(int)
    middle = round(float(portrait().points[list(DORSUM), 0].mean()))
    grey = (before.min(axis=2) > 40) & (before.max(axis=2) < 160)
    gain = np.where(grey, lit.sum(axis=2) / np.maximum(before.sum(axis=2), 1), np.nan)

    assert (lit[:, middle + 10 :] >= before[:, middle + 10 :]).all()
    assert (lit[:, : middle - 10] <= before[:, : middle - 10]).all()
    assert np.nanmedian(gain[:, middle + 70 :]) > np.nanmedian(gain[:, middle : middle + 70]) > 1.0
    assert np.nanmedian(gain[:, : middle - 70]) < np.nanmedian(gain[:, middle - 70 : middle]) < 1.0
