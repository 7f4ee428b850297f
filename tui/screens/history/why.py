"""Why: what each guard saw in one practice, made again from what was kept."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from routines.language import _
from tui.screens.help import Help
from tui.screens.standing import when_drawn
from tui.terminal.reflow import kept_in
from tui.texts import why as words
from tui.widgets.key_line import KeyLine
from tui.widgets.reflowed import Reflowed

_BACK, _BACK_LONG = words.KEYS["back"]


class WhyScreen(Screen[None]):
    """One practice. `known` stands there at once; `load` gives the lines below it, on a thread."""

    CSS_PATH = "history.tcss"
    TITLE = words.TITLE
    HELP = words.HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll(3)", show=False, tooltip=_("further down")),
        Binding("up", "scroll(-3)", show=False, tooltip=_("further up")),
        Binding("pagedown,space", "scroll(12)", show=False),
        Binding("pageup", "scroll(-12)", show=False),
        Binding("question_mark,f1", "help", _("Help"), tooltip=_("this page"), id="why.help"),
        Binding("escape,q,enter,w", "back", _BACK, tooltip=_BACK_LONG, id="why.back"),
    ]

    def __init__(
        self,
        load: Callable[[], list[str]] | None,
        title: str = words.TITLE,
        known: Sequence[str] = (),
    ) -> None:
        """Without `load` there is nothing to wait for."""
        super().__init__()
        self._load = load
        self._heading = title
        self._known = [*known, *([""] if known and load else [])]

    def compose(self) -> ComposeResult:
        """Title and text."""
        yield Static(self._heading, classes="title", markup=False)
        with VerticalScroll(id="day-body", can_focus=False):
            wait = [] if self._load is None else [words.WAIT]
            yield Reflowed(partial(kept_in, self._known + wait), id="day-text")
        yield KeyLine()

    def on_mount(self) -> None:
        """The practice is gone through again once what is known has been drawn."""
        if self._load is not None:
            when_drawn(self, partial(self._read, self._load))

    @work(group="why", exclusive=True)
    async def _read(self, load: Callable[[], list[str]]) -> None:
        more = await asyncio.to_thread(load)
        self.query_one(Reflowed).make(partial(kept_in, self._known + more))

    def action_scroll(self, by: int) -> None:
        """A little further or back."""
        self.query_one("#day-body", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_help(self) -> None:
        """Help for this page."""
        self.app.push_screen(Help.of(self))

    def action_back(self) -> None:
        """To where it was opened."""
        self.dismiss(None)
