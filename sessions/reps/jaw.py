"""Whether the jaw says that a movement was no repetition: it goes up and down in talk and chewing,
and gapes in a yawn.

Where the lips go is no help there: words that round them, one after the other, look like a pucker
that was held, and in a yawn eyes shut and brows rise as in their exercises. The lower lip goes with
the jaw, and is read as far as a jaw on film truly goes (10 mm as 7 to 10).
"""

import math
from collections.abc import Sequence

from routines.movements import MeasureKey
from sessions.reps import waveform as shape
from sessions.reps.frames import RepFrame

OF_THE_MOUTH: frozenset[MeasureKey] = frozenset(
    {"open-smile", "closed-smile", "lip-corner-out", "pucker", "lower-lip"}
)
"""Where speaking looks like the movement. A brow may be raised while somebody speaks."""

SYLLABLES = 2
"""Times a jaw sinks within one movement: from here on it speaks. A smile, or a lip that is lowered,
takes it down once."""

SWING_SHARE = 0.5
"""Of the movement that is measured: a jaw that swings by less may shake with it. The second swing
within one movement is 0.6 to 2 times as large as the movement in made talk of three faces, at most
0.16 times in smiles and puckers of two people on film and of rendered heads, and 0.4 times where
the lip itself is measured."""

GAPE_MM = 15.0
"""A finger's width. No exercise that is measured opens the mouth so far, and the one that is about
the jaw stops there (`mouth-open`). A full lowering of the lip takes it down by 4 mm (rendered
heads), a syllable of a talking face by 10, a yawn opens the mouth by 30 and more."""


def jaw_mm(frames: Sequence[RepFrame]) -> list[float]:
    """How far the lower lip has sunk since rest in each frame with numbers: mean of both halves."""
    return [
        0.5 * one.affected.measure("lower-lip") + 0.5 * one.unaffected.measure("lower-lip")
        for one in frames
        if one.affected is not None and one.unaffected is not None
    ]


def sinks(values: Sequence[float], least_mm: float) -> int:
    """How often `values` go up by `least_mm` or more, and in between down by as much."""
    count, falling, turn = 0, False, math.inf
    for value in values:
        if falling:
            turn = max(turn, value)
            if turn - value >= least_mm:
                falling, turn = False, value
        else:
            turn = min(turn, value)
            if value - turn >= least_mm:
                count, falling, turn = count + 1, True, value
    return count


def gapes(times: Sequence[float], values: Sequence[float]) -> bool:
    """Whether the mouth was wider open than in any exercise that is measured."""
    return shape.height(times, values) >= GAPE_MM
