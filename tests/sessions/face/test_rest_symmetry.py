"""A real face made symmetric, then moved at rest by known amounts: what is read of it."""

from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest

from routines.movements import MeasureKey
from sessions.face import rest_posture
from sessions.face.composites import CompositeCanvas
from sessions.face.face_reader import FaceReader
from sessions.face.landmarker import Landmarker
from sessions.messages import RestTaken
from sessions.readings import CLEAR_FROM, SMILE_UP, AtRest, Pose
from sessions.scoring.geometry import Placement, head_from, iris_px_per_mm
from sessions.selftest.numbers import PerSide
from sessions.selftest.warp import WarpedPortrait
from tests.sessions.selftest.portraits import model, noisy, portrait

MOST_WRONG_MM = 1.0
FRONTAL = Pose(0.0, 0.0, 0.0)
Moved = tuple[tuple[MeasureKey, PerSide], ...]


@cache
def symmetric() -> WarpedPortrait:
    """The left half of the astronaut as a whole face: its halves differ by nothing at all."""
    rgb = np.ascontiguousarray(portrait().picture[:, :, ::-1])
    with Landmarker(model(), stills=True) as finder:
        face = finder.find(rgb)
        assert face is not None
        head = head_from(face.points, face.rotation, iris_px_per_mm(face.points))
        place = Placement.fit_stable(head, face.points, face.rotation, face.focal_px)
        half = CompositeCanvas.of(head).picture(rgb, place, "left")
        whole = np.pad(half, ((80, 80), (160, 160), (0, 0)), mode="edge")
        mirrored = finder.find(np.ascontiguousarray(whole))
    assert mirrored is not None
    return WarpedPortrait(np.asarray(whole[:, :, ::-1], dtype=np.uint8), mirrored.points)


@pytest.fixture(scope="module")
def reader() -> Iterator[FaceReader]:
    """Reads each picture by itself. The portrait smiles with its teeth (0.128 between the lips), so
    it would not be taken for rest: here it is the reading of a rest that is tried, not the gate."""
    with pytest.MonkeyPatch.context() as patch, FaceReader(model(), stills=True) as made:
        patch.setattr(rest_posture, "OPEN_MOUTH_SHARE", 0.2)
        yield made


def read(reader: FaceReader, moved: Moved = (), pose: Pose = FRONTAL) -> AtRest:
    """The rest of the symmetric face with parts moved, seen in `pose`."""
    made = symmetric()
    picture = made.picture
    for key, shares in moved:
        picture = WarpedPortrait(picture, made.points).moved(key, shares)
    if pose != FRONTAL:
        picture = made.turned(pose, picture)
    reader.take_rest(0.0)
    reader.read(noisy(picture), 0, 0.0)
    result = reader.rest_result()
    assert isinstance(result, RestTaken)
    assert result.at_rest is not None
    return result.at_rest


def corner(found: AtRest) -> float:
    """How much higher the left corner is than the right, mm."""
    return found.left.corner_mm - found.right.corner_mm


def true_corner(shares: PerSide) -> float:
    """How much higher it truly is."""
    left, right = (
        symmetric().truth_mm("open-smile", side, shares.of(side)) for side in ("left", "right")
    )
    return SMILE_UP * (left - right)


@pytest.mark.parametrize(
    "pose",
    [
        FRONTAL,
        pytest.param(Pose(5.0, 0.0, 0.0), marks=pytest.mark.long),
        Pose(-3.0, 4.0, 8.0),
    ],
)
def test_equal_halves_have_no_clear_difference(reader: FaceReader, pose: Pose) -> None:
    """Frontal or turned within the gate."""
    found = read(reader, pose=pose)

    assert found.sure
    assert abs(corner(found)) < CLEAR_FROM.corner_mm
    assert abs(found.left.brow_mm - found.right.brow_mm) < CLEAR_FROM.brow_mm
    assert abs(found.left.eye_mm - found.right.eye_mm) < CLEAR_FROM.eye_mm


@pytest.mark.parametrize(
    ("shares", "pose"),
    [
        (PerSide(left=-0.5, right=0.0), FRONTAL),
        pytest.param(PerSide(left=0.0, right=-0.3), FRONTAL, marks=pytest.mark.long),
        pytest.param(PerSide(left=0.4, right=0.0), FRONTAL, marks=pytest.mark.long),
        pytest.param(PerSide(left=-0.5, right=0.0), Pose(5.0, 0.0, 0.0), marks=pytest.mark.long),
        (PerSide(left=0.0, right=-0.5), Pose(-3.0, 4.0, 8.0)),
    ],
)
def test_a_corner_is_read_to_a_millimetre(reader: FaceReader, shares: PerSide, pose: Pose) -> None:
    """Lower or higher, either side, frontal or turned; brow and eye beside it stay equal."""
    found = read(reader, (("open-smile", shares),), pose)

    assert abs(true_corner(shares)) > 1.5
    assert corner(found) == pytest.approx(true_corner(shares), abs=MOST_WRONG_MM)
    assert abs(found.left.brow_mm - found.right.brow_mm) < CLEAR_FROM.brow_mm


def test_a_palsied_rest_is_read_part_by_part(reader: FaceReader) -> None:
    """Brow and corner of the right lie lower: both are said, the corner to a millimetre."""
    droop = PerSide(left=0.0, right=-0.5)
    found = read(reader, (("brow-raise", droop), ("open-smile", droop)))

    assert corner(found) == pytest.approx(true_corner(droop), abs=MOST_WRONG_MM)
    assert found.left.brow_mm - found.right.brow_mm >= CLEAR_FROM.brow_mm


def test_an_eye_half_shut_is_open_less(reader: FaceReader) -> None:
    """By how much is not read well; which one is."""
    found = read(reader, (("eye-closure", PerSide(left=0.5, right=0.0)),))

    assert found.right.eye_mm - found.left.eye_mm >= CLEAR_FROM.eye_mm
