"""Finds repetitions in a stream of readings, for live sessions and for `replay` alike.

A repetition is confirmed by movement, never by the clock. It opens when either half rises above
an opening threshold and stays there (a weak half may be still, and that is a repetition too);
it is over when both halves are back at rest, or, kindly, a while after the main fall. Between
the two thresholds lies a dead band above the half's own jitter, so noise cannot flicker. Only
the direction of the movement counts.

What is not a repetition: anything shorter than `LEAST_S` or without a hold of its own, a shape that
keeps coming down and going up again (talking), a mouth that speaks or gapes (`jaw`), what stays
within the noise, and what a turned head or shut eyes fake: both raise the threshold by as much as
they were measured to fake. Rest drifts slowly, because heads do; the tracker follows it within
bounds while nothing moves, so excursions are from the rest just before.

One tracker a set. Its state is a few numbers and the frames of the open repetition.
"""

import math
from collections import deque
from statistics import median
from typing import Literal

from routines.movements import MeasureKey, Side, Watch, other_side
from sessions.readings import Noise, Reading
from sessions.reps.faked_movement import faked_mm
from sessions.reps.frames import KEPT_S, RepFrame
from sessions.reps.half_tracker import REST_REACH_MM, HalfState
from sessions.reps.rep import Linked, Rep, trusted
from sessions.reps.rep_reader import RepReader
from sessions.reps.smallest_movement import smallest_mm

Role = Literal["affected", "unaffected"]

CONFIRM_S = 0.25
LEAST_S = 0.6
"""Least time above half of the movement: blinks last 0.1 to 0.4 s, syllables less."""

LEAST_OPEN_S = 0.3
"""The same for a movement that is cut off: it would have gone on."""

FIDGET_SHARE = 0.25
"""A movement of which neither half reaches this share of its own usual size in the set."""

SETTLE_S = 4.0
"""Patience for a half that does not come back after the main fall."""

LONGEST_S = 60.0
"""A movement held this long is a new posture, not a repetition."""

NEW_REST_S = 10.0
"""A half that stays where it is this long after all has its rest there now."""

BEFORE_S = 1.6
"""Frames kept from before the onset: the rest that this repetition is measured from."""


