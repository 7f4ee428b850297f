"""How the two halves of a face compare at rest: height of the brow, opening of the eye, height of
the mouth corner.

Each half is read from its own composite: on symmetric faces whose corner was moved by known
amounts the whole-face landmarks were wrong by 1.7 mm (95 %), the composites by 0.7 mm. Both
composites share the head frame, out of which yaw, pitch and most roll are taken; the rest of the
roll is that of a line through all four corners of the eyes, as the composites show them.

| part   | told       | 95 % of photographs within | rendered heads                           |
|--------|------------|----------------------------|------------------------------------------|
| corner | mm, words  | 0.8 mm                     | within 0.8 mm on three films             |
| brow   | words only | 0.6 mm                     | raised brows read as little as half      |
| eye    | words only | 1.6 mm                     | 0.5 mm; a raised brow beside it adds 1.2 |

An eye's difference reads as a third to a half of itself. Photographs: five faces, each half
mirrored into a symmetric face, one part or several moved by up to 5 mm, frontal and turned within
the gate, 487 pictures. At `CLEAR_FROM` a difference was told of equal parts in 1 of 100 pictures
(brow), 2 (eye), 0 (corner).

That was the eye by its composite alone. Its opening is now the mean with that of the iris model
(`EyeRest.opening_mm`): two alike eyes of a photograph, 1.2 mm apart by the composites, are 0.5.
"""

import numpy as np

from routines.movements import SIDES, Side
from sessions.readings import CLEAR_FROM, AtRest, Pose, RestHalf
from sessions.scoring.arrays import Floats
from sessions.scoring.calibration import Rest
from sessions.scoring.geometry import angles
from sessions.scoring.landmarks import BROW, CORNER, EYE_CORNERS, Points
from sessions.scoring.quality import within

SURE_POSE = Pose(6.0, 10.0, 15.0)
"""Absolute pose the millimetres were tested in. Rest is not taken far beyond it."""


def at_rest(rest: Rest) -> AtRest | None:
    """How the halves of `rest` compare; None where a composite showed no face."""
    if not rest.has_composites:
        return None
    across = {side: _x(rest.head, EYE_CORNERS[side]) for side in SIDES}
    eyes = {side: _y(rest.composite(side), EYE_CORNERS) for side in SIDES}
    slope = (eyes["left"] - eyes["right"]) / (across["left"] - across["right"])
    middle = eyes["left"] - slope * across["left"]

    def height(part: dict[Side, Points], side: Side) -> float:
        """Of a part of one half over the line through the eyes, mm."""
        line = middle + slope * _x(rest.head, part[side])
        return rest.size * (line - _y(rest.composite(side), part))

    halves = {
        side: RestHalf(
            brow_mm=height(BROW, side),
            eye_mm=rest.size * rest.opening_mm(side),
            corner_mm=height(CORNER, side),
        )
        for side in SIDES
    }
    return AtRest(
        left=halves["left"],
        right=halves["right"],
        clear_from=CLEAR_FROM,
        sure=within(angles(rest.rotation), SURE_POSE),
    )


def _x(head: Floats, points: Points) -> float:
    return float(head[list(points), 0].mean())


def _y(composite: Floats, part: dict[Side, Points]) -> float:
    """Mean of both sides of a composite, which show the same half."""
    return float(np.mean([composite[list(part[side]), 1].mean() for side in SIDES]))
