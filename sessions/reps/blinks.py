"""Blinks: short, and told by the eye that is not affected, because a weak lid may hardly come down.

Medians weigh a blink little where the stretch is long. Where frames were lost, what is left of a
rest may be one blink and nothing else, so its frames are left out.
"""

from collections.abc import Sequence

BLINK_POINTS = 40.0
"""A lid that reads further down than this is on its way to shut: healthy eyes narrow by 21.6 % in a
smile (lary.23778), and the blinks of two rendered heads read 46 to 79 %."""
BLINK_S = 0.4
"""Blinks last 0.1 to 0.4 s; an eye that is shut for longer does not blink."""


def without_blinks(
    times: Sequence[float], lids: Sequence[float | None], which: Sequence[int]
) -> list[int]:
    """Those frames of `which` that are no part of a blink.

    `lids` is the narrowing of the other eye in every frame, from its own rest; `which` goes up.
    """
    kept: list[int] = []
    shut: list[int] = []
    for i in which:
        value = lids[i]
        if value is not None and value >= BLINK_POINTS:
            shut.append(i)
            continue
        kept += _long(times, shut)
        shut = []
        kept.append(i)
    return kept + _long(times, shut)


def _long(times: Sequence[float], shut: list[int]) -> list[int]:
    return shut if shut and times[shut[-1]] - times[shut[0]] > BLINK_S else []
