"""A screen is styled before it is shown, as Textual would style it afterwards."""

from pathlib import Path

import pytest

from tests.tui.people import app_of, at_home, somebody, until, until_screen
from tui.screens.dressing import dress
from tui.screens.help import Help
from tui.screens.home import Home
from tui.screens.questions.ask import Ask


async def test_a_window_names_its_size_before_and_after_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Home has names of its own; the style sheet learns of the help when it is opened."""
    app, _ = app_of(somebody(tmp_path))
    anew: list[object] = []
    async with app.run_test(size=(80, 22)) as pilot:
        home = await at_home(pilot)
        monkeypatch.setattr(app.stylesheet, "reparse", lambda: anew.append(app.screen))
        for size in ((80, 22), (110, 36), (150, 24)):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda size=size: app.size == size, "a window of this size")
            fresh = Home(home.person, home._start)
            dress(app, fresh)
            await until(
                pilot,
                lambda fresh=fresh: {*home.classes} - {"-ascii"} == {*fresh.classes},
                "classes as `Resize` leaves them",
            )

            await pilot.press("question_mark")
            await until_screen(pilot, Help)
            opened, unopened = app.screen, Help.of(home)
            dress(app, unopened)

            assert isinstance(opened, Help)
            assert unopened.classes == opened.classes
            assert str(opened.query_one("#help-card").styles.width) == "72"
            await pilot.press("escape")
            await until_screen(pilot, Home)
        dress(app, Ask("?", "", "", ""))

        assert "#ask-card" in app.stylesheet.rules_map

    assert not anew
