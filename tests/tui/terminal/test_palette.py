"""The palette offers what can be done now, each thing once."""

from pathlib import Path

from msgspec.structs import replace
from textual.command import CommandList, CommandPalette

from tests.tui.people import ANSWERED, app_of, at_home, somebody, until, until_screen
from tui.app import SlowsmileApp
from tui.screens.learn import LearnScreen
from tui.screens.palette import commands
from tui.screens.questions.check_in import CheckInScreen


async def test_each_screen_offers_its_keys_and_home_the_open_routines(tmp_path: Path) -> None:
    """A flaccid face is offered no active routine, and the reminder only while there is one. No
    routine is begun over a page that is being read."""
    app, _ = app_of(somebody(tmp_path, replace(ANSWERED, stage="flaccid")))
    async with app.run_test(size=(80, 24)) as pilot:
        home = await at_home(pilot)
        offered = {each.title: each for each in commands(app, home)}

        assert {"Change anything", "Weeks, trends and days", "This help"} <= set(offered)
        assert "Put the reminder away" not in offered
        assert "Begin: Care, massage and rest" in offered
        assert "Begin: Gentle daily set" not in offered

        await pilot.press("l")
        await until_screen(pilot, LearnScreen)
        titles = [each.title for each in commands(app, app.screen)]
        assert "Back to Home" in titles
        assert len(titles) == len(set(titles))
        assert not any(title.startswith("Begin") for title in titles)

        await pilot.press("escape")
        await at_home(pilot)
        offered["Begin: Care, massage and rest"].callback()
        await until_screen(pilot, CheckInScreen)


BRACKETS = "Twice [/day] [left] [@click=app.quit]now[/]"
ROUTINE = f"""
schema = 1
id = "brackets"
name = "{BRACKETS}"
about = "{BRACKETS}"
stage = "paretic"
[[exercise]]
do = "massage-cheek"
"""


async def test_nothing_of_a_routine_is_markup_in_the_palette(tmp_path: Path) -> None:
    """A name with square brackets is shown as it is written, listed and searched for."""
    (tmp_path / "routines").mkdir()
    (tmp_path / "routines" / "brackets.toml").write_text(ROUTINE)
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(120, 40)) as pilot:
        await at_home(pilot)
        await pilot.press("ctrl+p")
        await until_screen(pilot, CommandPalette)

        await until(pilot, lambda: BRACKETS in offered_in(app), "the routine in the palette")
        await pilot.press(*"twice")
        await until(pilot, lambda: offered_in(app).count("Begin") == 1, "the routine found")
        found = offered_in(app)

    assert found.count(BRACKETS) == 2
    assert app.return_code in (None, 0)


def offered_in(app: SlowsmileApp) -> str:
    """What stands in the palette's list."""
    options = app.screen.query_one(CommandList).options
    return "\n".join(str(option.prompt) for option in options)
