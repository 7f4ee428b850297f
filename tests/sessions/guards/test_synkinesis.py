"""Linked movement: what moves along on the affected half, from rest or over its own calibration."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.movements import MeasureKey, Watch
from sessions.guards import Guards
from sessions.reps.rep import Linked, Rep, Verdict
from tests.sessions.guards.judging import guards, judge, stops
from tests.sessions.made_reps import rep

PAIRS: list[tuple[MeasureKey, Watch, Linked, Linked]] = [
    # measure, pair, just below the stop, just above it
    (
        "pucker",
        "pucker-eye",
        Linked(eye_narrowing_percent=14.5, other_eye_narrowing_percent=0.0),
        Linked(eye_narrowing_percent=15.5, other_eye_narrowing_percent=15.0),
    ),
    (
        "open-smile",
        "smile-eye",
        Linked(eye_narrowing_percent=40.0, other_eye_narrowing_percent=26.0),
        Linked(eye_narrowing_percent=37.0, other_eye_narrowing_percent=21.0),
    ),
    (
        "eye-closure",
        "closure-corner",
        Linked(corner_mm=2.4, other_corner_mm=0.0),
        Linked(corner_mm=2.6, other_corner_mm=2.6),
    ),
    (
        "brow-raise",
        "brow-corner",
        Linked(corner_mm=4.0, other_corner_mm=2.1),
        Linked(corner_mm=3.0, other_corner_mm=0.9),
    ),
]


def watching(measure: MeasureKey, pair: Watch, *, known: bool = False) -> Guards:
    """Guards that watch one pair."""
    return guards(measure=measure, watch=(pair,), known_linked=known)


@pytest.mark.parametrize(("measure", "pair", "below", "above"), PAIRS)
def test_two_repetitions_in_a_row_stop_from_the_first(
    measure: MeasureKey, pair: Watch, below: Linked, above: Linked
) -> None:
    """No calibration is needed; one repetition alone is a caution."""
    verdicts = judge(watching(measure, pair), [rep(1, linked=above), rep(2, linked=above)])

    assert [(v.level, v.rep) for v in verdicts] == [("caution", 1), ("caution", 2), ("stop", 2)]
    assert verdicts[-1].rule == "synkinesis"
    assert verdicts[-1].detail["sign"] == pair


@pytest.mark.parametrize(("measure", "pair", "below", "above"), PAIRS)
def test_below_the_stop_it_never_stops(
    measure: MeasureKey, pair: Watch, below: Linked, above: Linked
) -> None:
    """Neither a set just below, nor one above in every second repetition."""
    quiet = [rep(n, linked=below) for n in range(1, 9)]
    broken = [rep(n, linked=above if n % 2 else below) for n in range(1, 9)]

    assert stops(judge(watching(measure, pair), quiet)) == []
    assert stops(judge(watching(measure, pair), broken)) == []


def test_what_is_not_watched_is_not_judged() -> None:
    """A snarl may narrow the eye as it likes: nine in ten healthy people do it."""
    linked = Linked(eye_narrowing_percent=60.0, corner_mm=9.0)

    assert judge(guards(measure="snarl"), [rep(n, linked=linked) for n in range(1, 6)]) == []


def test_a_healthy_smile_narrows_both_eyes() -> None:
    """The raw number says nothing; only the difference does."""
    linked = Linked(eye_narrowing_percent=35.0, other_eye_narrowing_percent=33.0)

    assert judge(watching("open-smile", "smile-eye"), [rep(n, linked=linked) for n in (1, 2)]) == []


def narrowing(*percents: float) -> list[Rep]:
    """Puckers with these narrowings of the affected eye."""
    return [rep(i + 1, linked=Linked(eye_narrowing_percent=p)) for i, p in enumerate(percents)]


def test_known_linked_movement_stops_only_when_it_worsens() -> None:
    """Thirty percent throughout is what is being worked on; ten points more is worse."""
    steady = judge(watching("pucker", "pucker-eye", known=True), narrowing(*[30.0] * 8))
    worse = judge(watching("pucker", "pucker-eye", known=True), narrowing(30, 31, 29, 30, 41, 42))

    assert steady == []
    (stop,) = stops(worse)
    assert stop.rep == 6
    assert stop.detail["own_points"] == 30
    assert stop.detail["worse_points"] == 12


def test_the_target_shrinks_while_known_linked_movement_shows() -> None:
    """Ten percent a repetition, never under half; once it is gone the target stays."""
    judged = watching("pucker", "pucker-eye", known=True)
    targets = []
    for one in narrowing(30, 28, 25, 5, 5):
        judged.judge(one)
        targets.append(judged.target_percent)
    judge(judged, narrowing(*[30.0] * 10))

    assert targets == [90, 80, 70, 70, 70]
    assert judged.target_percent == 50


def test_without_known_linked_movement_the_target_stays() -> None:
    """There the set ends instead."""
    judged = watching("pucker", "pucker-eye")
    judge(judged, narrowing(30, 30))

    assert judged.target_percent == 100


def test_a_new_set_counts_in_a_row_anew_and_keeps_the_calibration() -> None:
    """One repetition before and one after a rest are not two in a row."""
    judged = watching("pucker", "pucker-eye")
    judge(judged, narrowing(2, 20))
    judged.new_set()

    assert stops(judge(judged, narrowing(20))) == []
    assert stops(judge(judged, narrowing(20)))


@given(st.lists(st.floats(-10.0, 9.9), max_size=12))
def test_little_narrowing_is_never_mentioned(percents: list[float]) -> None:
    """Under 10 points there is no word."""
    verdicts: list[Verdict] = judge(watching("pucker", "pucker-eye"), narrowing(*percents))

    assert verdicts == []
