"""What waits for a picture of a screen is done while the screen stands, and not afterwards."""

from textual.app import App
from textual.screen import Screen

from tests.tui.settling import settled
from tui.screens.standing import when_drawn


async def test_what_waits_for_a_picture_is_left_out_when_the_screen_has_gone() -> None:
    """Also where it was asked for in the very moment in which the screen is left."""
    app, done = App[None](), list[str]()
    async with app.run_test() as pilot:
        shown = Screen[None]()
        await app.push_screen(shown)
        when_drawn(shown, lambda: done.append("while it stood"))
        await pilot.pause()
        assert done == ["while it stood"]

        when_drawn(shown, lambda: done.append("when it was left"))
        shown.dismiss()
        when_drawn(shown, lambda: done.append("after that"))
        app.screen.call_after_refresh(done.append, "of the screen below")
        await settled()

    assert done == ["while it stood", "of the screen below"]
