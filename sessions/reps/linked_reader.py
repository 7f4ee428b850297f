"""What moved along with a movement: lids and mouth corners over its hold, from their own rest.

Medians over the hold, so that a blink weighs nothing; eyes that stay narrow do. What moves along
before the hold is over is read frame by frame, from the same rest. A linked corner is read where a
smile takes it (the lifting muscles; Beurskens 2010): one that seems to go inwards or down while an
eye shuts is a head frame that has rolled.
"""

from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from routines.movements import Watch, is_eye_pair
from sessions.readings import SMILE_OUT, SMILE_UP, Half
from sessions.reps.blinks import without_blinks
from sessions.reps.frames import RepFrame, RestLevel, before_rise
from sessions.reps.rep import Linked

REST_EYE_POINTS = 15.0
REST_CORNER_MM = 1.5
"""A rest that has moved by this much is a new rest; less is mostly noise."""


class _Parts(NamedTuple):
    """The linked parts of one half: narrowing in points, the corner in mm."""

    lids: float = 0.0
    out: float = 0.0
    up: float = 0.0


class _Rest:
    """Where the parts of one half rest."""

    def __init__(self) -> None:
        self._lids = RestLevel(REST_EYE_POINTS)
        self._out = RestLevel(REST_CORNER_MM)
        self._up = RestLevel(REST_CORNER_MM)

    def after(self, before: Sequence[Half]) -> _Parts:
        """The rest, now that it was like this before a rise."""
        return _Parts(
            self._lids.after([h.narrowing_percent for h in before]),
            self._out.after([h.corner_out_mm for h in before]),
            self._up.after([h.corner_up_mm for h in before]),
        )

    def follow(self, before: Sequence[Half]) -> _Parts:
        """The same, to be followed from now on."""
        rest = self.after(before)
        self._lids.value, self._out.value, self._up.value = rest
        return rest


class LinkedReader:
    """Reads the watched parts of one exercise, through all its repetitions."""

    def __init__(self, watch: tuple[Watch, ...]) -> None:
        self._eye = any(map(is_eye_pair, watch))
        self._corner = any(pair.endswith("-corner") for pair in watch)
        self._rests = (_Rest(), _Rest())
        self._resting = (_Parts(), _Parts())
        """What `now` is counted from."""

    def rise(self, frames: Sequence[RepFrame], onset_s: float) -> None:
        """A movement has opened at `onset_s`; the frames go back to the rest before it."""
        sure = [f for f in frames if f.usable]
        before = self._before([f.t_s for f in sure], sure, onset_s)
        affected, other = (self._rests[i].after(_halves(sure, before, i)) for i in (0, 1))
        self._resting = (affected, other)

    def now(self, frame: RepFrame) -> Linked:
        """What moves along in one frame with numbers."""
        affected, other = frame.affected, frame.unaffected
        if affected is None or other is None or not (self._eye or self._corner):
            return Linked()
        return self._linked(_parts(affected), _parts(other))

    def read(
        self, good: Sequence[RepFrame], kept: Sequence[int], times: Sequence[float], onset_s: float
    ) -> Linked:
        """Over the frames of the hold, `kept`, of all frames with numbers, `good`."""
        before = self._before(times, good, onset_s)
        affected, other = (self._rests[i].follow(_halves(good, before, i)) for i in (0, 1))
        self._resting = (affected, other)
        held = self._open(times, good, kept) or kept
        if not (self._eye or self._corner):
            return Linked()
        return self._linked(*(_middle(_halves(good, held, i)) for i in (0, 1)))

    def _before(
        self, times: Sequence[float], frames: Sequence[RepFrame], onset_s: float
    ) -> Sequence[int]:
        """The frames of the rest before a rise."""
        stretch = range(*before_rise(times, onset_s).indices(len(times)))
        return self._open(times, frames, stretch)

    def _open(
        self, times: Sequence[float], frames: Sequence[RepFrame], which: Sequence[int]
    ) -> Sequence[int]:
        """Those of `which` that are no part of a blink, where an eye is watched."""
        if not self._eye:
            return which
        rest = self._resting[1].lids
        lids = [f.unaffected and f.unaffected.narrowing_percent - rest for f in frames]
        return without_blinks(times, lids, which)

    def _linked(self, affected: _Parts, other: _Parts) -> Linked:
        """What is watched, from rest."""
        eyes: list[float | None] = [None, None]
        corners: list[float | None] = [None, None]
        for i, held in enumerate((affected, other)):
            rest = self._resting[i]
            if self._eye:
                eyes[i] = held.lids - rest.lids
            if self._corner:
                corners[i] = SMILE_OUT * (held.out - rest.out) + SMILE_UP * (held.up - rest.up)
        return Linked(
            eye_narrowing_percent=eyes[0],
            other_eye_narrowing_percent=eyes[1],
            corner_mm=corners[0],
            other_corner_mm=corners[1],
        )


def _parts(half: Half) -> _Parts:
    return _Parts(half.narrowing_percent, half.corner_out_mm, half.corner_up_mm)


def _middle(held: Sequence[Half]) -> _Parts:
    """Their medians."""
    return _Parts(*map(median, zip(*map(_parts, held), strict=True)))


def _halves(good: Sequence[RepFrame], which: Iterable[int], half: int) -> list[Half]:
    """One half in some of the frames: 0 is the affected one."""
    picked = ((good[i].affected, good[i].unaffected)[half] for i in which)
    return [h for h in picked if h is not None]
