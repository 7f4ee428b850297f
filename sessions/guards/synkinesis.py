"""Synkinesis: another part of the affected half moves along, and practice must not train it.

Theory. Nerve fibres that regrew to the wrong muscle make the eye narrow with the mouth, or the
mouth corner move with eye or brow ("linked movement"). Practice through it trains it. Watched
pairs, each as a median over the hold from the rest just before, so that blinks weigh nothing:

- pucker, eye: narrowing of the affected eye; caution at 10, stop at 15 points. Healthy eyes
  narrow 1.7 %, synkinetic ones 30 % (Renne 2025): the best probe.
- smile, eye: affected minus other eye, 15 points. Healthy eyes narrow 21.6 % in a smile
  (lary.23778), so the raw number says nothing.
- gentle eye closure, mouth corner: caution at 1.5, stop at 2.5 mm. Healthy mouths move
  1.6-1.9 mm when eyes are shut tight, synkinetic corners 3.9 mm.
- brow, mouth corner: affected minus other corner, 2 mm, gentle raise only.

A repetition is loud at or over the caution, else quiet; each loud one is a caution, from the
first on, whether linked movement is known or not. Where it is not known, two repetitions in a row
at the stop level stop. Where the pair is known, two loud ones in a row bring a release step and
the smallest target, and two in a row at that target stop: the ladder. The person's own first three
repetitions say what is usual for the words; they allow nothing.

Within a repetition the word comes after `live_dwell_s` over the caution without a break, which is
longer than a blink, if the median of that time is over it by more than own noise; nearer to the
caution it comes after `CERTAIN_S`. A blink, told by the other eye, adds no time. The reason: a
repetition is judged by the median of its hold, and a moving head makes readings sway with a period
of seconds. Half a wave is longer than 0.4 s, so readings of a part that is quiet over the hold are
over the caution for that long, by less than the noise: words came in repetitions that were then
judged quiet. Own noise is the floor of the pair, three standard deviations of single frames in the
rest of this day. It holds for readings; sway is slower than the second that rest takes, so it is
covered by `CERTAIN_S`, half of a short hold.

Snarl to eye is never watched: nine in ten healthy people do it (Citron 2022). Known weakness:
below about 1 mm of lid and 1.2-2 mm of corner the camera sees nothing (validity study,
section 10).
"""

from collections import deque
from collections.abc import Collection
from statistics import median
from typing import Literal, NamedTuple

from routines.movements import Watch, is_eye_pair
from routines.thresholds import SynkinesisThresholds
from sessions.guards.finding import Detail, Finding
from sessions.guards.linked_number import LIMITS, judged, unit
from sessions.guards.look import Look
from sessions.guards.reference import REPS
from sessions.readings import Noise
from sessions.reps.blinks import BLINK_POINTS, BLINK_S
from sessions.reps.rep import Linked, Rep, trusted

CERTAIN_S = 1.0
"""Over the caution for so long, by however little: half of the shortest hold in practice with
linked movement (2 s), so the median of such a hold is over it."""
_ROUNDING_S = 1e-9
"""Of sums of times."""

LinkedNow = Literal["quiet", "loud", "unwatched"]
"""Whether a watched part is over its caution at this moment; unwatched where none is read."""


class LinkedReading(NamedTuple):
    """What moves along at a moment, in points of eye narrowing or in millimetres."""

    pair: Watch
    value: float
    limit: float
    """The caution."""
    unit: Literal["points", "mm"]


_Read = tuple[Watch, float]
"""A pair and the number that is judged."""


