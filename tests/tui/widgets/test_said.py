"""A text that is said many times a second: the screen is laid out anew only where it must be."""

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Label

from tests.tui.settling import settled
from tui.widgets.lines import Said


class Saying(App[None]):
    """A text over another, in a window of forty columns."""

    def compose(self) -> ComposeResult:
        """The text and what stands under it."""
        yield Said("left mouth corner: still", id="said")
        yield Label("under it", id="under")


@pytest.mark.parametrize(
    ("text", "lays_out", "lines"),
    [
        ("left mouth corner: 12 %", False, 1),
        ("a line\nand another", True, 2),
        ("", True, 1),
        ("words " * 10, True, 2),
        ("\u5de6" * 20, False, 1),
        ("\u5de6" * 21, True, 2),
    ],
)
async def test_a_line_for_a_line_lays_nothing_out(
    monkeypatch: pytest.MonkeyPatch, text: str, lays_out: bool, lines: int
) -> None:
    """The new words are seen in the place of the old; what takes more room moves the rest."""
    app = Saying()
    async with app.run_test(size=(40, 12)):
        await settled()
        said, asked = app.query_one(Said), []
        update = Said.update
        monkeypatch.setattr(
            Said,
            "update",
            lambda self, new, *, layout: (asked.append(layout), update(self, new, layout=layout)),
        )
        said.say(text)
        said.say(text)
        await settled()

        assert asked == [lays_out]
        shown = "".join(said.render_line(y).text for y in range(lines))
        assert "".join(shown.split()) == "".join(text.split())
        assert app.query_one("#under").region.y == lines
