"""Several questions on one page, each answered 0 to 10 with one key.

A digit answers and moves on; the key after 9, "-", is ten. An unanswered row is kept as
unanswered, never as nought.
"""

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.message import Message
from textual.widgets import Static

from tui.widgets.glyphs import Glyphs, glyphs

TEN_KEYS = frozenset({"minus", "kp_minus"})
_LABEL = 24
"""Columns of the longest label; with the scale it fits 56 columns."""


def draw_scale(label: str, value: int | None, current: bool, glyphs: Glyphs) -> str:
    """One row: mark, words, and the scale with brackets round the answer."""
    mark = (">" if glyphs is Glyphs.ASCII else "\u203a") if current else " "
    gaps = [" "] * 12
    if value is not None:
        gaps[value], gaps[value + 1] = "[", "]"
    steps = "".join(f"{gap}{step}" for step, gap in enumerate(gaps[:11])) + gaps[11]
    return f"{mark} {label[:_LABEL]:<{_LABEL}}{steps}"


class Scales(Static, can_focus=True):
    """The questions. Says `Answered` with what was answered when Enter is pressed."""

    DEFAULT_CSS = """
    Scales { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "up", show=False),
        Binding("down,tab", "move(1)", "down", show=False),
        Binding("backspace,delete", "clear", "clear", show=False),
        Binding("enter", "confirm", "go on", id="scales.confirm"),
    ]

    @dataclass
    class Answered(Message):
        """The page was answered; rows left out are not among `answers`."""

        answers: dict[str, int]

    def __init__(self, items: dict[str, str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._items = items
        self._keys = list(items)
        self._row = 0
        self.answers: dict[str, int] = {}

    def on_mount(self) -> None:
        """Draw the empty scales."""
        self._draw()

    @property
    def lines(self) -> list[str]:
        """The rows as drawn."""
        return [
            draw_scale(label, self.answers.get(key), row == self._row, glyphs())
            for row, (key, label) in enumerate(self._items.items())
        ]

    def _draw(self) -> None:
        text = Text("\n").join(
            Text(line, style="bold" if row == self._row else "")
            for row, line in enumerate(self.lines)
        )
        self.update(text)

    def action_move(self, by: int) -> None:
        """Another row; it stops at both ends."""
        self._row = max(0, min(len(self._keys) - 1, self._row + by))
        self._draw()

    def action_clear(self) -> None:
        """Take the answer of this row back."""
        self.answers.pop(self._keys[self._row], None)
        self._draw()

    def action_confirm(self) -> None:
        """That is all."""
        self.post_message(self.Answered(dict(self.answers)))

    def on_key(self, event: Key) -> None:
        """A digit or "-" answers the row and moves on."""
        if event.key.isdigit():
            value = int(event.key)
        elif event.key in TEN_KEYS:
            value = 10
        else:
            return
        event.stop()
        self.answers[self._keys[self._row]] = value
        self.action_move(1)
