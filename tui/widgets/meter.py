"""One half's live excursion: a bar, its target band, and words; never colour alone.

The scale is fixed, from rest to 160 % of the person's own gentle size, because a scale that
follows the data would make a small movement look large. While the own size is still being
found there is no percent and no band: the bar then shows plain movement, and no number.
"""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from routines.language.cells import cells, cut, padded
from sessions.engine.interface.view import Meter
from tui.texts import practice as words
from tui.widgets.glyphs import Glyphs, glyphs

SCALE_PERCENT = 160.0
"""End of the scale. The stop for too much is 140 %, so it can be seen coming."""
SCALE_MM = 12.0
"""End of the scale while there is no reference: about a full gentle smile of a large face."""


def _meter_word(meter: Meter) -> str:
    """Where one half stands."""
    if meter.doubtful:
        return words.METER_COARSE if meter.coarse else words.METER_DOUBTFUL
    if meter.percent is None:
        return words.METER_NOT_SEEN if meter.mm is None else words.METER_FINDING
    if meter.level is not None and meter.role == "unaffected":
        return words.METER_SOFTER
    if meter.band is None:
        return ""
    low, high = meter.band
    if meter.percent < low / 2:
        return words.METER_NEAR_REST
    if meter.percent < low:
        return words.METER_BELOW
    return words.METER_IN_BAND if meter.percent <= high else words.METER_ABOVE


def meter_heading(meter: Meter, width: int = 80) -> str:
    """Whose half this is, and where it stands; percent only where it is true.

    Where it does not fit into `width` columns the name is shorter, never the number or the word.
    """
    side = words.SIDE_NAMES[meter.side]
    names = [side]
    if meter.role == "affected":
        names = [f"{side} ({words.WEAK_SIDE})", f"{side} ({words.WEAK_SIDE_SHORT})", side]
    stands = _meter_word(meter)
    if meter.percent is not None:
        percent = f"{max(0, round(meter.percent))} %"
        stands = f"{stands}  {percent}" if stands else percent
    fitting = (name for name in names if cells(f"{name}: {stands}") <= width)
    return f"{next(fitting, side)}: {stands}"


def bar(meter: Meter, width: int, glyphs: Glyphs) -> list[tuple[str, str]]:
    """The bar as (part, text) runs; parts are component class names without `meter--`."""
    share = 0.0
    if meter.percent is not None:
        share = meter.percent / SCALE_PERCENT
    elif meter.mm is not None:
        share = meter.mm / SCALE_MM
    filled = round(min(1.0, max(0.0, share)) * width)
    low, high = -1, -1
    if meter.band is not None:
        low, high = (round(min(1.0, edge / SCALE_PERCENT) * width) for edge in meter.band)
    ascii_only = glyphs is Glyphs.ASCII
    full, empty, inside = ("#", ".", ":") if ascii_only else ("\u2588", "\u00b7", "\u2591")
    runs: list[tuple[str, str]] = []
    for cell in range(width):
        in_band = low <= cell < high
        if cell == low:
            part, text = "edge", "["
        elif cell == high - 1 and in_band:
            part, text = "edge", "]"
        elif cell < filled:
            over = 0 <= high <= cell
            past = "caution" if meter.level == "caution" else "over"
            part, text = (past if over else "in-band" if in_band else "fill"), full
        else:
            part, text = ("band", inside) if in_band else ("empty", empty)
        if runs and runs[-1][0] == part:
            runs[-1] = (part, runs[-1][1] + text)
        else:
            runs.append((part, text))
    return runs


class HalfMeter(Widget):
    """Words, then the bar, as high as there is room. Redrawn only when what is seen changes."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "meter--name",
        "meter--fill",
        "meter--in-band",
        "meter--over",
        "meter--caution",
        "meter--edge",
        "meter--band",
        "meter--empty",
    }

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._meter: Meter | None = None

    def show(self, meter: Meter | None) -> None:
        """Draw this half; None draws nothing."""
        if _as_drawn(meter) == _as_drawn(self._meter):
            return
        self._meter = meter
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Line 0 is the words, the others are the bar."""
        width = self.size.width
        if self._meter is None or width < 8:
            return Strip.blank(width, self.rich_style)
        if y == 0:
            text = padded(cut(meter_heading(self._meter, width), width), width)
            return Strip([Segment(text, self._part("name"))], width)
        segments = [
            Segment(text, self._part(part)) for part, text in bar(self._meter, width, glyphs())
        ]
        return Strip(segments, width)

    def _part(self, part: str) -> Style:
        return self.get_component_rich_style(f"meter--{part}")


def _as_drawn(meter: Meter | None) -> tuple[object, ...] | None:
    """What of a meter can be seen, rounded to what the eye can tell apart."""
    if meter is None:
        return None
    percent = None if meter.percent is None else round(meter.percent)
    mm = None if meter.mm is None else round(meter.mm, 1)
    return meter.role, meter.side, percent, mm, meter.band, meter.level
