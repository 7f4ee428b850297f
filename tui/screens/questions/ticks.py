"""A longer list to tick. Returns the ticked keys, or None when it was left."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static
from textual.widgets.option_list import Option

from routines.language import _
from tui.widgets.key_line import KeyLine
from tui.widgets.menu import Menu


class Ticks(Screen[tuple[str, ...] | None]):
    """Space ticks, Enter goes on."""

    CSS_PATH = "pick.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "confirm", _("Go on"), priority=True, id="ticks.confirm"),
        Binding("space", "tick", _("Tick"), id="ticks.tick"),
        Binding("escape", "leave", _("Back"), id="ticks.leave"),
    ]

    def __init__(
        self, title: str, texts: Sequence[str], options: dict[str, str], chosen: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self.title = title
        self.texts = texts
        self.options = options
        self.ticked = set(chosen)

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Static(self.title or "", classes="title", markup=False)
        for text in self.texts:
            yield Static(text, classes="text", markup=False)
        yield Menu(Option(self._line(key), id=key) for key in self.options)
        yield KeyLine()

    def _line(self, key: str) -> str:
        return f"[{'x' if key in self.ticked else ' '}] {self.options[key]}"

    def action_tick(self) -> None:
        """Tick or untick the marked line."""
        menu = self.query_one(Menu)
        if menu.highlighted is None:
            return
        key = list(self.options)[menu.highlighted]
        self.ticked ^= {key}
        menu.relabel(key, self._line(key))

    def action_confirm(self) -> None:
        """That is all, in the order shown."""
        self.dismiss(tuple(key for key in self.options if key in self.ticked))

    def action_leave(self) -> None:
        """Not answered."""
        self.dismiss(None)
