"""Blinks and their tails in the frames of a rest, told by one lid alone.

The noise of an eye at rest is the floor of its guard (three times the noise), so one lid that is
still coming up from a blink lifts that floor: on a rendered head two frames of a tail made 3.2
points out of 0.9. What is judged is a median over a hold, and a word needs 0.4 s: neither can be
moved by what is as short as a blink, so it is no part of the noise.

A blink is short (`BLINK_S`) and goes down by far more than the lid wanders otherwise. A rest may
begin or end within one, so that only its tail is in the frames; it need not have been seen shut. A
lid that stays down for longer, sinks slowly or flickers all the time is noise and stays in.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sessions.reps.blinks import BLINK_S

FAR = 3.0
"""Times the own spread: of values that only wander, 1 in 700 is so far down."""
TO_SPREAD = 1.4826
"""Median distance from the median to a standard deviation, for normal values. The median is not
moved by the blink itself."""


def no_blink(
    times: Sequence[float], narrowing: Sequence[float], least_spread: float
) -> NDArray[np.bool_]:
    """Which frames are no part of a blink. `narrowing` and `least_spread` are in points, the first
    positive when the lid is down; a smaller spread than `least_spread` is not believed."""
    lids = np.asarray(narrowing, dtype=float)
    level = np.median(lids)
    spread = max(least_spread, TO_SPREAD * float(np.median(np.abs(lids - level))))
    down = lids > level + FAR * spread
    kept = np.ones(len(lids), dtype=bool)
    first = 0
    while first < len(lids):
        last = first
        while down[first] and last + 1 < len(lids) and down[last + 1]:
            last += 1
        if down[first] and times[last] - times[first] <= BLINK_S:
            kept[first : last + 1] = False
        first = last + 1
    return kept
