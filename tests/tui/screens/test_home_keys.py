"""Home's footer names every key in a small window, and one key reads the report."""

import threading
from pathlib import Path

import pytest
from textual.widgets import Footer

from tests.tui.people import app_of, at_home, said, somebody, until, until_screen
from tui.person.past import Past, load_past
from tui.person.person import Person
from tui.screens.report import ReportScreen
from tui.texts.day import HOME_KEYS


async def test_an_app_that_ends_while_home_is_read_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read comes when its lines are gone."""
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test() as pilot:
        home = await at_home(pilot)
        going = threading.Event()

        def slow(person: Person) -> Past:
            going.wait()
            return load_past(person)

        monkeypatch.setattr("tui.screens.home.load_past", slow)
        home.refresh_home()
        await home.query("#home-head, #home-body").remove()
        going.set()
        await app.workers.wait_for_complete()

    assert home.view is not None


async def test_every_key_is_in_sight_and_the_report_is_one_of_them(tmp_path: Path) -> None:
    """At 60 by 20 on as many lines as it needs; no word is cut."""
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(60, 20)) as pilot:
        home = await at_home(pilot)
        footer = home.query_one(Footer)
        words = {name for key, (name, _) in HOME_KEYS.items() if key != "put-away"}
        await until(pilot, lambda: footer.size.height > 1, "a second line of keys")
        keys = [each for each in footer.children if each.display]
        shown = [str(each.render()) for each in keys]

        assert {word for word in words if any(word in each for each in shown)} == words
        assert all(each.region.right <= footer.region.right for each in keys)
        assert all(
            each.size.width >= len(text.strip()) for each, text in zip(keys, shown, strict=True)
        )

        await pilot.press("p")
        await until_screen(pilot, ReportScreen)
        assert "report -o report.pdf" in said(app.screen)
        await pilot.press("escape")
        await at_home(pilot)
