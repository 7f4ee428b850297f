"""Why: what each guard saw in one practice, made again from what was kept."""

import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from tui.screens.help import Help
from tui.texts import why as words
from tui.widgets.key_line import KeyLine

_BACK, _BACK_LONG = words.KEYS["back"]


class WhyScreen(Screen[None]):
    """One practice; `load` gives its lines and is called on a thread."""

    CSS_PATH = "history.tcss"
    TITLE = words.TITLE
    HELP = words.HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll(3)", show=False),
        Binding("up", "scroll(-3)", show=False),
        Binding("pagedown,space", "scroll(12)", show=False),
        Binding("pageup", "scroll(-12)", show=False),
        Binding("question_mark,f1", "help", "Help", tooltip="this page", id="why.help"),
        Binding("escape,q,enter,w", "back", _BACK, tooltip=_BACK_LONG, id="why.back"),
    ]

    def __init__(self, load: Callable[[], list[str]]) -> None:
        super().__init__()
        self._load = load

    def compose(self) -> ComposeResult:
        """Title and text."""
        yield Static(words.TITLE, classes="title", markup=False)
        with VerticalScroll(id="day-body", can_focus=False):
            yield Static(words.WAIT, id="day-text", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Go through the practice again, off the screen's own time."""
        self._read()

    @work(group="why", exclusive=True)
    async def _read(self) -> None:
        lines = await asyncio.to_thread(self._load)
        self.query_one("#day-text", Static).update("\n".join(lines))

    def action_scroll(self, by: int) -> None:
        """A little further or back."""
        self.query_one("#day-body", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_help(self) -> None:
        """Help for this page."""
        self.app.push_screen(Help.of(self))

    def action_back(self) -> None:
        """To where it was opened."""
        self.dismiss(None)
