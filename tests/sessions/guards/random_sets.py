"""Random sets of repetitions: quiet, tiring, growing, linked, with gaps, many right at a limit."""

import random
from dataclasses import dataclass

from msgspec.structs import replace

from routines.movements import MEASURES, WATCHES, Watch
from routines.thresholds import Thresholds
from sessions.guards.known_reference import KnownReference
from sessions.guards.reference import Reference
from sessions.readings import Noise
from sessions.reps.rep import Linked, Rep
from tests.sessions.guards.second_judge import Own
from tests.sessions.made_reps import rep

SPREADS_MM = (None, None, 0.1, 0.4, 0.75, 1.0)
NOISES = ((0.5, 0.08), (0.5, 0.08), (4.0, 0.6), (6.0, 1.0))
"""Of the lids, percent, and of the mouth corner, mm."""
STEP_MM = 0.25
"""Sizes lie on such a grid, so that many are exactly at a limit."""


@dataclass(frozen=True)
class RandomSet:
    """One exercise of a set or two, and what is known of the person who did it."""

    seed: int
    sets: tuple[tuple[Rep, ...], ...]
    watch: tuple[Watch, ...]
    thresholds: Thresholds
    own: Own

    @property
    def noise(self) -> Noise:
        """The same noise as the guards are told it."""
        own = self.own
        return Noise((0.05,) * len(MEASURES), own.narrowing_noise_percent, own.corner_noise_mm)

    def reference(self) -> Reference:
        """A fresh reference that knows what `own` knows."""
        mm = self.own.therapist_mm
        known = mm and KnownReference(affected_mm=mm[0], unaffected_mm=mm[1], origin="therapist")
        return Reference(
            known,
            affected_spread_mm=self.own.affected_spread_mm or None,
            unaffected_spread_mm=self.own.unaffected_spread_mm or None,
        )


def random_set(seed: int) -> RandomSet:
    """The set of this number, the same on every machine."""
    dice = random.Random(seed)
    narrowing, corner = dice.choice(NOISES)
    weak, strong = dice.choice((2.0, 4.0, 5.0, 8.0, 10.0)), dice.choice((5.0, 8.0, 10.0))
    own = Own(
        affected_spread_mm=dice.choice(SPREADS_MM) or 0.0,
        unaffected_spread_mm=dice.choice(SPREADS_MM) or 0.0,
        narrowing_noise_percent=narrowing,
        corner_noise_mm=corner,
        therapist_mm=(weak, strong) if dice.random() < 0.2 else None,
    )
    fades, grows, links = (dice.choice((0.0, 0.0, 0.05, 0.1, 0.2)) for _ in range(3))
    reps = tuple(
        _repetition(dice, n, weak * (1 - fades * (n - 1)), strong * (1 + grows * (n - 1)), links)
        for n in range(1, dice.randint(1, 10) + 1)
    )
    watch = tuple(dice.sample(WATCHES, dice.choice((0, 1, 1, 2))))
    half = len(reps) // 2
    sets = (reps[:half], reps[half:]) if half >= 2 and dice.random() < 0.3 else (reps,)
    return RandomSet(seed, sets, watch, _thresholds(dice), own)


def _repetition(dice: random.Random, n: int, weak: float, strong: float, links: float) -> Rep:
    sags = dice.random() < 0.2
    made = rep(
        n,
        max(0.0, _on_grid(weak * dice.uniform(0.85, 1.1))),
        _on_grid(strong * dice.uniform(0.9, 1.15)),
        scored=dice.random() > 0.08,
        decay=(_on_grid(dice.uniform(0.5, 2.0)), float(dice.randint(20, 40))) if sags else (0, 0),
        rise_s=dice.choice((0.8, 1.0, 1.0, 1.3, 1.6)),
        jitter_mm=dice.choice((0.05, 0.05, 0.08, 0.15)),
        linked=Linked(
            eye_narrowing_percent=_linked(dice, 8 + 60 * links, 1.0),
            other_eye_narrowing_percent=_linked(dice, 2, 1.0),
            corner_mm=_linked(dice, 1.2 + 6 * links, STEP_MM),
            other_corner_mm=_linked(dice, 0.4, STEP_MM),
        ),
    )
    odd = dice.random()
    if odd < 0.05:
        return replace(made, confidence="low")
    return replace(made, method="landmarks") if odd < 0.1 else made


def _linked(dice: random.Random, size: float, step: float) -> float | None:
    if dice.random() < 0.05:
        return None
    return round(dice.uniform(0, 2 * size) / step) * step


def _on_grid(mm: float) -> float:
    return round(mm / STEP_MM) * STEP_MM


def _thresholds(dice: random.Random) -> Thresholds:
    """Those of the program, or now and then a therapist's."""
    plain = Thresholds()
    if dice.random() < 0.7:
        return plain
    return Thresholds(
        fatigue=replace(
            plain.fatigue,
            caution_drop_percent=dice.choice((10.0, 15.0, 20.0)),
            stop_drop_percent=dice.choice((25.0, 30.0, 35.0)),
            stop_floor_mm=dice.choice((1.0, 1.5, 2.0)),
        ),
        overcompensation=replace(
            plain.overcompensation,
            caution_percent=dice.choice((115.0, 120.0, 125.0)),
            stop_percent=dice.choice((130.0, 140.0)),
            stop_cautions=dice.choice((2, 3, 4)),
        ),
        synkinesis=replace(
            plain.synkinesis,
            pucker_eye_caution_points=dice.choice((8.0, 10.0, 12.0)),
            smile_eye_difference_points=dice.choice((10.0, 15.0, 20.0)),
        ),
    )
