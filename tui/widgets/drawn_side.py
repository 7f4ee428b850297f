"""A face drawn like a mirror, so that a weak side is pointed at rather than named.

The person's left is on the left of the screen. The chosen half is dotted and its word stands on
that side; neither colour nor the words left and right alone carry the meaning. The text is a
pure function.
"""

import math
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widgets import Static

from routines.language.cells import cells, padded
from routines.movements import Side
from tui.widgets.canvas import Canvas, Point
from tui.widgets.glyphs import Glyphs, glyphs

WIDTH = 30
NARROWEST = 16
HEIGHT = 9
_STEPS = 32


def draw_side(
    side: Side | None, words: dict[Side, str], glyphs: Glyphs, width: int = 80
) -> list[str]:
    """The face with `side` dotted and the words for both sides beside it, in `width` columns.

    Where there is little room the face is narrower; the words are whole as long as they can be.
    """
    beside = max(map(cells, words.values())) + 2
    canvas = Canvas(max(NARROWEST, min(WIDTH, width - 2 * beside)), HEIGHT, glyphs)
    canvas.path(_round(0.5, 0.5, 0.42, 0.47))
    for sign in (-1.0, 1.0):
        canvas.path(_round(0.5 + sign * 0.17, 0.38, 0.07, 0.05))
        canvas.path([(0.5 + sign * 0.08, 0.25), (0.5 + sign * 0.26, 0.26)])
    canvas.path([(0.5, 0.44), (0.47, 0.6), (0.5, 0.62)])
    canvas.path([(0.36, 0.76), (0.5, 0.78), (0.64, 0.76)])
    if side is not None:
        sign = -1.0 if side == "left" else 1.0
        canvas.dots(_shade(canvas, sign))
    rows = canvas.lines()
    middle = HEIGHT // 2
    lines: list[str] = []
    for row, text in enumerate(rows):
        before, behind = (words["left"], words["right"]) if row == middle else ("", "")
        lines.append(f"{padded(before, beside - 2, '>')}  {text}  {padded(behind, beside - 2)}")
    return lines


def _round(x: float, y: float, across: float, down: float) -> list[Point]:
    turns = [2 * math.pi * step / _STEPS for step in range(_STEPS + 1)]
    return [(x + across * math.cos(turn), y + down * math.sin(turn)) for turn in turns]


def _shade(canvas: Canvas, sign: float) -> list[Point]:
    """Dots, thinly spread over one half of the oval."""
    spread = [
        ((column + 0.5) / canvas.columns - 0.5, (row + 0.5) / canvas.rows - 0.5)
        for row in range(canvas.rows)
        for column in range(canvas.columns)
        if (column + 2 * row) % 5 == 0
    ]
    return [
        (0.5 + x, 0.5 + y)
        for x, y in spread
        if x * sign > 0 and (x / 0.42) ** 2 + (y / 0.47) ** 2 < 0.86
    ]


class DrawnSide(Static):
    """The drawing; what is chosen is told to it."""

    DEFAULT_CSS = """
    DrawnSide { height: 9; width: 100%; content-align-horizontal: center; text-align: center; }
    """

    @dataclass
    class Pointed(Message):
        """A half was clicked."""

        side: Side

    def __init__(self, words: dict[Side, str], side: Side | None) -> None:
        super().__init__(markup=False)
        self._words = words
        self.side: Side | None = side

    def on_resize(self) -> None:
        """Draw what is chosen, as wide as there is room; also for the first time."""
        self.show(self.side)

    def on_click(self, event: events.Click) -> None:
        """A click on a half points at it, as its arrow key does."""
        offset = event.get_content_offset(self)
        if offset is not None:
            event.stop()
            self.post_message(self.Pointed("left" if 2 * offset.x < self.size.width else "right"))

    def show(self, side: Side | None) -> None:
        """Dot the half on `side`."""
        self.side = side
        marked: dict[Side, str] = {
            each: f"[{text}]" if each == side else f" {text} " for each, text in self._words.items()
        }
        self.update("\n".join(draw_side(side, marked, glyphs(), self.size.width)))
