"""A second judge of the three rules, written from their description and not from the guards.

It knows an exercise as a list of sets of repetitions and goes through it with plain loops, once for
each rule. It gives no words and no numbers: only which repetition has a caution and which one ends
its set. Sizes are fractions, so that no rounding decides at a limit.

Where the description is silent it follows the guards: the third repetition, which makes the
reference, is judged by it; a hold that sags is compared with itself, so it is judged from the
first on and is a caution by itself; a loss with another sign has to come twice in a row; a
repetition that may not be used, or in which no watched part was read, neither counts nor breaks
a row.
"""

from collections.abc import Collection, Sequence
from fractions import Fraction
from functools import lru_cache
from statistics import median
from typing import NamedTuple

from routines.movements import Watch
from routines.thresholds import SynkinesisThresholds, Thresholds
from sessions.reps.rep import Rep, Rule

LONGER_RISE_S = Fraction("0.4")
RESTLESS_MM = Fraction("0.25")
REST_JITTER_MM = Fraction("0.05")
SMALL_MM = Fraction("0.1")
"""A size to take percents of is at least this."""


class Own(NamedTuple):
    """What is known of a person besides the repetitions."""

    affected_spread_mm: float = 0.0
    unaffected_spread_mm: float = 0.0
    narrowing_noise_percent: float = 0.0
    corner_noise_mm: float = 0.0
    therapist_mm: tuple[float, float] | None = None
    """Affected and unaffected reference of a therapist, who outranks today's repetitions."""


Found = tuple[set[int], set[int]]
"""Numbers of the repetitions with a caution, and of those at which the rule is true."""


class Ruling(NamedTuple):
    """The repetitions with a caution and those at which a rule is true, by number."""

    cautions: frozenset[tuple[Rule, int]]
    stops: frozenset[tuple[Rule, int]]


def second_judgement(
    sets: Sequence[Sequence[Rep]], thresholds: Thresholds, watch: Sequence[Watch], own: Own
) -> Ruling:
    """Judge the sets of one exercise, each to its end, linked movement not known before."""
    good = [[rep for rep in reps if _may_be_used(rep)] for reps in sets]
    grown = _overcompensation(good, thresholds, own)
    linked = _synkinesis(good, thresholds.synkinesis, watch, own)
    tired = _fatigue(good, thresholds, own, grown[0] | linked[0])
    found: tuple[tuple[Rule, Found], ...] = (
        ("overcompensation", grown),
        ("synkinesis", linked),
        ("fatigue", tired),
    )
    return Ruling(
        frozenset((rule, n) for rule, (cautions, _) in found for n in cautions),
        frozenset((rule, n) for rule, (_, stops) in found for n in stops),
    )


class Ladder(NamedTuple):
    """What known linked movement leads to; numbers of repetitions."""

    cautions: set[int]
    releases: set[int]
    """After which a release step and the smallest target follow."""
    stops: set[int]


def second_ladder(
    sets: Sequence[Sequence[Rep]],
    limits: SynkinesisThresholds,
    watch: Sequence[Watch],
    own: Own,
    start_percent: float,
) -> Ladder:
    """Judge linked movement where every watched pair is known and `start_percent` is aimed at."""
    ladder = Ladder(set(), set(), set())
    smallest = start_percent <= limits.smallest_target_percent
    for reps in sets:
        row = 0
        for rep in reps:
            levels = _levels_reached(rep, limits, watch, own) if _may_be_used(rep) else []
            if not levels:
                continue
            loud = any(caution for caution, _ in levels)
            row = row + 1 if loud else 0
            if loud:
                ladder.cautions.add(rep.n)
            if row >= limits.stop_reps and smallest:
                ladder.stops.add(rep.n)
            elif row >= limits.stop_reps:
                ladder.releases.add(rep.n)
                smallest, row = True, 0
    return ladder


def _may_be_used(rep: Rep) -> bool:
    return rep.scored and rep.confidence == "normal" and rep.method == "composite"


@lru_cache(maxsize=1000)
def _exact(number: float) -> Fraction:
    """The decimal number that was meant."""
    return Fraction(str(number))


def _overcompensation(sets: Sequence[Sequence[Rep]], thresholds: Thresholds, own: Own) -> Found:
    limits = thresholds.overcompensation
    floor = _exact(limits.spread_factor) * _exact(own.unaffected_spread_mm)
    first = [_exact(rep.unaffected.excursion_mm) for reps in sets for rep in reps][:3]
    without = 0 if own.therapist_mm else 2
    """Repetitions before there is a reference."""
    cautions: set[int] = set()
    stops: set[int] = set()
    for reps in sets:
        counted = row = 0
        for rep in reps:
            if without:
                without -= 1
                continue
            reference = _exact(own.therapist_mm[1]) if own.therapist_mm else median(first)
            size = _exact(rep.unaffected.excursion_mm)
            percent = 100 * size / max(reference, SMALL_MM)
            over = size - reference
            grown = percent > _exact(limits.caution_percent)
            if grown and over >= max(floor, _exact(limits.caution_floor_mm)):
                cautions.add(rep.n)
                counted += 1
                if counted >= limits.stop_cautions:
                    stops.add(rep.n)
            far = percent > _exact(limits.stop_percent)
            far = far and over >= max(floor, _exact(limits.stop_floor_mm))
            row = row + 1 if far else 0
            if row >= limits.stop_reps:
                stops.add(rep.n)
    return cautions, stops


