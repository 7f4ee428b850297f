"""The calendar of practised days."""

from datetime import date, timedelta

import pytest

from sessions.history.diary import DiaryLine
from sessions.history.strength import Day
from tests.tui.people import MORNING
from tui.presenters.practice_calendar import calendar_heading, calendar_lines, day_words

TODAY = date(2026, 11, 21)
"""A Saturday."""
DAYS = {TODAY: Day(sessions=1, seconds=360.0), TODAY - timedelta(days=8): Day(sessions=2)}


def test_weeks_stand_below_each_other() -> None:
    """Numbers of practices, dots, nothing on days to come; the chosen day in brackets."""
    lines = calendar_lines(DAYS, TODAY, TODAY, 3)

    assert [line.split() for line in lines] == [
        ["2", "Nov", *"......."],
        ["9", "Nov", *"....2.."],
        ["16", "Nov", *".....", "[1]"],
    ]
    assert calendar_heading().index("Sa") == lines[2].index("[1]") + 1


@pytest.mark.parametrize("weeks", [0, 1, 9, 60, 500])
def test_the_chosen_day_is_always_in_sight(weeks: int) -> None:
    """However far back."""
    lines = calendar_lines(DAYS, TODAY - timedelta(weeks=weeks), TODAY, 5)

    assert len(lines) == 5
    assert sum("[" in line for line in lines) == 1


def test_a_day_is_told_with_its_notes() -> None:
    """Practices, minutes, notes; nothing is a sentence too."""
    note = DiaryLine(when=MORNING, kind="note", text="slept \x1bwell")

    assert day_words(TODAY, DAYS, [note]) == [
        "21 November 2026. 1 practice, 6 minutes",
        "09:00  slept \\x1bwell",
    ]
    assert day_words(TODAY - timedelta(days=1), DAYS, [note]) == [
        "20 November 2026. No practice and no note on this day."
    ]
