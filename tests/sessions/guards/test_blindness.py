"""Blindness: what a guard cannot see here is said."""

from routines.movements import MEASURES
from routines.thresholds import Thresholds
from sessions.guards import Guards
from sessions.guards.reference import Reference
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
    assert "You decide" in why


def test_says_when_tiring_cannot_be_seen_at_all() -> None:
    """A weak half that hardly moves."""
    judged = guards()
    judge(judged, [rep(n, 0.4, 7) for n in range(1, 4)])

    (why,) = judged.blind
    assert "too little" in why


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


def test_says_when_noise_hides_linked_movement() -> None:
    """A restless picture raises the floor above the rule, and the rule gives way to it."""
    noisy = Noise((0.05,) * len(MEASURES), 8.0, 0.1)
    judged = Guards(
        Thresholds(),
        measure="pucker",
        watch=("pucker-eye",),
        affected="left",
        left=noisy,
        right=noisy,
        reference=Reference(),
    )

    assert any("restless" in why for why in judged.blind)
