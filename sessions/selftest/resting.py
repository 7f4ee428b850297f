"""Faces whose mouth corner lies lower or higher at rest by a known amount: what is read of them.

A face has its own difference at rest, which nobody knows; so what is tested is how far the
difference changes with the corner.
"""

from collections.abc import Iterator

import numpy as np

from routines.errors import Trouble
from routines.movements import SIDES
from sessions.readings import SMILE_UP, Pose
from sessions.selftest.numbers import PerSide
from sessions.selftest.results import Resting
from sessions.selftest.seated_face import Picture, SeatedFace

SHARES = (-0.5, -0.25, 0.35)
"""Of a smile: the corner lies about 3 or 1.5 mm lower, or 2 mm higher."""
TURN_DEG = 4.0
"""As far as rest may be turned with room for a face that is not straight itself."""
REST_S = 0.3


def resting(seated: SeatedFace) -> Resting | None:
    """Each corner by itself, frontal, then the lowest with the head turned; None where a rest is
    refused or a composite shows no face."""
    wrong: list[float] = []
    try:
        own = _difference(seated, seated.picture)
        wrong = [_difference(seated, picture) - own - true for picture, true in _faces(seated)]
    except Trouble:
        return None
    if not np.all(np.isfinite(wrong)):
        return None
    return Resting(
        tested=len(wrong),
        turned_deg=TURN_DEG,
        rms_mm=float(np.sqrt(np.mean(np.square(wrong)))),
        most_mm=float(np.max(np.abs(wrong))),
    )


def _faces(seated: SeatedFace) -> Iterator[tuple[Picture, float]]:
    """Pictures, and by how much the left corner truly went up more than the right, mm."""
    portrait = seated.portrait
    for share in SHARES:
        for level in (PerSide(share, 0.0), PerSide(0.0, share)):
            picture = portrait.moved("open-smile", level)
            left, right = (portrait.truth_mm("open-smile", s, level.of(s)) for s in SIDES)
            true = SMILE_UP * (left - right)
            yield picture, true
            if share == min(SHARES):
                for yaw_deg in (-TURN_DEG, TURN_DEG):
                    yield portrait.turned(Pose(yaw_deg, 0.0, 0.0), picture), true


def _difference(seated: SeatedFace, picture: Picture) -> float:
    found = seated.rest(picture, REST_S).at_rest
    return float("nan") if found is None else found.left.corner_mm - found.right.corner_mm
