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

from routines.language import _
from tui.widgets.glyphs import Glyphs, glyphs
from tui.widgets.rows import Rows

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


def value_at(column: int) -> int | None:
    """The figure of the scale at `column` cells from the left, with the gap before it."""
    value = (column - _LABEL - 2) // 2
    return min(value, 10) if column >= _LABEL + 2 and value <= 11 else None


class Scales(Rows):
    """The questions. Says `Answered` with what was answered when Enter is pressed."""

    DEFAULT_CSS = """
    Scales { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "move(1)", "down", show=False),
        Binding("backspace,delete", "clear", "clear", show=False),
        Binding("enter", "confirm", _("Go on"), id="scales.confirm"),
    ]

    @dataclass
    class Answered(Message):
        """The page was answered; rows left out are not among `answers`."""

        answers: dict[str, int]

    def __init__(self, items: dict[str, str], *, id: str | None = None) -> None:
        super().__init__(len(items), cursor=0, wraps=False, id=id)
        self._items = items
        self._keys = list(items)
        self.answers: dict[str, int] = {}

    @property
    def lines(self) -> list[str]:
        """The rows as drawn."""
        return [
            draw_scale(label, self.answers.get(key), row == self.cursor, glyphs())
            for row, (key, label) in enumerate(self._items.items())
        ]

    def draw(self) -> None:
        """The rows as they stand."""
        self.heights = [1] * self.count
        text = Text("\n").join(
            Text(line, style=self.marked_style if row == self.cursor else "")
            for row, line in enumerate(self.lines)
        )
        self.update(text)

    def action_clear(self) -> None:
        """Take the answer of this row back."""
        self.answers.pop(self._keys[self.cursor or 0], None)
        self.draw()

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
        self._answer(self.cursor or 0, value)

    def pick(self, row: int, column: int) -> None:
        """A click on a figure answers the row; elsewhere it only goes there."""
        self.cursor = row
        value = value_at(column)
        if value is None:
            self.draw()
        else:
            self._answer(row, value)

    def _answer(self, row: int, value: int) -> None:
        self.cursor = row
        self.answers[self._keys[row]] = value
        self.action_move(1)
