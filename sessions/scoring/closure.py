"""How far an eye has closed, from up to three witnesses, and whether they agree.

The witnesses err in different directions. Lid points of the half composites stay open too long and
then fall shut; the skin of both lids' edges is calm and reads little; the iris model (see
`sessions.face.eye_reader`) sees one eye by itself, whatever the other one or the head does. Each is
straightened where an eye closes (one that opens wider is read as it is), and their mean is weighed
by the inverse of their variances: own noise at rest, what a turned head or another movement adds,
and a share of the closure by which the witness was wrong on faces with known movement.

Known errors are those met on four photographs warped by known amounts and twenty rendered heads
(`python -m tests.benchmarks.faces.eyes` prints the table of `sessions/README.md`). All numbers
are shares of the eye's own opening at rest: 0 as at rest, 1 shut, negative wider open.
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

Curve = tuple[tuple[float, float], ...]
"""Pairs (read, true), rising from (0, 0)."""


class Witness(msgspec.Struct, frozen=True):
    """How one way of reading an eye errs."""

    curve: Curve
    """Read and true share of an eye that closes."""
    still: float
    """Error of an eye that is still, while the head turns or brow or mouth move: standard
    deviation."""
    share: float
    """Further error, as a share of the closure."""


BEYOND = 0.15
"""Slope past the end of a curve: an eye does not close much further than shut."""

LID_POINTS = Witness(
    ((0.0, 0.0), (0.10, 0.22), (0.20, 0.43), (0.40, 0.66), (0.65, 0.88), (0.95, 1.0)), 0.1, 0.2
)
"""Rendered lids on five heads, lids slid over the eyes of six photographs and one man's full
closures together; good to about 0.1."""
LID_SKIN = Witness(((0.0, 0.0), (0.15, 0.25), (0.32, 0.5), (0.52, 0.75), (0.80, 1.0)), 0.03, 0.2)
"""Reads a quarter as 0.14 and 0.11 (photographs, rendered heads), a half as 0.29 and 0.26, all as
0.61 and 0.94."""
IRIS_MODEL = Witness(((0.0, 0.0), (0.115, 0.25), (0.25, 0.5), (0.41, 0.75), (0.60, 1.0)), 0.05, 0.1)
"""Reads a quarter as 0.11 and 0.12, a half as 0.26 and 0.25, all as 0.54 and 0.61; eyes really shut
on film as 0.8 to 0.9."""

ROUNDS = 2
"""The weights depend on the closure, and it on them, weakly."""

AGREEING = 3.0
"""Standard deviations within which two witnesses agree: 3 in 1,000 differ by more by chance."""


class Evidence(NamedTuple):
    """What one witness says of one frame."""

    witness: Witness
    share: float
    """Straightened."""
    noise: float
    """Own jitter of that at rest: standard deviation of single frames."""

    def variance(self, closure: float) -> float:
        """Of its error, where the eye has closed by about `closure`."""
        own = self.noise**2 + self.witness.still**2
        return own + (self.witness.share * closure) ** 2


class Closure(NamedTuple):
    """What the witnesses say together."""

    share: float
    agreed: bool
    """Whether each of three lies within its error of what the others say. Two see the same points
    of the same composite: they are not asked."""


def straightened(witness: Witness, read: float) -> float:
    """The true closed share of an eye that reads as `read`.

    Wider open than at rest every witness reads the truth: while a brow rises, 0.05 on twenty
    rendered heads as 0.05 to 0.08. Bent by the curve as well, as they were, two of them said 0.15
    and the third nothing. Jitter about rest is so read too closed by half a point.
    """
    if read <= 0.0:
        return read
    (low, low_true), (high, high_true) = next(
        (pair for pair in pairwise(witness.curve) if read <= pair[1][0]), witness.curve[-2:]
    )
    slope = (high_true - low_true) / (high - low)
    past = max(read - high, 0.0)
    return low_true + slope * (read - past - low) + BEYOND * past


def together(heard: Sequence[Evidence]) -> Closure:
    """The mean of what was `heard`, at least one piece of evidence, each by its error."""
    closure = sum(one.share for one in heard) / len(heard)
    for _ in range(ROUNDS):
        closure, _ = _mean(heard, closure)
    agreed = len(heard) < 3 or all(_fits(heard, one, closure) for one in heard)
    return Closure(closure, agreed)


def _mean(heard: Sequence[Evidence], closure: float) -> tuple[float, float]:
    """The weighted mean and its variance."""
    weights = [1.0 / one.variance(closure) for one in heard]
    whole = sum(weights)
    mean = sum(w * one.share for w, one in zip(weights, heard, strict=True)) / whole
    return mean, 1.0 / whole


def _fits(heard: Sequence[Evidence], one: Evidence, closure: float) -> bool:
    mean, variance = _mean([other for other in heard if other is not one], closure)
    return abs(one.share - mean) <= AGREEING * math.sqrt(one.variance(closure) + variance)
