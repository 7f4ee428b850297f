"""Fatigue, on each side of each of its limits."""

import msgspec
import pytest

from routines.movements import MEASURES
from routines.thresholds import FatigueThresholds
from sessions.guards.fatigue import Fatigue
from sessions.guards.reference import Reference
from sessions.readings import Noise
from sessions.reps.rep import Rep, Verdict
from tests.sessions.guards.judging import guards, judge, stops
from tests.sessions.made_reps import rep


def dropping(base: float, *later: float) -> list[Verdict]:
    """Verdicts on a set that begins with three repetitions of `base` mm."""
    return judge(guards(), [rep(i + 1, mm) for i, mm in enumerate((base, base, base, *later))])


@pytest.mark.parametrize(
    ("base", "mm", "caution"),
    [
        (5.0, 4.0, True),  # exactly 20 % and 1.0 mm
        (5.0, 4.01, False),
        (10.0, 8.0, True),  # exactly 20 %, 2 mm
        (10.0, 8.01, False),
        (4.0, 3.01, False),  # percent only: 25 %, 0.99 mm
        (8.0, 6.5, False),  # millimetres only: 19 %, 1.5 mm
    ],
)
def test_a_caution_needs_twenty_percent_and_one_millimetre(
    base: float, mm: float, caution: bool
) -> None:
    """Both are reached."""
    assert [v.level for v in dropping(base, mm)] == (["caution"] if caution else [])


@pytest.mark.parametrize(
    ("base", "mm", "stopped"),
    [
        (5.0, 3.5, True),  # exactly 30 % and 1.5 mm
        (5.0, 3.51, False),
        (10.0, 7.0, True),  # exactly 30 %, 3 mm
        (10.0, 7.01, False),
        (4.0, 2.51, False),  # percent only: 37 %, 1.49 mm
        (12.0, 8.5, False),  # millimetres only: 29 %, 3.5 mm
    ],
)
def test_a_stop_needs_thirty_percent_and_one_and_a_half_millimetres(
    base: float, mm: float, stopped: bool
) -> None:
    """On two repetitions in a row, both are reached."""
    assert bool(stops(dropping(base, mm, mm))) == stopped


def test_a_fourth_larger_one_does_not_raise_the_bar() -> None:
    """The best two of the first three are the measure, whatever comes later."""
    assert dropping(8, 10, 6.5) == []


def test_a_start_of_next_to_nothing_counts_as_a_tenth_of_a_millimetre() -> None:
    """A half that then goes the other way is a loss of so many percent, not of millions."""
    (caution,) = dropping(0.05, -1.2)

    assert caution.detail["drop_percent"] == 1250


def test_a_repetition_has_one_caution() -> None:
    """One that is smaller and sags is cautioned for the loss."""
    both = rep(4, 6, decay=(2.0, 30.0))

    (caution,) = judge(guards(), [rep(1, 8), rep(2, 8), rep(3, 8), both])

    assert caution.detail["sign"] == "loss"


@pytest.mark.parametrize(("mm", "stopped"), [(1.5, True), (1.49, False)])
def test_the_own_spread_raises_the_floor_of_a_sagging_hold(mm: float, stopped: bool) -> None:
    """Three times a spread of 0.5 mm."""
    judged = guards(reference=Reference(affected_spread_mm=0.5))

    assert bool(stops(judge(judged, [rep(n, decay=(mm, 40.0)) for n in (1, 2)]))) == stopped


def second_sign(fresh: Rep, tired: Rep) -> str | None:
    """The sign that stops a set twice 25 % and 2 mm down, if any does."""
    reps = [msgspec.structs.replace(fresh, n=n) for n in (1, 2, 3)]
    reps += [msgspec.structs.replace(tired, n=n) for n in (4, 5)]
    found = stops(judge(guards(), reps))
    return str(found[0].detail["second_sign"]) if found else None


