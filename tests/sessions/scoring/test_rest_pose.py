"""In which poses rest is taken, which movements are doubtful there, and what is taken out."""

import pytest

from routines.movements import MEASURES, TOO_COARSE, MeasureKey
from sessions.readings import Half, Pose, Turn
from sessions.scoring.rest_pose import ANYWHERE, doubtful_at, turn_of, without_leak


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


def test_half_of_what_a_smile_adds_to_the_still_half_is_taken_out() -> None:
    """18 degrees nose down: -8.8 % on rendered heads, nothing on portraits; under 5 % on both."""
    for leak in (-0.088, 0.0):
        read = without_leak(
            {"left": _half("open-smile", 10.0 * leak), "right": _half("open-smile", 10.0)}, 18.0
        )
        assert abs(read["left"].measure("open-smile")) < 0.5


def test_no_other_measure_is_touched() -> None:
    """A brow has no leak that depends on the pose."""
    halves = {"left": _half("brow-raise", 0.1), "right": _half("brow-raise", 8.0)}
    assert without_leak({"left": halves["left"], "right": halves["right"]}, 18.0) == halves
