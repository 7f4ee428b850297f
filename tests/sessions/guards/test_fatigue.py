"""Fatigue: the affected half against the best two of its first three repetitions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.thresholds import FatigueThresholds, Thresholds
from sessions.guards.reference import Reference
from sessions.reps.rep import Linked, Verdict
from tests.sessions.guards.judging import guards, judge, stops
from tests.sessions.made_reps import rep


def tiring(*sizes: float) -> list[Verdict]:
    """Verdicts on a set whose affected half does these sizes."""
    return judge(guards(), [rep(i + 1, mm) for i, mm in enumerate(sizes)])


def test_stops_at_the_second_repetition_thirty_percent_down() -> None:
    """One far smaller repetition is a caution; the second in a row stops."""
    (stop,) = stops(tiring(8, 8, 8, 5, 5))

    assert (stop.rule, stop.rep) == ("fatigue", 5)
    assert stop.detail["sign"] == "loss"
    assert stop.detail["start_mm"] == 8
    assert stop.detail["drop_mm"] == 3
    assert stop.detail["drop_percent"] == pytest.approx(37.5)
    assert stop.detail["limit_percent"] == 30
    assert stop.detail["floor_mm"] == 1.5


def test_one_small_repetition_stops_nothing() -> None:
    """What lies between two good ones is chance."""
    verdicts = tiring(8, 8, 8, 4, 8, 4, 8)

    assert stops(verdicts) == []
    assert [v.rep for v in verdicts] == [4, 6]


def test_the_base_is_the_best_two_of_the_first_three() -> None:
    """A weak first try does not lower the bar."""
    (stop,) = stops(tiring(4, 8, 8, 5.4, 5.4))

    assert stop.detail["start_mm"] == 8


def test_small_losses_need_millimetres_as_well() -> None:
    """A third of a 3 mm movement is within the noise."""
    assert tiring(3, 3, 3, 2.05, 2.05, 2.05) == []
    assert stops(tiring(3, 3, 3, 1.4, 1.4))


def test_twenty_percent_alone_never_stops() -> None:
    """It is a caution as often as it likes."""
    verdicts = tiring(8, 8, 8, 6, 6, 6, 6)

    assert {v.level for v in verdicts} == {"caution"}
    assert len(verdicts) == 4


@pytest.mark.parametrize(
    ("sign", "more"),
    [
        ("hold-decay", {"decay": (1.9, 31.0)}),
        ("help", {"unaffected": 9.4}),
        ("slow-rise", {"rise_s": 1.8}),
        ("restless", {"jitter_mm": 0.4}),
        ("linked", {"linked": Linked(eye_narrowing_percent=12.0)}),
    ],
)
def test_twenty_percent_stops_together_with_another_sign(
    sign: str, more: dict[str, object]
) -> None:
    """Twice in a row, and the sign is named; the sign alone stops nothing."""
    fresh = [rep(n, 8) for n in (1, 2, 3)]
    tired = [rep(n, 6, **more) for n in (4, 5)]  # pyright: ignore[reportArgumentType]
    only_sign = [rep(n, 8, **more) for n in (4, 5)]  # pyright: ignore[reportArgumentType]

    (stop,) = stops(judge(guards(measure="pucker", watch=("pucker-eye",)), fresh + tired))
    quiet = judge(guards(measure="pucker", watch=("pucker-eye",)), fresh + only_sign)

    assert stop.rule == "fatigue"
    if sign != "hold-decay":
        assert stop.detail["second_sign"] == sign
        assert stops(quiet) == []


def test_two_sagging_holds_of_a_set_stop() -> None:
    """A gentle hold should not sag at all."""
    sagging = {"decay": (2.4, 30.0)}

    verdicts = judge(guards(), [rep(1), rep(2, **sagging), rep(3, **sagging)])  # pyright: ignore

    assert [(v.level, v.rep) for v in verdicts] == [("caution", 2), ("caution", 3), ("stop", 3)]
    assert verdicts[-1].detail["sign"] == "hold-decay"


def test_a_steady_hold_between_two_that_sag_takes_nothing_back() -> None:
    """The stop comes with the second; none with a steady hold after it, none without a second."""
    sagging = {"decay": (2.4, 30.0)}
    apart = [rep(1), rep(2, **sagging), rep(3), rep(4, **sagging), rep(5)]  # pyright: ignore

    assert [stop.rep for stop in stops(judge(guards(), apart))] == [4]
    assert stops(judge(guards(), apart[:3])) == []


def test_sagging_holds_are_counted_in_each_set_anew() -> None:
    """One in each of two sets stops neither."""
    judged = guards()
    first = judge(judged, [rep(1, decay=(2.4, 30.0))])
    judged.new_set()

    assert stops([*first, *judge(judged, [rep(2, decay=(2.4, 30.0))])]) == []


@pytest.mark.parametrize(
    ("mm", "percent", "stopped"),
    [
        (1.0, 25.0, True),  # exactly both limits
        (0.99, 25.0, False),
        (1.0, 24.9, False),
        (0.9, 60.0, False),  # many percent of a small movement
        (4.0, 20.0, False),  # many millimetres of a large one
    ],
)
def test_a_hold_sags_by_percent_and_millimetres(mm: float, percent: float, stopped: bool) -> None:
    """25 % and 1.0 mm, both reached; either alone is not even a caution."""
    verdicts = judge(guards(), [rep(n, decay=(mm, percent)) for n in (1, 2)])

    assert [v.level for v in verdicts] == (["caution", "caution", "stop"] if stopped else [])


def test_the_own_spread_raises_the_floor_once_known() -> None:
    """Someone whose repetitions differ by 1 mm needs a loss of 3 mm."""
    reps = [rep(i + 1, mm) for i, mm in enumerate((8, 8, 8, 5.2, 5.2, 4.5, 4.5))]

    (stop,) = stops(judge(guards(reference=Reference(affected_spread_mm=1.0)), reps))

    assert stop.rep == 7
    assert stop.detail["floor_mm"] == 3


def test_a_smaller_target_is_no_tiredness() -> None:
    """The retry asks for 80 %; doing just that is what was asked."""
    judged = guards()
    judge(judged, [rep(n, 8) for n in (1, 2, 3)])
    judged.new_set(80)

    assert judge(judged, [rep(n, 6.4) for n in (4, 5, 6)]) == []
    assert stops(judge(judged, [rep(n, 4.0) for n in (7, 8)]))


def test_the_first_set_stays_the_measure_of_the_second() -> None:
    """Tiredness between sets is seen; repetitions in a row count anew."""
    judged = guards()
    judge(judged, [rep(n, 8) for n in (1, 2, 3)] + [rep(4, 5)])
    judged.new_set()

    assert stops(judge(judged, [rep(1, 5)])) == []
    assert [s.rep for s in stops(judge(judged, [rep(2, 5)]))] == [2]


def test_thresholds_are_taken_from_the_routine() -> None:
    """A therapist who wants three repetitions and half gets them."""
    own = Thresholds(fatigue=FatigueThresholds(stop_drop_percent=50, stop_reps=3))
    judged = guards(thresholds=own)

    verdicts = judge(judged, [rep(i + 1, mm) for i, mm in enumerate((8, 8, 8, 5, 3.9, 3.9, 3.9))])

    assert [s.rep for s in stops(verdicts)] == [7]


@given(st.lists(st.floats(5.0, 9.0), min_size=3, max_size=10), st.floats(0.0, 0.09))
def test_steady_sets_are_never_stopped(sizes: list[float], spread: float) -> None:
    """Sizes within a tenth of each other give no verdict at all."""
    base = sizes[0]
    near = [base * (1 + spread * (mm - 7) / 2) for mm in sizes]

    assert tiring(*near) == []


@given(
    st.lists(st.floats(7.5, 9.0), min_size=3, max_size=3),
    st.floats(0.31, 0.9),
    st.integers(0, 5),
)
def test_a_real_loss_always_stops(first: list[float], loss: float, later: int) -> None:
    """Thirty percent and more, twice in a row, after any number of good ones."""
    base = sum(sorted(first)[1:]) / 2
    sizes = [*first, *[base] * later, base * (1 - loss), base * (1 - loss)]

    found = stops(tiring(*sizes))

    assert found[0].rep == len(sizes)
    assert found[0].rule == "fatigue"


def test_repetitions_that_cannot_be_used_are_passed_over() -> None:
    """Unscored, unsure or plainly measured ones neither count nor break a row."""
    sizes = [rep(1, 8), rep(2, 8), rep(3, 8), rep(4, 5)]
    between = [
        rep(5, 1, scored=False),
        rep(6, 1, confidence="low"),
        rep(7, 1, method="landmarks"),
    ]

    verdicts = judge(guards(), [*sizes, *between, rep(8, 5)])

    assert [(v.level, v.rep) for v in verdicts] == [("caution", 4), ("caution", 8), ("stop", 8)]
