"""A live picture in half blocks. It exists only while it is looked at.

The picture comes small from the camera process and is never written anywhere. Where the terminal
has few colours or none, it is drawn in one (`face/grey.py`).
"""

from functools import lru_cache
from typing import NamedTuple

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from sessions.messages import Picture
from tui.widgets.face.drawn import ENOUGH_COLOURS
from tui.widgets.face.grey import Greys, grey_line, greys_of
from tui.widgets.glyphs import Glyphs, glyphs

STEP = 4
"""Colours are drawn in steps of so much, so that styles are found again."""
_NEAREST = tuple(min(255, STEP * round(value / STEP)) for value in range(256))

Rgb = tuple[int, int, int]


class Fit(NamedTuple):
    """How a picture lies in a widget, in cells and picture pixels."""

    scale: float
    shown: int
    """Columns with a picture in them."""
    margin: int

    @classmethod
    def of(cls, picture: Picture, width: int, height: int) -> "Fit":
        """The largest that keeps the picture's proportions: a cell is two pixels high."""
        scale = max(picture.width / width, picture.height / (2 * height))
        shown = min(width, int(picture.width / scale))
        return cls(scale, shown, (width - shown) // 2)


class Mirror(Widget):
    """Two picture rows in each line of text. Pictures come flipped as in a looking glass already
    (`sessions.worker.sources.pictures.mirrored_rgb`) and are drawn as they are."""

    def __init__(self, *, midline: bool = True, id: str | None = None) -> None:
        super().__init__(id=id)
        self._midline = midline
        self._picture: Picture | None = None
        self._greys: Greys | None = None

    def show(self, picture: Picture | None) -> None:
        """Replace the picture."""
        if picture is not self._picture:
            self._picture = picture
            self._greys = None
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line: the upper and the lower picture row."""
        width, height = self.size
        picture = self._picture
        if picture is None or not picture.width or not picture.height:
            return Strip.blank(width, self.rich_style)
        fit = Fit.of(picture, width, height)
        top, bottom = (int((2 * y + half) * fit.scale) for half in (0, 1))
        if top >= picture.height:
            return Strip.blank(width, self.rich_style)
        columns = [min(picture.width - 1, int(n * fit.scale)) for n in range(fit.shown)]
        upper = _row(picture, columns, top)
        lower = _row(picture, columns, min(bottom, picture.height - 1))
        grey = self._grey_line(picture, fit, y)
        drawn = _blocks(upper, lower) if grey is None else [Segment(grey, self.rich_style)]
        if self._midline and y % 2 == 0 and fit.shown:
            drawn = _with_midline(drawn, fit.shown // 2, self.rich_style)
        return Strip(
            [
                Segment(" " * fit.margin, self.rich_style),
                *drawn,
                Segment(" " * (width - fit.margin - fit.shown), self.rich_style),
            ],
            width,
        )

    def _grey_line(self, picture: Picture, fit: Fit, y: int) -> str | None:
        """The line in one colour; None where the terminal has colours enough."""
        app = self.app
        many = app.console.color_system in ENOUGH_COLOURS and not app.no_color
        if many and glyphs() is not Glyphs.ASCII:
            return None
        if self._greys is None:
            self._greys = greys_of(picture)
        ink = not app.current_theme.dark
        return grey_line(self._greys, y, fit.shown, fit.scale, glyphs(), ink=ink)


def _row(picture: Picture, columns: list[int], row: int) -> list[Rgb]:
    first = 3 * row * picture.width
    line = picture.rgb[first : first + 3 * picture.width]
    return [(line[3 * n], line[3 * n + 1], line[3 * n + 2]) for n in columns]


def _blocks(upper: list[Rgb], lower: list[Rgb]) -> list[Segment]:
    near = _NEAREST
    return [
        Segment("\u2580", _style(near[r], near[g], near[b], near[x], near[y], near[z]))
        for (r, g, b), (x, y, z) in zip(upper, lower, strict=True)
    ]


@lru_cache(maxsize=8192)
def _style(red: int, green: int, blue: int, red2: int, green2: int, blue2: int) -> Style:
    """The colours of the upper and of the lower pixel."""
    return Style(
        color=Color.from_rgb(red, green, blue), bgcolor=Color.from_rgb(red2, green2, blue2)
    )


def _with_midline(drawn: list[Segment], column: int, style: Style) -> list[Segment]:
    strip = Strip(drawn)
    before, _, after = strip.divide([column, column + 1, strip.cell_length])
    return [*before, Segment("|", style), *after]
