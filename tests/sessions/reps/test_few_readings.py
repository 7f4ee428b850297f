"""Six to eight readings a second, not evenly spaced: what a slow computer leaves of a movement."""

import random
from functools import cache
from statistics import median

import msgspec
import pytest

from sessions.readings import Reading
from sessions.reps.half_tracker import HalfState
from sessions.reps.rep import Rep
from sessions.reps.tracker import RepTracker
from tests.sessions.made_reps import STILL, readings, train

RATES = (6.0, 7.0, 8.0, 15.0)


@cache
def thirty(
    seconds: float, left: tuple[float, ...], right: tuple[float, ...], seed: int, **shape: float
) -> tuple[Reading, ...]:
    """Readings of two halves as of a quick computer, made once for all rates."""
    return tuple(readings(seconds, train(left, **shape), train(right, **shape), seed=seed))


def sparse(
    seconds: float, left: list[float], right: list[float], fps: float, seed: int = 1, **shape: float
) -> list[Reading]:
    """So many readings a second of two halves; times are off by up to a fifth of a step."""
    rng = random.Random(seed)
    every = thirty(seconds, tuple(left), tuple(right), seed, **shape)
    kept: list[Reading] = []
    due_s = 0.0
    for one in every:
        if one.t_s >= due_s:
            kept.append(one)
            due_s = one.t_s + (0.8 + 0.4 * rng.random()) / fps - 1 / 60
    return kept


def found(stream: list[Reading]) -> list[Rep]:
    """The repetitions in a stream, left half affected."""
    tracker = RepTracker("open-smile", "left", STILL, STILL)
    return [rep for one in stream if (rep := tracker.feed(one)) is not None]


@pytest.mark.parametrize("fps", RATES)
@pytest.mark.parametrize("hold_s", [1.0, 2.0])
def test_every_repetition_is_found_scored_and_of_the_right_size(fps: float, hold_s: float) -> None:
    """Also with holds of a second; sizes as exact as with all the frames."""
    for seed in range(1, 9):
        reps = found(sparse(32, [3.0] * 4, [6.0] * 4, fps, seed, hold_s=hold_s))

        assert [rep.scored for rep in reps] == [True] * 4
        for rep in reps:
            assert rep.affected.excursion_mm == pytest.approx(3.0, abs=0.2)
            assert rep.unaffected.excursion_mm == pytest.approx(6.0, abs=0.3)
            assert rep.unaffected.hold_s == pytest.approx(hold_s + 0.2, abs=0.6)
            assert rep.release_s is not None


@pytest.mark.parametrize("fps", RATES)
def test_quick_repetitions_do_not_spoil_the_rest_of_the_next(fps: float) -> None:
    """What is kept of the end of one is half a second, not a number of frames: the rest before the
    next would otherwise hold the fall of the last."""
    for seed in range(1, 9):
        sizes = [
            r.affected.excursion_mm
            for r in found(sparse(40, [4.0] * 7, [4.0] * 7, fps, seed, every_s=4.8))
        ]

        assert len(sizes) == 7
        assert sizes == pytest.approx([4.0] * 7, abs=0.25)


@pytest.mark.parametrize(("fps", "told"), [(6.0, False), (8.0, False), (15.0, True), (30.0, True)])
def test_the_lag_is_told_only_where_there_are_frames_enough(fps: float, told: bool) -> None:
    """At eight readings a second the start of a half is known to an eighth of a second at best."""
    reps = found(sparse(32, [4.0] * 4, [6.0] * 4, fps))

    assert [rep.lag_ms is not None for rep in reps] == [told] * 4


@pytest.mark.parametrize("fps", RATES)
def test_a_reading_that_is_lost_does_not_end_a_hold(fps: float) -> None:
    """One hand before the face, one reading long, in the middle of each hold."""
    stream = sparse(32, [3.0] * 4, [6.0] * 4, fps)
    for begin in (2.0, 8.0, 14.0, 20.0):
        at = next(i for i, one in enumerate(stream) if one.t_s > begin + 2.0)
        stream[at] = msgspec.structs.replace(stream[at], reason="hand", left=None, right=None)
    reps = found(stream)

    assert [rep.scored for rep in reps] == [True] * 4
    assert median(rep.unaffected.hold_s or 0.0 for rep in reps) > 1.4


@pytest.mark.parametrize("fps", RATES)
def test_talk_and_blinks_are_no_repetitions(fps: float) -> None:
    """Syllables of a third of a second."""
    shape = {"every_s": 0.9, "rise_s": 0.15, "hold_s": 0.1, "fall_s": 0.15}
    for seed in range(1, 9):
        assert found(sparse(30, [3.0] * 20, [3.0] * 20, fps, seed, **shape)) == []


@pytest.mark.parametrize("step_s", [1 / 30, 1 / 8, 0.13, 0.143, 1 / 6, 0.171])
def test_a_half_can_be_seen_to_be_still(step_s: float) -> None:
    """After more than half a second of the same, however far apart the readings are."""
    half = HalfState(1.0)
    for n in range(round(2.0 / step_s)):
        half.see(n * step_s, 0.0)

    assert half.is_still
