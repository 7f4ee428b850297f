"""The report as a PDF of exactly two pages, A4 or Letter. With `paper`, all that needs matplotlib.

Page one: who, how much was practised, the calendar, a small chart for each movement. Page two:
the tables and how far the numbers can be trusted. What does not fit is counted, never squeezed
off the page. Nothing is fetched, and no font of the system is used.
"""
# matplotlib's own annotations are partly unknown:
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from collections.abc import Sequence
from datetime import timedelta
from io import BytesIO
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_pdf import PdfPages

from routines.counted import counted
from routines.safe_text import harmless
from sessions.history.strength import Day
from sessions.history.weeks import Trend, unbroken
from sessions.report import sections
from sessions.report.collect import Report
from sessions.report.movements import Movement
from sessions.report.paper import (
    FAMILY,
    GREY,
    HEAD,
    INK,
    MARGIN,
    NORMAL,
    SMALL,
    TITLE,
    PaperName,
    PaperSheet,
    column_widths,
    line_height,
    wrap,
)
from sessions.report.pdf_photos import photo_sheets
from sessions.report.photos import PhotoPair
from sessions.report.sections import Section, change_in_words, short_day
from sessions.report.words import ABOUT
from sessions.version import VERSION

WEAK, STRONG, EMPTY = "#b3541e", "#2f6f8f", "#e3e7ec"
SEVERAL = "#1f4b61"
"""Two sessions or more on a day."""
MOST_CHARTS = 9
SMALLEST_CHART = 1.8
"""Inches of height below which letters are not made larger at a chart's cost."""
ZOOMS = (1.25, 1.12, 1.0)
"""A short report is printed larger, rather than small on a half empty page."""
DOTTED = " Dotted: days of a clinician's totals."
GAP = 0.12
"""Between columns of a table, inches."""

_SETTINGS: Any = {
    "font.family": [FAMILY],
    "text.parse_math": False,
    "pdf.fonttype": 42,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": GREY,
    "xtick.color": GREY,
    "ytick.color": GREY,
}


def report_pdf(
    report: Report,
    paper: PaperName = "a4",
    photos: Sequence[PhotoPair] = (),
    clips: str = "",
) -> bytes:
    """Both pages as the bytes of a PDF; pages of `photos`, and the words on `clips`, only where
    they were asked for."""
    buffer = BytesIO()
    facts = {"Title": sections.title(report), "Creator": f"slowsmile {VERSION}", "Producer": None}
    with mpl.rc_context(_SETTINGS), PdfPages(buffer, metadata=facts) as pages:
        more = photo_sheets(photos, paper, clips) if photos or clips else []
        for sheet in (*_both(report, paper), *more):
            pages.savefig(sheet.figure)
    return buffer.getvalue()


def _both(report: Report, paper: PaperName) -> list[PaperSheet]:
    """The two pages, as large as both have room for."""
    sheets: list[PaperSheet] = []
    for zoom in ZOOMS:
        sheets = [_first(report, PaperSheet(paper, zoom)), _second(report, PaperSheet(paper, zoom))]
        if not any(sheet.crowded for sheet in sheets):
            break
    return sheets


def _first(report: Report, sheet: PaperSheet) -> PaperSheet:
    sheet.words(sections.title(report), TITLE, bold=True)
    sheet.space(0.03)
    sheet.words(ABOUT, SMALL, GREY)
    _section(sheet, sections.who(report), sheet.end)
    if report.side is None:
        _foot(sheet, 1)
        return sheet
    _section(sheet, sections.practice(report), sheet.end)
    _calendar(sheet, report)
    if report.single_days:
        _section(sheet, sections.single_days(report), sheet.end)
    elif report.movements:
        _charts(sheet, report)
    _foot(sheet, 1)
    return sheet