def _fatigue(
    sets: Sequence[Sequence[Rep]], thresholds: Thresholds, own: Own, other: Collection[int]
) -> Found:
    """`other` are the repetitions with a caution of another rule."""
    limits = thresholds.fatigue
    floor = _exact(limits.spread_factor) * _exact(own.affected_spread_mm)
    first = [rep for reps in sets for rep in reps][:3]
    sizes = sorted(_exact(rep.affected.excursion_mm) for rep in first)
    cautions: set[int] = set()
    stops: set[int] = set()
    judged = 0
    for reps in sets:
        sagging = row = row_with_sign = 0
        for rep in reps:
            judged += 1
            sags = rep.affected.decay_percent >= limits.hold_decay_percent
            sags = sags and _exact(rep.affected.decay_mm) >= max(
                floor, _exact(limits.hold_decay_floor_mm)
            )
            sagging += sags
            if sags:
                cautions.add(rep.n)
            if sags and sagging >= limits.hold_decay_reps:
                stops.add(rep.n)
            if judged < 3:
                continue
            best = (sizes[-1] + sizes[-2]) / 2
            lost = best - _exact(rep.affected.excursion_mm)
            percent = 100 * lost / max(best, SMALL_MM)
            less = percent >= _exact(limits.caution_drop_percent)
            less = less and lost >= max(floor, _exact(limits.caution_floor_mm))
            far = percent >= _exact(limits.stop_drop_percent)
            far = far and lost >= max(floor, _exact(limits.stop_floor_mm))
            sign = sags or rep.n in other or _other_sign(rep, first, thresholds, own)
            row = row + 1 if far else 0
            row_with_sign = row_with_sign + 1 if less and sign else 0
            if less:
                cautions.add(rep.n)
            if row >= limits.stop_reps or row_with_sign >= limits.stop_reps:
                stops.add(rep.n)
    return cautions, stops


def _other_sign(rep: Rep, first: Sequence[Rep], thresholds: Thresholds, own: Own) -> bool:
    """Help of the other half, a slower rise, a restless hold."""
    limits = thresholds.fatigue
    strong = median(_exact(each.unaffected.excursion_mm) for each in first)
    reference = _exact(own.therapist_mm[1]) if own.therapist_mm else strong
    more = _exact(rep.unaffected.excursion_mm) - reference
    percent = 100 * more / max(reference, SMALL_MM)
    if percent >= _exact(limits.help_growth_percent) and more >= _exact(limits.caution_floor_mm):
        return True
    usual = median(_exact(each.affected.rise_s or 0.0) for each in first)
    longer = _exact(rep.affected.rise_s or 0.0) - usual
    if longer >= LONGER_RISE_S and 100 * longer >= _exact(limits.slow_rise_percent) * usual:
        return True
    still = median(_exact(each.affected.jitter_mm) for each in first)
    restless = _exact(limits.restless_ratio) * max(still, REST_JITTER_MM)
    return _exact(rep.affected.jitter_mm) >= max(RESTLESS_MM, restless)


def _synkinesis(
    sets: Sequence[Sequence[Rep]], limits: SynkinesisThresholds, watch: Sequence[Watch], own: Own
) -> Found:
    cautions: set[int] = set()
    stops: set[int] = set()
    for reps in sets:
        row = 0
        for rep in reps:
            levels = _levels_reached(rep, limits, watch, own)
            if not levels:
                continue
            if any(caution for caution, _ in levels):
                cautions.add(rep.n)
            row = row + 1 if any(stop for _, stop in levels) else 0
            if row >= limits.stop_reps:
                stops.add(rep.n)
    return cautions, stops


def _levels_reached(
    rep: Rep, limits: SynkinesisThresholds, watch: Sequence[Watch], own: Own
) -> list[tuple[bool, bool]]:
    """For each watched pair that was read: whether it is at the caution, and at the stop."""
    eye, other_eye = rep.linked.eye_narrowing_percent, rep.linked.other_eye_narrowing_percent
    corner, other_corner = rep.linked.corner_mm, rep.linked.other_corner_mm
    both_eyes = limits.smile_eye_difference_points
    both_corners = limits.brow_corner_difference_mm
    reached: list[tuple[bool, bool]] = []
    for pair in watch:
        if pair == "pucker-eye":
            here, there = eye, 0.0
            caution, stop = limits.pucker_eye_caution_points, limits.pucker_eye_stop_points
        elif pair == "smile-eye":
            here, there, caution, stop = eye, other_eye, both_eyes, both_eyes
        elif pair == "closure-corner":
            here, there = corner, 0.0
            caution, stop = limits.closure_corner_caution_mm, limits.closure_corner_stop_mm
        else:
            here, there, caution, stop = corner, other_corner, both_corners, both_corners
        if here is None or there is None:
            continue
        noise = own.narrowing_noise_percent if "-eye" in pair else own.corner_noise_mm
        least = _exact(limits.spread_factor) * _exact(noise)
        value = _exact(here) - _exact(there)
        reached.append((value >= max(least, _exact(caution)), value >= max(least, _exact(stop))))
    return reached
