"""Overcompensation: the unaffected half against its own gentle reference."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.thresholds import OvercompensationThresholds
from sessions.guards import Guards
from sessions.guards.known_reference import KnownReference
from sessions.guards.overcompensation import Overcompensation
from sessions.guards.reference import Reference
from sessions.reps.rep import Verdict
from sessions.reps.tracker import RepTracker
from tests.sessions.guards.judging import guards, judge, stops
from tests.sessions.made_reps import STILL, hump, readings, rep


def growing(*sizes: float) -> list[Verdict]:
    """Verdicts on a set whose unaffected half does these sizes."""
    return judge(guards(), [rep(i + 1, 6, mm) for i, mm in enumerate(sizes)])


def test_stops_at_the_second_repetition_above_140_percent() -> None:
    """One is a caution, the second in a row stops."""
    verdicts = growing(8, 8, 8, 11.5, 11.5)

    (stop,) = stops(verdicts)
    assert (stop.rule, stop.rep, stop.detail["sign"]) == ("overcompensation", 5, "reps-in-a-row")
    assert stop.detail["side"] == "right"
    assert stop.detail["percent_of_reference"] == pytest.approx(143.75, abs=0.01)
    assert [(v.level, v.rep) for v in verdicts][:2] == [("caution", 4), ("caution", 5)]


def test_stops_at_the_third_repetition_with_a_caution() -> None:
    """They need not be in a row."""
    verdicts = growing(8, 8, 8, 10, 8, 10, 8, 10)

    (stop,) = stops(verdicts)
    assert (stop.rep, stop.detail["sign"], stop.detail["cautions"]) == (8, "cautions", 3)


def test_the_ratio_of_sides_says_nothing() -> None:
    """A strong half ten times the weak one is no fault while it keeps its own size."""
    assert judge(guards(), [rep(n, 0.8, 8) for n in range(1, 9)]) == []


def test_a_small_half_needs_millimetres_as_well() -> None:
    """Half as much again of 2.5 mm is within the noise."""
    assert growing(2.5, 2.5, 2.5, 3.9, 3.9, 3.9) == []
    assert stops(growing(2.5, 2.5, 2.5, 4.2, 4.2))


def test_the_own_spread_raises_the_floor_once_known() -> None:
    """Three times the spread from repetition to repetition."""
    reps = [rep(i + 1, 6, mm) for i, mm in enumerate((8, 8, 8, 11.5, 11.5, 12.0, 12.0))]

    (stop,) = stops(judge(guards(reference=Reference(unaffected_spread_mm=1.3)), reps))

    assert stop.rep == 7


def test_a_therapists_reference_counts_from_the_first_repetition() -> None:
    """It outranks today's; nothing has to be found first."""
    known = KnownReference(affected_mm=5, unaffected_mm=7, origin="therapist")

    judged = guards(reference=Reference(known))
    aimed_at = judged.target_percent
    verdicts = judge(judged, [rep(1, 5, 10), rep(2, 5, 10)])

    assert aimed_at == 100.0
    assert [s.rep for s in stops(verdicts)] == [2]


def test_a_new_set_counts_cautions_anew_and_keeps_the_reference() -> None:
    """The retry begins clean, against the same size."""
    judged = guards()
    judge(judged, [rep(n, 6, 8) for n in (1, 2, 3)] + [rep(4, 6, 10), rep(5, 6, 10)])
    judged.new_set(80)

    assert stops(judge(judged, [rep(6, 4.8, 10), rep(7, 4.8, 8), rep(8, 4.8, 10)])) == []
    assert stops(judge(judged, [rep(9, 4.8, 10)]))


@given(st.floats(3.0, 9.0), st.lists(st.floats(0.8, 1.19), min_size=1, max_size=10))
def test_within_120_percent_nothing_is_said(size: float, factors: list[float]) -> None:
    """Whatever the size."""
    assert growing(size, size, size, *[size * f for f in factors]) == []


def live(judged: Guards, peak_mm: float, hold_s: float = 2.0) -> list[Verdict]:
    """What is said while one movement of this size happens."""
    tracker = RepTracker("open-smile", "left", STILL, STILL)
    said: list[Verdict] = []
    frames = readings(
        9, lambda t: 5 * hump(t, 2), lambda t: peak_mm * hump(t, 2, 0.5, hold_s), noise_mm=0.03
    )
    for reading in frames:
        rep_over = tracker.feed(reading)
        verdict = judged.live(reading, tracker)
        if verdict is not None:
            said.append(verdict)
        if rep_over is not None:
            said += judged.judge(rep_over)
    return said


@pytest.fixture
def judged() -> Guards:
    """Guards that know a reference of 7 mm."""
    known = KnownReference(affected_mm=5, unaffected_mm=7, origin="therapist")
    return guards(reference=Reference(known))


def test_too_big_is_told_while_it_happens(judged: Guards) -> None:
    """A hint above 110 %, then one caution above 120 %, within half a second of the crossing."""
    said = live(judged, 9.5)

    assert [v.level for v in said] == ["hint", "caution"]
    assert said[1].t_s - 2.5 < 0.5
    assert said[1].detail["sign"] == "within-rep"


def test_a_little_too_big_is_only_a_hint(judged: Guards) -> None:
    """Above 110 % there are soft words and no caution."""
    assert [v.level for v in live(judged, 8.1)] == ["hint"]


def test_a_moment_is_no_caution(judged: Guards) -> None:
    """Less than 0.3 s above the level is passed over."""
    said = live(judged, 8.7, hold_s=0.0)

    assert all(v.level == "hint" for v in said)


def test_every_repetition_may_have_its_caution(judged: Guards) -> None:
    """And the third one stops."""
    said = [v for _ in range(3) for v in live(judged, 9.5)]

    assert [v.level for v in said] == [
        "hint",
        "caution",
        "hint",
        "caution",
        "hint",
        "caution",
        "stop",
    ]


def test_doubtful_frames_are_not_judged_live(judged: Guards) -> None:
    """Nothing is said from frames that guards may not use."""
    tracker = RepTracker("open-smile", "left", STILL, STILL)
    for reading in readings(5, lambda t: 5 * hump(t, 2), lambda t: 10 * hump(t, 2)):
        plain = msgspec.structs.replace(reading, method="landmarks")
        tracker.feed(plain)

        assert judged.live(plain, tracker) is None


def test_the_level_holds_only_as_long_as_it_is_true(judged: Guards) -> None:
    """The meter calms down with the movement."""
    tracker = RepTracker("open-smile", "left", STILL, STILL)
    levels = []
    for reading in readings(9, lambda t: 5 * hump(t, 2), lambda t: 9.5 * hump(t, 2)):
        tracker.feed(reading)
        judged.live(reading, tracker)
        levels.append(judged.level("unaffected"))

    assert levels[0] is None
    assert "caution" in levels
    assert levels[-1] is None
    assert judged.level("affected") is None


def test_a_caution_that_begins_at_the_source_time_of_zero_counts_from_there() -> None:
    """Recordings begin at 0.0 s, which is a time like any other."""
    known = KnownReference(affected_mm=5, unaffected_mm=7, origin="therapist")
    guard = Overcompensation(OvercompensationThresholds(), Reference(known))

    found = [guard.live(t_s, 0.0, 10.0) for t_s in (0.0, 0.2, 0.3)]

    assert [None if one is None else one.level for one in found] == [None, "hint", "caution"]
