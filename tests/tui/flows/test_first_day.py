"""A first day: the questions, Home, a practice with a simulated patient, Home again, history."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.widgets import Input

from sessions.history.index import open_history
from sessions.live import nobody_there
from tests.tui.people import app_of, at_home, said, somebody, to_summary, until, until_screen
from tui.screens.closing import ClosingScreen
from tui.screens.history.history import HistoryScreen
from tui.screens.practice.session import SessionScreen
from tui.screens.questions.check_in import CheckInScreen
from tui.screens.questions.first_run import FirstRun
from tui.screens.questions.hand import WhichHand
from tui.widgets.drawn_side import DrawnSide


async def test_a_first_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the first question to the evening's history, by keys alone."""
    # The clock runs far ahead of the keys.
    monkeypatch.setattr(nobody_there, "NOBODY_AFTER_S", 1e9)
    person = somebody(tmp_path, None)
    app, clock = app_of(person)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_screen(pilot, FirstRun)
        await pilot.press("enter", "0", "0", "1", "2", "3", "4", "enter")
        await until(pilot, lambda: bool(app.screen.query(DrawnSide)), "the face")
        await pilot.press("left", "enter", "2")
        await until(pilot, lambda: bool(app.screen.query(Input)), "the date")
        await pilot.press(*"5 weeks", "enter", "0", "2", "1", "enter")
        await until_screen(pilot, WhichHand)
        await pilot.press("3")
        home = await at_home(pilot)

        assert person.settings.side == "left"
        assert person.settings.stage == "paretic"
        assert "First practice today" in said(home)
        assert "First flickers" in said(home)
        assert "smallest movements" in said(home)

        person.change(replace(person.settings, source="sim:steady"))
        await pilot.press("enter")
        await until_screen(pilot, CheckInScreen)
        await pilot.press("1", "0", "0", "0", "enter")
        await until_screen(pilot, FirstRun)  # some steps are led by sound alone
        assert "for your comfort" in said(app.screen)
        await pilot.press("3", "enter")
        await until_screen(pilot, SessionScreen)
        clock.run()
        await to_summary(pilot)
        await pilot.press("2", "enter")
        await until_screen(pilot, FirstRun)
        assert "for your plan and your report" in said(app.screen)
        await pilot.press("1")
        await until(pilot, lambda: "Seeing yourself" in said(app.screen), "what is seen")
        await pilot.press("enter")
        await until(pilot, lambda: "Where it matters" in said(app.screen), "the wishes")
        await pilot.press("5", "enter")
        await until(pilot, lambda: bool(app.screen.query(Input)), "the name")
        await pilot.press(*"Ana", "enter")
        await until(pilot, lambda: "Where your notes live" in said(app.screen), "the folder")
        await pilot.press("enter")
        await until_screen(pilot, ClosingScreen)
        assert "This week" in said(app.screen)
        assert "This was your first practice this week." in said(app.screen)
        assert "Next: First flickers, today from" in said(app.screen)
        home = await at_home(pilot)
        await until(pilot, lambda: bool(home.past.sessions), "the session in the past")

        assert home.view is not None
        assert home.view.offered.kind == "wait"
        assert "Your face is resting" in said(home)

        await pilot.press("h")
        await until_screen(pilot, HistoryScreen)
        await until(
            pilot, lambda: "With 2 more practices this week" in said(app.screen), "the weeks"
        )

    settings = person.settings
    assert (settings.sound.level, settings.view, settings.name) == (3, "bars", "Ana")
    assert settings.answers.regions == ("mouth",)
    assert settings.still_to_ask == ("operated", "linked-fingers")
    (kept,) = open_history(tmp_path).sessions
    assert kept.summary.ended == "finished"
    assert kept.summary.side == "left"
    assert kept.summary.check_in == {"tiredness": 1, "tightness": 0, "pain": 0, "eye_dryness": 0}
    assert kept.summary.reps > 0
