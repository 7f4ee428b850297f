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

Active from the first repetition, counted from rest; every stop needs two repetitions in a row.
Where linked movement is known, an absolute limit would stop every set: there the first three
repetitions are the person's own calibration and only worsening over it counts (10 points of the
eye, 1.5 mm of the corner), while the target shrinks until the link no longer shows.

Snarl to eye is never watched: nine in ten healthy people do it (Citron 2022). Known weakness:
below about 1 mm of lid and 1.2-2 mm of corner the camera sees nothing (validity study,
section 10).
"""

from statistics import median

from routines.movements import Watch
from routines.thresholds import SynkinesisThresholds
from sessions.guards.finding import Detail, Finding
from sessions.guards.reference import REPS
from sessions.readings import Noise
from sessions.reps.rep import Rep

TARGET_STEP_PERCENT = 10.0
SMALLEST_TARGET_PERCENT = 50.0


class Synkinesis:
    """Follows the watched pairs of one exercise through its sets."""

    def __init__(
        self,
        thresholds: SynkinesisThresholds,
        watch: tuple[Watch, ...],
        noise: Noise,
        known_linked: bool,
    ) -> None:
        """`noise` is the affected half's."""
        self._limits = thresholds
        self._watch = watch
        self._noise = noise
        self._known = known_linked
        self._own: dict[Watch, list[float]] = {pair: [] for pair in watch}
        self._beyond: dict[Watch, int] = dict.fromkeys(watch, 0)

    def new_set(self) -> None:
        """Count repetitions in a row anew. The own calibration stays."""
        self._beyond = dict.fromkeys(self._watch, 0)

    def judge(self, rep: Rep) -> list[Finding]:
        """Judge a usable repetition that is over."""
        found: list[Finding] = []
        for pair in self._watch:
            value = _value(pair, rep)
            if value is None:
                continue
            own = self._own[pair]
            calibrating = len(own) < REPS
            if calibrating:
                own.append(value)
            if self._known and calibrating:
                continue
            found += self._judge_pair(pair, value)
        stops = [one for one in found if one.level == "stop"]
        return [one for one in found if one.level == "caution"][:1] + stops[:1]

    def _judge_pair(self, pair: Watch, value: float) -> list[Finding]:
        caution_at, stop_at = self._levels(pair)
        own = median(self._own[pair]) if self._known else 0.0
        over = value - own
        self._beyond[pair] = self._beyond[pair] + 1 if over >= stop_at else 0
        unit = "points" if pair.endswith("-eye") else "mm"
        detail: Detail = {"sign": pair, f"linked_{unit}": value}
        if self._known:
            detail |= {f"own_{unit}": own, f"worse_{unit}": over}
        found: list[Finding] = []
        if over >= caution_at:
            found.append(Finding("caution", detail | {f"limit_{unit}": caution_at}))
        if self._beyond[pair] >= self._limits.stop_reps:
            limit: Detail = {f"limit_{unit}": stop_at, "reps": self._beyond[pair]}
            found.append(Finding("stop", detail | limit))
        return found

    def _levels(self, pair: Watch) -> tuple[float, float]:
        """Caution and stop, never under the noise of this half."""
        limits = self._limits
        eye = pair.endswith("-eye")
        jitter = self._noise.narrowing_percent if eye else self._noise.corner_mm
        floor = limits.spread_factor * jitter
        if self._known:
            level = limits.known_eye_points if eye else limits.known_corner_mm
            return max(floor, level), max(floor, level)
        caution, stop = {
            "pucker-eye": (limits.pucker_eye_caution_points, limits.pucker_eye_stop_points),
            "smile-eye": (limits.smile_eye_difference_points,) * 2,
            "closure-corner": (limits.closure_corner_caution_mm, limits.closure_corner_stop_mm),
            "brow-corner": (limits.brow_corner_difference_mm,) * 2,
        }[pair]
        return max(floor, caution), max(floor, stop)

    def smaller_target(self, rep: Rep, target_percent: float) -> float:
        """The next target: smaller while known linked movement still shows, else the same."""
        if not self._known or not any(self._shows(pair, rep) for pair in self._watch):
            return target_percent
        floor = min(target_percent, SMALLEST_TARGET_PERCENT)
        return max(floor, target_percent - TARGET_STEP_PERCENT)

    def _shows(self, pair: Watch, rep: Rep) -> bool:
        value = _value(pair, rep)
        limits = self._limits
        if value is None:
            return False
        if pair.endswith("-eye"):
            return value >= limits.pucker_eye_caution_points
        return value >= limits.closure_corner_caution_mm

    @property
    def noisy(self) -> bool:
        """Whether the noise, not the rule, decides when a stop is possible."""
        eye = self._limits.spread_factor * self._noise.narrowing_percent
        corner = self._limits.spread_factor * self._noise.corner_mm
        return any(
            self._levels(pair)[1] <= (eye if pair.endswith("-eye") else corner)
            for pair in self._watch
        )


def _value(pair: Watch, rep: Rep) -> float | None:
    """The number that is judged: of the affected half, or affected minus other."""
    linked = rep.linked
    eye = pair.endswith("-eye")
    value = linked.eye_narrowing_percent if eye else linked.corner_mm
    other = linked.other_eye_narrowing_percent if eye else linked.other_corner_mm
    if value is None or pair in ("pucker-eye", "closure-corner"):
        return value
    return None if other is None else value - other
