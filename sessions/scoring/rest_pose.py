"""In which pose of the head rest may be taken, and what each movement is worth there.

A laptop on a table looks up at a face, a screen on an arm looks down on it. Four rendered heads
with known movements, rest and movement in the same pose (`tests.benchmarks.rest_pose` prints the
table of `sessions/README.md`): smile and brow keep R2 of at least 0.95 from 18 degrees nose down to
10 up and to a yaw of 10; at 18 up the brow falls to 0.75. A pucker falls to 0.5 at a yaw of 10.

The library's own pitch is the best there is: over those heads it is off by 1.3 degrees (standard
deviation), while the slope of the neutral head's depth from brow to chin is off by 1.4 to 2.0, the
place of the nose between eyes and mouth by 2.6, and that of the irises between the lids by 4.8.
So nothing is taken out of it, and the gate is wider than the measured poses by `MARGIN_DEG`.
"""

from routines.movements import MEASURES, TOO_COARSE, MeasureKey, Side
from sessions.readings import Half, Pose, Turn

MARGIN_DEG = 2.5
"""Twice what the library is off by."""
MOST_YAW = 10.0 + MARGIN_DEG
MOST_UP = 10.0 + MARGIN_DEG
MOST_DOWN = 18.0 + MARGIN_DEG
MOST_ROLL = 15.0

STRAIGHT_YAW, STRAIGHT_PITCH = 6.0, 9.0
"""Within these every movement was measured on rendered heads and on photographs alike."""
ANYWHERE: frozenset[MeasureKey] = frozenset(
    {"brow-raise", "eye-closure", "open-smile", "closed-smile"}
)
"""Movements that can be trusted in every pose in which rest is taken: a leak of at most 5 %. The
others leak more than 8 % (pucker 12 to 16) or were measured on straight heads only."""

LEAK_PER_DEG = 0.0025
"""A smile draws the corner of the still half down, by 0.9 % of itself at 2 degrees and 8.8 % at 18
degrees nose down on rendered heads, and up with the nose up. Portraits on which only the corner's
own skin was moved show none of it, so half of the slope of 0.0041 is taken out: either kind keeps
under 5 %."""
_SMILES: tuple[MeasureKey, ...] = ("open-smile", "closed-smile")

GAIN_PER_DEG: dict[MeasureKey, float] = {
    "brow-raise": 0.003,
    "open-smile": 0.006,
    "closed-smile": 0.006,
}
"""A corner goes back round the teeth as it goes up, and a brow along the slope of the forehead;
seen from above, either adds to what goes up in the picture, from below it takes away from it. On
four rendered heads a smile reads 1.2 % more for each degree nose down (0.9 to 1.6), a brow 0.6 %
(0.4 to 0.8). On photographs only skin in the picture is moved, so they show none of it and cannot
say how far people's go back; half of either slope is taken out, which leaves either kind the same
error."""


def turn_of(pose: Pose) -> Turn | None:
    """Which way a head with the absolute `pose` is turned too far to be rest; None where it is
    not."""
    beyond: dict[Turn, float] = {
        "from-below": -pose.pitch_deg / MOST_UP,
        "from-above": pose.pitch_deg / MOST_DOWN,
        "to-left": pose.yaw_deg / MOST_YAW,
        "to-right": -pose.yaw_deg / MOST_YAW,
        "tilted": abs(pose.roll_deg) / MOST_ROLL,
    }
    worst = max(beyond, key=lambda turn: beyond[turn])
    return worst if beyond[worst] > 1.0 else None


def doubtful_at(pose: Pose) -> tuple[MeasureKey, ...]:
    """The movements that are not to be trusted after a rest in the absolute `pose`."""
    straight = abs(pose.yaw_deg) <= STRAIGHT_YAW and abs(pose.pitch_deg) <= STRAIGHT_PITCH
    return tuple(key for key in MEASURES if key in TOO_COARSE or not (straight or key in ANYWHERE))


def as_seen_straight(halves: dict[Side, Half], pitch_deg: float) -> dict[Side, Half]:
    """Both halves as they would read after a rest at pitch 0, after one at the absolute pitch
    `pitch_deg`: half of what a smile of the other half adds is taken out, and of what the slope of
    the face adds to smile and brow."""
    share = LEAK_PER_DEG * pitch_deg
    gains = [1.0 + GAIN_PER_DEG.get(key, 0.0) * pitch_deg for key in MEASURES]
    left, right = halves["left"], halves["right"]
    return {
        "left": _straight(left, right, share, gains),
        "right": _straight(right, left, share, gains),
    }


def _straight(half: Half, other: Half, share: float, gains: list[float]) -> Half:
    mm = tuple(
        (value + share * other.measure(key) if key in _SMILES else value) / gain
        for key, value, gain in zip(MEASURES, half.mm, gains, strict=True)
    )
    return Half(mm, half.narrowing_percent, half.corner_out_mm, half.corner_up_mm)
