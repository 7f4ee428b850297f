"""What is said of a face at rest, and what is not."""

from datetime import timedelta

import pytest

from sessions.engine.interface.commands import KeptRest
from sessions.history.at_rest import SAME, clear, in_words, sentences, weeks_at_rest
from sessions.history.summary import summarise
from sessions.log.entries import CheckIn
from sessions.log.record import AtRestRecord, SessionRecord
from sessions.log.record_builder import record_of
from tests.sessions.log_samples import MORNING, header, kept_rep, kept_rest, whole

DAY = timedelta(days=1)


def record(*rests: KeptRest, rating: int | None = None, days_ago: int = 0) -> SessionRecord:
    """A session with these rests and this own rating; the left is weak."""
    answers = [] if rating is None else [CheckIn(answers={"rest_uneven": rating})]
    return record_of(header(MORNING - days_ago * DAY), [*answers, *rests, kept_rep(1)])


def found(corner_mm: float, *, sure: bool = True) -> AtRestRecord:
    """A rest whose weak corner lies this much higher."""
    made = record(kept_rest(corner_mm, sure=sure)).at_rest
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("corner_mm", "sure", "said"),
    [
        (-2.2, True, "about 2 mm lower"),
        (3.6, True, "about 4 mm higher"),
        (-2.2, False, "lower"),
        (0.9, True, SAME),
        (-0.9, False, SAME),
        (-1.0, True, "about 1 mm lower"),
    ],
)
def test_a_corner_is_told_in_millimetres_beyond_its_error(
    corner_mm: float, sure: bool, said: str
) -> None:
    """In words only where the head was turned; below the error it is no clear difference."""
    assert in_words(found(corner_mm, sure=sure), "corner") == said


def test_brow_and_eye_have_no_number() -> None:
    """However much they differ: half a millimetre of brow is nothing, an eye has a word."""
    read = found(0.0)

    assert in_words(read, "brow") == SAME
    assert in_words(read, "eye") == "open wider"
    assert clear(read, "eye") == pytest.approx(2.0)


def test_the_sentences_name_the_weak_half_and_the_own_rating() -> None:
    """Own side, own words, nothing praised."""
    assert sentences(record(kept_rest(-2.2), rating=4)) == [
        "Your left mouth corner lies about 2 mm lower than the right.",
        "Your left eye is open wider than the right.",
        "Brows: no clear difference.",
        "You said: uneven 4 of 10.",
    ]


def test_without_a_rest_nothing_is_said() -> None:
    """As in an older record."""
    assert sentences(record_of(header(), whole())) == []


def test_a_week_is_the_median_of_its_sessions() -> None:
    """Turned heads do not count beside straight ones; ratings are the median of those given."""
    sessions = [
        record(kept_rest(-1.0), rating=6, days_ago=7),
        record(kept_rest(-2.0), rating=2, days_ago=2),
        record(kept_rest(-9.0, sure=False), days_ago=1),
        record(kept_rest(-3.0), rating=4),
    ]
    before, now = weeks_at_rest([summarise(each) for each in sessions])

    assert in_words(before.found, "corner") == "about 1 mm lower"
    assert now.found.difference.corner_mm == pytest.approx(-2.5)
    assert (before.rating, now.rating) == (6.0, 3.0)


def test_a_week_of_turned_heads_has_words_only() -> None:
    """And a week without a rest is not there."""
    sessions = [record(days_ago=7), record(kept_rest(-3.0, sure=False))]
    (only,) = weeks_at_rest([summarise(each) for each in sessions])

    assert in_words(only.found, "corner") == "lower"
    assert only.rating is None
