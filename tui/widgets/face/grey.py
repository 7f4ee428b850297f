"""A small picture in one colour, for terminals with few colours or none. Pure.

Where there is braille, dots at an ordered threshold (Bayer 1973) keep the detail of two by four
samples a cell; else a cell is one of a few shades. Both are stretched over the picture's own range
of grey.
"""

from typing import NamedTuple

from sessions.messages import Picture
from tui.widgets.canvas import BRAILLE_BITS
from tui.widgets.glyphs import Glyphs

_LETTERS = " .:-=+*#%@"
_SHADES = " \u2591\u2592\u2593\u2588"
_BAYER = ((0, 8, 2, 10), (12, 4, 14, 6), (3, 11, 1, 9), (15, 7, 13, 5))


class Greys(NamedTuple):
    """The brightness of every pixel, 0 to 1, row by row from the top."""

    width: int
    height: int
    values: tuple[float, ...]

    def at(self, x: float, y: float) -> float:
        """The pixel at a place of the picture, or the nearest one."""
        column, row = min(self.width - 1, int(x)), min(self.height - 1, int(y))
        return self.values[row * self.width + column]


def greys_of(picture: Picture) -> Greys:
    """`picture`, nearly all of it between 0 and 1: a twentieth is darker, and one is brighter."""
    rgb = picture.rgb
    sums = [sum(pixel) for pixel in zip(rgb[::3], rgb[1::3], rgb[2::3], strict=True)]
    ordered = sorted(sums)
    dark, bright = ordered[len(ordered) // 20], ordered[-1 - len(ordered) // 20]
    spread = max(1, bright - dark)
    values = tuple(min(1.0, max(0.0, (each - dark) / spread)) for each in sums)
    return Greys(picture.width, picture.height, values)


def grey_line(
    greys: Greys, y: int, columns: int, scale: float, glyphs: Glyphs, *, ink: bool
) -> str:
    """Line `y` of the drawing, `columns` long; `scale` pixels of the picture are a column. With
    `ink` the signs are darker than the paper, else brighter."""
    if glyphs is Glyphs.BRAILLE:
        return "".join(_dots(greys, column, y, scale, ink=ink) for column in range(columns))
    signs = _LETTERS if glyphs is Glyphs.ASCII else _SHADES
    if ink:
        signs = signs[::-1]
    text = ""
    for column in range(columns):
        upper, lower = (greys.at(column * scale, (2 * y + half) * scale) for half in (0, 1))
        text += signs[min(len(signs) - 1, int((upper + lower) / 2 * len(signs)))]
    return text


def _dots(greys: Greys, column: int, y: int, scale: float, *, ink: bool) -> str:
    bits = 0
    for row in range(4):
        for side in (0, 1):
            bright = greys.at((column + side / 2) * scale, (2 * y + row / 2) * scale)
            threshold = (_BAYER[row][(2 * column + side) % 4] + 0.5) / 16
            if (bright > threshold) != ink:
                bits |= BRAILLE_BITS[row][side]
    return chr(0x2800 + bits) if bits else " "
