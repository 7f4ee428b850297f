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
            yield Static(id="report-text", markup=False)
        yield Static(words.REPORT_FILE, markup=False)
        yield KeyLine()

    def on_resize(self) -> None:
        """Made anew for the width."""
        self.call_after_refresh(self._say)

    def _say(self) -> None:
        text = self.query_one("#report-text", Static)
        if text.size.width:
            text.update(self._made(text.size.width))

    def action_back(self) -> None:
        """Enough read."""
        self.dismiss(None)
