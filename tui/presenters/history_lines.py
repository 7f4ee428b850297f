"""The overview of the history as lines of text, as wide as there is room. Pure."""

from collections.abc import Iterable

from routines.language.cells import cells, cut, padded, wrapped
from tui.presenters.history_overview import Overview, OverviewRow
from tui.texts import history as words
from tui.widgets.glyphs import Glyphs, shortened
from tui.widgets.sparkline import sparkline

_LEAST_SPARK, _MOST_SPARK = 5, 26


def heading(rows: Iterable[OverviewRow], width: int) -> str:
    """The names of the columns."""
    return _joined(words.COLUMNS, _widths(list(rows), width), width)


def row_line(row: OverviewRow, rows: Iterable[OverviewRow], width: int, glyphs: Glyphs) -> str:
    """One movement in one line; all `rows` decide how wide the columns are."""
    widths = _widths(list(rows), width)
    spark = sparkline(row.weeks, widths[1], glyphs, row.least_span)
    mark = words.UNSURE_MARK if row.name.endswith(words.UNSURE_MARK) else ""
    name = shortened(row.name.removesuffix(mark), widths[0] - len(mark), glyphs) + mark
    weak = row.weak if widths[2] >= cells(row.weak) else _latest(row.weak)
    return _joined((name, spark, weak, row.strong, row.linked, row.verdict), widths, width)


def overview_lines(found: Overview, width: int, glyphs: Glyphs) -> list[str]:
    """All of it, for a terminal without a full screen."""
    lines = wrapped(found.headline, width)
    if found.rows:
        lines += ["", heading(found.rows, width)]
        lines += [row_line(row, found.rows, width, glyphs) for row in found.rows]
    for line in found.lines:
        lines += ["", *wrapped(line, width)]
    return lines


def _widths(rows: list[OverviewRow], width: int) -> list[int]:
    """Of name, weeks, weak, strong, linked, verdict.

    Where they do not fit, linked movement goes first, then the first size of the weak side, then
    the strong side; then names end in an ellipsis. Verdicts have the same words at every width.
    """
    every = [(row.name, "", row.weak, row.strong, row.linked, row.verdict) for row in rows]
    widths = [max(map(cells, column)) for column in zip(words.COLUMNS, *every, strict=True)]
    longest = max((len(row.weeks) for row in rows), default=0)
    widths[1] = _LEAST_SPARK
    if _over(widths, width) > 0:
        widths[4] = 0
    if _over(widths, width) > 0:
        widths[2] = max(map(cells, (words.COLUMNS[2], *(_latest(row.weak) for row in rows))))
    if _over(widths, width) > 0:
        widths[3] = 0
    widths[0] = max(8, widths[0] - max(0, _over(widths, width)))
    spare = max(0, -_over(widths, width))
    widths[1] = min(_LEAST_SPARK + spare, max(longest, _LEAST_SPARK), _MOST_SPARK)
    return widths


def _over(widths: list[int], width: int) -> int:
    """By how much the columns are wider than `width`, two spaces between them."""
    shown = [each for each in widths if each]
    return sum(shown) + 2 * (len(shown) - 1) - width


def _latest(weak: str) -> str:
    return weak.rpartition(" to ")[2]


def _joined(row: Iterable[str], widths: Iterable[int], width: int) -> str:
    shown = (
        padded(cut(cell, each), each) for cell, each in zip(row, widths, strict=True) if each > 0
    )
    return cut("  ".join(shown).rstrip(), width)
