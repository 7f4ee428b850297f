"""A live picture in half blocks. It exists only while it is looked at.

The picture comes small from the camera process and is never written anywhere. Where the terminal
has few colours or none, shades of one colour stand for it, stretched over the picture's own range.
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
from tui.widgets.glyphs import Glyphs, glyphs

_LETTERS = " .:-=+*#%@"
_SHADES = " \u2591\u2592\u2593\u2588"
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
        self._range: tuple[int, int] | None = None

    def show(self, picture: Picture | None) -> None:
        """Replace the picture."""
        if picture is not self._picture:
            self._picture = picture
            self._range = None
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
        signs = self._signs(picture)
        drawn = _blocks(upper, lower) if signs is None else self._shaded(upper, lower, *signs)
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

    def _signs(self, picture: Picture) -> tuple[str, int, int] | None:
        """Signs from paper to ink with the darkest and the brightest grey; None for colours."""
        many = self.app.console.color_system in ENOUGH_COLOURS and not self.app.no_color
        plain = glyphs() is Glyphs.ASCII
        if many and not plain:
            return None
        signs = _LETTERS if plain else _SHADES
        if not self.app.current_theme.dark:
            signs = signs[::-1]
        self._range = self._range or _range(picture)
        return signs, *self._range

    def _shaded(
        self, upper: list[Rgb], lower: list[Rgb], signs: str, dark: int, bright: int
    ) -> list[Segment]:
        spread = max(1, bright - dark)
        greys = ((sum(a) + sum(b)) / 6 for a, b in zip(upper, lower, strict=True))
        shares = (min(1.0, max(0.0, (grey - dark) / spread)) for grey in greys)
        text = "".join(signs[min(len(signs) - 1, int(share * len(signs)))] for share in shares)
        return [Segment(text, self.rich_style)]


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


def _range(picture: Picture) -> tuple[int, int]:
    """The greys that nearly all of the picture lies between: a twentieth is darker, or brighter."""
    rgb = picture.rgb
    greys = sorted(sum(pixel) // 3 for pixel in zip(rgb[::3], rgb[1::3], rgb[2::3], strict=True))
    return greys[len(greys) // 20], greys[-1 - len(greys) // 20]
