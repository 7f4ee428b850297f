"""Linked movement found by a check-up: asked about where it was loud twice and is not known."""

import pytest
from msgspec.structs import replace

from routines.movements import LinkedPair, Watch
from sessions.history.found_pairs import found_pairs
from sessions.history.linked_sets import LinkedSet
from sessions.history.summary import SessionSummary
from tests.sessions.history.test_proposals import session, smile


def check_up(**loud: int) -> SessionSummary:
    """A check-up of one exercise, in which pairs (with _ for -) were loud so often."""
    sets = tuple(
        LinkedSet(
            pair=_pair(name),
            target_percent=100.0,
            reps=3,
            loud_percents=(100.0,) * times,
            quiet=not times,
            eye_open_percent=None,
            moved=None,
        )
        for name, times in loud.items()
    )
    return session(0, replace(smile(), linked=sets))


def _pair(name: str) -> Watch:
    pairs: dict[str, Watch] = {"smile_eye": "smile-eye", "pucker_eye": "pucker-eye"}
    return pairs[name]


@pytest.mark.parametrize(("times", "asked"), [(0, False), (1, False), (2, True), (3, True)])
def test_two_loud_repetitions_are_asked_about(times: int, asked: bool) -> None:
    """One alone may be chance."""
    assert bool(found_pairs(check_up(smile_eye=times), False, ())) is asked


def test_repetitions_of_several_sets_count_together() -> None:
    """One in each of two sets of the check-up."""
    once = check_up(smile_eye=1)
    twice = replace(once, exercises=once.exercises * 2)

    assert [each.pair for each in found_pairs(twice, False, ())] == ["smile-eye"]


def test_the_question_says_what_was_seen_on_which_side() -> None:
    """In plain words."""
    (found,) = found_pairs(check_up(smile_eye=2), False, ())

    assert found.because == "Your left eye narrowed when you smiled, in 2 repetitions."
    assert found.sentence.startswith("Is that usual for you?")
    assert (found.kind, found.pair, found.exercise) == ("linked-pair", "smile-eye", "")


@pytest.mark.parametrize(
    ("known", "listed", "asked"),
    [
        (True, (), []),
        (True, ("smile-eye",), ["pucker-eye"]),
        (True, ("neck",), ["pucker-eye", "smile-eye"]),
        (True, ("smile-eye", "pucker-eye"), []),
        (False, ("smile-eye",), ["pucker-eye", "smile-eye"]),
    ],
)
def test_what_is_known_is_not_asked(
    known: bool, listed: tuple[LinkedPair, ...], asked: list[Watch]
) -> None:
    """None listed means that every watched pair is known."""
    found = found_pairs(check_up(smile_eye=2, pucker_eye=2), known, listed)

    assert [each.pair for each in found] == asked


def test_a_pair_known_of_the_other_half_only_is_asked_about() -> None:
    """The check-up saw it on the affected half."""
    looked = check_up(smile_eye=2)

    assert found_pairs(looked, True, ("smile-eye",), {"smile-eye": "unaffected"})
    assert not found_pairs(looked, True, ("smile-eye",), {"smile-eye": "both"})
