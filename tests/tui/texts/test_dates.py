"""Dates are understood the way people write them, and never guessed."""

import datetime

import pytest

from tui.texts.dates import day_in_words, how_long, understand

TODAY = datetime.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-14", "2026-03-14"),
        ("14.3.2026", "2026-03-14"),
        ("2026-03", "2026-03-15"),
        ("3/2026", "2026-03-15"),
        ("March 2026", "2026-03-15"),
        ("14 mar 2026", "2026-03-14"),
        ("2024", "2024-07-01"),
        ("3 weeks", "2026-10-31"),
        (" about 5  months ago ", "2026-06-22"),
        ("1 day ago", "2026-11-20"),
        ("today", "2026-11-21"),
        ("march", "2026-03-15"),
        ("december", "2025-12-15"),
        ("november", "2026-11-15"),
        ("14 march", "2026-03-14"),
        ("March 14th, 2026", "2026-03-14"),
        ("24 dec", "2025-12-24"),
        ("nov 21", "2026-11-21"),
        ("saturday", "2026-11-21"),
        ("last monday", "2026-11-16"),
        ("sun", "2026-11-15"),
    ],
)
def test_usual_ways_of_writing(text: str, expected: str) -> None:
    """A day, a month, a year or a span ago each give a date."""
    assert understand(text, TODAY) == datetime.date.fromisoformat(expected)


NO_DAYS = (
    "",
    "soon",
    "ma",
    "t",
    "ma 2026",
    "31.2.2026",
    "2027-01-01",
    "13/2026",
    "900 years",
    "1066",
)


@pytest.mark.parametrize("text", [*NO_DAYS, "1066", "31 february", "march 32", "0 march"])
def test_what_is_not_a_past_date_is_not_guessed(text: str) -> None:
    """Nonsense, ambiguous months, impossible days and days ahead give nothing."""
    assert understand(text, TODAY) is None


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "1 day"), (13, "13 days"), (20, "3 weeks"), (90, "3 months"), (800, "2 years")],
)
def test_spans_in_the_unit_a_person_would_use(days: int, words: str) -> None:
    """Days at first, then weeks, months, years."""
    assert how_long(days) == words


@pytest.mark.parametrize("span", ["3 weeks", "5 months", "2 years", "7 years"])
def test_a_span_is_shown_back_as_it_was_typed(span: str) -> None:
    """Who says five months is not answered with four."""
    day = understand(span, TODAY)

    assert day is not None
    assert how_long((TODAY - day).days) == span


def test_a_day_in_words() -> None:
    """No order of figures to get wrong."""
    assert day_in_words(datetime.date(2026, 3, 4)) == "4 March 2026"
