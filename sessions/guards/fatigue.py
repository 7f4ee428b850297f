"""Fatigue: the weak half tires, and the set ends before tiredness trains the wrong pattern.

Theory. A healthy muscle holds half of its maximum for 13-41 s (Jeong 2017), so a gentle hold of
a few seconds should neither sag nor shrink from repetition to repetition. The affected half is
compared with the mean of its best two of the first three repetitions, scaled by the target when a
smaller one was asked for.

- A repetition 20 % and 1.0 mm below is a caution.
- Two in a row 30 % and 1.5 mm below stop the set.
- The second hold of a set that sags by 25 % and 1.0 mm (last quarter against first second) stops
  it, whether or not the holds between were steady.
- Two cautions in a row stop it when each comes with another sign: a sagging hold, a rise half
  as long again, a hold twice as restless, growing help of the other half, a caution of another
  guard. None of these signs stops anything alone.

Why these numbers. One repetition is off by about 0.6 mm (validity study, section 9b), repeats of
healthy people by 0.74-1.12 mm (Johnston 2003), so nothing rests on one repetition or on less
than a millimetre. The percents are those of velocity loss in strength training, by analogy. No
published cut-off exists.

Known weakness. A weak half that moves 3 mm must lose half of that before 1.5 mm are gone: the
camera misses early tiredness there, and `blind` says so. The person's own word and the small
dose are the real protection; the camera is a secondary check.
"""

from statistics import median

from routines.thresholds import FatigueThresholds
from sessions.guards.finding import Detail, Finding
from sessions.guards.look import Look
from sessions.guards.reference import REPS, Reference
from sessions.reps.rep import Rep

RISE_FLOOR_S = 0.4
"""A longer rise must be longer by this much as well: people's timing varies."""

RESTLESS_FLOOR_MM = 0.25
"""Less than this is the camera's restlessness."""


