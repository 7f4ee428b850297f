"""`RepFrame` (one frame of an open movement) and `RestLevel` (its slowly updated rest baseline)."""

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from routines.movements import MeasureKey
from sessions.readings import Half, Method, Reason
from sessions.reps import waveform as shape

LEAST_FRAMES = 4
"""Fewer numbers than this are no hold, and no rest."""

REST_S = 1.2
REST_GAP_S = 0.15
"""The rest before a rise: this long, ended this much before the onset."""

KEPT_S = 0.49
"""Longest end of a repetition that counts to the rest before the next: 15 frames at 30 a second."""

REST_FOLLOWS = 0.3
NO_REST = 2.0
"""Times the jump that is followed: further off than this, it was a movement that was
under way when the face came back, and no rest. Nearer to the rest that was taken it is one, or a
level that once was wrong would stay."""


class RepFrame(NamedTuple):
    """One frame while a movement is open; the halves are there when `reason` is None."""

    t_s: float
    reason: Reason | None
    usable: bool = False
    method: Method = "composite"
    affected: Half | None = None
    unaffected: Half | None = None
    doubtful: tuple[MeasureKey, ...] = ()


def before_rise(times: Sequence[float], onset_s: float) -> slice:
    """The frames of the rest before a rise."""
    return shape.within(times, onset_s - REST_S, onset_s - REST_GAP_S)


class RestLevel:
    """Where something rests: it follows the stretch before one rise a little, a jump all the way.

    A single second of rest is as noisy as the hold it is taken from: followed by 0.3 the error
    of an excursion was 0.19 mm over the rendered clips, by 1.0 it was 0.24 mm.
    """

    def __init__(self, jump: float) -> None:
        """From half of `jump` on it is followed more, from `jump` on wholly."""
        self.value = 0.0
        self._jump = jump

    def follow(self, before: Sequence[float]) -> float:
        """The rest, now that it was like this before the rise."""
        self.value = self.after(before)
        return self.value

    def after(self, before: Sequence[float]) -> float:
        """The same, without following it."""
        if len(before) < LEAST_FRAMES:
            return self.value
        found = median(before)
        moved = found - self.value
        if abs(moved) > NO_REST * self._jump and abs(found) > abs(self.value):
            return self.value
        share = (abs(moved) - 0.5 * self._jump) / (0.5 * self._jump)
        return self.value + max(REST_FOLLOWS, min(1.0, share)) * moved
