"""What a fixed crop shows at rest, and its gain: read once, while rest is taken."""

from typing import TypeAlias

import msgspec
import numpy as np
from numpy.typing import NDArray

from routines.movements import SIDES, Side
from sessions.face.composites import CompositeCanvas
from sessions.face.half_reader import HalfReader
from sessions.face.sparing.fixed_crop import PUCKER, SMILE, FixedCrop, moved
from sessions.scoring.arrays import Floats
from sessions.scoring.calibration import Gain
from sessions.scoring.geometry import Placement
from sessions.scoring.measures import Vector, mean_moves, moves_of

MOST_FRAMES = 8
"""Of the rest: their mean is as calm as what is read in flow, at a third of the time."""
GAINS = (0.8, 1.25)
"""On six photographs and eight rendered heads gains lay between 0.91 and 1.06; what lies beyond
these is not believed."""
READS = 2
"""MediaPipe follows a face that has changed in the second picture."""

Pictures: TypeAlias = list[tuple[NDArray[np.uint8], Placement]]


class FixedRest(msgspec.Struct, frozen=True):
    """Of one half."""

    points: Floats
    """(478, 2), head-frame mm; empty where the crop showed no face."""
    gain: Gain = Gain()


NOTHING = FixedRest(np.empty((0, 2)))


def fixed_rest(
    pictures: Pictures,
    halves: HalfReader,
    canvas: CompositeCanvas,
    head: Floats,
    base: dict[Side, Floats],
) -> dict[Side, FixedRest]:
    """Both halves of a rest in its `pictures` (RGB, and where the head is); `base` is what
    MediaPipe read of each."""
    if not halves.has_fixed or any(len(one) == 0 for one in base.values()):
        return dict.fromkeys(SIDES, NOTHING)
    keep = np.linspace(0, len(pictures) - 1, min(MOST_FRAMES, len(pictures))).round().astype(int)
    return {
        side: _one_half([pictures[i] for i in keep], halves, canvas, head, base[side], side)
        for side in SIDES
    }


def _one_half(
    pictures: Pictures,
    halves: HalfReader,
    canvas: CompositeCanvas,
    head: Floats,
    base: Floats,
    side: Side,
) -> FixedRest:
    crop = FixedCrop.of(canvas.to_canvas(base))
    composites = [canvas.picture(rgb, placement, side) for rgb, placement in pictures]
    found = [halves.points_in(one, side, crop) for one in composites]
    points = [canvas.to_head(one) for one in found if one is not None]
    if len(points) < len(composites):
        return NOTHING

    def gone(before: Floats | None, after: Floats | None) -> Vector | None:
        """Of the corner, from one reading on the canvas to the next."""
        if before is None or after is None:
            return None
        rest, now = canvas.to_head(before), canvas.to_head(after)
        return mean_moves(*(moves_of(now, rest, each) for each in SIDES)).corner

    def usually(composite: NDArray[np.uint8]) -> Floats | None:
        """As MediaPipe reads it."""
        *_, last = [halves.points_in(composite, side) for _ in range(READS)]
        return last

    def gain(by: Vector) -> float:
        pushed = moved(composites[0], canvas, head, side, by)
        usual = gone(usually(composites[0]), usually(pushed))
        fixed = gone(found[0], halves.points_in(pushed, side, crop))
        return 1.0 if usual is None or fixed is None else gain_of(by, usual, fixed)

    return FixedRest(np.mean(points, axis=0), Gain(gain(SMILE), gain(PUCKER)))


def gain_of(by: Vector, usual: Vector, fixed: Vector) -> float:
    """How much more is read the usual way than in the fixed crop of a corner moved `by`; 1 where
    the quotient is none that a crop can have."""
    along_usual, along_fixed = float(np.dot(usual, by)), float(np.dot(fixed, by))
    if min(along_usual, along_fixed) <= 0.0:
        return 1.0
    gain = along_usual / along_fixed
    return gain if GAINS[0] <= gain <= GAINS[1] else 1.0
