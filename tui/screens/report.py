"""The report for a therapist, to be read on the screen."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from routines.language import _
from tui.texts import day as words
from tui.widgets.key_line import KeyLine
from tui.widgets.reflowed import Reflowed


class ReportScreen(Screen[None]):
    """Shows what `made` gives for the columns there are; where there is more than fits, the arrows
    scroll.
    """

    CSS_PATH = "learn.tcss"
    TITLE = words.REPORT_TITLE
    HELP = words.REPORT_FILE
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "back", _("Back"), tooltip=_("back to Home"), id="report.back"),
    ]

    def __init__(self, made: Callable[[int], str]) -> None:
        super().__init__()
        self._made = made

    def compose(self) -> ComposeResult:
        """Title, text, and how to have it as a file."""
        yield Static(words.REPORT_TITLE, classes="title", markup=False)
        with VerticalScroll(id="report-body"):
            yield Reflowed(self._made, id="report-text")
        yield Static(words.REPORT_FILE, markup=False)
        yield KeyLine()

    def action_back(self) -> None:
        """Enough read."""
        self.dismiss(None)
