"""Weekly medians, and whether they differ by more than this person's own error. Pure.

One day says nothing: healthy people differ from day to day and side to side (video microscaling,
1994), so a week needs at least three sessions (clinical brief, row 30), and a change is named only
beyond the smallest change that could be told from the person's own scatter.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from statistics import median
from typing import Literal

import msgspec

from routines.movements import LOW_CONFIDENCE, TOO_COARSE
from sessions.history.own_error import OwnError
from sessions.history.summary import ExerciseSummary, SessionSummary

Quantity = Literal[
    "affected_mm",
    "unaffected_mm",
    "symmetry_percent",
    "lag_ms",
    "eye_narrowing_percent",
    "corner_mm",
    "eye_open_percent",
    "quiet_percent",
    "eye_gap_mm",
]
Verdict = Literal["larger", "smaller", "about the same"]

FEWEST_SESSIONS = 3
"""In a week, before it has a median (clinical brief, row 30)."""
FEWEST_FREE = 6
"""Degrees of freedom before own scatter is trusted: for example three weeks of three sessions."""

DEFAULT_MM = 1.5
DEFAULT_SHARE = 0.2
"""Until own error is known: 1.5 mm or 20 %, whichever is larger (row 11)."""

FLOORS: dict[Quantity, float] = {
    "affected_mm": 1.0,
    "unaffected_mm": 1.0,
    "symmetry_percent": 20.0,
    "lag_ms": 67.0,
    "eye_narrowing_percent": 10.0,
    "corner_mm": 1.5,
    "eye_open_percent": 10.0,
    "quiet_percent": 10.0,
    "eye_gap_mm": 1.5,
}
"""Nothing smaller is ever called a change, however steady the person. Excursion: one pixel of the
landmark model, about 1 mm (clinical brief, section 0). Symmetry: 95 % range of the ratio
(validity study, section 12). Lag: two frames at 30 a second. Narrowing and corner: the caution
limits of clinical brief rows 20 and 22; the eye kept open is the same number. Quiet size: one step
of the ladder. Gap of the eye: its known error (`sessions.reps.eye_gap`)."""

COARSE_SYMMETRY = 25.0
"""Floor for pucker, snarl and the other low-confidence measures (ratio error 0.2 to 0.25 rms)."""


class Week(msgspec.Struct, frozen=True, kw_only=True):
    """One week, named by its Monday. `median` is None below three sessions."""

    monday: date
    sessions: int
    median: float | None = None
    error: float | None = None
    """95 % half-width of the median from own scatter; None while that is not known."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """The latest week with a median against the first."""

    verdict: Verdict
    by: float
    detectable: float
    """Smallest change that would have been named, in the quantity's unit."""
    own: bool
    """Whether that comes from own scatter or own error of measuring, or is everybody's default."""
    first: date
    last: date

    @property
    def size(self) -> float:
        """In smallest changes that would have been named, so that units compare; 0.0 where it is
        about the same."""
        return 0.0 if self.verdict == "about the same" else abs(self.by) / self.detectable


class Trend(msgspec.Struct, frozen=True, kw_only=True):
    """One quantity of one exercise over the weeks."""

    exercise: str
    name: str
    measure: str | None
    quantity: Quantity
    weeks: tuple[Week, ...]
    change: Change | None
    """None while there are not two weeks with a median."""


def monday_of(day: date) -> date:
    """The Monday of the week that holds `day`."""
    return day - timedelta(days=day.weekday())


def exercises_of(sessions: Iterable[SessionSummary]) -> list[ExerciseSummary]:
    """Each exercise whose sizes are told once, in the order they first occur."""
    first: dict[str, ExerciseSummary] = {}
    for session in sessions:
        for exercise in session.exercises:
            if exercise.measure is not None and exercise.measure not in TOO_COARSE:
                first.setdefault(exercise.id, exercise)
    return list(first.values())


def trend(
    sessions: Sequence[SessionSummary],
    exercise_id: str,
    quantity: Quantity,
    own: OwnError | None = None,
) -> Trend:
    """The trend of one quantity; `sessions` of one affected side, in any order.

    `own` error of measuring, where it is known, raises the smallest change that is named.
    """
    name, measure = exercise_id, None
    by_week: dict[date, list[float]] = defaultdict(list)
    for session in sessions:
        for exercise in session.exercises:
            if exercise.id != exercise_id:
                continue
            name, measure = exercise.name, exercise.measure
            value: float | None = getattr(exercise, quantity)
            if value is not None:
                by_week[monday_of(session.started.date())].append(value)
    return trend_of(by_week, quantity, exercise_id, name, measure, own)


