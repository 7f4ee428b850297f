"""In which poses rest is taken, which movements are doubtful there, and what is taken out."""

import pytest

from routines.movements import MEASURES, TOO_COARSE, MeasureKey
from sessions.readings import Half, Pose, Turn
from sessions.scoring.rest_pose import ANYWHERE, as_seen_straight, doubtful_at, turn_of


@pytest.mark.parametrize(
    ("pose", "turn"),
    [
        (Pose(0.0, 0.0, 0.0), None),
        (Pose(12.2, 1.1, 0.6), None),
        (Pose(-12.2, 1.1, 0.6), None),
        (Pose(-1.2, 19.3, 0.0), None),
        (Pose(-0.3, -9.5, 0.0), None),
        (Pose(0.0, -17.3, 0.0), "from-below"),
        (Pose(0.0, 21.0, 0.0), "from-above"),
        (Pose(18.0, 0.0, 0.0), "to-left"),
        (Pose(-18.0, 0.0, 0.0), "to-right"),
        (Pose(0.0, 0.0, -16.0), "tilted"),
        (Pose(13.0, -17.0, 0.0), "from-below"),
    ],
)
def test_rest_is_taken_as_far_as_smile_and_brow_can_be_trusted(
    pose: Pose, turn: Turn | None
) -> None:
    """What the library says of the rendered poses, and the reason that is furthest over."""
    assert turn_of(pose) == turn


@pytest.mark.parametrize("pose", [Pose(6.0, 0.0, 0.0), Pose(0.0, 9.0, 0.0), Pose(0.0, -9.0, 9.0)])
def test_a_straight_head_makes_no_further_movement_doubtful(pose: Pose) -> None:
    """Where everything was measured, only what is read too coarsely is."""
    assert set(doubtful_at(pose)) == TOO_COARSE


@pytest.mark.parametrize(
    "pose", [Pose(-6.1, 0.0, 0.0), Pose(0.0, 10.1, 0.0), Pose(0.0, -10.1, 0.0)]
)
def test_further_out_only_what_was_measured_there_is_trusted(pose: Pose) -> None:
    """Smile, brow and eye stay; a pucker does not."""
    doubtful = doubtful_at(pose)
    assert set(doubtful) == set(MEASURES) - ANYWHERE
    assert "pucker" in doubtful


def _half(key: MeasureKey, mm: float) -> Half:
    return Half(tuple(mm if each == key else 0.0 for each in MEASURES), 0.0, 0.0, 0.0)


def _seen(key: MeasureKey, left: float, right: float, pitch_deg: float) -> tuple[float, float]:
    """Both halves of one measure, as they are told after a rest at this pitch."""
    told = as_seen_straight({"left": _half(key, left), "right": _half(key, right)}, pitch_deg)
    return told["left"].measure(key), told["right"].measure(key)


def test_half_of_what_a_smile_adds_to_the_still_half_is_taken_out() -> None:
    """18 degrees nose down: -8.8 % on rendered heads, nothing on portraits; under 5 % on both."""
    for leak in (-0.088, 0.0):
        still, _ = _seen("open-smile", 10.0 * leak, 10.0, 18.0)
        assert abs(still) < 0.5


@pytest.mark.parametrize(
    ("key", "gains"),
    [
        ("closed-smile", {-10: 0.79, 0: 0.90, 10: 0.99, 18: 1.10}),
        ("brow-raise", {-10: 0.91, 0: 0.97, 10: 1.01, 18: 1.08}),
    ],
)
def test_smile_and_brow_hang_half_as_much_on_the_pitch_as_in_the_picture(
    key: MeasureKey, gains: dict[int, float]
) -> None:
    """What is read of rendered heads; what does not hang on the pitch is changed by no more."""
    told = [_seen(key, 0.0, gain, pitch)[1] for pitch, gain in gains.items()]
    read = list(gains.values())
    assert max(told) - min(told) < 0.65 * (max(read) - min(read))
    flat = [_seen(key, 0.0, 1.0, pitch)[1] for pitch in gains]
    assert max(flat) - min(flat) < 0.65 * (max(read) - min(read))


def test_a_straight_rest_changes_nothing_and_both_halves_are_changed_alike() -> None:
    """So no ratio hangs on it, but for the leak of a smile."""
    assert _seen("closed-smile", 2.0, 8.0, 0.0) == (2.0, 8.0)
    weak, strong = _seen("brow-raise", 2.0, 8.0, -10.0)
    assert weak / strong == pytest.approx(0.25)
    assert weak > 2.0


def test_no_other_measure_is_touched() -> None:
    """An eye hangs on no pitch."""
    assert _seen("eye-closure", 0.1, 8.0, 18.0) == (0.1, 8.0)
