"""The overview of the history as lines of text, as wide as there is room. Pure."""

import textwrap
from collections.abc import Iterable

from tui.presenters.history_overview import Overview, OverviewRow
from tui.texts import history as words
from tui.widgets.glyphs import Glyphs
from tui.widgets.sparkline import sparkline

_LEAST_SPARK, _MOST_SPARK = 6, 26


def heading(rows: Iterable[OverviewRow], width: int) -> str:
    """The names of the columns."""
    return _joined(words.COLUMNS, _widths(list(rows), width), width)


def row_line(row: OverviewRow, rows: Iterable[OverviewRow], width: int, glyphs: Glyphs) -> str:
    """One movement in one line; all `rows` decide how wide the columns are."""
    widths = _widths(list(rows), width)
    spark = sparkline(row.weeks, widths[1], glyphs, row.least_span)
    verdict = row.verdict if widths[5] >= len(row.verdict) else _brief(row.verdict)
    return _joined((row.name, spark, row.weak, row.strong, row.linked, verdict), widths, width)


def overview_lines(found: Overview, width: int, glyphs: Glyphs) -> list[str]:
    """All of it, for a terminal without a full screen."""
    lines = textwrap.wrap(found.headline, width)
    if found.rows:
        lines += ["", heading(found.rows, width)]
        lines += [row_line(row, found.rows, width, glyphs) for row in found.rows]
    for line in found.lines:
        lines += ["", *textwrap.wrap(line, width)]
    return lines


def _widths(rows: list[OverviewRow], width: int) -> list[int]:
    """Of name, weeks, weak, strong, linked, verdict.

    Where they do not fit, linked movement goes first, then words of the verdict; then names are
    cut.
    """
    cells = [(row.name, "", row.weak, row.strong, row.linked, row.verdict) for row in rows]
    widths = [max(map(len, column)) for column in zip(words.COLUMNS, *cells, strict=True)]
    longest = max((len(row.weeks) for row in rows), default=0)
    widths[1] = _LEAST_SPARK
    if _over(widths, width) > 0:
        widths[4] = 0
    if _over(widths, width) > 0:
        widths[5] = max(map(len, (words.COLUMNS[5], *(_brief(row.verdict) for row in rows))))
    widths[0] = max(8, widths[0] - max(0, _over(widths, width)))
    spare = max(0, -_over(widths, width))
    widths[1] = min(_LEAST_SPARK + spare, max(longest, _LEAST_SPARK), _MOST_SPARK)
    return widths


def _over(widths: list[int], width: int) -> int:
    """By how much the columns are wider than `width`, two spaces between them."""
    shown = [each for each in widths if each]
    return sum(shown) + 2 * (len(shown) - 1) - width


def _brief(verdict: str) -> str:
    return verdict.removeprefix("clearly ").removeprefix("about ")


def _joined(cells: Iterable[str], widths: Iterable[int], width: int) -> str:
    shown = (f"{cell[:each]:<{each}}" for cell, each in zip(cells, widths, strict=True) if each > 0)
    return "  ".join(shown).rstrip()[:width]
