"""The palette offers what can be done now, each thing once."""

from pathlib import Path

from msgspec.structs import replace

from tests.tui.people import ANSWERED, app_of, at_home, somebody, until_screen
from tui.app import commands
from tui.screens.learn import LearnScreen
from tui.screens.questions.check_in import CheckInScreen


async def test_home_offers_its_keys_and_the_open_routines(tmp_path: Path) -> None:
    """A flaccid face is offered no active routine, and the reminder only while there is one."""
    app, _ = app_of(somebody(tmp_path, replace(ANSWERED, stage="flaccid")))
    async with app.run_test(size=(80, 24)) as pilot:
        home = await at_home(pilot)
        offered = {each.title: each for each in commands(app, home)}

        assert {"Change anything", "Weeks, trends and days", "This help"} <= set(offered)
        assert "Put the reminder away" not in offered
        assert "Begin: Care, massage and rest" in offered
        assert "Begin: Gentle daily set" not in offered

        offered["Begin: Care, massage and rest"].callback()
        await until_screen(pilot, CheckInScreen)


async def test_other_screens_offer_their_own(tmp_path: Path) -> None:
    """No routine is begun over a page that is being read."""
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        await pilot.press("l")
        await until_screen(pilot, LearnScreen)

        titles = [each.title for each in commands(app, app.screen)]

        assert "Back to Home" in titles
        assert len(titles) == len(set(titles))
        assert not any(title.startswith("Begin") for title in titles)
