"""The report as plain text, 80 columns, readable by a screen reader from top to bottom."""

import textwrap
from collections.abc import Iterator, Sequence
from datetime import timedelta
from unicodedata import east_asian_width

from routines.safe_text import harmless
from sessions.history.strength import Day
from sessions.history.weeks import Trend
from sessions.report import sections
from sessions.report.collect import Report
from sessions.report.sections import Section, change_in_words
from sessions.report.words import ABOUT

WIDTH = 80
WEEKS_A_ROW = 8


def report_text(report: Report) -> str:
    """The whole report, ending in a newline."""
    lines = [sections.title(report), "", *_wrapped(ABOUT)]
    lines += _section(sections.who(report))
    if report.side:
        lines += _section(sections.practice(report))
        lines += _calendar(report)
    if report.single_days:
        lines += _section(sections.single_days(report))
    elif report.movements:
        lines += ["", "WEEKLY MEDIANS IN MM (. under three sessions)"]
        lines += _wrapped(sections.about_sizes(report))
        for movement in report.movements:
            lines += _trends(harmless(movement.name, 60), movement.affected, movement.unaffected)
    for section in sections.after_charts(report):
        lines += _section(section)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent)


def _section(section: Section) -> Iterator[str]:
    yield from ("", section.title.upper())
    if section.rows:
        yield from _table(section.header, section.rows)
    for line in section.lines:
        yield from textwrap.wrap(line.replace("\u00a0", " "), WIDTH, subsequent_indent="  ")


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Columns where they fit; otherwise each row as a little list with its headings."""
    every = [header, *rows]
    widths = [max(map(_cells, column)) for column in zip(*every, strict=True)]
    if sum(widths) + 2 * (len(widths) - 1) <= WIDTH:
        for row in every:
            yield "  ".join(_padded(cell, w) for cell, w in zip(row, widths, strict=True))
        return
    for row in rows:
        named = [(h, cell) for h, cell in zip(header[1:], row[1:], strict=True) if cell]
        yield row[0]
        for name, cell in named:
            yield from textwrap.wrap(
                f"  {name}: {cell}", WIDTH, subsequent_indent="    ", break_long_words=True
            )


def _calendar(report: Report) -> Iterator[str]:
    yield " " * 11 + " ".join(sections.WEEKDAYS)
    for monday in report.mondays:
        practised = (report.calendar.get(monday + timedelta(days=n), Day()) for n in range(7))
        marks = (f"{day.sessions or '.':>2}" for day in practised)
        yield f"{sections.short_day(monday):<10} " + " ".join(marks)


def _trends(name: str, affected: Trend, unaffected: Trend) -> Iterator[str]:
    yield ""
    yield name
    mondays = sorted({week.monday for found in (affected, unaffected) for week in found.weeks})
    for begin in range(0, len(mondays), WEEKS_A_ROW):
        chunk = mondays[begin : begin + WEEKS_A_ROW]
        heads = (sections.short_day(m) for m in chunk)
        yield "  week of     " + "".join(f"{head:>8}" for head in heads)
        for label, found in (("weak side", affected), ("strong side", unaffected)):
            medians = {week.monday: week.median for week in found.weeks}
            cells = (medians.get(monday) for monday in chunk)
            shown = ("." if value is None else f"{value:z.1f}" for value in cells)
            yield f"  {label:<12}" + "".join(f"{cell:>8}" for cell in shown)
    yield f"  weak side: {change_in_words(affected.change)}"
    yield f"  strong side: {change_in_words(unaffected.change)}"


def _cells(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _cells(text))
