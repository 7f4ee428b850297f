"""Blindness: what a guard cannot see here is said."""

import pytest

from routines.movements import MEASURES, MeasureKey
from routines.thresholds import FatigueThresholds, OvercompensationThresholds, Thresholds
from sessions.readings import Noise
from tests.sessions.guards.judging import guards, judge
from tests.sessions.made_reps import rep


def test_says_nothing_where_every_guard_works() -> None:
    """A weak half of 6 mm beside a strong one of 7 mm."""
    judged = guards()
    judge(judged, [rep(n, 6, 7) for n in range(1, 4)])

    assert judged.blind == ()


def test_says_from_which_loss_tiring_shows() -> None:
    """1.5 mm are half of a 3 mm movement."""
    judged = guards()
    judge(judged, [rep(n, 3, 7) for n in range(1, 4)])

    (why,) = judged.blind
    assert "3.0 mm" in why
    assert "50 %" in why
    assert "Stop when you feel it" in why


def test_says_when_tiring_cannot_be_seen_at_all() -> None:
    """A weak half that hardly moves."""
    judged = guards()
    judge(judged, [rep(n, 0.4, 7) for n in range(1, 4)])

    (why,) = judged.blind
    assert "(0.4 mm) is too small" in why


@pytest.mark.parametrize(
    ("floor_mm", "base", "words"),
    [
        (1.5, 4.3, None),  # a loss of 34.9 %
        (1.75, 5.0, None),  # exactly 35 %
        (1.5, 4.25, "is 35 % smaller"),  # 35.3 %
        (1.5, 2.51, "is 60 % smaller"),  # 59.8 %
        (1.8, 2.01, "is 90 % smaller"),  # 89.6 %
        (1.8, 2.0, "too small"),  # exactly 90 %
        (1.5, -0.3, "(0.0 mm) is too small"),
    ],
)
def test_from_where_late_tiring_is_said(floor_mm: float, base: float, words: str | None) -> None:
    """Five percent later than the rule is not worth a sentence; from 90 % on it is never."""
    limits = FatigueThresholds(stop_floor_mm=floor_mm)
    judged = guards(thresholds=Thresholds(fatigue=limits))
    judge(judged, [rep(n, base, 7) for n in range(1, 4)])

    assert len(judged.blind) == (words is not None)
    assert all(str(words) in why for why in judged.blind)


@pytest.mark.parametrize(
    ("floor_mm", "size", "words"),
    [
        (1.5, 3.35, None),  # 144.8 %
        (1.8, 4.0, None),  # exactly 145 %
        (1.5, 3.3, "at 145 % of its size"),  # 145.5 %
        (1.5, 0.05, "1600 %"),
        (1.5, -0.3, "at 1600 % of its size"),
    ],
)
def test_from_where_late_growth_is_said(floor_mm: float, size: float, words: str | None) -> None:
    """Five percent later than the rule; a size under 0.1 mm counts as 0.1 mm."""
    limits = OvercompensationThresholds(stop_floor_mm=floor_mm)
    judged = guards(thresholds=Thresholds(overcompensation=limits))
    judge(judged, [rep(n, 6, size) for n in range(1, 4)])

    assert len(judged.blind) == (words is not None)
    assert all(str(words) in why for why in judged.blind)
    assert all(f"Small is right ({max(size, 0.0):.1f} mm)" in why for why in judged.blind)


@pytest.mark.parametrize(("confidence", "method"), [("low", "composite"), ("normal", "landmarks")])
def test_a_repetition_that_is_not_scored_says_nothing_about_the_camera(
    confidence: str, method: str
) -> None:
    """It has its own reason."""
    judged = guards()
    judge(judged, [rep(n, 6, 7) for n in range(1, 4)])
    judged.judge(rep(4, 6, 7, scored=False, confidence=confidence, method=method))

    assert judged.blind == ()


def test_says_from_which_size_growth_shows() -> None:
    """1.5 mm more than 2.5 mm is 160 %."""
    judged = guards()
    judge(judged, [rep(n, 6, 2.5) for n in range(1, 4)])

    assert any("160 %" in why for why in judged.blind)


def test_says_while_the_numbers_are_not_sure() -> None:
    """A turned head, or a fallback to plain landmarks, and only as long as it lasts."""
    judged = guards()
    judge(judged, [rep(n, 6, 7) for n in range(1, 4)])
    judged.judge(rep(4, 6, 7, confidence="low"))
    turned = judged.blind
    judged.judge(rep(5, 6, 7, method="landmarks"))
    plain = judged.blind
    judged.judge(rep(6, 6, 7))

    assert "turned" in turned[0]
    assert "less well" in plain[0]
    assert judged.blind == ()


@pytest.mark.parametrize(
    ("measure", "words"), [("open-smile", "cannot read"), ("lower-lip", "cannot tell how large")]
)
def test_says_of_a_doubtful_movement_whether_it_is_just_now_or_always(
    measure: MeasureKey, words: str
) -> None:
    """A lower lip is too coarse to be measured in any picture; a smile may be read again later."""
    judged = guards(measure=measure)
    judged.judge(rep(1, confidence="low", doubtful=(measure,)))

    (why,) = judged.blind
    assert words in why


def test_says_when_noise_hides_linked_movement() -> None:
    """A restless picture raises the floor above the rule, and the rule gives way to it."""
    noisy = Noise((0.05,) * len(MEASURES), 8.0, 0.9)

    for pair in ("pucker-eye", "closure-corner"):
        (why,) = guards(watch=(pair,), left=noisy).blind
        assert "restless" in why
        assert guards(watch=(pair,)).blind == ()
