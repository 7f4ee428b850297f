"""Putting the head back: rotations, placements and frames undo one another."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.readings import Pose
from sessions.scoring.geometry import Placement, angles, places_of, rotation_of
from sessions.scoring.landmarks import STABLE

DEGREES = st.floats(-40.0, 40.0)
POSES = st.builds(Pose, DEGREES, DEGREES, DEGREES)


def made_head(seed: int = 3) -> np.ndarray:
    """Points spread like a face, mm."""
    return np.random.default_rng(seed).normal(0.0, (40.0, 50.0, 15.0), (478, 3))


def farthest(found: np.ndarray, true: np.ndarray) -> float:
    """The largest difference; `pytest.approx` would ask a thousand numbers one by one."""
    assert found.shape == true.shape
    return float(np.abs(found - true).max())


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


NEAR = st.floats(-12.0, 12.0)


@given(st.builds(Pose, NEAR, NEAR, NEAR), st.floats(0.8, 2.0))
def test_a_near_camera_is_found_again(pose: Pose, scale: float) -> None:
    """At arm's length the nearer places are drawn larger, and the fit knows it."""
    head, focal_px = made_head(), 550.0
    true = Placement(rotation_of(pose), scale, np.array([320.0, 240.0]), focal_px / scale)

    found = Placement.fit(head, true.project(head), true.rotation, focal_px)

    assert found.scale == pytest.approx(scale, rel=5e-3)
    assert farthest(found.project(head), true.project(head)) < 0.6


@given(st.builds(Pose, NEAR, NEAR, NEAR))
def test_a_picture_is_looked_up_where_places_are_drawn(pose: Pose) -> None:
    """Maps and projection are one camera; maps count from the middle of the first pixel."""
    head = made_head()
    camera = Placement(rotation_of(pose), 1.2, np.array([300.0, 200.0]), 450.0)

    across, down = camera.maps(places_of(head[:, 0], head[:, 1], head[:, 2]))

    assert farthest(np.column_stack([across, down]) + 0.5, camera.project(head)) < 1e-2


@given(st.builds(Pose, NEAR, NEAR, NEAR))
def test_points_go_back_to_the_head(pose: Pose) -> None:
    """A seen point with its own depth is the place it came from."""
    head = made_head()
    head[list(STABLE), 2] -= head[list(STABLE), 2].mean()
    camera = Placement(rotation_of(pose), 1.2, np.array([300.0, 200.0]), 450.0)
    deep = 1.2 * (head @ camera.rotation.T)[:, 2]
    points = np.column_stack([camera.project(head), deep - deep[list(STABLE)].mean()])
    offset = (deep[list(STABLE)].mean() / 1.2) * camera.rotation[2]

    assert farthest(camera.unproject(points) + offset, head) < 2.5