def trend_of(
    by_week: Mapping[date, Sequence[float]],
    quantity: Quantity,
    exercise_id: str,
    name: str,
    measure: str | None = None,
    own: OwnError | None = None,
) -> Trend:
    """The trend of a value a session, by the Monday of its week."""
    scatter, free = own_scatter(list(by_week.values()))
    weeks = tuple(
        Week(
            monday=monday,
            sessions=len(values),
            median=median(values) if len(values) >= FEWEST_SESSIONS else None,
            error=_half_width(scatter, free, len(values)),
        )
        for monday, values in sorted(by_week.items())
    )
    return Trend(
        exercise=exercise_id,
        name=name,
        measure=measure,
        quantity=quantity,
        weeks=weeks,
        change=_change(weeks, quantity, measure, own),
    )


def unbroken(weeks: Iterable[Week]) -> list[list[Week]]:
    """Weeks with a median in runs that follow one another: a gap is not to be drawn over."""
    runs: list[list[Week]] = []
    for week in weeks:
        if week.median is None:
            continue
        if runs and week.monday - runs[-1][-1].monday == timedelta(weeks=1):
            runs[-1].append(week)
        else:
            runs.append([week])
    return runs


def own_scatter(groups: Sequence[Sequence[float]]) -> tuple[float | None, int]:
    """Standard deviation of single sessions about their own week, pooled, and its freedom.

    None below `FEWEST_FREE` degrees of freedom. Slow change over the weeks does not enter it.
    """
    squares, free = 0.0, 0
    for group in groups:
        if len(group) >= 2:
            mean = sum(group) / len(group)
            squares += sum((value - mean) ** 2 for value in group)
            free += len(group) - 1
    return (math.sqrt(squares / free), free) if free >= FEWEST_FREE else (None, free)


def t_quantile(free: int) -> float:
    """Two-sided 95 % point of Student's t, within 0.5 % from 6 degrees of freedom on.

    Series in 1 / freedom (Abramowitz and Stegun 26.7.5).
    """
    z = 1.959964
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / free + second / free**2 + third / free**3


def _half_width(scatter: float | None, free: int, sessions: int) -> float | None:
    if scatter is None or sessions < FEWEST_SESSIONS:
        return None
    return t_quantile(free) * scatter * math.sqrt(math.pi / (2 * sessions))


def _floor(own: OwnError | None, quantity: Quantity, measure: str | None) -> float:
    """What the own error of measuring lets be told; 0 where it is not known."""
    if own is None:
        return 0.0
    match quantity:
        case "affected_mm" | "unaffected_mm":
            return own.change_mm(measure)
        case "eye_gap_mm":
            return own.change_mm("eye-closure")
        case "symmetry_percent":
            return own.share_points(measure)
        case "eye_narrowing_percent" | "eye_open_percent":
            return own.eye_points()
        case "corner_mm":
            return own.change_mm("open-smile")
        case "lag_ms" | "quiet_percent":
            return 0.0


def _change(
    weeks: Sequence[Week], quantity: Quantity, measure: str | None, own_error: OwnError | None
) -> Change | None:
    full = [week for week in weeks if week.median is not None]
    if len(full) < 2:
        return None
    first, last = full[0], full[-1]
    assert first.median is not None
    assert last.median is not None
    floor = FLOORS[quantity]
    if quantity == "symmetry_percent" and measure in LOW_CONFIDENCE:
        floor = COARSE_SYMMETRY
    own = first.error is not None and last.error is not None
    if first.error is not None and last.error is not None:
        detectable = max(floor, math.hypot(first.error, last.error))
    elif quantity in ("affected_mm", "unaffected_mm"):
        detectable = max(DEFAULT_MM, DEFAULT_SHARE * abs(first.median))
    else:
        detectable = 1.5 * floor
    measured = _floor(own_error, quantity, measure)
    own, detectable = own or measured > detectable, max(detectable, measured)
    by = last.median - first.median
    verdict: Verdict = "about the same"
    if abs(by) > detectable:
        verdict = "larger" if by > 0 else "smaller"
    return Change(
        verdict=verdict,
        by=by,
        detectable=detectable,
        own=own,
        first=first.monday,
        last=last.monday,
    )
