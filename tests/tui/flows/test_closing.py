"""After `run`, too, the week and one good thing are shown before the program ends."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.screen import Screen

from sessions.live.request import SessionOutcome, SessionRequest
from tests.tui.people import said, somebody, until, until_screen
from tests.tui.practised_days import DAILY, practised
from tui.app import SlowsmileApp
from tui.flows.closing import closing_after, closing_screen_after
from tui.screens.closing import ClosingScreen

DONE = SessionOutcome(ended="finished", record=Path("record.toml"), sentence="Kept in record.toml")


def request(data: Path) -> SessionRequest:
    """A practice with a camera."""
    return SessionRequest(routine=DAILY, side="left", data=data)


async def test_the_picture_stands_there_until_it_was_seen(tmp_path: Path) -> None:
    """Its key says that the program ends, and the sentence of the practice is still told."""
    practised(tmp_path, 3)
    person = somebody(tmp_path)
    first: Screen[SessionOutcome] = Screen()
    app = SlowsmileApp(
        first, last=lambda outcome: closing_screen_after(person, request(tmp_path), outcome)
    )
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: app.screen is first, "the practice")
        first.dismiss(DONE)
        await until_screen(pilot, ClosingScreen)
        bindings = app.screen.active_bindings
        assert bindings["enter"].binding.description == "End"
        assert "Next: " in said(app.screen)
        await pilot.press("enter")

    assert app.return_value == DONE.sentence


@pytest.mark.parametrize(
    ("outcome", "speed"),
    [(replace(DONE, record=None), 1.0), (replace(DONE, left=True), 1.0), (DONE, 20.0)],
)
def test_there_is_none_where_nobody_looks(
    tmp_path: Path, outcome: SessionOutcome, speed: float
) -> None:
    """Nothing kept, left before the summary, or many times the usual pace."""
    person = somebody(tmp_path)
    asked = request(tmp_path)

    assert closing_after(person, asked, DONE) is not None
    assert closing_after(person, replace(asked, speed=speed), outcome) is None
