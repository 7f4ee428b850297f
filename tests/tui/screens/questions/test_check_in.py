"""The check-in of a weekly record asks one question more, before anything is measured."""

from pathlib import Path

from tests.tui.people import app_of, said, somebody, until, until_screen
from tui.screens.questions.check_in import CheckedIn, CheckInScreen


async def test_a_weekly_record_asks_how_the_face_looks_at_rest(tmp_path: Path) -> None:
    """In the same row of digits; all in sight."""
    app, _ = app_of(somebody(tmp_path))
    answered: list[CheckedIn | None] = []
    async with app.run_test(size=(60, 20)) as pilot:
        app.push_screen(CheckInScreen(weekly_record=True), answered.append)
        await until_screen(pilot, CheckInScreen)
        assert "Face uneven at rest" in said(app.screen)
        await pilot.press("1", "2", "0", "0", "6", "enter")
        await until(pilot, lambda: bool(answered), "the answers")

    assert answered[0] is not None
    assert answered[0].answers["rest_uneven"] == 6
    assert answered[0].decision == "as-planned"


async def test_a_practice_does_not(tmp_path: Path) -> None:
    """Four questions, as ever."""
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(CheckInScreen())
        await until_screen(pilot, CheckInScreen)
        assert "Tired" in said(app.screen)
        assert "uneven" not in said(app.screen)
