"""A weekly line with the person's own smallest detectable change as a band. Pure text, thin widget.

A second line may stand beside it, in dashes. The scale is fixed by the caller or by the data with
room around it; a lone value is a dot in the middle, never a full bar. Inside the band a change is
"about the same". The band is drawn as two dotted lines, with its name beside it, so that it needs
no colour.
"""

from collections.abc import Iterator, Sequence

import msgspec
from textual.widgets import Static

from routines.language.cells import cells
from tui.widgets.canvas import Canvas
from tui.widgets.glyphs import Glyphs, glyphs

NAMED_FROM = 50
"""Columns from which there is room for names beside the plot."""
MARGIN = 0.08
"""Share of the height left free above and below the data."""


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """What is drawn: one value a week (None: too few sessions), oldest first."""

    values: tuple[float | None, ...]
    band: tuple[float, float] | None = None
    """Low and high of "about the same"."""
    labels: tuple[str, str] = ("", "")
    """Under the first and the last week."""
    decimals: int = 0
    other: tuple[float | None, ...] = ()
    """A second line over the same weeks, drawn in dashes."""
    names: tuple[str, ...] = ()
    """Of the two lines, to their right."""
    band_name: str = ""
    """To the right of the band."""


def draw_plot(series: Series, width: int, height: int, glyphs: Glyphs) -> list[str]:
    """The plot as `height` lines of at most `width` cells: scale left, weeks below, names right."""
    known = [value for value in (*series.values, *series.other) if value is not None]
    if not known or height < 4 or width < 20:
        return []
    low, high = _range([*known, *(series.band or ())])
    top, bottom = (f"{value:z.{series.decimals}f}" for value in (high, low))
    margin = max(len(top), len(bottom)) + 1
    named = _names(series) if width >= NAMED_FROM else {}
    beside = max(map(cells, named), default=-1) + 1
    canvas = Canvas(width - margin - beside, height - 1, glyphs)

    def across(week: int) -> float:
        last = max(1, len(series.values) - 1)
        return (0.5 + week * (canvas.columns - 1) / last) / canvas.columns

    def down(value: float) -> float:
        share = (high - value) / (high - low)
        return (0.5 + share * (canvas.rows - 1)) / canvas.rows

    if series.band is not None:
        every = 3 if glyphs is Glyphs.ASCII else 6
        for edge in series.band:
            canvas.dots(
                ((column + 0.5) / canvas.columns, down(edge))
                for column in range(0, canvas.columns, every)
            )
    before: tuple[float, float] | None = None
    for week, value in enumerate(series.values):
        if value is None:
            before = None
            continue
        point = (across(week), down(value))
        canvas.dots(_blob(point, canvas))
        if before is not None:
            canvas.line(before, point)
        before = point
    before = None
    for week, value in enumerate(series.other):
        point = None if value is None else (across(week), down(value))
        if point is not None:
            canvas.dots(_blob(point, canvas))
        if point is not None and before is not None:
            canvas.dots(_dashes(before, point, canvas, 4 if glyphs is Glyphs.BRAILLE else 2))
        before = point
    rows = [f"{'':>{margin}}{line}" for line in canvas.lines()]
    taken: set[int] = set()
    for name, value in named.items():
        row = _free(min(canvas.height - 1, int(down(value) * canvas.height)), taken, canvas.height)
        rows[row] = f"{rows[row]} {name}"
    rows[0] = f"{top:>{margin - 1}} {rows[0][margin:]}"
    rows[-1] = f"{bottom:>{margin - 1}} {rows[-1][margin:]}"
    first, last = series.labels
    room = max(0, canvas.width - cells(first) - cells(last))
    return [*rows, f"{'':>{margin}}{first}{'':>{room}}{last}"]


def _names(series: Series) -> dict[str, float]:
    """What stands right of the plot, and at which height: lines where they end, then the band."""
    found: dict[str, float] = {}
    for name, values in zip(series.names, (series.values, series.other), strict=False):
        known = [value for value in values if value is not None]
        if known:
            found[name] = known[-1]
    if series.band is not None and series.band_name:
        found[series.band_name] = sum(series.band) / 2
    return found


def _free(row: int, taken: set[int], height: int) -> int:
    """The row, or the nearest one that nothing stands in."""
    found = min((r for r in range(height) if r not in taken), key=lambda r: abs(r - row))
    taken.add(found)
    return found


def _range(values: Sequence[float]) -> tuple[float, float]:
    """The scale: all values with a margin; never of no height."""
    low, high = min(values), max(values)
    room = max((high - low) * MARGIN, abs(high) * 0.02, 0.1)
    return low - room, high + room


def _dashes(
    begin: tuple[float, float], end: tuple[float, float], canvas: Canvas, long: int
) -> Iterator[tuple[float, float]]:
    """A line of dashes `long` dots across, with gaps as long."""
    first, last = int(begin[0] * canvas.columns), int(end[0] * canvas.columns)
    for column in range(first, last):
        if (column - first) // long % 2 == 0:
            share = (column - first) / (last - first)
            yield (column + 0.5) / canvas.columns, begin[1] + (end[1] - begin[1]) * share


def _blob(point: tuple[float, float], canvas: Canvas) -> list[tuple[float, float]]:
    """A dot large enough to be seen beside the lines."""
    wide, tall = 1.0 / canvas.columns, 1.0 / canvas.rows
    x, y = point
    return [(x, y), (x + wide, y), (x - wide, y), (x, y + tall), (x, y - tall)]


class Plot(Static):
    """Shows one series; empty while there is none."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self.series: Series | None = None

    def show(self, series: Series | None) -> None:
        """Draw `series` from now on."""
        self.series = series
        self._draw()

    def on_resize(self) -> None:
        """Draw it again at the new size."""
        self._draw()

    def _draw(self) -> None:
        width, height = self.size
        lines: list[str] = []
        if self.series is not None:
            lines = draw_plot(self.series, width, height, glyphs())
        self.update("\n".join(lines))