class Synkinesis:
    """Follows the watched pairs of one exercise through its sets."""

    def __init__(
        self,
        thresholds: SynkinesisThresholds,
        watch: tuple[Watch, ...],
        noise: Noise,
        known: Collection[Watch] = (),
        ladder: bool = True,
    ) -> None:
        """`noise` is the affected half's, `known` the pairs that are known to be linked. Without
        `ladder` they stop as if they were not known, as where nobody can be asked for a smaller
        movement."""
        self.release_due = False
        """Whether the last repetition brought a release step and a smaller target."""
        self.now: LinkedNow = "unwatched"
        """The last reading."""
        self.looks: tuple[Look, ...] = ()
        """What was compared in the last repetition, a pair each."""
        self._limits = thresholds
        self._watch = watch
        self._noise = noise
        self._levels = {pair: self._levels_of(pair) for pair in watch}
        """Caution and stop of each pair."""
        self._known = frozenset(known)
        self._ladder = self._known if ladder else frozenset[Watch]()
        self._own: dict[Watch, list[float]] = {pair: [] for pair in watch}
        self._loud = self._beyond = 0
        self._last: list[_Read] = []
        self._opened_s: float | None = None
        self._over_since: float | None = None
        self._over: deque[tuple[float, float]] = deque()
        """Since when, without blinks, and how far beyond caution and own noise."""
        self._shut_since: float | None = None
        self._due: _Read | None = None
        self._said = False

    @property
    def reading(self) -> LinkedReading | None:
        """The number of the last reading: of the pair that is nearest to its caution."""
        return self._nearest(self._last)

    def new_set(self) -> None:
        """Count repetitions in a row anew. The own calibration stays."""
        self._loud = self._beyond = 0

    # Within a repetition

    def see(self, t_s: float, opened_s: float | None, linked: Linked | None) -> None:
        """Take in what moves along at this moment; `opened_s` tells one repetition from another.

        `linked` is None where the reading must not be used.
        """
        if opened_s != self._opened_s:
            self._opened_s, self._said = opened_s, False
        if self._in_a_blink(t_s, linked):
            return
        read = [] if linked is None else self._read(linked)
        over = self._first(read, stop=False)
        self._last = read
        self._due = None
        if over is None:
            self._over_since = None
            self._over.clear()
            self.now = "quiet" if read else "unwatched"
            return
        self.now = "loud"
        self._over_since = _since(self._over_since, t_s)
        if self._is_certain(over, t_s - self._over_since) and opened_s is not None:
            self._due = over

    def _is_certain(self, over: _Read, for_s: float) -> bool:
        """Whether what has been over its caution `for_s` is to be told, whatever comes after."""
        pair, value = over
        dwell_s = self._limits.live_dwell_s
        self._over.append((for_s, value - self._levels[pair][0] - self._floor(pair)))
        while for_s - self._over[0][0] > dwell_s:
            self._over.popleft()
        if for_s < dwell_s - _ROUNDING_S:
            return False
        if for_s >= CERTAIN_S - _ROUNDING_S:
            return True
        return median(beyond for _, beyond in self._over) >= 0.0

    def _in_a_blink(self, t_s: float, linked: Linked | None) -> bool:
        """Whether the other eye is down as well, for no longer than a blink: such frames say
        nothing, and their time does not count."""
        other = None if linked is None else linked.other_eye_narrowing_percent
        shut = other is not None and other >= BLINK_POINTS
        since, self._shut_since = self._shut_since, None
        if shut:
            self._shut_since = _since(since, t_s)
            return t_s - self._shut_since <= BLINK_S
        if since is not None and self._over_since is not None and t_s - since <= BLINK_S:
            self._over_since += t_s - since
        return False

    def word(self) -> Finding | None:
        """The hint that is due at this moment, once a repetition."""
        if self._due is None or self._said:
            return None
        self._said = True
        dwell: Detail = {"dwell_s": self._limits.live_dwell_s}
        return Finding("hint", self._detail(self._due, stop=False) | dwell)

    # Over repetitions

    def judge(self, rep: Rep, target_percent: float) -> list[Finding]:
        """Judge a usable repetition that is over and aimed at `target_percent`."""
        self.release_due = False
        read = self._read(trusted(rep.linked, rep.doubtful))
        if not read:
            self.looks = self._looks({})
            return []
        loud = self._first(read, stop=False)
        known = self._first([one for one in read if one[0] in self._ladder], stop=False)
        beyond = self._first([one for one in read if one[0] not in self._ladder], stop=True)
        self._loud = 0 if known is None else self._loud + 1
        self._beyond = 0 if beyond is None else self._beyond + 1
        self.looks = self._looks(dict(read))
        own = {pair: self._told_own(pair, value) for pair, value in read}
        if loud is None:
            return []
        if beyond is not None and self._beyond >= self._limits.stop_reps:
            reps: Detail = {"reps": self._beyond}
            stop = self._detail(beyond, stop=True) | own[beyond[0]] | reps
            caution = self._detail(loud, stop=False) | own[loud[0]]
            return [Finding("caution", caution), Finding("stop", stop)]
        if known is not None:
            caution = self._detail(known, stop=False) | own[known[0]]
            return self._down_the_ladder(caution, target_percent)
        return [Finding("caution", self._detail(loud, stop=False) | own[loud[0]])]

    def _looks(self, read: dict[Watch, float]) -> tuple[Look, ...]:
        return tuple(
            Look(
                rule="synkinesis",
                sign=pair,
                unit=unit(pair),
                value=read.get(pair),
                caution=self._levels[pair][0],
                stop=self._levels[pair][0 if pair in self._ladder else 1],
                in_a_row=self._loud if pair in self._ladder else self._beyond,
                needed=self._limits.stop_reps,
                not_judged=None if pair in read else "not-read",
            )
            for pair in self._watch
        )

    def _down_the_ladder(self, caution: Detail, target_percent: float) -> list[Finding]:
        limits = self._limits
        if self._loud < limits.stop_reps:
            return [Finding("caution", caution)]
        reps: Detail = {"reps": self._loud, "target_percent": target_percent}
        if target_percent <= limits.smallest_target_percent:
            return [Finding("caution", caution), Finding("stop", caution | reps)]
        self.release_due = True
        self._loud = 0
        smaller: Detail = {"next_target_percent": limits.smallest_target_percent}
        return [Finding("caution", caution | reps | smaller)]

    def next_target(self, target_percent: float) -> float:
        """What the next repetition should aim at, percent of the reference."""
        return self._limits.smallest_target_percent if self.release_due else target_percent

    def _told_own(self, pair: Watch, value: float) -> Detail:
        """What is usual for this person, for the words: it allows nothing."""
        own = self._own[pair]
        if pair not in self._known or len(own) < REPS:
            own.append(value)
            return {}
        in_unit, limits = unit(pair), self._limits
        usual = median(own)
        told: Detail = {f"own_{in_unit}": usual}
        worse = limits.known_eye_points if is_eye_pair(pair) else limits.known_corner_mm
        return told | {f"worse_{in_unit}": value - usual} if value - usual >= worse else told

    def _read(self, linked: Linked) -> list[_Read]:
        read: list[_Read] = []
        for pair in self._watch:
            value = judged(pair, linked)
            if value is not None:
                read.append((pair, value))
        return read

    def _first(self, read: list[_Read], *, stop: bool) -> _Read | None:
        """The first pair at or over its caution or its stop."""
        return next((one for one in read if one[1] >= self._levels[one[0]][stop]), None)

    def _nearest(self, read: list[_Read]) -> LinkedReading | None:
        """The pair that is nearest to its caution, or furthest over it."""
        readings = [
            LinkedReading(pair, value, self._levels[pair][0], unit(pair)) for pair, value in read
        ]
        return max(readings, key=lambda each: each.value / each.limit, default=None)

    def _detail(self, read: _Read, *, stop: bool) -> Detail:
        pair, value = read
        in_unit, limit = unit(pair), self._levels[pair][stop]
        return {"sign": pair, f"linked_{in_unit}": value, f"limit_{in_unit}": limit}

    def _floor(self, pair: Watch) -> float:
        jitter = self._noise.narrowing_percent if is_eye_pair(pair) else self._noise.corner_mm
        return self._limits.spread_factor * jitter

    def _levels_of(self, pair: Watch) -> tuple[float, float]:
        """Caution and stop, never under the noise of this half."""
        names, floor = LIMITS[pair], self._floor(pair)
        caution: float = getattr(self._limits, names.caution)
        stop: float = getattr(self._limits, names.stop)
        return max(floor, caution), max(floor, stop)

    @property
    def noisy(self) -> bool:
        """Whether the noise, not the rule, decides when a stop is possible."""
        return any(self._levels[pair][1] <= self._floor(pair) for pair in self._watch)


def _since(since: float | None, t_s: float) -> float:
    return t_s if since is None else since
