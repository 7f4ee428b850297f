"""How far down each lid comes in natural blinks, at least. Pure.

A blink shuts for a few hundredths of a second, between two pictures of a usual camera as often as
in one: what was seen is a lower bound, from 25 readings a second on, and nothing at all is said of
speed. Blinks are told by the eye that is not affected (`sessions.reps.blinks`).
"""

from collections.abc import Iterable
from statistics import median
from typing import Final, NamedTuple

import msgspec

from sessions.reps.blinks import BLINK_POINTS, BLINK_S
from sessions.reps.eye_gap import CALIBRATED, SHAPE

LEAST_FPS: Final = 25.0
"""Scored readings a second; at fewer a healthy blink of 0.1 s may show no shut lid."""
LEAST_S: Final = 60.0
FEWEST: Final = 5
"""Blinks in that time; people blink 10 to 20 times a minute."""
GAP_S: Final = 0.1
"""A longer stretch without a reading ends what was seen."""
STEP_PERCENT: Final = 10


class Lids(NamedTuple):
    """Both eyes in one reading: narrowing from own rest, percent; `new` after anything unseen."""

    t_s: float
    affected: float
    unaffected: float
    new: bool = False


class BlinkDepth(msgspec.Struct, frozen=True, kw_only=True):
    """What natural blinks came to."""

    seconds: float
    """Watched."""
    blinks: int
    affected_at_least_percent: int
    unaffected_at_least_percent: int
    """Of the opening at rest, medians, what may be read too much left out."""


def blink_depth(lids: Iterable[Lids]) -> BlinkDepth | None:
    """Of readings as they came; None where too little was seen.

    Where time goes back between two, as after the camera process began anew, what was seen ends.
    """
    seconds, blinks = 0.0, list[tuple[float, float]]()
    shut: list[Lids] = []
    last: Lids | None = None
    for now in lids:
        seen = last is not None and not now.new and 0.0 <= now.t_s - last.t_s <= GAP_S
        seconds += now.t_s - last.t_s if last is not None and seen else 0.0
        if not seen:
            shut = []
        if now.unaffected >= BLINK_POINTS:
            if shut or (seen and last is not None and last.unaffected < BLINK_POINTS):
                shut.append(now)
        else:
            if shut and shut[-1].t_s - shut[0].t_s <= BLINK_S:
                blinks.append((max(e.affected for e in shut), max(e.unaffected for e in shut)))
            shut = []
        last = now
    if seconds < LEAST_S or len(blinks) < FEWEST:
        return None
    weak, strong = (median(each) for each in zip(*blinks, strict=True))
    return BlinkDepth(
        seconds=round(seconds, 1),
        blinks=len(blinks),
        affected_at_least_percent=_at_least(weak),
        unaffected_at_least_percent=_at_least(strong),
    )


def _at_least(percent: float) -> int:
    """What is surely reached, in steps."""
    surely = percent / CALIBRATED[1] - 100 * SHAPE
    return max(int(surely // STEP_PERCENT) * STEP_PERCENT, 0)
