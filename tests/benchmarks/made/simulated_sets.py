"""Seeded sets of simulated patients for the trust report: drawn, played, judged, and their truth.

Strengths, sizes, timing, noise, drift, blinks, pace and frame rate are drawn at random. The truth
of a fault is the guards' own rule applied to what the patient truly did, without noise.
"""

import random
from dataclasses import dataclass
from statistics import median
from typing import Any

from routines.catalogue import exercises
from routines.movements import MeasureKey, Side
from routines.thresholds import Thresholds
from sessions.messages import FromWorker, Heard
from sessions.readings import Reading
from sessions.replay import analyse
from sessions.simulator.patient import Did, Patient
from sessions.simulator.profile import GENTLE_MM, Profile

SMALL_MM = 5.0
"""Below this a weak half's stop lies under the millimetre floor (1.5 mm is 30 % of 5 mm)."""

SMILES: tuple[MeasureKey, ...] = ("open-smile", "closed-smile")
LIMITS = Thresholds()


@dataclass
class Case:
    """One simulated set."""

    kind: str
    seed: int
    profile: Profile
    side: Side
    exercise: str
    reps: int
    own_pace: bool
    every: int = 1
    """Keep one frame in so many, as a slow machine does."""
    lag_ms: float = 0.0


@dataclass
class Outcome:
    """What came of it, beside the truth."""

    case: Case
    found: dict[str, Any]
    did: list[Did]
    ended_s: float
    true_rule: str | None
    true_rep: int | None

    @property
    def stop(self) -> dict[str, Any] | None:
        """The stop that was given, if any."""
        return self.found["stop"]


def draw(kind: str, seed: int) -> Case:
    """A random set of a kind."""
    rng = random.Random(f"{kind} {seed}")
    measure: MeasureKey = rng.choice((*SMILES, "brow-raise", "pucker", "lip-corner-out"))
    fault: dict[str, Any] = {}
    strength = rng.uniform(0.35, 1.0)
    size = rng.uniform(0.7, 1.2)
    match kind:
        case "fatigue":
            measure = rng.choice((*SMILES, "brow-raise"))
            strength, size = rng.uniform(0.75, 1.0), rng.uniform(1.0, 1.4)
            fault = {
                "loss_per_rep": rng.uniform(0.1, 0.22),
                "loss_from_rep": rng.randint(3, 5),
            }
        case "fatigue, small":
            strength = rng.uniform(0.3, 0.6)
            fault = {"loss_per_rep": rng.uniform(0.1, 0.3), "loss_from_rep": rng.randint(3, 5)}
        case "fatigue, below the level":
            measure = rng.choice((*SMILES, "brow-raise"))
            strength, size = rng.uniform(0.75, 1.0), rng.uniform(1.0, 1.4)
            fault = {"loss_per_rep": rng.uniform(0.02, 0.035), "loss_from_rep": 3}
        case "hold sag":
            measure = rng.choice((*SMILES, "brow-raise"))
            strength, size = rng.uniform(0.75, 1.0), rng.uniform(1.0, 1.4)
            fault = {"hold_sag": rng.uniform(0.45, 0.6), "sag_from_rep": rng.randint(2, 5)}
        case "overcompensation":
            measure = rng.choice((*SMILES, "brow-raise", "lip-corner-out"))
            fault = {
                "overdrive_per_rep": rng.uniform(0.15, 0.3),
                "overdrive_from_rep": rng.randint(4, 6),
                "overdrive_most": 1.5,
            }
        case "overcompensation, below the level":
            measure = rng.choice((*SMILES, "brow-raise", "lip-corner-out"))
            fault = {"overdrive_per_rep": 0.05, "overdrive_most": rng.uniform(0.05, 0.15)}
        case "linked eye, below the level":
            measure = "pucker"
            fault = {"linked_eye_percent": rng.uniform(4.0, 11.0)}
        case "linked eye, pucker":
            measure = "pucker"
            fault = {
                "linked_eye_percent": rng.uniform(18.0, 45.0),
                "linked_from_rep": rng.randint(1, 4),
            }
        case "linked eye, smile":
            measure = rng.choice(SMILES)
            strength = rng.uniform(0.6, 1.0)
            fault = {
                "linked_eye_percent": rng.uniform(22.0, 45.0),
                "linked_from_rep": rng.randint(1, 4),
            }
        case "linked corner":
            measure = rng.choice(("eye-closure", "brow-raise"))
            fault = {
                "linked_corner_mm": rng.uniform(3.0, 6.0),
                "linked_from_rep": rng.randint(1, 4),
            }
        case "clean":
            measure = rng.choice((*SMILES, "brow-raise", "pucker", "lip-corner-out", "eye-closure"))
        case _:
            pass
    profile = Profile(
        name=kind,
        strength=strength,
        gentle_mm={measure: min(9.0, GENTLE_MM[measure] * size)},
        rep_spread=rng.uniform(0.02, 0.08),
        reaction_s=rng.uniform(0.25, 0.8),
        rise_s=rng.uniform(0.9, 2.2),
        release_s=rng.uniform(0.9, 1.8),
        own_hold_s=rng.uniform(1.8, 4.0),
        lag_ms=rng.uniform(0.0, 300.0) if rng.random() < 0.4 else 0.0,
        tremor_mm=rng.uniform(0.0, 0.15),
        noise_mm=rng.uniform(0.03, 0.25),
        drift_mm=rng.uniform(0.03, 0.2),
        wobble_mm=rng.uniform(0.03, 0.15),
        pose_drift_deg=rng.uniform(0.3, 2.0),
        blinks_per_min=rng.uniform(5.0, 25.0),
        **fault,
    )
    exercise = next(e.id for e in exercises().values() if e.measure == measure)
    return Case(
        kind=kind,
        seed=seed,
        profile=profile,
        side=rng.choice(("left", "right")),
        exercise=exercise,
        reps=10 if fault else rng.randint(5, 10),
        own_pace=rng.random() < 0.5,
        every=rng.choice((1, 1, 2)),
        lag_ms=profile.lag_ms,
    )


