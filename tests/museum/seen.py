"""What may happen to readings between a face and a session: left out, spoilt, made doubtful."""

import math
from collections.abc import Callable

from msgspec.structs import replace

from routines.movements import MEASURES, MeasureKey, Side
from sessions.readings import Half, Reading, Reason

Seen = Callable[[Reading], Reading | None]
FPS = 30
"""Readings of the simulated patient a second."""


def all_of(*each: Seen) -> Seen:
    """One after another."""

    def seen(reading: Reading) -> Reading | None:
        now: Reading | None = reading
        for one in each:
            now = None if now is None else one(now)
        return now

    return seen


def a_second(count: int) -> Seen:
    """So many readings a second."""
    return lambda reading: (
        reading if reading.n * count // FPS != (reading.n - 1) * count // FPS else None
    )


def nothing(from_s: float, to_s: float) -> Seen:
    """No reading comes in this time."""
    return lambda reading: None if from_s <= reading.t_s < to_s else reading


def why_not(reason: Reason, from_s: float, to_s: float, camera_fps: float = 0.0) -> Seen:
    """In this time frames are not scored, for this reason."""

    def seen(reading: Reading) -> Reading:
        if not from_s <= reading.t_s < to_s:
            return reading
        return replace(reading, reason=reason, left=None, right=None, camera_fps=camera_fps)

    return seen


def low(from_s: float, to_s: float) -> Seen:
    """Low confidence."""
    return lambda reading: (
        replace(reading, confidence="low") if from_s <= reading.t_s < to_s else reading
    )


def doubtful(measure: MeasureKey, from_s: float, to_s: float) -> Seen:
    """A measure that is not to be trusted."""
    return lambda reading: (
        replace(reading, doubtful=(measure,)) if from_s <= reading.t_s < to_s else reading
    )


def changed(side: Side, measure: MeasureKey, how: Callable[[float, float], float]) -> Seen:
    """A measure of one half made by `how` of the time and what it was, mm."""

    def seen(reading: Reading) -> Reading:
        half = reading.half(side)
        if half is None:
            return reading
        mm = list(half.mm)
        index = MEASURES.index(measure)
        mm[index] = how(reading.t_s, mm[index])
        after = Half(tuple(mm), half.narrowing_percent, half.corner_out_mm, half.corner_up_mm)
        return replace(reading, left=after) if side == "left" else replace(reading, right=after)

    return seen


def sinking(side: Side, measure: MeasureKey, share: float, *holds: tuple[float, float]) -> Seen:
    """A half that loses `share` of its size in each of these times."""

    def how(t_s: float, mm: float) -> float:
        for from_s, to_s in holds:
            if from_s <= t_s < to_s:
                return mm * (1.0 - share * (t_s - from_s) / (to_s - from_s))
        return mm

    return changed(side, measure, how)


def no_number(side: Side, measure: MeasureKey, from_s: float, to_s: float) -> Seen:
    """A measure that is no number."""
    return changed(side, measure, lambda t_s, mm: math.nan if from_s <= t_s < to_s else mm)
