"""The gate: every reason fires, none without cause, and none flickers."""

from dataclasses import dataclass

import msgspec
import pytest

from sessions.readings import Pose, Reason
from sessions.scoring.quality import Gate, Limit, Look, pose_confidence

GOOD = Look(
    canthi_px=95.0,
    face_width=0.25,
    margin=0.2,
    brightness=0.5,
    blown=0.0,
    sharpness=0.45,
    eye_detail=0.28,
    mouth_detail=0.2,
)


@dataclass
class Bad:
    """A look that is bad in one way, and one that lies between bad and good."""

    reason: Reason
    field: str
    bad: float
    between: float


CASES = [
    Bad("too-far", "canthi_px", 45.0, 52.0),
    Bad("too-near", "face_width", 0.95, 0.90),
    Bad("off-centre", "margin", -0.05, -0.01),
    Bad("too-dark", "brightness", 0.06, 0.08),
    Bad("too-bright", "blown", 0.30, 0.10),
    Bad("blurred", "sharpness", 0.10, 0.18),
    Bad("eye-covered", "eye_detail", 0.02, 0.07),
    Bad("hand", "mouth_detail", 0.02, 0.06),
]


def test_a_good_frame_has_no_reason() -> None:
    """An ordinary face passes, with rest known or not."""
    assert Gate().judge(GOOD, None) is None
    assert Gate().judge(GOOD, GOOD.sharpness) is None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.reason)
def test_each_reason_fires_and_holds_until_it_is_clearly_better(case: Bad) -> None:
    """The value between the limits is good for who was good and bad for who was bad."""
    between = msgspec.structs.replace(GOOD, **{case.field: case.between})
    bad = msgspec.structs.replace(GOOD, **{case.field: case.bad})
    gate = Gate()

    assert gate.judge(between, 0.45) is None
    assert gate.judge(bad, 0.45) == case.reason
    assert gate.judge(between, 0.45) == case.reason
    assert gate.judge(GOOD, 0.45) is None
    assert gate.judge(between, 0.45) is None


@pytest.mark.parametrize(
    ("pose", "confidence"),
    [
        (Pose(6.0, 5.0, 8.0), "normal"),
        (Pose(-6.0, -5.0, -8.0), "normal"),
        (Pose(6.1, 0.0, 0.0), "low"),
        (Pose(0.0, -5.1, 0.0), "low"),
        (Pose(0.0, 0.0, 8.1), "low"),
        (Pose(10.0, 12.0, 15.0), "low"),
        (Pose(10.1, 0.0, 0.0), None),
        (Pose(0.0, 12.1, 0.0), None),
        (Pose(0.0, 0.0, -15.1), None),
    ],
)
def test_the_pose_gate_stands_where_it_was_promised(pose: Pose, confidence: str | None) -> None:
    """Normal within 6/5/8 degrees, low within 10/12/15, not scored beyond."""
    assert pose_confidence(pose) == confidence


def test_a_limit_knows_which_way_is_bad() -> None:
    """A limit whose good lies above its bad is one to fall under."""
    assert Limit(bad=1.0, good=2.0).crossed(0.5, was=False)
    assert Limit(bad=2.0, good=1.0).crossed(2.5, was=False)
    assert not Limit(bad=2.0, good=1.0).crossed(1.5, was=False)


def test_a_face_that_came_or_went_far_since_rest_waits_for_a_new_one() -> None:
    """It is let back only when it is clearly near its distance of rest again."""
    gate = Gate()

    heard = [gate.moved_away(size) for size in (1.0, 0.6, 0.67, 0.8, 1.6, 1.5, 1.3)]

    assert heard == [None, "too-far", "too-far", None, "too-near", "too-near", None]
