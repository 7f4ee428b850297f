"""The report as plain text, in 80 columns or those of a window, for a screen reader from top to
bottom.
"""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from routines.language import _
from routines.language.cells import cells, cut, padded, wrapped
from routines.language.lists import sentences
from routines.safe_text import harmless
from sessions.history.strength import Day
from sessions.history.weeks import Trend, monday_of
from sessions.report import sections
from sessions.report.contents import Report
from sessions.report.days import WEEKDAYS, short_day
from sessions.report.movements import change_in_words
from sessions.report.person import FOR, who
from sessions.report.section import Section
from sessions.report.then_and_now import NOTHING, rows
from sessions.report.words import ABOUT, NOTICE, VERDICTS

WIDTH = 80
WEEKS_A_ROW = 8


SCREEN_LINES = 23
"""Of a terminal of 24 lines, with one left for the prompt."""
MOST_LINES = 3
"""Of one item on that screen."""


def report_screen(report: Report, more: str) -> str:
    """What fits on one screen: the five lines, or two dates, whom it is about, each movement.

    `more` says how to get the rest.
    """
    whose = f": {harmless(report.about.name, 20)}" if report.about.name else ""
    named = FOR.format(name=harmless(report.about.name, 60))
    about = [line.removeprefix(named).lstrip() for line in who(report).lines]
    lines = [sections.title(report) + whose, *_short(about[:2]), ""]
    last = ["", *wrapped(sentences((NOTICE, more)), WIDTH)]
    if not report.compared:
        lines += _short(sections.in_one_look(report).lines)
    table = list(_then_and_now(report) if report.compared else _ends(report))
    room = SCREEN_LINES - len(lines) - len(last) - 2 * (not report.compared)
    if table and room > 1:
        shown = table if len(table) <= room else [*table[: room - 1], "..."]
        head = _("First and last week with three practices, mm from rest:")
        lines += shown if report.compared else ["", head, *shown]
    return "\n".join(line.rstrip() for line in (*lines, *last)) + "\n"


def _then_and_now(report: Report) -> Iterator[str]:
    """Clear changes first."""
    found = sorted(rows(report), key=lambda row: not row.clear)
    if not found:
        yield NOTHING
        return
    weeks = (short_day(report.first), short_day(monday_of(report.last)))
    yield _row((_("Week of"), *weeks)).rstrip()
    for row in found:
        said = row.change.partition(" (")[0]
        yield cut(f"{_row((row.name, row.then, row.now))} {said}", WIDTH)


def _row(columns: Iterable[str]) -> str:
    """A name and two weeks."""
    return " ".join(
        padded(cut(text, width), width) for text, width in zip(columns, (29, 16, 16), strict=True)
    )


def _short(items: Iterable[str]) -> Iterator[str]:
    for item in items:
        yield from textwrap.wrap(
            item.replace("\u00a0", " "),
            WIDTH,
            subsequent_indent="  ",
            max_lines=MOST_LINES,
            placeholder=" ...",
        )


def _ends(report: Report) -> Iterator[str]:
    for each in report.movements:
        sides = (each.affected, each.unaffected)
        medians = [[w.median for w in side.weeks if w.median is not None] for side in sides]
        if all(medians):
            weak, strong = (
                _("{first:z.1f} to {last:z.1f}").format(first=known[0], last=known[-1])
                for known in medians
            )
            change = each.affected.change
            said = (
                _("weak {verdict}").format(verdict=VERDICTS[change.verdict])
                if change
                else _("one week")
            )
            name = padded(cut(harmless(each.name, 22), 22), 22)
            yield _("{name}  weak {weak:<12}  strong {strong:<12}  {said}").format(
                name=name, weak=weak, strong=strong, said=said
            )


def report_text(report: Report, width: int = WIDTH) -> str:
    """The whole report in `width` columns, ending in a newline."""
    lines = [sections.title(report), "", *wrapped(ABOUT, width)]
    lines += _section(sections.in_one_look(report), width)
    lines += _section(who(report), width)
    if report.side:
        lines += _section(sections.practice(report), width)
        lines += _calendar(report)
    if report.single_days:
        lines += _section(sections.single_days(report), width)
    elif report.movements:
        lines += ["", _("WEEKLY MEDIANS IN MM (. under three sessions)")]
        lines += wrapped(sections.about_sizes(report), width)
        for movement in report.movements:
            lines += _trends(
                harmless(movement.name, 60), (movement.affected, movement.unaffected), width
            )
    for section in sections.after_charts(report):
        lines += _section(section, width)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _section(section: Section, width: int) -> Iterator[str]:
    yield from ("", section.title.upper())
    if section.rows:
        yield from _table(section.header, section.rows, width)
    for line in section.lines:
        yield from wrapped(line.replace("\u00a0", " "), width, "  ")


def _table(header: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """Columns where they fit; otherwise each row as a little list with its headings."""
    every = [header, *rows]
    widths = [max(map(cells, column)) for column in zip(*every, strict=True)]
    if sum(widths) + 2 * (len(widths) - 1) <= width:
        for row in every:
            yield "  ".join(padded(cell, w) for cell, w in zip(row, widths, strict=True))
        return
    for row in rows:
        named = [(h, cell) for h, cell in zip(header[1:], row[1:], strict=True) if cell]
        yield row[0]
        for name, cell in named:
            yield from wrapped(f"  {name}: {cell}", width, "    ")


def _calendar(report: Report) -> Iterator[str]:
    yield " " * 11 + " ".join(WEEKDAYS)
    for monday in report.mondays:
        practised = (report.calendar.get(monday + timedelta(days=n), Day()) for n in range(7))
        marks = (f"{day.sessions or '.':>2}" for day in practised)
        yield padded(short_day(monday), 11) + " ".join(marks)


def _trends(name: str, sides: tuple[Trend, Trend], width: int) -> Iterator[str]:
    """Of the weak and the strong side, as many weeks in a row as fit."""
    affected, unaffected = sides
    most = max(1, min(WEEKS_A_ROW, (width - 14) // 8))
    yield ""
    yield name
    mondays = sorted({week.monday for found in sides for week in found.weeks})
    for begin in range(0, len(mondays), most):
        chunk = mondays[begin : begin + most]
        heads = (short_day(m) for m in chunk)
        names = (_("week of"), _("weak side"), _("strong side"))
        column = max(12, *map(cells, names))
        yield f"  {padded(names[0], column)}" + "".join(padded(head, 8, ">") for head in heads)
        for label, found in zip(names[1:], sides, strict=True):
            medians = {week.monday: week.median for week in found.weeks}
            known = (medians.get(monday) for monday in chunk)
            shown = ("." if value is None else f"{value:z.1f}" for value in known)
            yield f"  {padded(label, column)}" + "".join(f"{cell:>8}" for cell in shown)
    for said in (
        _("weak side: {change_in_words}").format(change_in_words=change_in_words(affected.change)),
        _("strong side: {change_in_words}").format(
            change_in_words=change_in_words(unaffected.change)
        ),
    ):
        yield from wrapped(f"  {said}", width, "    ")
