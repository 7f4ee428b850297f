"""A sheet of paper to write on from top to bottom, measured in inches.

Text is broken by the true width of its letters, so nothing runs off the sheet; letters the font
does not have become a box. Knows nothing of what is written.
"""
# matplotlib's own annotations are partly unknown:
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, Literal

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import LoadFlags
from matplotlib.patches import Rectangle
from matplotlib.text import Text

PaperName = Literal["a4", "letter"]
SIZES: dict[PaperName, tuple[float, float]] = {"a4": (8.27, 11.69), "letter": (8.5, 11.0)}
"""Width and height, inches."""
MARGIN = 0.55
FAMILY = "DejaVu Sans"
"""Comes with matplotlib: the same letters on every machine."""
INK, GREY = "#1d2430", "#55606e"
SMALL, NORMAL, HEAD, TITLE = 7.2, 8.6, 10.0, 14.0
"""Letter sizes, points."""
_LEADING = 1.32
_SINGLE: dict[str, Any] = {"fontfeatures": ("-liga",)} if hasattr(Text, "set_fontfeatures") else {}
"""No joined letters, which a matplotlib before 3.11 has not: a PDF holds them in a font of their
own, which takes half a second to cut out for each weight, and `wide` measures single letters."""


class PaperSheet:
    """One page. `at` is how far down it is written, inches from its upper edge.

    With a `zoom` above 1 all of it is larger: the sheet then measures fewer inches, and each of
    them, and every letter, is that many times as large on paper.
    """

    def __init__(self, paper: PaperName, zoom: float = 1.0) -> None:
        self.zoom = zoom
        self.figure = Figure(figsize=SIZES[paper])
        self.width, self.height = (inches / zoom for inches in SIZES[paper])
        self.left = MARGIN
        self.inner = self.width - 2 * MARGIN
        """Where the column that is written begins, and its width; at first the whole sheet."""
        self.at = MARGIN
        self.end = self.height - MARGIN
        self.crowded = False
        """Whether something had to be left out or made small for want of room."""

    def column(self, n: int, of: int, gap: float = 0.3) -> None:
        """Write into one of several columns side by side from now on, counted from 0."""
        whole = self.width - 2 * MARGIN
        self.inner = (whole - gap * (of - 1)) / of
        self.left = MARGIN + n * (self.inner + gap)

    def words(
        self, text: str, size: float = NORMAL, colour: str = INK, *, bold: bool = False
    ) -> None:
        """Write a paragraph over the width of the column."""
        for line in wrap(text, self.inner, size, bold):
            self.put(self.left, line, size, colour, bold=bold)
            self.at += line_height(size)

    def put(
        self, left: float, line: str, size: float, colour: str = INK, *, bold: bool = False
    ) -> None:
        """Write one line at `left` inches without moving on."""
        self.figure.text(
            left / self.width,
            1 - (self.at + 0.8 * line_height(size)) / self.height,
            line,
            fontsize=size * self.zoom,
            color=colour,
            fontweight="bold" if bold else "normal",
            va="baseline",
            **_SINGLE,
        )

    def space(self, inches: float) -> None:
        """Leave some of it empty."""
        self.at += inches

    def box(self, left: float, top: float, side: float, colour: str) -> None:
        """Draw a filled square."""
        corner = (left / self.width, 1 - (top + side) / self.height)
        self.figure.add_artist(
            Rectangle(corner, side / self.width, side / self.height, color=colour, linewidth=0)
        )

    def axes(self, left: float, top: float, width: float, height: float) -> Any:
        """A chart of this size."""
        return self.figure.add_axes(
            (
                left / self.width,
                1 - (top + height) / self.height,
                width / self.width,
                height / self.height,
            )
        )


def line_height(size: float) -> float:
    """Inches from one line to the next."""
    return size * _LEADING / 72


def wrap(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """The text in lines no wider than `width` inches."""
    lines: list[str] = []
    line = ""
    for word in _pieces(known(text).split(" "), width, size, bold):
        longer = f"{line} {word}" if line else word
        if line and wide(longer, size, bold) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


def column_widths(
    rows: Sequence[Sequence[str]], width: float, size: float, gap: float
) -> list[float]:
    """Columns as wide as they need; the widest gives way until all fit into `width`."""
    columns = list(zip(*rows, strict=True))
    spare = gap + 0.01
    widths = [max(wide(known(cell), size) for cell in column) + spare for column in columns]
    while (over := sum(widths) - width) > 0.001:
        order = sorted(range(len(widths)), key=lambda n: -widths[n])
        second = widths[order[1]] if len(widths) > 1 else 0.0
        widths[order[0]] -= min(over, max(widths[order[0]] - second, 0.05))
    return widths


def known(text: str) -> str:
    """The text with a box for every letter the font does not have."""
    letters = _letters()
    return "".join(char if ord(char) in letters else "\u25a1" for char in text)


def wide(text: str, size: float, bold: bool = False) -> float:
    """Width of one line, inches, as if no two letters moved together."""
    return sum(_advance(char, bold) for char in text) * size / 72


def _pieces(words: Sequence[str], width: float, size: float, bold: bool) -> Iterator[str]:
    for word in words:
        rest = word
        while wide(rest, size, bold) > width and len(rest) > 1:
            fits = max(1, int(len(rest) * width / wide(rest, size, bold)) - 1)
            yield rest[:fits]
            rest = rest[fits:]
        yield rest


@lru_cache
def _font(bold: bool) -> Any:
    return get_font(findfont(FontProperties(family=FAMILY, weight="bold" if bold else "normal")))


@cache
def _advance(char: str, bold: bool) -> float:
    """Width of a letter of one point, points."""
    font = _font(bold)
    font.set_size(100.0, 72)
    return font.load_char(ord(char), flags=LoadFlags.NO_HINTING).linearHoriAdvance / 65536 / 100


@lru_cache
def _letters() -> frozenset[int]:
    return frozenset(_font(False).get_charmap())
