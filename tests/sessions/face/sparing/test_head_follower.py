"""The face between two runs of the landmarker: moved along with its head, and never guessed."""

from collections.abc import Iterator

import cv2
import numpy as np
import pytest
from msgspec.structs import replace
from numpy.typing import NDArray

from sessions.face.calibrated_face import CalibratedFace
from sessions.face.face_reader import FaceReader
from sessions.face.sparing.head_follower import STILL_CARRY_S, HeadFollower
from sessions.face.sparing.mesh_network import MeshNetwork
from sessions.messages import RestTaken
from sessions.scoring.calibration import Rest
from sessions.scoring.landmarks import LIPS
from tests.sessions.selftest.portraits import at_rest, at_rest_rgb, model, portrait


def turned(roll_deg: float, shift_px: tuple[float, float] = (0.0, 0.0)) -> NDArray[np.uint8]:
    """The portrait turned about its middle, then shifted."""
    height, width = at_rest_rgb().shape[:2]
    how = cv2.getRotationMatrix2D((width / 2, height / 2), roll_deg, 1.0)
    how[:, 2] += shift_px
    return np.asarray(cv2.warpAffine(at_rest_rgb(), how, (width, height)), dtype=np.uint8)


@pytest.fixture(scope="module")
def rest() -> Rest:
    """The portrait at rest, read by LiteRT too."""
    with FaceReader(model()) as reader:
        reader.take_rest(0.0)
        reader.read(at_rest(), 0, 0.0)
        taken = reader.rest_result()
    assert isinstance(taken, RestTaken)
    return Rest.from_bytes(taken.calibration)


@pytest.fixture
def known(rest: Rest) -> CalibratedFace:
    """The same as it is measured by."""
    return CalibratedFace(rest)


@pytest.fixture
def follower() -> Iterator[HeadFollower]:
    """One that reads a film."""
    follower = HeadFollower(model(), stills=False)
    yield follower
    follower.close()


def test_a_face_is_carried_with_its_head_and_read_anew_in_time(
    known: CalibratedFace, follower: HeadFollower
) -> None:
    """Of a head that keeps still; the points go where the picture went."""
    moved = turned(0.0, (-0.3, 0.2))
    times = [0.0, 0.03, 0.3, STILL_CARRY_S - 0.01, STILL_CARRY_S + 0.01]
    shown = zip(times, [at_rest_rgb(), *[moved] * 4], strict=True)
    found = [follower.find(rgb, t_s, known) for t_s, rgb in shown]

    first, carried, *_, anew = [one for one in found if one is not None]
    assert [one.carried for one in found if one is not None] == [False, *[True] * 3, False]
    gone = (carried.face.points - first.face.points)[:, :2]
    assert gone.mean(axis=0) == pytest.approx([-0.3, 0.2], abs=0.1)
    assert np.abs(carried.face.points - anew.face.points)[:, :2].mean() < 1.0


def test_a_head_that_has_gone_is_read_anew_sooner(
    known: CalibratedFace, follower: HeadFollower
) -> None:
    """A degree and more by small steps; four frames of five at 30 a second."""
    found = [follower.find(turned(0.4 * n), n / 30, known) for n in range(6)]

    assert [one.carried for one in found if one is not None] == [False, *[True] * 4, False]


@pytest.mark.parametrize(("roll_deg", "carried"), [(0.3, True), (1.5, False), (3.0, False)])
def test_a_head_that_turns_fast_is_read_anew(
    known: CalibratedFace, follower: HeadFollower, roll_deg: float, carried: bool
) -> None:
    """Followed in part by its skin alone, a still half would seem to move by millimetres."""
    follower.find(at_rest_rgb(), 0.0, known)
    found = follower.find(turned(roll_deg), 0.03, known)

    assert found is not None
    assert found.carried == carried


def test_a_head_that_the_skin_does_not_hold_is_looked_for_anew(
    known: CalibratedFace, follower: HeadFollower
) -> None:
    """After a jump, and when it has gone: then there is no face, not that of the frame before."""
    jumped = np.roll(at_rest_rgb(), 60, axis=1)
    assert follower.find(at_rest_rgb(), 0.0, known) is not None
    after_jump = follower.find(jumped, 0.03, known)

    assert after_jump is None or not after_jump.carried
    assert follower.find(at_rest_rgb(), 0.5, known) is not None
    assert follower.find(np.zeros_like(at_rest_rgb()), 0.53, known) is None


def test_nothing_is_carried_over_a_new_rest_or_back_in_time(
    known: CalibratedFace, follower: HeadFollower
) -> None:
    """Nor where no rest is known, nor over a longer gap."""
    another = CalibratedFace(known.rest)
    late_s = 0.05 + STILL_CARRY_S
    asked = [(0.0, known), (0.03, another), (0.02, another), (late_s, another), (0.7, None)]
    found = [follower.find(at_rest_rgb(), t_s, rest) for t_s, rest in asked]

    assert [one.carried for one in found if one is not None] == [False] * len(asked)


def test_nothing_is_carried_where_the_landmarks_themselves_are_measured(
    known: CalibratedFace, follower: HeadFollower
) -> None:
    """A rest whose composites showed no face: the eyes and the mouth must be those of now."""
    nothing = np.zeros((0, 2))
    plain = CalibratedFace(replace(known.rest, left=nothing, right=nothing))
    found = [follower.find(at_rest_rgb(), n / 30, plain) for n in range(3)]

    assert [one.carried for one in found if one is not None] == [False] * 3


@pytest.fixture
def reader(rest: Rest) -> Iterator[FaceReader]:
    """One that knows this rest."""
    with FaceReader(model()) as reader:
        reader.restore(rest.to_bytes())
        yield reader


def test_points_of_an_earlier_frame_are_never_measured(
    reader: FaceReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the composites of a carried frame show no face it is not scored, and says so."""
    first = reader.read(at_rest(), 1, 1.0)
    monkeypatch.setattr(MeshNetwork, "points", lambda _self, _crop: None)
    carried = reader.read(at_rest(), 2, 1.03)
    anew = reader.read(at_rest(), 3, 2.0)

    assert (first.reason, first.method) == (None, "composite")
    assert (carried.reason, carried.left) == ("no-face", None)
    assert (anew.reason, anew.method) == (None, "landmarks")


def test_a_hand_before_the_mouth_is_noticed_at_once_and_again_when_it_has_gone(
    reader: FaceReader,
) -> None:
    """While the head keeps still its landmarks are read seldom; a covered mouth is not measured."""
    lips = portrait().points[list(LIPS), :2].round().astype(int)
    covered = at_rest().copy()
    low, high = (lips.min(axis=0) - 12).tolist(), (lips.max(axis=0) + 12).tolist()
    cv2.rectangle(covered, low, high, (190, 200, 205), -1)
    shown = [at_rest(), at_rest(), covered, covered, at_rest()]
    reasons = [reader.read(rgb, n, n / 30).reason for n, rgb in enumerate(shown)]

    assert reasons == [None, None, "hand", "hand", None]