@pytest.mark.parametrize(
    ("reference", "mm", "sign"),
    [
        (10.0, 11.5, "help"),  # exactly 15 %, 1.5 mm
        (10.0, 11.49, None),
        (5.0, 6.0, "help"),  # 20 %, exactly 1.0 mm
        (5.0, 5.99, None),  # percent only: 20 %, 0.99 mm
        (10.0, 11.2, None),  # millimetres only: 12 %, 1.2 mm
    ],
)
def test_help_of_the_other_half_is_fifteen_percent_and_one_millimetre(
    reference: float, mm: float, sign: str | None
) -> None:
    """The unaffected half over its reference."""
    assert second_sign(rep(1, 8, reference), rep(4, 6, mm)) == sign


@pytest.mark.parametrize(
    ("usual_s", "rise_s", "sign"),
    [
        (1.0, 1.5, "slow-rise"),  # exactly half as long again
        (1.0, 1.49, None),
        (2.0, 3.0, "slow-rise"),
        (2.0, 2.995, None),
        (0.6, 1.0, "slow-rise"),  # exactly 0.4 s longer
        (0.6, 0.99, None),  # 65 % longer, and by 0.39 s only
    ],
)
def test_a_slow_rise_is_half_as_long_again(usual_s: float, rise_s: float, sign: str | None) -> None:
    """And 0.4 s longer at least: people's timing varies."""
    assert second_sign(rep(1, 8, rise_s=usual_s), rep(4, 6, rise_s=rise_s)) == sign


def without_rise(given: Rep) -> Rep:
    """The same repetition, its rise not seen."""
    affected = msgspec.structs.replace(given.affected, rise_s=None)
    return msgspec.structs.replace(given, affected=affected)


def test_a_rise_that_was_not_seen_is_no_sign() -> None:
    """Neither in the repetition that is judged nor in one of those it is compared with."""
    slow = [rep(n, 6, rise_s=3.0) for n in (4, 5)]
    first = [rep(1, 8), without_rise(rep(2, 8)), rep(3, 8)]

    assert second_sign(rep(1, 8), without_rise(rep(4, 6))) is None
    assert stops(judge(guards(), [*first, *slow])) == []


@pytest.mark.parametrize(
    ("usual_mm", "jitter_mm", "sign"),
    [
        (0.05, 0.25, "restless"),  # exactly the floor
        (0.05, 0.24, None),
        (0.2, 0.4, "restless"),  # exactly twice the usual
        (0.2, 0.39, None),
    ],
)
def test_a_restless_hold_is_twice_as_restless(
    usual_mm: float, jitter_mm: float, sign: str | None
) -> None:
    """And 0.25 mm at least: less is the camera's restlessness."""
    assert second_sign(rep(1, 8, jitter_mm=usual_mm), rep(4, 6, jitter_mm=jitter_mm)) == sign


def test_a_restless_rest_raises_what_counts_as_restless() -> None:
    """Of the jitter at rest and in the first holds the larger counts, of the affected half."""
    shaky = Noise((0.2,) * len(MEASURES), 0.8, 0.08)
    reps = [*[rep(n, 8) for n in (1, 2, 3)], *[rep(n, 6, jitter_mm=0.3) for n in (4, 5)]]

    assert stops(judge(guards(left=shaky), reps)) == []
    assert stops(judge(guards(right=shaky), reps))


@pytest.mark.parametrize(
    ("began", "now", "mm", "levels"),
    [
        (100.0, 80.0, 4.0, []),  # all of the 4 mm asked for
        (100.0, 80.0, 3.0, ["caution"]),  # 25 % and 1 mm of these 4 mm
        (80.0, 80.0, 4.0, ["caution"]),  # 20 % and 1 mm of 5 mm
        (80.0, 64.0, 4.0, []),
    ],
)
def test_a_loss_is_judged_against_the_target_of_the_first_repetitions(
    began: float, now: float, mm: float, levels: list[str]
) -> None:
    """Three repetitions of 5 mm at one target, then one at another."""
    fatigue = Fatigue(FatigueThresholds(), Reference(), 0.0)
    for n in (1, 2, 3):
        assert fatigue.judge(rep(n, 5.0), began, None) == []

    assert [found.level for found in fatigue.judge(rep(4, mm), now, None)] == levels
