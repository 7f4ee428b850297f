"""Putting the head back: rotations, placements and frames undo one another."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.readings import Pose
from sessions.scoring.geometry import Placement, angles, rotation_of, settle, turn_between
from sessions.scoring.landmarks import STABLE

DEGREES = st.floats(-40.0, 40.0)
POSES = st.builds(Pose, DEGREES, DEGREES, DEGREES)


def made_head(seed: int = 3) -> np.ndarray:
    """Points spread like a face, mm."""
    return np.random.default_rng(seed).normal(0.0, (40.0, 50.0, 15.0), (478, 3))


@given(POSES)
def test_angles_are_read_back(pose: Pose) -> None:
    """The rotation made of three angles has those angles."""
    back = angles(rotation_of(pose))

    assert (back.yaw_deg, back.pitch_deg, back.roll_deg) == pytest.approx(
        (pose.yaw_deg, pose.pitch_deg, pose.roll_deg), abs=1e-6
    )


def test_yaw_is_positive_to_the_persons_left() -> None:
    """A nose that points to picture right points to the person's own left."""
    nose = rotation_of(Pose(20.0, 0.0, 0.0)) @ (0.0, 0.0, -1.0)

    assert nose[0] > 0.3


def test_pitch_is_positive_downwards() -> None:
    """A nose that points down has a positive pitch."""
    nose = rotation_of(Pose(0.0, 20.0, 0.0)) @ (0.0, 0.0, -1.0)

    assert nose[1] > 0.3


@given(POSES, st.floats(0.5, 4.0), st.floats(-300, 300), st.floats(-300, 300))
def test_a_placement_is_found_again(pose: Pose, scale: float, x: float, y: float) -> None:
    """Scale and shift of a known pose come out of the points alone."""
    head = made_head()
    true = Placement(rotation_of(pose), scale, np.array([x, y]))

    found = Placement.fit(head, true.project(head), true.rotation)

    assert found.scale == pytest.approx(scale, rel=1e-6)
    assert found.shift == pytest.approx([x, y], abs=1e-5)


@given(POSES)
def test_a_turn_between_two_heads_is_found_again(pose: Pose) -> None:
    """The rotation between equal shapes is exact."""
    head = made_head()
    turn = rotation_of(pose)

    assert turn_between(head, 2.0 * head @ turn.T + 5.0) == pytest.approx(turn, abs=1e-9)


@given(st.floats(-0.3, 0.3), st.floats(0.8, 1.25), st.floats(-20, 20), st.floats(-20, 20))
def test_settling_undoes_shift_turn_and_size(tilt: float, size: float, x: float, y: float) -> None:
    """A similarity of the whole picture leaves no movement behind."""
    rest = made_head()[:, :2]
    turn = np.array([[np.cos(tilt), -np.sin(tilt)], [np.sin(tilt), np.cos(tilt)]])

    back = settle(size * rest @ turn.T + (x, y), rest, STABLE, turn=True)

    assert back == pytest.approx(rest, abs=1e-7)
