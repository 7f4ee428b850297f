"""How much each measure of one half jitters at rest."""

import numpy as np

from routines.movements import MEASURES
from sessions.face.blink_tails import no_blink
from sessions.readings import Noise
from sessions.scoring.measures import Moves, half_of

LEAST_NOISE_MM = 0.05
LEAST_NOISE_POINTS = 1.0
"""Frames of one second resemble one another; a smaller jitter than this is not believed."""
_LID = MEASURES.index("eye-closure")


def noise_of(times: list[float], moves: list[Moves], size: float) -> Noise:
    """Standard deviations of single frames about their own mean; of the lid without blinks.
    `size` as in `half_of`."""
    halves = [half_of(one, size) for one in moves]
    mm = np.array([half.mm for half in halves])
    lids = np.array([half.narrowing_percent for half in halves])
    corner = np.array([(half.corner_out_mm, half.corner_up_mm) for half in halves]).std(axis=0)
    still = no_blink(times, lids.tolist(), LEAST_NOISE_POINTS)
    spread = mm.std(axis=0)
    spread[_LID] = mm[still, _LID].std()
    return Noise(
        tuple(float(value) for value in np.maximum(spread, LEAST_NOISE_MM)),
        max(float(lids[still].std()), LEAST_NOISE_POINTS),
        float(max(corner.max(), LEAST_NOISE_MM)),
    )
