"""Two dates beside each other: the first and the last week of a report, number by number.

Each row compares the first and the last week in which its number is known; where that is not the
week of the report's first or last day, the cell names its week.
"""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from routines.language import _
from routines.safe_text import harmless
from sessions.history.at_rest import PARTS, in_words
from sessions.history.weeks import Trend, monday_of
from sessions.report.contents import Report
from sessions.report.days import day, short_day
from sessions.report.linked import HOW, change_in_cell, numbers
from sessions.report.section import Section

TITLE = _("Then and now")
HOW_COMPARED = _("In brackets: the smallest change that can be told. Others are no clear change.")
NOTHING = _("No number is known in two of these weeks.")

Known = list[tuple[date, str]]
"""A Monday and what is known of its week, oldest first."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One number at both ends."""

    name: str
    then: str
    now: str
    change: str
    clear: bool


def rows(report: Report) -> list[Row]:
    """A row a number that is known in two weeks at least."""
    first, last = report.first, monday_of(report.last)
    return [
        Row(
            name=name,
            then=_cell(known[0], first),
            now=_cell(known[-1], last),
            change="" if found is None else change_in_cell(found, decimals),
            clear=found is not None
            and found.change is not None
            and found.change.verdict != "about the same",
        )
        for name, known, found, decimals in _numbers(report)
        if len(known) > 1
    ]


def then_and_now(report: Report) -> Section:
    """The table of all of them."""
    found = tuple((row.name, row.then, row.now, row.change) for row in rows(report))
    weeks = (
        _("Week of {day}").format(day=day(report.first)),
        _("Week of {day}").format(day=day(monday_of(report.last))),
    )
    return Section(
        title=TITLE,
        header=("", *weeks, _("Change")) if found else (),
        rows=found,
        lines=(HOW_COMPARED, *(HOW[:1] if report.linked else ())) if found else (NOTHING,),
        wide=True,
    )


def _numbers(report: Report) -> Iterator[tuple[str, Known, Trend | None, int]]:
    for each in report.movements:
        for side, found in (("weak", each.affected), ("strong", each.unaffected)):
            name = _("{name}, {side} side, mm").format(name=harmless(each.name, 40), side=side)
            yield name, _weeks(found, 1), found, 1
    for pair in report.linked:
        for what, found, decimals in numbers(pair):
            yield f"{pair.name}: {what}", _weeks(found, decimals), found, decimals
    for part in PARTS:
        known = [(week.monday, in_words(week.found, part)) for week in report.at_rest]
        yield _("At rest: {part}").format(part=part), known, None, 0
    practised: dict[date, int] = {}
    for when, done in report.calendar.items():
        monday = monday_of(when)
        practised[monday] = practised.get(monday, 0) + done.sessions
    yield _("Practices in the week"), [(d, str(n)) for d, n in sorted(practised.items())], None, 0
    yield _("Effort felt, 0 to 10"), _said(report.efforts), None, 0
    for said in report.self_reports:
        yield _("{name}, 0 to 10").format(name=said.name), _said(said.weeks), None, 0


def _weeks(found: Trend, decimals: int) -> Known:
    return [
        (week.monday, f"{week.median:z.{decimals}f}")
        for week in found.weeks
        if week.median is not None
    ]


def _said(weeks: Iterable[tuple[date, float]]) -> Known:
    return [(monday, f"{value:zg}") for monday, value in weeks]


def _cell(known: tuple[date, str], wanted: date) -> str:
    monday, value = known
    return value if monday == wanted else f"{value} ({short_day(monday)})"
