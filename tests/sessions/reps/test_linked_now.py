"""What moves along at this moment: frame by frame, from the rest just before the rise."""

from collections.abc import Callable

import msgspec
import pytest

from routines.movements import Watch
from sessions.readings import Reading
from sessions.reps.tracker import RepTracker
from tests.sessions.made_reps import STILL, readings, train

RISE_S = 2.0


def seen(
    narrowing: Callable[[float], float], watch: tuple[Watch, ...] = ("pucker-eye",)
) -> list[tuple[Reading, float | None]]:
    """Each frame of one pucker with the narrowing the tracker reads in it, left affected."""
    tracker = RepTracker("pucker", "left", STILL, STILL, watch=watch)
    out: list[tuple[Reading, float | None]] = []
    move = train([6.0])
    for frame in readings(8.0, move, move, measure="pucker"):
        assert frame.left is not None
        left = msgspec.structs.replace(frame.left, narrowing_percent=narrowing(frame.t_s))
        reading = msgspec.structs.replace(frame, left=left)
        tracker.feed(reading)
        linked = tracker.linked
        out.append((reading, None if linked is None else linked.eye_narrowing_percent))
    return out


def test_an_eye_that_was_narrow_before_is_at_its_own_rest() -> None:
    """Twenty points all the time are no linked movement once a movement has opened."""
    told = seen(lambda t_s: 20.0)

    assert [eye for frame, eye in told if frame.t_s < RISE_S - 0.1] == pytest.approx([20.0] * 57)
    assert all(eye == pytest.approx(0.0) for frame, eye in told if frame.t_s > RISE_S + 1.0)


def test_what_comes_with_the_movement_is_read_while_it_happens() -> None:
    """In the first half of the rise already, and back to nothing after it."""
    along = train([24.0])
    told = seen(lambda t_s: 4.0 + along(t_s))

    for frame, eye in told:
        if frame.t_s > RISE_S + 0.8:
            assert eye == pytest.approx(along(frame.t_s) + 2.8, abs=1.3)


def test_a_blink_in_the_rest_before_weighs_nothing() -> None:
    """The rest is a median."""
    told = seen(lambda t_s: 90.0 if 1.2 < t_s < 1.5 else 0.0)

    assert all(eye == pytest.approx(0.0) for frame, eye in told if frame.t_s > RISE_S + 1.0)


def test_frames_that_guards_may_not_use_give_nothing() -> None:
    """Low confidence, plain landmarks, no face."""
    tracker = RepTracker("pucker", "left", STILL, STILL, watch=("pucker-eye",))
    good = next(readings(1.0, train([]), train([]), measure="pucker"))
    bad = [
        msgspec.structs.replace(good, t_s=1.0, confidence="low"),
        msgspec.structs.replace(good, t_s=2.0, method="landmarks"),
        Reading(n=3, t_s=3.0, reason="no-face"),
    ]
    told: list[bool] = []
    for reading in (good, *bad, msgspec.structs.replace(good, t_s=4.0)):
        tracker.feed(reading)
        told.append(tracker.linked is not None)

    assert told == [True, False, False, False, True]


def test_only_what_is_watched_is_read() -> None:
    """Eyes for an eye pair, corners for a corner pair."""
    assert {eye for _, eye in seen(lambda t_s: 20.0, ("closure-corner",))} == {None}