def play(case: Case) -> tuple[list[FromWorker], Patient]:
    """The messages of the whole set, and the patient."""
    patient = Patient(case.profile, case.side, case.seed)
    messages: list[FromWorker] = list(patient.step(0.5))
    patient.take_rest(0.5, 1.0)
    measure = exercises()[case.exercise].measure
    rng = random.Random(f"pace {case.seed}")
    hold, rest = rng.uniform(2.0, 4.5), rng.uniform(2.4, 3.5)
    t_s = 2.4
    cues: list[Heard] = []

    def say(phase: str, seconds: float) -> None:
        nonlocal t_s
        cues.append(Heard(at_s=t_s, phase=phase, exercise=case.exercise, measure=measure))
        t_s += seconds

    profile = case.profile
    say("ready", 0.8)
    for _ in range(case.reps):
        if case.own_pace:
            busy = profile.rise_s + profile.own_hold_s + profile.release_s
            say("your-pace", 1.1 + profile.reaction_s + busy + rest)
        else:
            say("rise", 2.0)
            say("hold", hold)
            say("release", 2.0)
            say("rest", rest)
    messages += patient.step(t_s + 0.5, cues)
    if case.every > 1:
        messages = [m for m in messages if not isinstance(m, Reading) or m.n % case.every == 0]
    return messages, patient


def run(case: Case) -> Outcome:
    """Play a set and judge it."""
    messages, patient = play(case)
    found = analyse(messages, exercises()[case.exercise], case.side)
    last = messages[-1]
    rule, rep = truth(case, patient.did)
    ended_s = last.t_s if isinstance(last, Reading) else 0.0
    return Outcome(case, found, patient.did, ended_s, rule, rep)


def truth(case: Case, did: list[Did]) -> tuple[str | None, int | None]:
    """Which rule truly becomes true, and in which repetition (from 1)."""
    profile, limits = case.profile, LIMITS
    kind = case.kind
    if kind.startswith("fatigue"):
        base = sum(sorted((d.affected_mm for d in did[:3]), reverse=True)[:2]) / 2
        low = [
            base - d.affected_mm
            >= max(base * limits.fatigue.stop_drop_percent / 100, limits.fatigue.stop_floor_mm)
            for d in did
        ]
        return _second("fatigue", low, 3)
    if kind == "hold sag":
        start = profile.sag_from_rep
        return ("fatigue", start + 1) if start < case.reps else (None, None)
    if kind.startswith("overcompensation"):
        over = limits.overcompensation
        reference = median(d.unaffected_mm for d in did[:3])
        extra = [d.unaffected_mm - reference for d in did]
        beyond = [e >= max(reference * 0.4, over.stop_floor_mm) for e in extra]
        caution = [e >= max(reference * 0.2, over.caution_floor_mm) for e in extra]
        thirds = [i + 1 for i in range(len(did)) if caution[i] and sum(caution[: i + 1]) >= 3]
        second = _second("overcompensation", beyond, 3)[1]
        reps = [r for r in (second, *thirds[:1]) if r is not None]
        return ("overcompensation", min(reps)) if reps else (None, None)
    if kind.startswith("linked") and "below" not in kind:
        return "synkinesis", profile.linked_from_rep + 1
    return None, None


def _second(rule: str, low: list[bool], first: int) -> tuple[str | None, int | None]:
    for i in range(max(first, 1) - 1, len(low)):
        if i > 0 and low[i] and low[i - 1] and i >= first:
            return rule, i + 1
    return None, None
