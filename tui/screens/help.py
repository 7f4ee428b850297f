"""Help for one screen: what it shows, and every key it knows. Closed by any of the usual keys."""

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen, Screen

from tui import words
from tui.widgets.said import Said

_KEY_NAMES = {
    "question_mark": "?",
    "plus": "+",
    "f1": "F1",
    "escape": "esc",
    "ctrl+q": "ctrl+q",
}


def key_lines(bindings: list[Binding]) -> list[str]:
    """One line for each binding that has something to say."""
    lines: list[str] = []
    for binding in bindings:
        if not binding.tooltip:
            continue
        names = [_KEY_NAMES.get(key, key) for key in binding.key.split(",")]
        keys = " ".join(name for name in names if name != "equals_sign")
        lines.append(f"{keys:>12}  {binding.tooltip}")
    return lines


class Help(ModalScreen[None]):
    """The help of the screen below it."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space,question_mark,f1,q", "close", "close", id="help.close"),
    ]

    def __init__(self, title: str, about: str, bindings: list[Binding]) -> None:
        super().__init__()
        self._title = title
        self._about = about
        self._described = bindings

    @classmethod
    def of(cls, screen: Screen[Any]) -> "Help":
        """Help for a screen, from its `HELP` text and its bindings."""
        bindings = [entry for entry in screen.BINDINGS if isinstance(entry, Binding)]
        return cls(screen.title or words.PROGRAM, screen.HELP or "", bindings)

    def compose(self) -> ComposeResult:
        """Title, a few sentences, keys."""
        with VerticalScroll(id="help-card"):
            yield Said(self._title, id="help-title")
            yield Said(self._about.strip(), id="help-about")
            yield Said("\n".join(key_lines(self._described)), id="help-keys")
            yield Said(words.HELP_CLOSE, id="help-close")

    def action_close(self) -> None:
        """Back to the screen below."""
        self.dismiss(None)
