"""One movement over the weeks of a report: its trends, and what may be said of both sides."""

from collections.abc import Sequence

import msgspec

from routines.language import _
from routines.language.lists import listed
from routines.movements import LOW_CONFIDENCE, WATCHED_WITH, is_eye_pair
from sessions.history.own_error import OwnError
from sessions.history.summary import ExerciseSummary, SessionSummary
from sessions.history.weeks import FLOORS, Change, Trend, trend
from sessions.report.days import day
from sessions.report.words import (
    CORNER_MM,
    OWN_ERROR,
    OWN_ERROR_AND_SHARE,
    VERDICTS,
    share_in_words,
)

COARSE = LOW_CONFIDENCE | {"eye-closure"}
"""Shares of these are given in words only (validity study, section 12, points 6 and 8)."""


SHARE_POINTS = 20.0
"""95 % range of the share of a fine movement, points (validity study, section 12)."""


class Movement(msgspec.Struct, frozen=True, kw_only=True):
    """One scored exercise over the window."""

    id: str
    name: str
    measure: str
    low_confidence: bool
    affected: Trend
    unaffected: Trend
    share: str
    """Weak side of strong side in the latest week with a median, with its error, or in words."""
    lag: str
    linked: str
    """What moved along on the weak side, where it is watched."""
    reps: int
    counted: int
    sessions: int
    sessions_unseen: int
    """Sessions in which no movement of the weak side was seen."""
    kept_percent: float | None = None
    """Size without the bars, percent of the size with them, of the latest session that has both."""


def movement_of(
    sessions: Sequence[SessionSummary], exercise: ExerciseSummary, own: OwnError | None = None
) -> Movement:
    """What the sessions say of one exercise; `own` error of measuring counts where it is worse."""
    done = [e for s in sessions for e in s.exercises if e.id == exercise.id and e.reps]
    measure = exercise.measure or ""
    return Movement(
        id=exercise.id,
        name=exercise.name,
        measure=measure,
        low_confidence=measure in LOW_CONFIDENCE,
        affected=trend(sessions, exercise.id, "affected_mm", own),
        unaffected=trend(sessions, exercise.id, "unaffected_mm", own),
        share=_share(trend(sessions, exercise.id, "symmetry_percent", own), measure, own),
        lag=_lag(trend(sessions, exercise.id, "lag_ms")),
        linked=_linked(sessions, exercise, own),
        reps=sum(e.reps for e in done),
        counted=sum(e.counted for e in done),
        sessions=len(done),
        sessions_unseen=sum(e.affected_seen is False for e in done),
        kept_percent=next((e.kept_percent for e in done[::-1] if e.kept_percent is not None), None),
    )


def change_in_words(change: Change | None) -> str:
    """What may be said about a trend in millimetres."""
    if change is None:
        return _("too few weeks to compare")
    basis = _("own error") if change.own else _("default limit")
    return _("{verdict} ({by:+z.1f} mm; can tell {detectable:.1f} mm, {basis})").format(
        verdict=VERDICTS[change.verdict], by=change.by, detectable=change.detectable, basis=basis
    )


def change_on_a_chart(change: Change | None) -> str:
    """The same in as few words as fit over a small chart; the limits stand in the table."""
    if change is None or change.verdict == "about the same":
        return "-" if change is None else _("same")
    return f"{VERDICTS[change.verdict]}, {change.by:+z.1f} mm"


def _ends(found: Trend) -> tuple[float, float] | None:
    medians = [week.median for week in found.weeks if week.median is not None]
    return (medians[0], medians[-1]) if medians else None


def _changed(said: str, found: Trend) -> str:
    """`said` with the change, where one can be told."""
    if found.change is None or found.change.verdict == "about the same":
        return said
    return _("{said}, {verdict} than before").format(
        said=said, verdict=VERDICTS[found.change.verdict]
    )


def _share(found: Trend, measure: str, own: OwnError | None) -> str:
    ends = _ends(found)
    if ends is None:
        return _("too few sessions")
    if measure in COARSE:
        return _changed(share_in_words(ends[1]), found)
    either_way = max(SHARE_POINTS, own.share_points(measure)) if own else SHARE_POINTS
    return _changed(f"{ends[1]:z.0f} % (\u00b1{either_way:.0f})", found)


def _lag(found: Trend) -> str:
    ends = _ends(found)
    if ends is None:
        return _("too few sessions")
    if abs(ends[1]) < FLOORS["lag_ms"]:
        return _("together")
    said = _("weak side {ms:.0f} ms later") if ends[1] > 0 else _("weak side {ms:.0f} ms earlier")
    return said.format(ms=abs(ends[1]))


def _linked(
    sessions: Sequence[SessionSummary], exercise: ExerciseSummary, own: OwnError | None
) -> str:
    """Of the part that is watched with this movement."""
    pair = WATCHED_WITH.get(exercise.measure or "")
    if pair is None:
        return _("not watched")
    eye = is_eye_pair(pair)
    found = trend(sessions, exercise.id, "eye_narrowing_percent" if eye else "corner_mm", own)
    if ends := _ends(found):
        said = (
            _("eye narrows {ends:z.0f} %").format(ends=ends[1])
            if eye
            else _("mouth corner {ends:z.1f} mm").format(ends=ends[1])
        )
        return _changed(said, found)
    if found.weeks:
        return _("too few sessions")
    fingers = any(e.finger_sets for s in sessions for e in s.exercises if e.id == exercise.id)
    return _("a finger on it") if fingers else _("not read")


def corner_mm(own: OwnError | None) -> float:
    """How wrong the difference of the mouth corners at rest may be, mm (95 %)."""
    return CORNER_MM if own is None else max(CORNER_MM, round(own.rest_mm(), 1))


def own_error(own: OwnError | None) -> tuple[str, ...]:
    """What the self-test found on this face, in a sentence; nothing where there was none."""
    if own is None:
        return ()
    sizes = [
        f"{own.change_mm(each.measure):z.1f} mm ({each.measure})"
        for each in own.movement
        if each.still_mm is not None
    ]
    fine = [each.measure for each in own.movement if each.measure not in COARSE]
    points = max(map(own.share_points, fine), default=0.0)
    sentence = OWN_ERROR_AND_SHARE if points else OWN_ERROR
    return (sentence.format(day=day(own.on), sizes=listed(sizes) or "-", points=points),)
