"""Overcompensation, on each side of each of its limits."""

import pytest

from routines.thresholds import OvercompensationThresholds
from sessions.guards.known_reference import KnownReference
from sessions.guards.overcompensation import Overcompensation
from sessions.guards.reference import Reference
from sessions.reps.rep import Verdict
from tests.sessions.guards.judging import guards, judge, stops
from tests.sessions.made_reps import rep

OPENED_S = 99.0


def guard(reference_mm: float, **limits: float) -> Overcompensation:
    """The guard by itself, beside a therapist's reference."""
    known = KnownReference(affected_mm=5, unaffected_mm=reference_mm, origin="therapist")
    return Overcompensation(OvercompensationThresholds(**limits), Reference(known))  # pyright: ignore[reportArgumentType]


def said(judged: Overcompensation, mm: float, *times_s: float) -> list[str | None]:
    """What is said at each moment of one movement, the level only."""
    found = [judged.live(t_s, OPENED_S, mm) for t_s in times_s]
    return [None if one is None else one.level for one in found]


@pytest.mark.parametrize(
    ("reference", "mm", "level"),
    [
        (10.0, 11.0, None),  # exactly 110 %
        (10.0, 11.1, "hint"),
        (5.0, 5.75, "hint"),  # 115 %, exactly 0.75 mm
        (5.0, 5.74, None),
        (4.0, 4.7, None),  # percent only: 117 %, 0.7 mm
        (10.0, 10.9, None),  # millimetres only: 109 %, 0.9 mm
        (10.0, 12.0, "hint"),  # exactly 120 %
        (10.0, 12.1, "caution"),
        (5.0, 6.5, "caution"),  # 130 %, exactly 1.5 mm
        (5.0, 6.49, "hint"),  # percent only
        (12.0, 14.0, "hint"),  # millimetres only: 117 %, 2 mm
    ],
)
def test_what_a_held_size_means(reference: float, mm: float, level: str | None) -> None:
    """Hint above 110 % and from 0.75 mm, caution above 120 % and from 1.5 mm."""
    judged = guard(reference)
    said(judged, mm, 100.0, 101.0)

    assert judged.level == level


def test_a_size_is_held_before_it_is_told() -> None:
    """The hint after 0.15 s, the caution after 0.3 s, each once."""
    moments = (100.0, 100.14, 100.15, 100.29, 100.3, 100.31, 102.0)

    told = said(guard(8), 11, *moments)

    assert told == [None, None, "hint", None, "caution", None, None]


def test_no_hint_follows_a_caution() -> None:
    """Where few frames come, both are true at once, and only the stronger one is told."""
    assert said(guard(8), 11, 100.0, 100.5, 101.0) == [None, "caution", None]


def test_a_movement_that_was_dropped_leaves_nothing_behind() -> None:
    """The next one that opens is told anew, and is held anew, though none was judged between."""
    judged = guard(8)
    said(judged, 11, 100.0, 100.5)

    assert judged.live(101.0, 100.9, 11) is None
    assert judged.level is None
    found = judged.live(101.5, 100.9, 11)
    assert found is not None
    assert found.level == "caution"


def growing(*sizes: float) -> list[Verdict]:
    """Verdicts on a set whose unaffected half does these sizes, the first three the reference."""
    return judge(guards(), [rep(i + 1, 6, mm) for i, mm in enumerate(sizes)])


@pytest.mark.parametrize(
    ("reference", "mm", "caution"),
    [
        (10.0, 12.0, False),  # exactly 120 %, 2 mm
        (10.0, 12.1, True),
        (5.0, 6.5, True),  # 130 %, exactly 1.5 mm
        (5.0, 6.49, False),  # percent only
        (12.0, 14.0, False),  # millimetres only: 117 %
    ],
)
def test_a_whole_repetition_is_cautioned(reference: float, mm: float, caution: bool) -> None:
    """Above 120 % and from 1.5 mm over the reference."""
    found = growing(reference, reference, reference, mm)

    assert [v.level for v in found] == (["caution"] if caution else [])


@pytest.mark.parametrize(
    ("reference", "mm", "stopped"),
    [
        (10.0, 14.0, False),  # exactly 140 %, 4 mm
        (10.0, 14.1, True),
        (3.0, 4.5, True),  # 150 %, exactly 1.5 mm
        (3.0, 4.49, False),  # percent only
    ],
)
def test_two_repetitions_in_a_row_stop(reference: float, mm: float, stopped: bool) -> None:
    """Above 140 % and from 1.5 mm over the reference."""
    assert bool(stops(growing(reference, reference, reference, mm, mm))) == stopped


def test_a_good_repetition_after_the_stop_is_no_further_one() -> None:
    """A recording goes on behind the stop: only one with a caution stops again."""
    found = growing(8, 8, 8, 10, 10, 10, 8)

    assert [v.rep for v in stops(found)] == [6]


def test_a_caution_within_a_repetition_counts_towards_the_stop() -> None:
    """Three times too big for a moment, though each was right as a whole."""
    judged = guard(8)
    found: list[list[str]] = []
    for n in (1, 2, 3, 4):
        if n < 4:
            for t_s in (10.0 * n, 10.0 * n + 0.3):
                judged.live(t_s, 10.0 * n, 11)
        found.append([one.level for one in judged.judge(rep(n, 6, 8))])

    assert found == [[], [], ["stop"], []]


@pytest.mark.parametrize(("mm", "cautioned"), [(11.0, True), (10.99, False)])
def test_the_floor_is_three_times_the_own_spread(mm: float, cautioned: bool) -> None:
    """3 mm for somebody whose repetitions differ by 1 mm."""
    judged = guards(reference=Reference(unaffected_spread_mm=1.0))

    assert bool(judge(judged, [*[rep(n, 6, 8) for n in (1, 2, 3)], rep(4, 6, mm)])) == cautioned


def test_a_reference_of_next_to_nothing_counts_as_a_tenth_of_a_millimetre() -> None:
    """In the moment and of the whole repetition."""
    moment = guard(0.05, caution_dwell_s=0.0).live(100.0, OPENED_S, 2)
    (whole,) = guard(0.05).judge(rep(1, 6, 2))

    assert moment is not None
    assert moment.detail["percent_of_reference"] == 2000
    assert whole.detail["percent_of_reference"] == 2000
