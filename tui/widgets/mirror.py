"""The live picture in half blocks with a midline. It exists only while it is looked at.

The picture comes small from the camera process and is never written anywhere.
"""

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from sessions.messages import Picture
from tui.widgets.glyphs import Glyphs, glyphs

_SHADES = " .:-=+*#%@"


class Mirror(Widget):
    """Two picture rows in each line of text. Pictures come flipped as in a looking glass already
    (`sessions.worker.sources.pictures.mirrored_rgb`) and are drawn as they are."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._picture: Picture | None = None

    def show(self, picture: Picture | None) -> None:
        """Replace the picture."""
        if picture is not self._picture:
            self._picture = picture
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line: the upper and the lower picture row."""
        width = self.size.width
        picture = self._picture
        if picture is None or not picture.width or not picture.height:
            return Strip.blank(width, self.rich_style)
        rows = 2 * self.size.height
        scale = max(picture.width / width, picture.height / rows)
        shown = min(width, int(picture.width / scale))
        margin = (width - shown) // 2
        top, bottom = (int((2 * y + half) * scale) for half in (0, 1))
        segments = [Segment(" " * margin, self.rich_style)]
        for cell in range(shown):
            column = min(picture.width - 1, int(cell * scale))
            if cell == shown // 2 and y % 2 == 0:
                segments.append(Segment("|", self.rich_style))
                continue
            segments.append(self._cell(picture, column, top, bottom))
        segments.append(Segment(" " * (width - margin - shown), self.rich_style))
        return Strip(segments, width)

    def _cell(self, picture: Picture, column: int, top: int, bottom: int) -> Segment:
        upper, lower = _pixel(picture, column, top), _pixel(picture, column, bottom)
        if upper is None:
            return Segment(" ", self.rich_style)
        lower = lower or upper
        if glyphs() is Glyphs.ASCII:
            grey = (sum(upper) + sum(lower)) / 6
            return Segment(_SHADES[int(grey / 256 * len(_SHADES))], self.rich_style)
        style = Style(color=Color.from_rgb(*upper), bgcolor=Color.from_rgb(*lower))
        return Segment("\u2580", style)


def _pixel(picture: Picture, column: int, row: int) -> tuple[int, int, int] | None:
    if row >= picture.height:
        return None
    at = 3 * (row * picture.width + column)
    red, green, blue = picture.rgb[at : at + 3]
    return red, green, blue
