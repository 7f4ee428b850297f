"""The report as a PDF of exactly two pages, A4 or Letter. With `paper`, all that needs matplotlib.

Page one, for one minute: five lines, whom it is about, the calendar, a small chart for each
movement. Page two: the tables and how far the numbers can be trusted. What does not fit is counted,
never squeezed off the page. Nothing is fetched, and no font of the system is used.
"""
# matplotlib's own annotations are partly unknown:
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from collections.abc import Sequence
from datetime import timedelta
from io import BytesIO
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_pdf import PdfPages

from routines.language import _
from sessions.history.strength import Day
from sessions.report import one_look, sections
from sessions.report.contents import Report
from sessions.report.days import WEEKDAYS, short_day
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
from sessions.report.pdf_charts import STRONG, charts
from sessions.report.pdf_photos import photo_sheets
from sessions.report.person import who
from sessions.report.photos import PhotoPair
from sessions.report.section import MOST_ROWS, Section
from sessions.report.words import NOTICE
from sessions.version import VERSION

EMPTY = "#e3e7ec"
SEVERAL = "#1f4b61"
"""Two sessions or more on a day."""
ZOOMS = (1.25, 1.12, 1.0)
"""A short report is printed larger, rather than small on a half empty page."""
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
    facts = {
        "Title": sections.title(report),
        "Creator": _("slowsmile {version}").format(version=VERSION),
        "Producer": None,
    }
    with mpl.rc_context(_SETTINGS), PdfPages(buffer, metadata=facts) as pages:
        more = photo_sheets(photos, paper, clips) if photos or clips else []
        for sheet in (*both_pages(report, paper), *more):
            pages.savefig(sheet.figure)
    return buffer.getvalue()


def both_pages(report: Report, paper: PaperName) -> list[PaperSheet]:
    """The two pages, as large as both have room for, before they are made a PDF. The second tells
    sooner whether it has: it has no charts."""
    sheets: list[PaperSheet] = []
    for zoom in ZOOMS:
        second = _second(report, PaperSheet(paper, zoom))
        if second.crowded and zoom != ZOOMS[-1]:
            continue
        sheets = [_first(report, PaperSheet(paper, zoom)), second]
        if not sheets[0].crowded:
            break
    return sheets


def _first(report: Report, sheet: PaperSheet) -> PaperSheet:
    sheet.words(sections.title(report), TITLE, bold=True)
    sheet.space(0.03)
    _look(sheet, report)
    sheet.space(0.1)
    for line in who(report).lines:
        sheet.words(line)
    if report.side is not None:
        _calendar(sheet, report)
        if report.single_days:
            _section(sheet, sections.single_days(report), sheet.end)
        elif report.movements:
            charts(sheet, report)
    _foot(sheet, 1)
    return sheet


def _look(sheet: PaperSheet, report: Report) -> None:
    """The five lines, their names in a column of their own."""
    sheet.space(0.14)
    sheet.words(one_look.TITLE, HEAD, bold=True)
    names = 1.3
    for name, said in one_look.one_look(report):
        sheet.put(MARGIN, name, NORMAL, bold=True)
        for line in wrap(said, sheet.inner - names, NORMAL):
            sheet.put(MARGIN + names, line, NORMAL)
            sheet.at += line_height(NORMAL)
        sheet.space(0.02)


def _second(report: Report, sheet: PaperSheet) -> PaperSheet:
    *tables, small_print = sections.after_charts(report)
    small_print = Section(title=small_print.title, lines=(" ".join((NOTICE, *small_print.lines)),))
    lines = sum(len(wrap(line, sheet.inner, SMALL)) for line in small_print.lines)
    shortened = 1
    needed = line_height(HEAD) + 0.16 + (lines + shortened) * line_height(SMALL)
    bottom = sheet.end - needed
    if report.side:
        tables.insert(0, sections.practice(report))
    if not _side_by_side(sheet, tables, bottom):
        sheet.words(_("Shortened here; the full text report has all."), SMALL, GREY)
    sheet.at = max(sheet.at, bottom + 0.1) if sheet.at > bottom - 1.5 else sheet.at
    _section(sheet, small_print, sheet.end, SMALL)
    _foot(sheet, 2)
    return sheet


def _side_by_side(sheet: PaperSheet, tables: Sequence[Section], bottom: float) -> bool:
    """Write the wide ones one below the other, then the others in two columns; False when any had
    to be cut short."""
    whole = True
    for section in (each for each in tables if each.wide):
        many = len(section.rows) > MOST_ROWS
        whole &= _section(sheet, section, bottom, SMALL if many else NORMAL)
    reached = [sheet.at, sheet.at]
    for section in (each for each in tables if not each.wide):
        n = int(reached[1] < reached[0])
        sheet.column(n, 2)
        sheet.at = reached[n]
        whole &= _section(sheet, section, bottom, SMALL)
        reached[n] = sheet.at
    sheet.column(0, 1)
    sheet.at = max(reached)
    return whole


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
    size = SMALL if section.rows else size  # below a table they explain it
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
        least = height + (n == 0) * line_height(size)  # a heading does not stand alone
        if sheet.at + least > bottom:
            return False
        top, left = sheet.at, sheet.left
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
    for n, name in enumerate(WEEKDAYS):
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
    sheet.words(_("Blue: one practice that day. Dark: more."), SMALL, GREY)


def _foot(sheet: PaperSheet, page: int) -> None:
    sheet.at = sheet.height - MARGIN * 0.75
    sheet.put(
        MARGIN,
        _("slowsmile {version}, no diagnosis. Page {page} of 2").format(version=VERSION, page=page),
        SMALL,
        GREY,
    )
