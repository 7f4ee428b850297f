"""The overview of the history: a row a movement, the largest clear change on top. Pure.

The same rows are lines of the screen and of `slowsmile history`. A change is named only where the
weekly medians name one (`sessions.history.weeks`).
"""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from routines.counted import counted
from routines.language import _
from routines.safe_text import harmless
from sessions.history.at_rest import PARTS, in_words, weeks_at_rest
from sessions.history.diary import DiaryLine
from sessions.history.eye_gaps import eye_trend, eye_weeks
from sessions.history.eye_gaps import in_words as gap_in_words
from sessions.history.own_error import OwnError
from sessions.history.summary import SessionSummary
from sessions.history.weeks import FEWEST_SESSIONS, Trend, exercises_of, monday_of
from sessions.report.days import short_day
from sessions.report.movements import Movement, movement_of
from sessions.report.said import eye_gaps
from sessions.report.words import EYE_GAPS, REST_NAMES
from tui.texts import history as words
from tui.texts.dates import day_in_words

EYE_GAP = "eye-gap"
"""Id of the row below the movements that belongs to the weak eye."""
MOST_WEEKS = 26
"""Of a sparkline: half a year."""


class OverviewRow(msgspec.Struct, frozen=True, kw_only=True):
    """One movement over the weeks."""

    id: str
    name: str
    weeks: tuple[float | None, ...]
    """Medians of the weak side, oldest first; None in a week with fewer than three practices."""
    least_span: float
    """What a sparkline shows at least from bottom to top, so that chance is not blown up."""
    weak: str
    strong: str
    linked: str
    verdict: str


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """All that stands on the first page."""

    headline: str
    rows: tuple[OverviewRow, ...] = ()
    """None before a week has a point."""
    lines: tuple[str, ...] = ()
    """Below the rows: the eye, the face at rest."""


def overview(
    sessions: Sequence[SessionSummary],
    lines: Sequence[DiaryLine],
    today: date,
    own: OwnError | None = None,
) -> Overview:
    """What `sessions` of one affected side and the diary come to."""
    moved = [movement_of(sessions, exercise, own) for exercise in exercises_of(sessions)]
    moved.sort(key=lambda each: -each.affected.change.size if each.affected.change else 0.0)
    rows = tuple(_row(each) for each in moved)
    begun = any(value is not None for row in rows for value in row.weeks)
    sizes = "" if begun else _last_sizes(sessions)
    said = (_eye(lines), _eye_gap(sessions, own), _rest(sessions, own), sizes)
    return Overview(
        headline=_headline(moved, sessions, today),
        rows=(*rows, *_eye_row(sessions, own)) if begun else (),
        lines=tuple(line for line in said if line),
    )


def _headline(moved: Sequence[Movement], sessions: Sequence[SessionSummary], today: date) -> str:
    known = [each.affected.change for each in moved if each.affected.change is not None]
    if not known:
        return _beginning(sessions, today)
    change = moved[0].affected.change
    if change is None or not change.size:
        return words.NO_CLEAR_CHANGE.format(count=counted(len(known), "movement"))
    return words.CLEAR_CHANGE[change.verdict].format(
        name=harmless(moved[0].name, 40),
        by=f"{abs(change.by):.1f}",
        first=day_in_words(change.first),
    )


def _beginning(sessions: Sequence[SessionSummary], today: date) -> str:
    """What there is so far, and what is needed for a first point."""
    if not sessions:
        return words.EMPTY
    this_week = [s for s in sessions if monday_of(s.started.date()) == monday_of(today)]
    measured = [s for s in this_week if any(e.affected_mm is not None for e in s.exercises)]
    missing = FEWEST_SESSIONS - len(measured)
    days = len({session.started.date() for session in sessions})
    said = words.SO_FAR.format(
        practices=counted(len(sessions), "practice"), days=counted(days, "day")
    )
    if missing > 0:
        more = counted(missing, "more practice")
        return f"{said} {words.FIRST_POINT.format(more=more)}"
    return f"{said} {words.SECOND_WEEK}"


def _row(each: Movement) -> OverviewRow:
    change = each.affected.change
    low = words.UNSURE_MARK if each.low_confidence else ""
    return OverviewRow(
        id=each.id,
        name=harmless(each.name, 40) + low,
        weeks=_every_week(each.affected),
        least_span=2 * change.detectable if change is not None else 2.0,
        weak=_ends(each.affected),
        strong=_last(each.unaffected),
        linked=_along(each),
        verdict=words.TOO_FEW_SHORT if change is None else words.VERDICTS_SHORT[change.verdict],
    )


