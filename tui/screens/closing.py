"""After a practice: the week in dots, one good thing that is true, and when the next one is."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from routines.language import _
from tui.presenters.closing import Closing
from tui.texts import week as words
from tui.widgets.key_line import KeyLine
from tui.widgets.week_dots import LargeWeek


class ClosingScreen(Screen[None]):
    """Asks nothing; Enter or Esc leads back to Home, or ends the program."""

    CSS_PATH = "closing.tcss"
    TITLE = words.CLOSING_TITLE
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,q", "go", _("Home"), tooltip=_("back to Home"), id="closing.home"),
        Binding("enter,escape,q", "end", _("End"), tooltip=_("end the program"), id="closing.end"),
    ]

    def __init__(self, closing: Closing, *, ends: bool = False) -> None:
        """`ends` says that there is no Home to go back to."""
        super().__init__()
        self._picture = closing
        self._ends = ends

    def compose(self) -> ComposeResult:
        """The title; in the middle of what is left the week, and the sentences below it."""
        picture = self._picture
        yield Static(words.CLOSING_TITLE, classes="title", markup=False)
        with VerticalScroll(can_focus=False):
            yield LargeWeek(picture.week, picture.today)
            yield Static(picture.good, classes="good", markup=False)
            yield Static(picture.next, classes="next", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Leave out what is empty."""
        self.query_one(".good").display = bool(self._picture.good)
        self.query_one(".next").display = bool(self._picture.next)

    def on_resize(self) -> None:
        """Dots of another size."""
        self.query_one(LargeWeek).draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One of the two ways on."""
        return action != ("go" if self._ends else "end")

    def action_end(self) -> None:
        """It was seen."""
        self.action_go()

    def action_go(self) -> None:
        """It was seen."""
        if self.is_current:
            self.dismiss(None)
