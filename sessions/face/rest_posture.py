"""Whether the posture of a face can be rest: eyes open, lips together or nearly so.

Measured on landmarks of 8 faces at rest and moving (4 photographed or filmed, 4 rendered).
"""

import numpy as np

from routines.movements import SIDES
from sessions.scoring.arrays import Floats
from sessions.scoring.landmarks import EYE_CORNERS, INNER_LIPS, OUTER_CANTHUS
from sessions.scoring.measures import lid_gap

SHUT_SHARE = 0.12
"""Opening over width of the wider eye: at rest 0.31 to 0.41, with a frown from 0.22, shut on film
up to 0.07 and on renders up to 0.18."""
OPEN_MOUTH_SHARE = 0.125
"""Between the lips over the distance of the outer canthi (about 9 cm): at rest up to 0.05, in a
portrait that smiles with its teeth 0.10; smiling broadly or surprised 0.14 to 0.27, talking to
0.44."""


def opening(points: Floats) -> float:
    """Of the wider eye of `points` (478, 2+), over its width."""
    return max(lid_gap(points, side) / _apart(points, EYE_CORNERS[side]) for side in SIDES)


def mouth_open(points: Floats) -> bool:
    """Whether the lips of `points` (478, 2+) are too far apart for rest."""
    canthi = _apart(points, (OUTER_CANTHUS["left"], OUTER_CANTHUS["right"]))
    return _apart(points, INNER_LIPS) > OPEN_MOUTH_SHARE * canthi


def _apart(points: Floats, pair: tuple[int, int]) -> float:
    return float(np.linalg.norm(points[pair[0], :2] - points[pair[1], :2]))