class Fatigue:
    """Follows the affected half through the sets of one exercise."""

    def __init__(
        self, thresholds: FatigueThresholds, reference: Reference, rest_jitter_mm: float
    ) -> None:
        self.looks: tuple[Look, ...] = ()
        """What was compared in the last repetition."""
        self._limits = thresholds
        self._reference = reference
        self._rest_jitter = rest_jitter_mm
        self._first: list[Rep] = []
        self._first_target = 100.0
        """What the first repetitions were asked for, percent of the reference."""
        self._low = self._sagging = self._low_with_sign = 0

    def new_set(self) -> None:
        """Count sagging holds and rows anew. What the first three were like stays."""
        self._low = self._sagging = self._low_with_sign = 0

    @property
    def base_mm(self) -> float | None:
        """Mean of the best two of the first three repetitions."""
        if len(self._first) < REPS:
            return None
        best = sorted((r.affected.excursion_mm for r in self._first), reverse=True)[:2]
        return sum(best) / 2

    def _floor(self, floor_mm: float) -> float:
        spread = self._reference.affected_spread_mm
        return floor_mm if spread is None else max(floor_mm, self._limits.spread_factor * spread)

    def judge(self, rep: Rep, target_percent: float, other_caution: str | None) -> list[Finding]:
        """Judge a usable repetition that is over.

        `other_caution` names a caution another guard gave for this repetition. Of two stops the
        first counts.
        """
        limits = self._limits
        if not self._first:
            self._first_target = target_percent
        if len(self._first) < REPS:
            self._first.append(rep)
        sag = (
            rep.affected.decay_percent >= limits.hold_decay_percent
            and rep.affected.decay_mm >= self._floor(limits.hold_decay_floor_mm)
        )
        self._sagging += sag
        base = self.base_mm
        self.looks = (self._look_at_loss(None, None), self._look_at_sag(rep, sag))
        found = [] if base is None else self._loss(rep, base, target_percent, sag, other_caution)
        if sag and not found:
            found.append(Finding("caution", self._sag_detail(rep)))
        if sag and self._sagging >= limits.hold_decay_reps:
            found.append(Finding("stop", self._sag_detail(rep) | {"reps": self._sagging}))
        return found

    def _sag_detail(self, rep: Rep) -> Detail:
        return {
            "sign": "hold-decay",
            "decay_percent": rep.affected.decay_percent,
            "decay_mm": rep.affected.decay_mm,
            "limit_percent": self._limits.hold_decay_percent,
            "floor_mm": self._floor(self._limits.hold_decay_floor_mm),
        }

    def _loss(
        self, rep: Rep, base_mm: float, target_percent: float, sag: bool, other: str | None
    ) -> list[Finding]:
        limits = self._limits
        expected = base_mm * target_percent / self._first_target
        mm = rep.affected.excursion_mm
        lost = expected - mm
        percent = 100 * lost / max(expected, 0.1)
        floor, stop_floor = self._floor(limits.caution_floor_mm), self._floor(limits.stop_floor_mm)
        caution = percent >= limits.caution_drop_percent and lost >= floor
        low = percent >= limits.stop_drop_percent and lost >= stop_floor
        sign = self._support(rep, sag, other) if caution else None
        self._low = self._low + 1 if low else 0
        self._low_with_sign = self._low_with_sign + 1 if sign is not None else 0
        self.looks = (self._look_at_loss(percent, lost), self._look_at_sag(rep, sag))
        detail: Detail = {
            "affected_mm": mm,
            "start_mm": expected,
            "drop_percent": percent,
            "drop_mm": lost,
        }
        found: list[Finding] = []
        if caution:
            limit: Detail = {
                "sign": "loss",
                "limit_percent": limits.caution_drop_percent,
                "floor_mm": floor,
            }
            found.append(Finding("caution", detail | limit))
        if self._low >= limits.stop_reps:
            limit = {
                "sign": "loss",
                "limit_percent": limits.stop_drop_percent,
                "floor_mm": stop_floor,
                "reps": self._low,
            }
            found.append(Finding("stop", detail | limit))
        elif sign is not None and self._low_with_sign >= limits.stop_reps:
            limit = {
                "sign": "loss-with-sign",
                "second_sign": sign,
                "limit_percent": limits.caution_drop_percent,
                "floor_mm": floor,
                "reps": self._low_with_sign,
            }
            found.append(Finding("stop", detail | limit))
        return found

    def _look_at_loss(self, percent: float | None, lost_mm: float | None) -> Look:
        limits = self._limits
        return Look(
            rule="fatigue",
            sign="loss",
            unit="percent",
            value=percent,
            value_mm=lost_mm,
            caution=limits.caution_drop_percent,
            caution_mm=self._floor(limits.caution_floor_mm),
            stop=limits.stop_drop_percent,
            stop_mm=self._floor(limits.stop_floor_mm),
            in_a_row=max(self._low, self._low_with_sign),
            needed=limits.stop_reps,
            not_judged="first-repetitions" if percent is None else None,
        )

    def _look_at_sag(self, rep: Rep, sag: bool) -> Look:
        limits = self._limits
        floor = self._floor(limits.hold_decay_floor_mm)
        return Look(
            rule="fatigue",
            sign="hold-decay",
            unit="percent",
            value=rep.affected.decay_percent,
            value_mm=rep.affected.decay_mm,
            caution=limits.hold_decay_percent,
            caution_mm=floor,
            stop=limits.hold_decay_percent,
            stop_mm=floor,
            in_a_row=self._sagging if sag else 0,
            gaps_count=True,
            needed=limits.hold_decay_reps,
        )

    def _support(self, rep: Rep, sag: bool, other: str | None) -> str | None:
        """Another sign of tiring in this repetition, the strongest first."""
        limits = self._limits
        if sag:
            return "hold-decay"
        if other is not None:
            return other
        reference = self._reference.unaffected_mm
        if reference is not None:
            growth = rep.unaffected.excursion_mm - reference
            percent = 100 * growth / max(reference, 0.1)
            if percent >= limits.help_growth_percent and growth >= limits.caution_floor_mm:
                return "help"
        rises = [r.affected.rise_s for r in self._first if r.affected.rise_s is not None]
        rise = rep.affected.rise_s
        if rise is not None and len(rises) >= REPS:
            usual_s = median(rises)
            longer_s = rise - usual_s
            if longer_s >= max(RISE_FLOOR_S, usual_s * limits.slow_rise_percent / 100):
                return "slow-rise"
        usual_mm = max(self._rest_jitter, median(r.affected.jitter_mm for r in self._first))
        if rep.affected.jitter_mm >= max(RESTLESS_FLOOR_MM, limits.restless_ratio * usual_mm):
            return "restless"
        return None

    @property
    def works_from_percent(self) -> float | None:
        """From which loss a stop is possible, percent: the rule's, or the floor's if larger."""
        base = self.base_mm
        if base is None:
            return None
        floor = self._floor(self._limits.stop_floor_mm)
        return max(self._limits.stop_drop_percent, 100 * floor / max(base, 0.1))
