"""History on the screen: weeks, quantities, days, one day in words."""

from pathlib import Path

import pytest

from sessions.history.diary import DiaryLine, add_line
from tests.sessions.log_samples import many
from tests.tui.people import (
    DAY,
    MORNING,
    app_of,
    at_home,
    said,
    said_in_one_line,
    somebody,
    until,
    until_screen,
)
from tui.screens.history.calendar import CalendarScreen
from tui.screens.history.chart import ChartScreen
from tui.screens.history.days import DayScreen, DaysScreen
from tui.screens.history.history import HistoryScreen
from tui.screens.history.why import WhyScreen
from tui.widgets.menu import Menu
from tui.widgets.plot import Plot


@pytest.mark.parametrize("size", [(60, 20), pytest.param((160, 45), marks=pytest.mark.long)])
async def test_weeks_and_days(tmp_path: Path, size: tuple[int, int]) -> None:
    """Every exercise and quantity is a key away; a day is told in words."""
    many(tmp_path, 30, every_days=1, until=MORNING - DAY, growth_mm=3.0, source="sim:steady")
    add_line(tmp_path, DiaryLine(when=MORNING, kind="weekly", answers={"eye": 4}))
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=size) as pilot:
        await at_home(pilot)
        await pilot.press("h")
        await until_screen(pilot, HistoryScreen)
        rows = app.screen.query_one("#history-rows", Menu)
        await until(pilot, lambda: any("larger" in row for row in rows.lines), "the rows")
        text = said(app.screen)
        assert "the weak side is larger by" in text
        assert "Practice strength" in text
        assert rows.lines[-1] == "Life with this face"
        await pilot.press("enter")
        await until_screen(pilot, ChartScreen)
        plot = app.screen.query_one(Plot)
        assert plot.size.height >= 5
        assert plot.series is not None
        assert plot.series.other
        assert "both sides, size in mm" in said(app.screen)
        assert " mm. A change under " in said(app.screen)
        assert "Notes: " in said(app.screen)
        await pilot.press("right")
        assert "weak side in % of the strong side" in said(app.screen)
        while "Life with this face" not in said(app.screen):
            await pilot.press("down")
        assert "The eye" in said(app.screen)
        await pilot.press("escape")
        await until_screen(pilot, HistoryScreen)
        await pilot.press("d")
        await until_screen(pilot, DaysScreen)
        lines = app.screen.query_one(Menu).lines
        assert len(lines) == 30
        assert lines[0].startswith("yesterday 09:00")
        await pilot.press("down", "enter")
        await until_screen(pilot, DayScreen)
        assert "Open smile: 5 of 5 movements" in said(app.screen)
        await pilot.press("w")
        await until_screen(pilot, WhyScreen)
        await until(pilot, lambda: "cannot be replayed" in said_in_one_line(app.screen), "why not")
        await pilot.press("w")
        await pilot.press("escape", "escape", "escape")
        await at_home(pilot)


async def test_nothing_yet(tmp_path: Path) -> None:
    """An empty history is a sentence, not an empty page."""
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(60, 20)) as pilot:
        await at_home(pilot)
        await pilot.press("h")
        await until_screen(pilot, HistoryScreen)
        await until(pilot, lambda: "nothing to show yet" in said(app.screen), "a sentence")
        assert "What you will find here" in said(app.screen)
        await pilot.press("d", "c", "enter", "down")
        assert isinstance(app.screen, HistoryScreen)


@pytest.mark.long
async def test_a_record_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    """The others are shown; the day that went bad says so."""
    paths = many(tmp_path, 3, until=MORNING - DAY, source="sim:steady")
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        await pilot.press("h")
        await until_screen(pilot, HistoryScreen)
        await until(pilot, lambda: "So far" in said(app.screen), "what there is")
        paths[-1].write_text("broken", encoding="utf-8")
        await pilot.press("d")
        await until_screen(pilot, DaysScreen)
        await pilot.press("enter")
        await until_screen(pilot, DayScreen)
        assert "cannot be read" in said(app.screen)


async def test_a_day_of_the_calendar_is_typed_as_it_is_said(tmp_path: Path) -> None:
    """What is not understood is said; arrows move, Enter opens the practice of the day."""
    many(tmp_path, 3, every_days=3, until=MORNING - DAY, source="sim:steady")
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(60, 20)) as pilot:
        await at_home(pilot)
        await pilot.press("h")
        await until_screen(pilot, HistoryScreen)
        await until(pilot, lambda: "So far" in said(app.screen), "what there is")
        await pilot.press("c")
        await until_screen(pilot, CalendarScreen)
        assert "20 November 2026. 1 practice" in said(app.screen)
        await pilot.press("left")
        assert "19 November 2026. No practice" in said(app.screen)
        await pilot.press("g", *"soon", "enter")
        await until(pilot, lambda: "I do not know which day" in said(app.screen), "a sentence")
        await pilot.press("escape", "g", *"17 nov", "enter")
        await until(pilot, lambda: "17 November 2026. 1 practice" in said(app.screen), "the day")
        await pilot.press("enter")
        await until_screen(pilot, DayScreen)
