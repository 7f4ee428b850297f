"""After a practice: the week in dots, one good thing that is true, and when the next one is."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from tui.presenters.closing import Closing
from tui.texts import week as words
from tui.widgets.key_line import KeyLine
from tui.widgets.week_dots import WeekDots


class ClosingScreen(Screen[None]):
    """Asks nothing; Enter or Esc leads back to Home."""

    CSS_PATH = "closing.tcss"
    TITLE = words.CLOSING_TITLE
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,q", "go", "Home", tooltip="back to Home", id="closing.home"),
    ]

    def __init__(self, closing: Closing) -> None:
        super().__init__()
        self._picture = closing

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Static(words.CLOSING_TITLE, classes="title", markup=False)
        with VerticalScroll(can_focus=False):
            yield WeekDots()
            for text in self._picture.lines:
                yield Static(text, classes="text", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Draw the week."""
        self.query_one(WeekDots).show(self._picture.week, self._picture.today)

    def action_go(self) -> None:
        """It was seen."""
        if self.is_current:
            self.dismiss(None)