def _eye_row(sessions: Sequence[SessionSummary], own: OwnError | None) -> tuple[OverviewRow, ...]:
    """What gentle closures left open of the weak eye, in weeks with enough practices."""
    found = eye_trend(sessions, own)
    if all(week.median is None for week in found.weeks):
        return ()
    change = found.change
    row = OverviewRow(
        id=EYE_GAP,
        name=words.EYE_GAP_ROW,
        weeks=_every_week(found),
        least_span=2 * change.detectable if change is not None else 2.0,
        weak=_ends(found),
        strong="-",
        linked="-",
        verdict=words.TOO_FEW_SHORT if change is None else words.VERDICTS_SHORT[change.verdict],
    )
    return (row,)


def _along(each: Movement) -> str:
    if each.linked in words.LINKED_NONE:
        return "-"
    return harmless(each.linked, 60).replace("eye narrows", "eye").replace("mouth corner", "corner")


def _every_week(found: Trend) -> tuple[float | None, ...]:
    medians = {week.monday: week.median for week in found.weeks}
    if not medians:
        return ()
    first, last = min(medians), max(medians)
    count = (last - first).days // 7 + 1
    mondays = [first + timedelta(weeks=n) for n in range(count)]
    return tuple(medians.get(monday) for monday in mondays)[-MOST_WEEKS:]


def _ends(found: Trend) -> str:
    known = [week.median for week in found.weeks if week.median is not None]
    if len(known) < 2:
        return _last(found)
    return _("{first:z.1f} to {last:z.1f}").format(first=known[0], last=known[-1])


def _last(found: Trend) -> str:
    known = [week.median for week in found.weeks if week.median is not None]
    return f"{known[-1]:z.1f}" if known else "-"


def _eye(lines: Sequence[DiaryLine]) -> str:
    """The own weekly answers, the latest and the one that was different before."""
    gaps = eye_gaps(lines)
    if not gaps:
        return ""
    when, now = gaps[-1]
    said = words.EYE.format(gap=EYE_GAPS.get(now, now), day=short_day(when))
    other = [(day, gap) for day, gap in gaps if gap != now]
    if not other:
        return f"{said}."
    day, gap = other[-1]
    return f"{said}. {words.EYE_BEFORE.format(gap=EYE_GAPS.get(gap, gap), day=short_day(day))}"


def _eye_gap(sessions: Sequence[SessionSummary], own: OwnError | None) -> str:
    """What gentle closures left open of the weak eye: the latest week, the first, and whether that
    is a change."""
    weeks = eye_weeks(sessions, own)
    if not weeks:
        return ""
    last, first = weeks[-1], weeks[0]
    said = words.EYE_GAP.format(day=short_day(last.monday), gap=gap_in_words(last.found.affected))
    if len(weeks) == 1:
        return f"{said}."
    gap, day = gap_in_words(first.found.affected), short_day(first.monday)
    change = eye_trend(sessions, own).change
    verdict = "" if change is None else f" {words.EYE_GAP_VERDICTS[change.verdict]}"
    return f"{said}. {words.EYE_GAP_BEFORE.format(gap=gap, day=day)}{verdict}"


def _rest(sessions: Sequence[SessionSummary], own: OwnError | None) -> str:
    weeks = weeks_at_rest(sessions, own)
    if not weeks:
        return ""
    last = weeks[-1]
    parts = "; ".join(f"{REST_NAMES[part]} {in_words(last.found, part)}" for part in PARTS)
    return words.AT_REST.format(day=short_day(last.monday), parts=parts)


def _last_sizes(sessions: Sequence[SessionSummary]) -> str:
    """What the latest practice measured, for as long as there is no week to show."""
    measured = [
        words.SIZE.format(
            name=harmless(each.name, 30),
            weak=f"{each.affected_mm:z.1f}",
            strong=f"{each.unaffected_mm:z.1f}",
        )
        for each in (sessions[-1].exercises if sessions else ())
        if each.affected_mm is not None and each.unaffected_mm is not None
    ]
    return words.LAST_SIZES.format(sizes="; ".join(measured)) if measured else ""
