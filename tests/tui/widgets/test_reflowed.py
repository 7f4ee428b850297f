"""A text follows the width of its window."""

from textual.app import App, ComposeResult

from tests.tui.people import until
from tui.widgets.reflowed import Reflowed


class OneText(App[None]):
    """A text that says for how many columns it was made."""

    def compose(self) -> ComposeResult:
        """It alone."""
        yield Reflowed(lambda columns: f"for {columns}")


async def test_it_is_made_for_the_columns_there_are() -> None:
    """At first, in a window made smaller, and when another text takes its place."""
    app = OneText()
    async with app.run_test(size=(70, 10)) as pilot:
        text = app.query_one(Reflowed)
        await until(pilot, lambda: str(text.render()) == "for 70", "the width at first")
        await pilot.resize_terminal(50, 10)
        await until(pilot, lambda: str(text.render()) == "for 50", "the smaller width")
        text.make(lambda columns: f"another for {columns}")
        assert str(text.render()) == "another for 50"
