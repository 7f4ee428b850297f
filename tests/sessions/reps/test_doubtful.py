"""A movement that is not to be trusted: its numbers stay, and nothing rests on them."""

import msgspec
import pytest

from routines.movements import MeasureKey
from sessions.readings import Reading
from sessions.reps.rep import Linked, Rep, trusted
from sessions.reps.tracker import RepTracker
from tests.sessions.guards.judging import guards, judge
from tests.sessions.made_reps import STILL, readings, rep, train


def _stream(*doubtful: MeasureKey, until_s: float = 99.0) -> list[Reading]:
    stream = readings(16, train([4, 4]), train([6, 6]), measure="pucker")
    return [msgspec.structs.replace(r, doubtful=doubtful) if r.t_s < until_s else r for r in stream]


def _reps(stream: list[Reading]) -> list[Rep]:
    tracker = RepTracker("pucker", "left", STILL, STILL)
    return [found for r in stream if (found := tracker.feed(r)) is not None]


def test_a_doubtful_movement_is_counted_and_keeps_its_numbers() -> None:
    """Low confidence keeps it out of guards, references and medians."""
    for each in _reps(_stream("pucker", "snarl")):
        assert each.scored
        assert each.doubtful == ("pucker", "snarl")
        assert each.confidence == "low"
        assert each.affected.excursion_mm == pytest.approx(4, abs=0.2)


def test_another_doubtful_movement_does_not_spoil_this_one() -> None:
    """Only the measure of the exercise decides about its confidence."""
    (first, _) = _reps(_stream("snarl"))
    assert (first.doubtful, first.confidence) == (("snarl",), "normal")


def test_a_moment_of_doubt_weighs_nothing() -> None:
    """Half a second of doubtful frames in the rise leaves the repetition as it was."""
    first = _reps(_stream("pucker", until_s=2.5))[0]
    assert (first.doubtful, first.confidence) == ((), "normal")


def test_while_it_is_doubtful_no_number_is_live() -> None:
    """Meters show none, and guards use none."""
    tracker = RepTracker("pucker", "left", STILL, STILL)
    for one in _stream("pucker", until_s=8.0):
        tracker.feed(one)
        assert (tracker.affected_mm is None) == (one.t_s < 8.0)
        assert (tracker.unaffected_mm is None) == (one.t_s < 8.0)
        assert tracker.usable == (one.t_s >= 8.0)


def test_linked_parts_are_left_out_by_their_own_measure() -> None:
    """The eye by the eye closure, the corner by the smile."""
    linked = Linked(eye_narrowing_percent=9.0, corner_mm=1.0)
    assert trusted(linked, ("eye-closure",)) == Linked(corner_mm=1.0)
    assert trusted(linked, ("open-smile",)) == Linked(eye_narrowing_percent=9.0)
    assert trusted(linked, ("pucker",)) == linked


def test_a_doubtful_eye_is_never_called_linked_movement() -> None:
    """Four loud repetitions: two end the exercise where the eye is trusted, none where not."""
    loud = [rep(n, linked=Linked(eye_narrowing_percent=30.0)) for n in range(1, 5)]
    unsure = [msgspec.structs.replace(each, doubtful=("eye-closure",)) for each in loud]

    assert judge(guards(measure="pucker", watch=("pucker-eye",)), loud)
    assert judge(guards(measure="pucker", watch=("pucker-eye",)), unsure) == []


def test_why_no_guard_can_work_is_said() -> None:
    """That the movement cannot be read; not that the head is turned."""
    watching = guards(measure="pucker")
    unsure = rep(1, confidence="low", doubtful=("pucker",))
    assert judge(watching, [unsure]) == []
    assert "cannot read this movement" in watching.blind[0]
    assert watching.reference.reps == 0