def _second(report: Report, sheet: PaperSheet) -> PaperSheet:
    *tables, small_print = sections.after_charts(report)
    lines = sum(len(wrap(line, sheet.inner, SMALL)) for line in small_print.lines)
    shortened = 1
    needed = line_height(HEAD) + 0.16 + (lines + shortened) * line_height(SMALL)
    bottom = sheet.end - needed - 0.1
    for section in tables:
        if not _section(sheet, section, bottom):
            sheet.words("Shortened here; the text report has all.", SMALL, GREY)
            break
    sheet.at = max(sheet.at, bottom + 0.1) if sheet.at > bottom - 1.5 else sheet.at
    _section(sheet, small_print, sheet.end, SMALL)
    _foot(sheet, 2)
    return sheet


def _section(sheet: PaperSheet, section: Section, bottom: float, size: float = NORMAL) -> bool:
    """Write a section; False when it had to be cut short at `bottom`."""
    whole = _written(sheet, section, bottom, size)
    sheet.crowded |= not whole
    return whole


def _written(sheet: PaperSheet, section: Section, bottom: float, size: float) -> bool:
    if sheet.at + 0.14 + line_height(HEAD) + line_height(size) > bottom:
        return False
    sheet.space(0.14)
    sheet.words(section.title, HEAD, bold=True)
    if section.rows and not _table(sheet, section, bottom, size):
        return False
    for line in section.lines:
        if sheet.at + len(wrap(line, sheet.inner, size)) * line_height(size) > bottom:
            return False
        sheet.words(line, size)
    return True


def _table(sheet: PaperSheet, section: Section, bottom: float, size: float) -> bool:
    every = [section.header, *section.rows]
    widths = column_widths(every, sheet.inner, size, GAP)
    for n, row in enumerate(every):
        cells = [wrap(c, w - GAP, size) for c, w in zip(row, widths, strict=True)]
        height = max(map(len, cells)) * line_height(size)
        if sheet.at + height > bottom:
            return False
        top, left = sheet.at, MARGIN
        for lines, width in zip(cells, widths, strict=True):
            sheet.at = top
            for line in lines:
                sheet.put(left, line, size, GREY if n == 0 else INK)
                sheet.at += line_height(size)
            left += width
        sheet.at = top + height
    return True


