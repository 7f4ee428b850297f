"""How a camera sees what moves along: noise, sway and drift for the trust report, in tables.

Sizes as on a rendered head that moves by 1.2 degrees, against its exact truth: single frames are
off by 0.4 to 0.9 points and 0.06 to 0.14 mm, slower errors have standard deviations of 1 to 1.8
points and 0.16 to 0.34 mm. What is drawn about them stands in `linked_sets`.
"""

import math
import random
from typing import NamedTuple

LID_PERIODS_S = 0.6, 6.0
HEAD_PERIODS_S = 3.0, 9.0
"""Of what wanders slower than from frame to frame. On a rendered head with known movement the error
of the lids is alike over 0.3 s and not between the eyes, that of the corners over 1 s and by half
the same on both sides."""
TABLE_FPS = 30
SHARED = 0.5**0.5
"""Half of the variance."""


def _wandering(periods_s: tuple[float, float]) -> list[float]:
    """Two minutes of slow wandering, one standard deviation large."""
    chance = random.Random(f"wandering {periods_s}")
    waves = [
        (math.tau / math.exp(chance.uniform(*map(math.log, periods_s))), chance.uniform(0.0, 6.0))
        for _ in range(8)
    ]
    return [
        0.5 * sum(math.sin(speed * n / TABLE_FPS + phase) for speed, phase in waves)
        for n in range(3600)
    ]


_noise_chance = random.Random("noise")
NOISE = [_noise_chance.gauss(0.0, 1.0) for _ in range(9973)]
LIDS, HEAD = _wandering(LID_PERIODS_S), _wandering(HEAD_PERIODS_S)


class Camera(NamedTuple):
    """How a face is seen, points of lid aperture and millimetres."""

    fps: float
    noise_points: float
    noise_mm: float
    """Standard deviation of single frames."""
    sway_points: float
    sway_mm: float
    """Standard deviation of the slow waves that a moving head makes."""
    drift_points_per_min: float
    drift_mm_per_min: float
    """Of the rest, through the set."""
    turns_per_min: float
    """Moments with the head turned beyond what guards use."""
