"""Help for one screen: what it shows, and every key it knows. Closed by any of the usual keys.

In a low window the text scrolls below a line that says so; how to leave is always in sight.
"""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen, Screen

from routines.language import pgettext
from routines.language.cells import wrapped
from routines.language.lists import listed
from tui.screens.standing import when_drawn
from tui.terminal.key_names import key_name
from tui.texts import practice as words
from tui.widgets.lines import Said

_KEYS_WIDTH = 14
"""Columns before the words of a key; the next line of long ones begins there too."""


def key_lines(bindings: Iterable[Binding], width: int = 80) -> list[str]:
    """What each binding with something to say does, broken to `width` columns."""
    lines: list[str] = []
    for binding in bindings:
        if not binding.tooltip:
            continue
        names = [key_name(key) for key in binding.key.split(",")]
        keys = " ".join(name for name in names if name != "=")
        lines += wrapped(
            f"{keys:>{_KEYS_WIDTH - 2}}  {binding.tooltip}",
            max(width, 2 * _KEYS_WIDTH),
            " " * _KEYS_WIDTH,
        )
    return lines


class Help(ModalScreen[bool]):
    """The help of the screen below it. True when it was read, None when Esc closed it."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,space,question_mark,f1,q", "close", pgettext("key", "Close"), id="help.close"
        ),
        Binding("escape", "leave", pgettext("key", "Close")),
    ]

    def __init__(self, title: str, about: str, bindings: list[Binding]) -> None:
        super().__init__()
        self._title = title
        self._about = about
        self._described = bindings

    @classmethod
    def of(cls, screen: Screen[Any]) -> "Help":
        """Help for a screen, from its `help_now` or `HELP` and its bindings as they are set."""
        keymap: Mapping[str, str] = getattr(screen.app, "keymap", {})
        bindings = [
            entry.with_key(keymap.get(entry.id or "", entry.key))
            for entry in screen.BINDINGS
            if isinstance(entry, Binding)
        ]
        about = getattr(screen, "help_now", "") or screen.HELP or ""
        return cls(screen.title or words.PROGRAM, about, bindings)

    def compose(self) -> ComposeResult:
        """Title; a few sentences and the keys; how to leave."""
        with Vertical(id="help-card"):
            yield Said(self._title, id="help-title")
            with VerticalScroll(id="help-body"):
                yield Said(self._about.strip(), id="help-about")
                yield Said(id="help-keys")
                yield Said(self._names(), id="help-names")
            yield Said(words.HELP_CLOSE, id="help-close")

    def _names(self) -> str:
        names = [each.id for each in self._described if each.id and each.tooltip]
        return words.HELP_NAMES.format(names=listed(names)) if names else ""

    def on_mount(self) -> None:
        """The keys, for their height."""
        self.query_one("#help-keys", Said).say("\n".join(key_lines(self._described)))

    def on_resize(self) -> None:
        """Break the lines to the width there is, and say whether there is more below."""
        when_drawn(self, self._fit)

    def _fit(self) -> None:
        body = self.query_one("#help-body")
        keys = self.query_one("#help-keys", Said)
        keys.say("\n".join(key_lines(self._described, keys.size.width)))
        scrolls = body.max_scroll_y > 0
        close = f"{words.HELP_CLOSE}   {words.HELP_MORE}" if scrolls else words.HELP_CLOSE
        self.query_one("#help-close", Said).say(close)

    def action_close(self) -> None:
        """Back to the screen below, which goes on."""
        self.dismiss(True)

    def action_leave(self) -> None:
        """Back to the screen below; a practice stays paused."""
        self.dismiss(None)
