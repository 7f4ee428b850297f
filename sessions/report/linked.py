"""What the report says of linked movement: two rows a pair, with their weeks and their change."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from routines.counted import counted
from routines.language import _
from routines.language.lists import in_turn, within
from routines.movements import FELT_PARTS, LinkedPair, LinkedSide, is_eye_pair, linked_name
from sessions.history.linked_trends import LinkedTrend
from sessions.history.weeks import Change, Trend
from sessions.report.contents import Report
from sessions.report.days import short_day
from sessions.report.words import VERDICTS

LATEST_WEEKS = 8
HOW = (
    _(
        "Open: opening of the weak eye kept at the size practised, % of its opening at rest. "
        "Along: how far the mouth corner moved along. Quiet to: the largest size, % of own "
        "gentle size, at which a whole set stayed under the limit; 0 where none did. Weekly "
        "records left out."
    ),
    _(
        "Where a pair is known, practice aims below the own gentle size on purpose. After two "
        "loud repetitions it aims lower still. A smaller movement is then what was asked for, not "
        "a loss."
    ),
)

FULL_SIZE_ONLY = _(
    "Only full-size repetitions count here. Practice with known linked movement is smaller on "
    "purpose: see Linked movement."
)
"""Why the sizes of such a person have gaps."""


def named(pairs: Iterable[LinkedPair], sides: Mapping[LinkedPair, LinkedSide]) -> str:
    """The linked movement that the person named, watched or felt; empty where none."""
    names = ((pair, linked_name(pair, sides.get(pair))) for pair in pairs)
    return in_turn(
        _("{name}, as felt").format(name=name) if pair in FELT_PARTS else name
        for pair, name in names
    )


def header(linked: Iterable[LinkedTrend]) -> tuple[str, str, str]:
    """Of the table, with the weeks that it spans."""
    mondays = _mondays(linked)
    weeks = _("Weeks, oldest first")
    if len(mondays) > 1:
        weeks = _("Weeks {first} to {last}, oldest first").format(
            first=short_day(mondays[0]), last=short_day(mondays[-1])
        )
    return (_("Linked pair"), weeks, _("Change"))


def rows(linked: Sequence[LinkedTrend]) -> tuple[tuple[str, str, str], ...]:
    """Two rows a pair, in the order of `header`; a dot where a week has no three sessions."""
    mondays = _mondays(linked)
    return tuple(
        (f"{each.name}: {what}", _weeks(found, mondays, decimals), change_in_short(found, decimals))
        for each in linked
        for what, found, decimals in numbers(each)
    )


def linked_changes(linked: Iterable[LinkedTrend]) -> tuple[str, ...]:
    """One line for each number of each pair that has two weeks to compare."""
    said: list[str] = []
    for each in linked:
        for one in _compared(
            each,
            eye=_("{name}, kept open: {verdict} ({by} %; under {limit} % may be chance)"),
            corner=_("{name}, along: {verdict} ({by} mm; under {limit} mm may be chance)"),
            quiet=_("{name}, quiet size: {verdict} ({by} %; under {limit} % may be chance)"),
        ):
            verdict = VERDICTS[one.change.verdict]
            by = f"{one.change.by:+z.{one.decimals}f}"
            limit = f"{one.change.detectable:.{one.decimals}f}"
            said.append(one.words.format(name=each.name, verdict=verdict, by=by, limit=limit))
    return tuple(said)


def clear_changes(linked: Iterable[LinkedTrend]) -> list[str]:
    """Each number of each pair that clearly changed, from its first week to its last."""
    said: list[str] = []
    for each in linked:
        for one in _compared(
            each,
            eye=_("{name}, kept open {first} to {last} %"),
            corner=_("{name}, moves along {first} to {last} mm"),
            quiet=_("{name}, stays quiet up to {last} % of own size (was {first} %)"),
        ):
            if one.change.verdict != "about the same":
                medians = [week.median for week in one.trend.weeks if week.median is not None]
                first, last = (f"{value:z.{one.decimals}f}" for value in (medians[0], medians[-1]))
                said.append(one.words.format(name=each.name, first=first, last=last))
    return said


class _Compared(NamedTuple):
    """A number with two weeks to compare, and how that is said."""

    words: str
    trend: Trend
    change: Change
    decimals: int


def _compared(each: LinkedTrend, *, eye: str, corner: str, quiet: str) -> Iterator[_Compared]:
    """The numbers of a pair, in the words for an eye or a corner, and for the quiet size."""
    kept = eye if is_eye_pair(each.pair) else corner
    for words, (_name, found, decimals) in zip((kept, quiet), numbers(each), strict=True):
        if found.change is not None:
            yield _Compared(words, found, found.change, decimals)


def worth_showing(report: Report) -> tuple[list[LinkedTrend], list[LinkedTrend]]:
    """The pairs that are known or were loud, and the others. Where linked movement is known and no
    pair was named, each may be one."""
    any_known = report.known_linked and not report.linked_pairs
    shown, left_out = list[LinkedTrend](), list[LinkedTrend]()
    for each in report.linked:
        known = any_known or each.pair in report.linked_pairs
        (shown if each.loud or known else left_out).append(each)
    return shown, left_out


def never_loud(linked: Iterable[LinkedTrend]) -> tuple[str, ...]:
    """Pairs that were read and always stayed under their limit, in one line."""
    names = [each.name for each in linked]
    return (
        (_("Always under the limit: {names}.").format(names=in_turn(map(within, names))),)
        if names
        else ()
    )


def with_fingers(sets: int) -> tuple[str, ...]:
    """How many sets had a finger on the quiet part; nothing where none had."""
    if not sets:
        return ()
    return (
        _("Finger on the quiet part, so not judged and no step up: {sets}.").format(
            sets=counted(sets, "set")
        ),
    )


def numbers(each: LinkedTrend) -> tuple[tuple[str, Trend, int], ...]:
    """What each row is called, its weeks, and its decimals."""
    eye = is_eye_pair(each.pair)
    kept = (_("open, %"), each.kept, 0) if eye else (_("along, mm"), each.kept, 1)
    return (kept, (_("quiet to, %"), each.quiet, 0))


def _mondays(linked: Iterable[LinkedTrend]) -> list[date]:
    """The latest weeks in which any pair was read, the same for every row."""
    found = {week.monday for each in linked for week in (*each.kept.weeks, *each.quiet.weeks)}
    return sorted(found)[-LATEST_WEEKS:]


def _weeks(found: Trend, mondays: Iterable[date], decimals: int) -> str:
    medians = {week.monday: week.median for week in found.weeks}
    known = (medians.get(monday) for monday in mondays)
    return " ".join("." if value is None else f"{value:z.{decimals}f}" for value in known)


def change_in_short(found: Trend, decimals: int) -> str:
    """What may be said about a trend, in few words."""
    change = found.change
    if change is None:
        return _("too few weeks")
    by, limit = f"{change.by:+z.{decimals}f}", f"{change.detectable:.{decimals}f}"
    return _("{verdict} ({by}, can tell {limit})").format(
        verdict=VERDICTS[change.verdict], by=by, limit=limit
    )


def change_in_cell(found: Trend, decimals: int) -> str:
    """The same for a narrow column."""
    change = found.change
    if change is None:
        return _("too few weeks")
    return (
        f"{VERDICTS[change.verdict]} {change.by:+z.{decimals}f} ({change.detectable:.{decimals}f})"
    )