def _calendar(sheet: PaperSheet, report: Report) -> None:
    """Weeks from left to right, Monday at the top."""
    names = 0.3
    side = min(0.17, (sheet.inner - names) / report.weeks)
    sheet.space(0.08)
    top = sheet.at
    for n, name in enumerate(sections.WEEKDAYS):
        sheet.at = top + n * side + (side - line_height(SMALL * 0.8)) / 2
        if side > 0.1:
            sheet.put(MARGIN, name, SMALL * 0.8, GREY)
    every = max(1, -(-report.weeks // 12))
    for week, monday in enumerate(report.mondays):
        left = MARGIN + names + week * side
        for n in range(7):
            day = monday + timedelta(days=n)
            if day <= report.last:
                done = report.calendar.get(day, Day()).sessions
                colour = EMPTY if not done else STRONG if done == 1 else SEVERAL
                sheet.box(left, top + n * side, side * 0.86, colour)
        if week % every == 0 and (every > 1 or report.weeks <= 4 or week % 2 == 0):
            sheet.at = top + 7 * side + 0.01
            sheet.put(left, short_day(monday), SMALL * 0.8, GREY)
    sheet.at = top + 7 * side + 0.12
    sheet.words("Grey: no practice. Blue: one session. Dark: two or more.", SMALL, GREY)


def _charts(sheet: PaperSheet, report: Report) -> None:
    sheet.space(0.12)
    sheet.words("Weekly medians, millimetres from rest", HEAD, bold=True)
    sheet.words(
        "Orange circles: weak side. Blue squares: strong side. Shaded: own error (95 %). A week "
        "needs three sessions; gaps stay gaps." + (DOTTED if report.totals else ""),
        SMALL,
        GREY,
    )
    if note := sections.about_sizes(report):
        sheet.words(note, SMALL, GREY)
    shown = report.movements[:MOST_CHARTS]
    columns = 2 if len(shown) <= 4 else 3
    rows = -(-len(shown) // columns)
    width = sheet.inner / columns
    room = sheet.end - sheet.at - 0.25
    height = min(2.9, room / rows)
    sheet.crowded |= height < SMALLEST_CHART
    top = sheet.at + 0.1
    for n, movement in enumerate(shown):
        left = MARGIN + (n % columns) * width
        _chart(sheet, movement, report, left, top + (n // columns) * height, width, height)
    sheet.at = top + rows * height
    if len(report.movements) > MOST_CHARTS:
        more = len(report.movements) - MOST_CHARTS
        sheet.words(f"{counted(more, 'more movement')} in the text and HTML reports.", SMALL, GREY)


def _chart(
    sheet: PaperSheet,
    movement: Movement,
    report: Report,
    left: float,
    top: float,
    width: float,
    height: float,
) -> None:
    name = harmless(movement.name, 40) + (" (low confidence)" if movement.low_confidence else "")
    head = [(line, SMALL, INK) for line in wrap(name, width - 0.25, SMALL, bold=True)[:1]]
    change = f"Weak side: {change_in_words(movement.affected.change)}"
    head += [(line, SMALL * 0.9, GREY) for line in wrap(change, width - 0.25, SMALL * 0.9)[:2]]
    sheet.at = top
    for n, (line, size, colour) in enumerate(head):
        sheet.put(left, line, size, colour, bold=n == 0)
        sheet.at += line_height(size)
    inner = top + 0.42
    axes = sheet.axes(left + 0.25, inner, width - 0.45, height - (inner - top) - 0.3)
    axes.tick_params(labelsize=SMALL * 0.85 * sheet.zoom, length=2)
    drawn = [
        _line(axes, movement.unaffected, STRONG, "s"),
        _line(axes, movement.affected, WEAK, "o"),
    ]
    for total in report.totals:
        axes.axvline(total.on, color=GREY, linestyle=":", linewidth=0.8)
    first, last = report.mondays[0], report.mondays[-1]
    axes.set_xlim(first - timedelta(days=4), last + timedelta(days=4))
    ticks = list(report.mondays[:: max(1, -(-report.weeks // 4))])
    axes.set_xticks(ticks, [short_day(day) for day in ticks])
    if any(drawn):
        low, high = axes.get_ylim()
        axes.set_ylim(min(0.0, low), max(2.0, high * 1.08))
    else:
        axes.set_yticks([])
        middle = {"ha": "center", "va": "center", "transform": axes.transAxes}
        axes.text(
            0.5,
            0.5,
            "no week with three sessions",
            fontsize=SMALL * sheet.zoom,
            color=GREY,
            **middle,
        )


def _line(axes: Any, trend: Trend, colour: str, marker: str) -> bool:
    """Draw one side's weeks; False when there was none to draw."""
    runs = unbroken(trend.weeks)
    for run in runs:
        days = [week.monday for week in run]
        medians = [week.median or 0.0 for week in run]
        errors = [week.error or 0.0 for week in run]
        axes.plot(days, medians, color=colour, marker=marker, markersize=3, linewidth=1.2)
        if any(errors) and len(run) == 1:
            axes.errorbar(days, medians, errors, color=colour, alpha=0.35, linewidth=4)
        elif any(errors):
            low = [m - e for m, e in zip(medians, errors, strict=True)]
            high = [m + e for m, e in zip(medians, errors, strict=True)]
            axes.fill_between(days, low, high, color=colour, alpha=0.18, linewidth=0)
    return bool(runs)


def _foot(sheet: PaperSheet, page: int) -> None:
    sheet.at = sheet.height - MARGIN * 0.75
    sheet.put(MARGIN, f"slowsmile {VERSION}, page {page} of 2", SMALL, GREY)