class RepTracker:
    """Repetitions of one measure in one set. Feed it every reading in order."""

    def __init__(
        self,
        measure: MeasureKey,
        affected: Side,
        left: Noise,
        right: Noise,
        *,
        watch: tuple[Watch, ...] = (),
        first_n: int = 1,
    ) -> None:
        noise = {"left": left, "right": right}
        self.measure: MeasureKey = measure
        self.n = first_n
        """Number of the repetition that is open, or would be the next."""
        self.usable = False
        """Whether guards may use the last reading."""
        self.scored = False
        """Whether the last reading had numbers at all."""
        self.doubtful = False
        """Whether the last reading's number of this measure is not to be trusted."""
        self.linked: Linked | None = None
        """What moves along in the last reading; None where guards may not use it."""
        self.opened_s: float | None = None
        """Time the open movement rose above the opening threshold."""
        self._affected: Side = affected
        self._other: Side = other_side(affected)
        jitters = (noise[affected].measure(measure), noise[self._other].measure(measure))
        smallest = (smallest_mm(measure, jitters[0]), smallest_mm(measure, jitters[1]))
        self._halves = (HalfState(smallest[0]), HalfState(smallest[1]))
        lip = max(smallest_mm("lower-lip", half.measure("lower-lip")) for half in (left, right))
        self._reader = RepReader(measure, smallest, jitters, watch, lip)
        self._eyes_matter = measure == "eye-closure"
        self._sizes: list[tuple[float, float]] = []
        self._before: deque[RepFrame] = deque()
        self._frames: list[RepFrame] = []
        self._rising_since: float | None = None
        self._waiting = False
        self._waiting_since: float | None = None
        self._fallen_since: float | None = None
        self._last_s: float | None = None

    @property
    def open(self) -> bool:
        """Whether a movement is under way, confirmed by its length."""
        return self.opened_s is not None

    @property
    def open_s(self) -> float:
        """Seconds since the movement opened; 0 while none is open."""
        if self.opened_s is None or self._last_s is None:
            return 0.0
        return self._last_s - self.opened_s

    @property
    def at_rest(self) -> bool:
        """Whether both halves are at rest and a new movement may begin."""
        return not self.open and not self._waiting and self._rising_since is None

    @property
    def affected_mm(self) -> float | None:
        """Live excursion of the affected half; None while frames are not scored, or doubtful."""
        return self._halves[0].live if self.scored and not self.doubtful else None

    @property
    def unaffected_mm(self) -> float | None:
        """Live excursion of the unaffected half; None while frames are not scored, or doubtful."""
        return self._halves[1].live if self.scored and not self.doubtful else None

    @property
    def waiting_for(self) -> Role | None:
        """Which half is not back yet after the main fall."""
        if self._fallen_since is None and not self._waiting:
            return None
        affected, unaffected = self._halves
        if not affected.back(True):
            return "affected"
        return None if unaffected.back(True) else "unaffected"

    def feed(self, reading: Reading) -> Rep | None:
        """Take one reading; return the repetition that ended with it, if one did.

        Readings that do not go on in time are passed over.
        """
        t_s = reading.t_s
        if self._last_s is not None and t_s <= self._last_s:
            return None
        dt = 0.0 if self._last_s is None else t_s - self._last_s
        self._last_s = t_s
        affected, other = reading.half(self._affected), reading.half(self._other)
        if reading.reason is not None or affected is None or other is None:
            self.scored = self.usable = self.doubtful = False
            self.linked = None
            self._rising_since = None
            if self.open:
                self._frames.append(RepFrame(t_s, reading.reason))
                if self.open_s > LONGEST_S:
                    self.abandon()
            return None
        self.scored = True
        self.doubtful = self.measure in reading.doubtful
        sure = reading.confidence == "normal" and reading.method == "composite"
        self.usable = sure and not self.doubtful
        a, u = self._halves
        a.see(t_s, affected.measure(self.measure))
        u.see(t_s, other.measure(self.measure))
        frame = RepFrame(t_s, None, self.usable, reading.method, affected, other, reading.doubtful)
        rep = None
        if self.open:
            rep = self._go_on(frame)
        else:
            faked = faked_mm(reading, eyes_matter=self._eyes_matter)
            self._look_for_onset(frame, min(dt, 0.2), faked)
        now = self._reader.linked.now(frame) if self.usable else None
        self.linked = None if now is None else trusted(now, reading.doubtful)
        return rep

    def close(self, t_s: float) -> Rep | None:
        """End the open movement as it is: `release_s` stays None."""
        if not self.open:
            return None
        rep = self._read(ended=False)
        self._after(still_up=True)
        self._last_s = t_s
        return rep

    def abandon(self) -> None:
        """Forget the open movement. A half that is up must come back before the next."""
        if self.open:
            self._after(still_up=True)
        self._rising_since = None

    # Between movements

    def _look_for_onset(self, frame: RepFrame, dt: float, extra_mm: float) -> None:
        (a, u), t_s, before = self._halves, frame.t_s, self._before
        before.append(frame)
        while t_s - before[0].t_s > BEFORE_S + CONFIRM_S:
            before.popleft()
        if self._waiting:
            self._wait(t_s)
            return
        if a.live > a.open + extra_mm or u.live > u.open + extra_mm:
            if self._rising_since is None:
                self._rising_since = t_s
            if t_s - self._rising_since >= CONFIRM_S:
                self.opened_s = self._rising_since
                self._frames = list(self._before)
                self._reader.linked.rise(self._frames, self.opened_s)
                a.peak, u.peak = a.live, u.live
        else:
            self._rising_since = None
            a.follow_rest(dt)
            u.follow_rest(dt)

    def _wait(self, t_s: float) -> None:
        """A half stayed up: the next movement begins once it is back, or has a new rest."""
        a, u = self._halves
        if self._waiting_since is None:
            self._waiting_since = t_s
        long = t_s - self._waiting_since > NEW_REST_S and a.is_still and u.is_still
        if long or (a.back(True) and u.back(True)):
            for half in self._halves:
                half.adopt_rest(math.inf if long else REST_REACH_MM)
            self._waiting, self._waiting_since = False, None

    # In a movement

    @property
    def _both_back(self) -> bool:
        fallen = self._fallen_since is not None
        return self._halves[0].back(fallen) and self._halves[1].back(fallen)

    def _go_on(self, frame: RepFrame) -> Rep | None:
        self._frames.append(frame)
        a, u = self._halves
        a.lift_peak()
        u.lift_peak()
        lead = a if a.peak / a.open > u.peak / u.open else u
        if lead.live < 0.5 * lead.peak:
            if self._fallen_since is None:
                self._fallen_since = frame.t_s
        else:
            self._fallen_since = None
        back = self._both_back
        late = self._fallen_since is not None and frame.t_s - self._fallen_since > SETTLE_S
        if not back and not late:
            if self.open_s > LONGEST_S:
                self.abandon()
            return None
        rep = self._read(ended=back)
        self._after(still_up=not back)
        return rep

    def _read(self, ended: bool) -> Rep | None:
        base_mm = (self._halves[0].base, self._halves[1].base)
        least_s = LEAST_S if ended else LEAST_OPEN_S
        rep = self._reader.read(self.n, self._frames, base_mm, least_s, ended)
        if rep is None or self._is_fidget(rep):
            return None
        self.n += 1
        if rep.scored:
            self._sizes.append((rep.affected.excursion_mm, rep.unaffected.excursion_mm))
        return rep

    def _is_fidget(self, rep: Rep) -> bool:
        """Whether both halves moved far less than they do in this set."""
        if not self._sizes:
            return False
        now = (rep.affected.excursion_mm, rep.unaffected.excursion_mm)
        usual = (median(sizes) for sizes in zip(*self._sizes, strict=True))
        return all(
            mm < FIDGET_SHARE * size
            for mm, size, half in zip(now, usual, self._halves, strict=True)
            if size >= half.open
        )

    def _after(self, still_up: bool) -> None:
        self.opened_s = None
        self._before.clear()
        if not still_up:
            last, since = self._frames[-15:], self._frames[-1].t_s - KEPT_S
            self._before.extend(f for f in last if f.reason is None and f.t_s > since)
        self._frames = []
        self._rising_since = None
        self._fallen_since = None
        self._waiting = still_up
        if not still_up:
            for half in self._halves:
                if half.live > half.close:
                    half.adopt_rest()
