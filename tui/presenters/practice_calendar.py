"""The calendar of practised days as lines of text. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from routines.counted import counted
from routines.language.cells import padded
from routines.safe_text import harmless
from sessions.history.diary import DiaryLine
from sessions.history.strength import Day
from sessions.history.weeks import monday_of
from sessions.report.days import WEEKDAYS, short_day
from tui.texts import history as words
from tui.texts.dates import day_in_words

CELL = 4
"""Columns of a day."""
NAMES = 8
"""Columns of the Monday's name in front."""


def calendar_heading() -> str:
    """The days of the week."""
    return f"{'':<{NAMES}}" + "".join(f"{name:^{CELL}}" for name in WEEKDAYS)


def calendar_lines(
    days: Mapping[date, Day], chosen: date, today: date, rows: int
) -> tuple[str, ...]:
    """`rows` weeks, oldest first, the chosen day in brackets and never out of sight."""
    last = min(monday_of(today), monday_of(chosen) + timedelta(weeks=rows // 2))
    mondays = (last - timedelta(weeks=n) for n in range(max(1, rows) - 1, -1, -1))
    return tuple(_week(monday, days, chosen, today) for monday in mondays)


def _week(monday: date, days: Mapping[date, Day], chosen: date, today: date) -> str:
    cells: list[str] = []
    for n in range(7):
        day = monday + timedelta(days=n)
        done = days.get(day, Day()).sessions
        mark = " " if day > today else str(done) if done else "."
        cells.append(f"[{mark}]".center(CELL) if day == chosen else mark.center(CELL))
    return padded(short_day(monday), NAMES) + "".join(cells).rstrip()


def day_words(day: date, days: Mapping[date, Day], lines: Sequence[DiaryLine]) -> list[str]:
    """What there was on a day: practices, and the notes."""
    done = days.get(day, Day())
    said = [
        f"{line.when:%H:%M}  {harmless(line.text, 200)}"
        for line in lines
        if line.text and line.when.date() == day
    ]
    if not done.sessions and not said:
        return [f"{day_in_words(day)}. {words.CALENDAR_NONE}"]
    minutes = round(done.seconds / 60)
    practised = f"{counted(done.sessions, 'practice')}, {counted(minutes, 'minute')}"
    return [f"{day_in_words(day)}. {practised if done.sessions else ''}".rstrip(" "), *said]
