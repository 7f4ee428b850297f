"""Linked movement: what moves along on the affected half, whether it is known or not."""

from collections.abc import Iterable

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


def heard(verdicts: Iterable[Verdict]) -> list[tuple[str, int]]:
    """Level and repetition of each word."""
    return [(v.level, v.rep) for v in verdicts]


def test_known_loud_repetitions_bring_a_release_step_then_the_end() -> None:
    """Words from the first; two in a row make it smaller, two at the smallest end the exercise."""
    judged = watching("pucker", "pucker-eye", known=True)
    said: list[Verdict] = []
    targets: list[float] = []
    released: list[int] = []
    for one in narrowing(30, 30, 20, 20):
        said += judged.judge(one)
        targets.append(judged.target_percent)
        released += [] if judged.release is None else [judged.release.rep]

    assert heard(said) == [*[("caution", n) for n in (1, 2, 3, 4)], ("stop", 4)]
    assert targets == [100, 50, 50, 50]
    assert released == [2]
    assert said[1].detail["next_target_percent"] == 50
    assert said[-1].detail["linked_points"] == 20
    assert said[-1].detail["limit_points"] == 10
    assert said[-1].detail["target_percent"] == 50


@pytest.mark.parametrize(("measure", "pair", "below", "above"), PAIRS)
def test_both_answers_speak_at_the_same_repetitions(
    measure: MeasureKey, pair: Watch, below: Linked, above: Linked
) -> None:
    """Saying that it is known silences nothing."""
    reps = [rep(1, linked=above), rep(2, linked=Linked()), rep(3, linked=above)]
    quiet = Linked(
        eye_narrowing_percent=0, other_eye_narrowing_percent=0, corner_mm=0, other_corner_mm=0
    )
    reps += [rep(4, linked=quiet), rep(5, linked=above)]
    said = [
        [n for level, n in heard(judge(watching(measure, pair, known=known), reps))]
        for known in (False, True)
    ]

    assert said[1] == [1, 3, 5]
    assert sorted(set(said[0])) == said[1]


def test_known_quiet_repetitions_keep_the_target_and_say_nothing() -> None:
    """Just under the caution all through; one loud one alone is told only."""
    judged = watching("pucker", "pucker-eye", known=True)

    assert judge(judged, narrowing(*[9.9] * 8)) == []
    assert heard(judge(judged, narrowing(30, 5, 30, 5))) == [("caution", 1), ("caution", 3)]
    assert judged.target_percent == 100


def test_without_the_ladder_known_stops_as_if_not_known() -> None:
    """A recording cannot be asked for a smaller movement."""
    said = [
        heard(judge(guards(watch=("pucker-eye",), known_linked=known, ladder=False), narrowing(*p)))
        for p in ((12, 12, 12), (30, 30, 30))
        for known in (True, False)
    ]

    assert said[0] == said[1] == [("caution", 1), ("caution", 2), ("caution", 3)]
    assert said[2] == said[3]
    assert said[2][:3] == [("caution", 1), ("caution", 2), ("stop", 2)]


def test_own_calibration_is_told_and_allows_nothing() -> None:
    """From the fourth on the words say what was usual, and how much more it was."""
    judged = guards(watch=("pucker-eye",), known_linked=True, ladder=False)
    cautions = [v for v in judge(judged, narrowing(30, 32, 28, 31, 41)) if v.level == "caution"]

    assert [v.detail.get("own_points") for v in cautions] == [None, None, None, 30, 30]
    assert [v.detail.get("worse_points") for v in cautions] == [None] * 4 + [11]
    assert "11 % more than at the start" in cautions[-1].sentence
    unknown = judge(watching("pucker", "pucker-eye"), narrowing(30, 30, 30, 45))
    assert all("own_points" not in v.detail for v in unknown)


def test_a_smaller_target_is_never_made_larger_again() -> None:
    """Not by the retry after overcompensation."""
    judged = watching("pucker", "pucker-eye", known=True)
    judge(judged, narrowing(30, 30))
    judged.new_set(80)

    assert judged.target_percent == 50


def test_without_known_linked_movement_the_target_stays() -> None:
    """There the set ends instead."""
    judged = watching("pucker", "pucker-eye")
    judge(judged, narrowing(30, 30))

    assert judged.target_percent == 100
    assert judged.release is None


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
