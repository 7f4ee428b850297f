"""What the history screen shows: one subject, one quantity, a line over the weeks, a sentence.

Pure: summaries in, plain values out. A change is named only beyond the person's own smallest
detectable one; everything else is "about the same", which is a fine answer.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from statistics import median
from typing import get_args

import msgspec

from routines.movements import LOW_CONFIDENCE, WATCHED_WITH, is_eye_pair
from routines.safe_text import harmless
from sessions.history.diary import DiaryLine
from sessions.history.own_error import OwnError
from sessions.history.questions import WEEKLY
from sessions.history.summary import SessionSummary
from sessions.history.weeks import Quantity, Trend, exercises_of, monday_of, trend
from sessions.history.worsening import is_smaller_for_weeks
from sessions.report.days import short_day
from tui.texts import history as words_history
from tui.texts.dates import day_in_words
from tui.widgets.plot import Series

QUANTITIES: tuple[Quantity, ...] = tuple(
    quantity for quantity in get_args(Quantity) if quantity != "unaffected_mm"
)
"""The strong side stands in one chart with the weak one."""
_EYE = frozenset(measure for measure, pair in WATCHED_WITH.items() if is_eye_pair(pair))
LINKED_FOR: dict[Quantity, frozenset[str]] = {
    "eye_narrowing_percent": _EYE,
    "corner_mm": frozenset(WATCHED_WITH) - _EYE,
    "eye_open_percent": _EYE,
    "quiet_percent": frozenset(WATCHED_WITH),
}
"""Linked movement is shown where it is watched."""
_BY_NAME: dict[str, Quantity] = {quantity: quantity for quantity in QUANTITIES}
STOPS_WITHIN = timedelta(days=28)
_DECIMALS: dict[str, int] = {"affected_mm": 1, "unaffected_mm": 1, "corner_mm": 1}


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """An exercise, or one of the weekly questions, with what can be shown of it."""

    id: str
    name: str
    quantities: tuple[str, ...]
    life: bool = False


class HistorySheet(msgspec.Struct, frozen=True, kw_only=True):
    """One quantity of one subject over the weeks."""

    title: str
    quantity: str
    series: Series | None
    verdict: str
    remark: str = ""
    notes: tuple[DiaryLine, ...] = ()
    """Of the weeks that are shown, newest first."""


def subjects(sessions: Sequence[SessionSummary], lines: Sequence[DiaryLine]) -> list[Subject]:
    """What there is to show: every scored exercise, then the weekly questions answered."""
    found = [
        Subject(
            id=exercise.id,
            name=exercise.name,
            quantities=tuple(
                quantity
                for quantity in QUANTITIES
                if exercise.measure in LINKED_FOR.get(quantity, {exercise.measure})
            ),
        )
        for exercise in exercises_of(sessions)
    ]
    answered = {key for line in lines if line.kind == "weekly" for key in line.answers}
    items = tuple(key for key in WEEKLY if key in answered)
    if items:
        found.append(Subject(id="life", name=words_history.LIFE, quantities=items, life=True))
    return found


def sheet(
    subject: Subject,
    quantity: str,
    sessions: Sequence[SessionSummary],
    lines: Sequence[DiaryLine],
    own: OwnError | None = None,
) -> HistorySheet:
    """What to show of `quantity` of `subject`."""
    if subject.life:
        return _life(quantity, lines)
    wanted = _BY_NAME[quantity]
    found = trend(sessions, subject.id, wanted, own)
    worse = _worse(trend(sessions, subject.id, wanted))  # told by the limit of everybody
    decimals = _DECIMALS.get(quantity, 0)
    both = wanted == "affected_mm"
    strong = trend(sessions, subject.id, "unaffected_mm") if both else None
    low = words_history.LOW_CONFIDENCE if found.measure in LOW_CONFIDENCE else ""
    return HistorySheet(
        title=subject.name,
        quantity=words_history.BOTH_SIDES if both else words_history.QUANTITIES[wanted],
        series=_series(_medians(found), decimals, _band(found), strong and _medians(strong)),
        verdict=_verdict(found, decimals, words_history.UNITS[wanted]),
        remark=" ".join(part for part in (worse, _limit(found), low) if part),
        notes=_notes(found, lines),
    )


def _medians(found: Trend) -> dict[date, float | None]:
    return {week.monday: week.median for week in found.weeks}


def _notes(found: Trend, lines: Sequence[DiaryLine]) -> tuple[DiaryLine, ...]:
    mondays = {week.monday for week in found.weeks}
    noted = (line for line in reversed(lines) if line.kind == "note" and line.text)
    return tuple(line for line in noted if monday_of(line.when.date()) in mondays)


def notes_words(lines: Sequence[DiaryLine], most: int) -> str:
    """The latest notes with their days in one line; empty where there are none."""
    found = dict.fromkeys(f"{short_day(n.when.date())} {harmless(n.text, 60)}" for n in lines)
    said = list(found)[:most]
    return words_history.NOTES.format(notes="; ".join(said)) if said else ""


def _band(found: Trend) -> tuple[float, float] | None:
    """About the same: the first full week and the smallest detectable change around it."""
    if found.change is None:
        return None
    first = next(week.median for week in found.weeks if week.monday == found.change.first)
    assert first is not None
    return (first - found.change.detectable, first + found.change.detectable)


def _verdict(found: Trend, decimals: int, unit: str) -> str:
    change = found.change
    if change is None:
        return words_history.TOO_FEW
    return words_history.VERDICTS[change.verdict].format(
        first=day_in_words(change.first),
        by=f"{abs(change.by):.{decimals}f} {unit}",
        limit=f"{change.detectable:.{decimals}f} {unit}",
    )


def _worse(found: Trend) -> str:
    """What to do about a weak side that moved less for three weeks in a row."""
    weak = found.quantity == "affected_mm" and is_smaller_for_weeks(found)
    return words_history.SMALLER_THREE_WEEKS if weak else ""


def _limit(found: Trend) -> str:
    return words_history.USUAL_LIMIT if found.change is not None and not found.change.own else ""


def _life(item: str, lines: Sequence[DiaryLine]) -> HistorySheet:
    by_week: dict[date, list[float]] = defaultdict(list)
    for line in lines:
        value = line.answers.get(item)
        if line.kind == "weekly" and value is not None and not isinstance(value, str):
            by_week[monday_of(line.when.date())].append(float(value))
    values: dict[date, float | None] = {day: median(said) for day, said in by_week.items()}
    name = WEEKLY[item]
    return HistorySheet(
        title=words_history.LIFE,
        quantity=words_history.LIFE_SCALE.format(item=name),
        series=_series(values, 0, None),
        verdict=words_history.LIFE_NO_LIMIT,
    )


def _series(
    values: dict[date, float | None],
    decimals: int,
    band: tuple[float, float] | None,
    strong: dict[date, float | None] | None = None,
) -> Series | None:
    """Every week from the first to the last, also those without practice."""
    if all(value is None for value in values.values()):
        return None
    first, last = min(values), max(values)
    count = (last - first).days // 7 + 1
    mondays = [first + timedelta(weeks=week) for week in range(count)]
    return Series(
        values=tuple(values.get(monday) for monday in mondays),
        other=() if strong is None else tuple(strong.get(monday) for monday in mondays),
        names=() if strong is None else words_history.SIDES,
        band=band,
        band_name=words_history.BAND,
        labels=(short_day(first), short_day(last) if last != first else ""),
        decimals=decimals,
    )


def stops_words(sessions: Sequence[SessionSummary], today: date) -> str:
    """How often practices ended early of late, by reason; empty where none did."""
    counted = Counter(
        stop.rule
        for session in sessions
        if today - session.started.date() <= STOPS_WITHIN
        for stop in session.stops
    )
    parts = [
        words_history.STOP_NAMES[rule].format(count=count)
        for rule, count in counted.most_common()
        if rule in words_history.STOP_NAMES
    ]
    return words_history.STOPS.format(what=", ".join(parts)) if parts else ""


def one_side(sessions: Sequence[SessionSummary]) -> tuple[list[SessionSummary], int]:
    """The sessions with the affected side of the latest one, and how many others there are."""
    if not sessions:
        return [], 0
    side = sessions[-1].side
    ours = [session for session in sessions if session.side == side]
    return ours, len(sessions) - len(ours)
