"""The gap that gentle closures leave of each eye: in words, and over the weeks. Pure.

Millimetres are shown only where it is known how a shut eye of this person reads and the range is
narrow; else words, where one or two fit; else nothing (`sessions.reps.eye_gap`). The range is wider
where the self-test found a larger error on this face. What a camera saw never says that an eye is
safe: that is asked of the person (`sessions.care.eye_care`).
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from statistics import median
from typing import Final

import msgspec

from routines.language import _
from routines.language.lists import either, listed
from sessions.history.own_error import OwnError
from sessions.history.summary import SessionSummary
from sessions.history.weeks import Trend, monday_of, trend
from sessions.log.eye_gaps import GENTLE
from sessions.log.record import ExerciseRecord, EyeGapRecord
from sessions.reps.eye_gap import EyeGap, Word, with_own_error, words_of

SAID: Final[dict[Word, str]] = {
    "closed": _("closed"),
    "thin-line": _("a thin line"),
    "gap": _("a gap"),
    "open": _("open"),
}
NOT_CLEAR: Final = _("not clear")


class EyeWeek(msgspec.Struct, frozen=True, kw_only=True):
    """One week: medians of what its sessions read."""

    monday: date
    found: EyeGapRecord


def in_words(gap: EyeGap | None) -> str:
    """For example "a gap, about 3.4 mm (2.1 to 4.6)", "closed or a thin line"; "not clear" where
    nothing may be said."""
    if gap is None:
        return NOT_CLEAR
    said = either(SAID[word] for word in gap.words)
    if gap.in_mm:
        mm = _("about {mm:.1f} mm ({low_mm:.1f} to {high_mm:.1f})").format(
            mm=gap.mm, low_mm=gap.low_mm, high_mm=gap.high_mm
        )
        return listed((said, mm)) if said else mm
    return said or NOT_CLEAR


def weak_eye_in_words(exercise: ExerciseRecord, own: OwnError | None = None) -> str:
    """What the exercise left open of the weak eye; nothing where that is not clear."""
    gap = None if exercise.eye_gap is None else exercise.eye_gap.affected
    said = in_words(_by_own_error(gap, own))
    return "" if said == NOT_CLEAR else said


def gap_of(session: SessionSummary) -> EyeGapRecord | None:
    """Of the first exercise of the session that told one."""
    return next((e.eye_gap for e in session.exercises if e.eye_gap is not None), None)


def latest_gap(sessions: Sequence[SessionSummary]) -> EyeGap | None:
    """The weak eye, median of all `sessions` that told it. With the error of everybody: a larger
    one would send fewer people back to the mirror."""
    return _of([found.affected for each in sessions if (found := gap_of(each)) is not None])


def eye_weeks(sessions: Sequence[SessionSummary], own: OwnError | None = None) -> list[EyeWeek]:
    """Every week in which the weak eye was told, oldest first. `sessions` of one affected side.
    Calibrated ones count, where there are any."""
    by_week: dict[date, list[EyeGapRecord]] = defaultdict(list)
    for session in sessions:
        found = gap_of(session)
        if found is not None:
            by_week[monday_of(session.started.date())].append(found)
    weeks = (
        EyeWeek(monday=day, found=_median(found, own)) for day, found in sorted(by_week.items())
    )
    return [week for week in weeks if in_words(week.found.affected) != NOT_CLEAR]


def eye_trend(sessions: Sequence[SessionSummary], own: OwnError | None = None) -> Trend:
    """The weak eye's gap in weeks with enough sessions that were calibrated, mm."""
    return trend(sessions, GENTLE, "eye_gap_mm", own)


def _median(found: Sequence[EyeGapRecord], own: OwnError | None) -> EyeGapRecord:
    return EyeGapRecord(
        affected=_by_own_error(_of([each.affected for each in found]), own),
        unaffected=_by_own_error(_of([each.unaffected for each in found]), own),
    )


def _by_own_error(gap: EyeGap | None, own: OwnError | None) -> EyeGap | None:
    return gap if gap is None or own is None else with_own_error(gap, *own.eye_gap())


def _of(gaps: Sequence[EyeGap | None]) -> EyeGap | None:
    known = [gap for gap in gaps if gap is not None]
    known = [gap for gap in known if gap.calibrated] or known
    if not known:
        return None
    mm, low, high, opening = (
        median(getattr(gap, name) for gap in known)
        for name in ("mm", "low_mm", "high_mm", "opening_mm")
    )
    return EyeGap(
        mm=mm,
        low_mm=low,
        high_mm=high,
        opening_mm=opening,
        calibrated=known[0].calibrated,
        words=words_of(mm, low, high, opening),
    )
