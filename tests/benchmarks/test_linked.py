"""The guard of linked movement over drawn sets; `python -m tests.benchmarks.linked` draws more."""

from functools import cache
from statistics import median

import pytest

from routines.movements import Watch
from tests.benchmarks.linked import counted, row, wilson
from tests.benchmarks.made.linked_sets import LIMITS, Kind, Played, play

SEEDS = (1, 2)


@cache
def drawn(pair: Watch, kind: Kind, known: bool) -> tuple[Played, ...]:
    """A few sets."""
    return tuple(play(pair, kind, known=known, seed=seed) for seed in SEEDS)


@pytest.mark.parametrize("known", [False, True])
@pytest.mark.parametrize("pair", LIMITS)
def test_loud_sets_end_with_words_and_quiet_ones_are_left_alone(pair: Watch, known: bool) -> None:
    """Every pair, both answers."""
    loud = drawn(pair, "well over", known)
    quiet = drawn(pair, "quiet", known)

    assert all(each.ended for each in loud)
    assert all(len(each.words) >= 2 for each in loud)
    assert all(each.true_loud == 0 and each.loudest <= 0.8 + 1e-9 for each in quiet)
    assert not any(each.disturbed for each in quiet)


def test_the_word_comes_soon_after_the_true_crossing() -> None:
    """Goal: within 0.7 s in the median, at 15 readings a second or more."""
    played = [
        e for pair in LIMITS for known in (False, True) for e in drawn(pair, "well over", known)
    ]
    seconds = [w.late_s for e in played if e.fps >= 15 for w in e.words if w.late_s is not None]

    assert len(seconds) >= 8
    assert median(seconds) <= 0.7
    assert min(seconds) > 0.0


def test_blinks_never_speak() -> None:
    """One a second, of 0.1 to 0.4 s, while nothing is loud."""
    played = [e for pair in ("pucker-eye", "smile-eye") for e in drawn(pair, "blinks", True)]

    assert sum(each.blinks for each in played) >= 40
    assert sum(each.blink_words for each in played) == 0


def test_a_share_has_its_interval() -> None:
    """Wilson's, which holds at none and at all."""
    assert wilson(0, 400) == pytest.approx((0.0, 0.95), abs=0.01)
    assert wilson(8, 400) == pytest.approx((1.02, 3.90), abs=0.01)
    assert wilson(50, 50) == pytest.approx((92.87, 100.0), abs=0.01)
    assert counted(8, 400) == "8 of 400 (1.0 to 3.9 %)"


def test_a_row_says_what_came_of_the_sets() -> None:
    """As it stands in the README."""
    loud, quiet = drawn("pucker-eye", "well over", True), drawn("pucker-eye", "quiet", True)

    cells = row("pucker-eye", True, loud, quiet).split(" | ")
    assert cells[:3] == ["| pucker-eye", "yes", counted(2, 2)]
    assert cells[3] == counted(0, 2)
    assert cells[4] == "100 %"
