"""A sheet of dots that becomes lines of text: braille, half blocks or ASCII. Pure.

Coordinates are fractions of the sheet, x to the right, y down, so that one drawing fits every
size of window.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import floor

from tui.widgets.glyphs import Glyphs

Point = tuple[float, float]

BRAILLE_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_HALVES = (" ", "\u2580", "\u2584", "\u2588")


class Canvas:
    """`width` x `height` cells of text, each of several dots."""

    def __init__(self, width: int, height: int, glyphs: Glyphs) -> None:
        self.width = max(0, width)
        self.height = max(0, height)
        self._glyphs = glyphs
        across, down = glyphs.dots
        self.columns = self.width * across
        self.rows = self.height * down
        self._cells = [0] * (self.width * self.height)

    def dot(self, x: float, y: float) -> None:
        """Set the dot at fractions (x, y); outside the sheet nothing happens."""
        column = floor(x * self.columns)
        row = floor(y * self.rows)
        if not (0 <= column < self.columns and 0 <= row < self.rows):
            return
        across, down = self._glyphs.dots
        cell = row // down * self.width + column // across
        if self._glyphs is Glyphs.BRAILLE:
            self._cells[cell] |= BRAILLE_BITS[row % down][column % across]
        else:
            self._cells[cell] |= 1 << (row % down)

    def line(self, begin: Point, end: Point) -> None:
        """A straight line."""
        longest = max(abs(end[0] - begin[0]) * self.columns, abs(end[1] - begin[1]) * self.rows)
        steps = int(2 * longest)
        for step in range(steps + 1):
            share = step / steps if steps else 0.0
            self.dot(begin[0] + (end[0] - begin[0]) * share, begin[1] + (end[1] - begin[1]) * share)

    def path(self, points: Sequence[Point]) -> None:
        """Straight lines from point to point."""
        for begin, end in pairwise(points):
            self.line(begin, end)

    def dots(self, points: Iterable[Point]) -> None:
        """Several dots."""
        for x, y in points:
            self.dot(x, y)

    def lines(self) -> list[str]:
        """The sheet as text, one string a line, each `width` cells."""
        return [
            "".join(map(self._glyph, self._cells[row * self.width : (row + 1) * self.width]))
            for row in range(self.height)
        ]

    def _glyph(self, bits: int) -> str:
        if self._glyphs is Glyphs.BRAILLE:
            return chr(0x2800 + bits) if bits else " "
        if self._glyphs is Glyphs.BLOCKS:
            return _HALVES[bits]
        return "*" if bits else " "
