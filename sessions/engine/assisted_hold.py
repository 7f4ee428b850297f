"""A repetition with a helping finger: only what stays once the fingers are off is scored.

While the finger helps, the camera sees a hand and a face moved from outside, so no onset or lag
can be told; the excursion is the median of the keep, as in any hold.
"""

from statistics import median

from routines.movements import MeasureKey, Side, other_side
from sessions.engine.interface.commands import Phase
from sessions.readings import Half, Noise, Reading, Reason
from sessions.reps.rep import HalfRep, Rep
from sessions.reps.smallest_movement import smallest_mm

LEAST_GOOD_S = 1.0
"""A keep with less than this of good frames is not scored."""


class AssistedHold:
    """Collects the keep of each repetition; gives the repetition when the phase has passed."""

    def __init__(self, measure: MeasureKey, affected: Side, left: Noise, right: Noise) -> None:
        self._measure: MeasureKey = measure
        self._affected: Side = affected
        self._noise = {"left": left.measure(measure), "right": right.measure(measure)}
        self._good: list[Reading] = []
        self._reasons: list[Reason] = []
        self._began_s: float | None = None
        self.n = 1

    @property
    def open(self) -> bool:
        """Whether a keep is being collected."""
        return self._began_s is not None

    def feed(self, reading: Reading, phase: Phase) -> Rep | None:
        """Take in one reading; the finished repetition comes with the first one after the keep."""
        if phase != "hold":
            return self.close(reading.t_s)
        if self._began_s is None:
            self._began_s = reading.t_s
        if reading.reason is not None:
            self._reasons.append(reading.reason)
        elif reading.confidence == "normal" and reading.left is not None:
            self._good.append(reading)
        return None

    def close(self, t_s: float) -> Rep | None:
        """End the keep at `t_s`."""
        began_s = self._began_s
        if began_s is None:
            return None
        good, reasons = self._good, self._reasons
        self.abandon()
        scored = len(good) > 1 and good[-1].t_s - good[0].t_s >= LEAST_GOOD_S
        reason: Reason | None = None
        if not scored:
            reason = max(set(reasons), key=reasons.count) if reasons else "slow"
        doubtful = any(self._measure in r.doubtful for r in good)
        rep = Rep(
            n=self.n,
            onset_s=began_s,
            peak_s=began_s,
            release_s=t_s,
            scored=scored,
            reason=reason,
            confidence="low" if doubtful else "normal",
            doubtful=(self._measure,) if doubtful else (),
            method="landmarks" if any(r.method == "landmarks" for r in good) else "composite",
            affected=self._half(self._affected, good, t_s - began_s),
            unaffected=self._half(other_side(self._affected), good, t_s - began_s),
        )
        self.n += 1
        return rep

    def abandon(self) -> None:
        """Forget the keep that is being collected."""
        self._good, self._reasons, self._began_s = [], [], None

    def _half(self, side: Side, good: list[Reading], hold_s: float) -> HalfRep:
        halves: list[Half] = [h for h in (r.half(side) for r in good) if h is not None]
        if not halves:
            return HalfRep(excursion_mm=0.0, seen=False)
        excursion_mm = median(h.measure(self._measure) for h in halves)
        return HalfRep(
            excursion_mm=excursion_mm,
            seen=excursion_mm > smallest_mm(self._measure, self._noise[side]),
            hold_s=hold_s,
        )
