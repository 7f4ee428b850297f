"""The guards heard together: whose word counts when several speak."""

import msgspec
import pytest

from routines.movements import MEASURES, Side
from sessions.readings import Noise
from tests.sessions.guards.judging import guards, judge, stops
from tests.sessions.made_reps import STILL, rep


def test_growth_is_the_plainer_rule_than_a_loss_that_rests_on_it() -> None:
    """One stop: the strong half took over, and the loss stops only together with that."""
    reps = [*[rep(n, 8, 8) for n in (1, 2, 3)], *[rep(n, 6, 11.5) for n in (4, 5)]]

    (stop,) = stops(judge(guards(), reps))

    assert (stop.rule, stop.rep) == ("overcompensation", 5)


def test_a_loss_that_stops_by_itself_comes_first() -> None:
    """Here the weak half lost more than 30 % as well."""
    reps = [*[rep(n, 8, 8) for n in (1, 2, 3)], *[rep(n, 5, 11.5) for n in (4, 5)]]

    (stop,) = stops(judge(guards(), reps))

    assert (stop.rule, stop.detail["sign"]) == ("fatigue", "loss")


@pytest.mark.parametrize(("release_s", "t_s"), [(46.5, 46.5), (None, 41.0)])
def test_a_verdict_is_dated_by_the_release(release_s: float | None, t_s: float) -> None:
    """By the peak where the movement was cut off."""
    judged = guards()
    judge(judged, [rep(n, 8) for n in (1, 2, 3)])

    (caution,) = judge(judged, [msgspec.structs.replace(rep(4, 5), release_s=release_s)])

    assert caution.t_s == t_s


def test_numbers_are_given_to_a_hundredth() -> None:
    """More digits would claim what no camera can tell."""
    (caution,) = judge(guards(), [*[rep(n, 8) for n in (1, 2, 3)], rep(4, 5.12345)])

    assert (caution.detail["affected_mm"], caution.detail["drop_percent"]) == (5.12, 35.96)


@pytest.mark.parametrize(("affected", "blind"), [("left", True), ("right", False)])
def test_the_noise_of_the_affected_half_counts(affected: Side, blind: bool) -> None:
    """A restless left half hides linked movement of the left half only."""
    noisy = Noise((0.05,) * len(MEASURES), 8.0, 0.1)
    judged = guards(watch=("pucker-eye",), affected=affected, left=noisy, right=STILL)

    assert bool(judged.blind) == blind
