"""How the tracker takes a frame and opens a movement, on each side of each limit."""

import pytest

from sessions.readings import Pose, Reading
from sessions.reps.tracker import RepTracker
from tests.sessions.frame_by_frame import SHAKY, lose, opened, show, smiles
from tests.sessions.made_reps import STILL, half


def rises(tracker: RepTracker, left: float, right: float = 0.0, **more: object) -> bool:
    """Whether a frame like this begins a movement."""
    show(tracker, 0.0, **more)  # pyright: ignore[reportArgumentType]
    show(tracker, 1.0, left, right, **more)  # pyright: ignore[reportArgumentType]
    return not tracker.at_rest


@pytest.mark.parametrize(("left", "right"), [(1.0, 0.0), (0.0, 1.0)])
def test_opens_above_the_smallest_movement(left: float, right: float) -> None:
    """Either half."""
    assert not rises(smiles(), left, right)
    assert rises(smiles(), 1.01 * left, 1.01 * right)


def test_each_half_has_the_threshold_of_its_own_noise() -> None:
    """A shaky half must move more, the other one need not."""
    assert not rises(smiles(left=SHAKY), 1.59)
    assert rises(smiles(left=SHAKY), 1.61)
    assert rises(smiles(left=SHAKY), 0.0, 1.01)
    assert not rises(smiles(right=SHAKY), 0.0, 1.59)
    assert rises(smiles(right=SHAKY), 1.01)


@pytest.mark.parametrize("side", [(1.0, 0.0), (0.0, 1.0)])
@pytest.mark.parametrize(
    ("pose", "least_mm"),
    [
        (Pose(1.0, -1.0, 0.0), 1.0),  # within three degrees
        (Pose(-6.0, 4.0, 0.0), 1.84),  # seven degrees more: 0.12 mm each
        (Pose(0.0, 0.0, 40.0), 1.0),  # roll fakes nothing
    ],
)
def test_a_turned_head_raises_the_threshold(
    side: tuple[float, float], pose: Pose, least_mm: float
) -> None:
    """By what yaw and pitch were measured to fake."""
    low, high = least_mm - 0.01, least_mm + 0.01

    assert not rises(smiles(), low * side[0], low * side[1], pose=pose)
    assert rises(smiles(), high * side[0], high * side[1], pose=pose)


@pytest.mark.parametrize(
    ("narrowing", "least_mm"),
    [
        ((60.0, 60.0), 1.0),
        ((61.0, 61.0), 2.3),  # both shut: 1.3 mm
        ((90.0, 0.0), 1.0),  # a wink
        ((0.0, 90.0), 1.0),
    ],
)
def test_shut_eyes_raise_the_threshold(narrowing: tuple[float, float], least_mm: float) -> None:
    """By what they were measured to drag along."""
    assert not rises(smiles(), least_mm - 0.01, narrowing=narrowing)
    assert rises(smiles(), least_mm + 0.01, narrowing=narrowing)


def test_shut_eyes_are_the_movement_of_an_eye_closure() -> None:
    """Its threshold of 0.8 mm stays."""
    closing = RepTracker("eye-closure", "left", STILL, STILL)

    assert rises(closing, 0.81, narrowing=(90.0, 90.0))


@pytest.mark.parametrize(("later_s", "open"), [(10.25, True), (10.24, False)])
def test_a_movement_is_confirmed_after_a_quarter_second(later_s: float, open: bool) -> None:
    """And counts from where it rose."""
    tracker = smiles()
    show(tracker, 9.0)
    show(tracker, 10.0, 3.0)
    assert not tracker.open
    show(tracker, later_s, 3.0)

    assert tracker.open == open
    assert tracker.opened_s == (10.0 if open else None)
    assert tracker.open_s == (0.25 if open else 0.0)


@pytest.mark.parametrize("reading_without", ["left", "right", "reason"])
def test_a_frame_without_numbers_is_not_scored(reading_without: str) -> None:
    """Nor one that has them and a reason against them."""
    tracker = smiles()
    tracker.feed(
        Reading(
            n=0,
            t_s=1.0,
            reason="blurred" if reading_without == "reason" else None,
            left=None if reading_without == "left" else half(4),
            right=None if reading_without == "right" else half(4),
        )
    )

    assert not tracker.scored
    assert not tracker.usable
    assert tracker.affected_mm is tracker.unaffected_mm is None


@pytest.mark.parametrize(
    ("confidence", "method", "usable"),
    [
        ("normal", "composite", True),
        ("low", "composite", False),
        ("normal", "landmarks", False),
    ],
)
def test_which_frames_guards_may_use(confidence: str, method: str, usable: bool) -> None:
    """Sure ones, read from composites."""
    tracker = smiles()
    tracker.feed(
        Reading(
            n=0,
            t_s=1.0,
            confidence=confidence,  # pyright: ignore[reportArgumentType]
            method=method,  # pyright: ignore[reportArgumentType]
            left=half(0),
            right=half(0),
        )
    )

    assert tracker.scored
    assert tracker.usable == usable


def test_rest_follows_the_time_that_passed() -> None:
    """By 0.06 mm a second, nothing at the first frame, and at most 0.2 s after a gap."""
    tracker = smiles()
    seen: list[float | None] = []
    for t_s in (5.0, 5.1, 7.0, 8.0):
        show(tracker, t_s, 0.5)
        seen.append(tracker.affected_mm)

    assert seen == pytest.approx([0.5, 0.5, 0.494, 0.482])


def test_a_frame_given_twice_is_passed_over() -> None:
    """Whatever it shows the second time."""
    tracker = smiles()
    show(tracker, 5.0, 0.5, 0.2)
    show(tracker, 5.0, 9.0, 9.0)

    assert (tracker.affected_mm, tracker.unaffected_mm) == (0.5, 0.2)


def test_an_open_movement_is_not_rest_when_the_face_is_lost() -> None:
    """It is still under way."""
    tracker = opened(3.0)
    lose(tracker, 10.5)

    assert tracker.open
    assert not tracker.at_rest


@pytest.mark.parametrize(("later_s", "kept"), [(1.85, 2), (1.86, 1)])
def test_frames_are_kept_from_before_the_onset(later_s: float, kept: int) -> None:
    """1.6 s of rest, and the quarter second that confirms the rise."""
    tracker = smiles()
    show(tracker, 0.0)
    show(tracker, later_s)

    assert len(tracker._before) == kept  # pyright: ignore[reportPrivateUsage]
