"""The weekly question about an eye that does not close, and the card in the first run."""

from pathlib import Path

from msgspec.structs import replace

from sessions.history.diary import kept_lines
from tests.tui.people import ANSWERED, app_of, at_home, said, somebody, until_screen
from tui.flows.eye_week import ask_about_eye, week_lines
from tui.screens.questions.first_run import FirstRun
from tui.screens.questions.pick import Pick
from tui.screens.questions.ticks import Ticks
from tui.screens.questions.today import TodayCard
from tui.texts import eye as words


async def test_gap_and_care_are_kept_and_the_clear_part_is_for_today(tmp_path: Path) -> None:
    """One line in the diary; the card says when to go."""
    person = somebody(tmp_path, replace(ANSWERED, eye_closes=False))
    app, _ = app_of(person)
    async with app.run_test(size=(70, 24)) as pilot:
        home = await at_home(pilot)
        home._go(lambda app: ask_about_eye(app, person))
        await until_screen(pilot, Pick)
        await pilot.press("3")
        await until_screen(pilot, Ticks)
        await pilot.press("space", "enter")
        await until_screen(pilot, TodayCard)
        assert words.TODAY_TITLE in said(app.screen)
        assert words.WHEN_TODAY in said(app.screen)
        await pilot.press("enter")
        await at_home(pilot)

    (line,) = kept_lines(tmp_path)
    assert line.kind == "eye"
    assert line.answers == {
        "gap": "clear-part",
        "drops": True,
        "ointment": False,
        "cover": False,
        "blinks": False,
    }
    again = week_lines("gap", line)
    assert again[0] == (
        "The gap is smaller than last time. On 21 November 2026 you said: the clear part stays "
        "visible."
    )


async def test_an_eye_that_closes_is_not_asked_about(tmp_path: Path) -> None:
    """Nothing is shown, nothing kept."""
    person = somebody(tmp_path)
    app, _ = app_of(person)
    async with app.run_test(size=(70, 24)) as pilot:
        home = await at_home(pilot)
        home._go(lambda app: ask_about_eye(app, person))
        await at_home(pilot)

    assert kept_lines(tmp_path) == []


async def test_a_gap_that_stays_sends_to_an_eye_doctor_at_once(tmp_path: Path) -> None:
    """With the answer itself."""
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(70, 24)) as pilot:
        home = await at_home(pilot)
        app.push_screen(FirstRun(home.person, page="eye-closes", only=True))
        await until_screen(pilot, FirstRun)
        await pilot.press("2")
        await until_screen(pilot, TodayCard)
        assert words.GAP_TITLE in said(app.screen)
        assert "clear part" in said(app.screen)
        assert "Massage, heat" not in said(app.screen)
        await pilot.press("enter")
        await at_home(pilot)
