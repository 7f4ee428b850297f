"""How far the guards deserve trust: `python -m tests.benchmarks.guards [--sets N] [CLIP ...]`.

Plays hundreds of seeded sets of simulated patients whose strengths, sizes, timing, noise, drift,
blinks and frame rates are drawn at random, judges each as `replay` does, and compares with what
was truly done. Prints a Markdown table. The truth of a fault is the guards' own rule applied to
the true sizes; sets in which it never becomes true, or only in the last repetition, and sets
with a small affected movement stand in rows of their own. With clips that have a NAME.expect.json
beside them, the same from video.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from routines.catalogue import exercises
from routines.movements import MeasureKey, Side
from routines.thresholds import Thresholds
from sessions.camera.link import read_recording
from sessions.camera.patient import Did, Patient
from sessions.camera.profile import GENTLE_MM, Profile
from sessions.readings import FromWorker, Heard, Reading
from sessions.replay import NoRest, analyse

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
    cue_times: list[float]
    frames_s: float
    true_rep: int | None = None
    true_rule: str | None = None
    extra: dict[str, float] = field(default_factory=dict)

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


def play(case: Case) -> tuple[list[FromWorker], Patient, list[float]]:
    """The messages of the whole set, the patient, and when each repetition was asked for."""
    patient = Patient(case.profile, case.side, case.seed)
    messages: list[FromWorker] = list(patient.step(0.5))
    patient.take_rest(0.5, 1.0)
    measure = exercises()[case.exercise].measure
    rng = random.Random(f"pace {case.seed}")
    hold, rest = rng.uniform(2.0, 4.5), rng.uniform(2.4, 3.5)
    t_s = 2.4
    asked: list[float] = []
    cues: list[Heard] = []

    def say(phase: str, seconds: float) -> None:
        nonlocal t_s
        cues.append(Heard(at_s=t_s, phase=phase, exercise=case.exercise, measure=measure))
        t_s += seconds

    profile = case.profile
    say("ready", 0.8)
    for _ in range(case.reps):
        asked.append(t_s)
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
    return messages, patient, asked


def run(case: Case) -> Outcome:
    """Play a set and judge it."""
    messages, patient, asked = play(case)
    exercise = exercises()[case.exercise]
    found = analyse(messages, exercise, case.side)
    last = messages[-1]
    outcome = Outcome(
        case, found, patient.did, asked, last.t_s if isinstance(last, Reading) else 0.0
    )
    outcome.true_rule, outcome.true_rep = truth(case, patient.did)
    return outcome


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
    if kind == "overcompensation":
        over = limits.overcompensation
        reference = median(d.unaffected_mm for d in did[:3])
        extra = [d.unaffected_mm - reference for d in did]
        beyond = [e >= max(reference * 0.4, over.stop_floor_mm) for e in extra]
        caution = [e >= max(reference * 0.2, over.caution_floor_mm) for e in extra]
        thirds = [i + 1 for i in range(len(did)) if caution[i] and sum(caution[: i + 1]) >= 3]
        second = _second("overcompensation", beyond, 3)[1]
        reps = [r for r in (second, *thirds[:1]) if r is not None]
        return ("overcompensation", min(reps)) if reps else (None, None)
    if kind.startswith("linked"):
        return "synkinesis", profile.linked_from_rep + 1
    return None, None


def _second(rule: str, low: list[bool], first: int) -> tuple[str | None, int | None]:
    for i in range(max(first, 1) - 1, len(low)):
        if i > 0 and low[i] and low[i - 1] and i >= first:
            return rule, i + 1
    return None, None


KINDS = (
    "clean",
    "fatigue",
    "fatigue, small",
    "hold sag",
    "overcompensation",
    "linked eye, pucker",
    "linked eye, smile",
    "linked corner",
)


def table(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """A Markdown table, a row a kind of set."""
    yield "| sets | n | stopped by the right guard | by another | late, reps (worst) | late, s |"
    yield "|---|---|---|---|---|---|"
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault(_row_name(outcome), []).append(outcome)
    for name in sorted(groups, key=lambda n: (n.split(":")[0] not in KINDS, n)):
        yield _row(name, groups[name])


def _row_name(outcome: Outcome) -> str:
    case = outcome.case
    if case.kind == "clean":
        return "clean"
    small = min(d.affected_mm for d in outcome.did[:3]) < SMALL_MM
    if outcome.true_rep is None:
        return f"{case.kind}: never beyond the level"
    if outcome.true_rep >= case.reps:
        return f"{case.kind}: beyond in the last repetition only"
    if case.kind.startswith("fatigue") and small:
        return "fatigue: affected side under 5 mm"
    return case.kind


def _row(name: str, group: list[Outcome]) -> str:
    right = [o for o in group if o.stop is not None and o.stop["rule"] == o.true_rule]
    other = [o for o in group if o.stop is not None and o.stop["rule"] != o.true_rule]
    late = [o.stop["rep"] - o.true_rep for o in right if o.stop and o.true_rep is not None]
    late_s = [
        o.stop["t_s"] - _end_s(o, o.true_rep) for o in right if o.stop and o.true_rep is not None
    ]
    share = "-" if group[0].true_rule is None else f"{100 * len(right) / len(group):.1f} %"
    reps = "-" if not late else f"{sum(late) / len(late):+.2f} ({min(late):+d} to {max(late):+d})"
    seconds = "-" if not late_s else f"{median(late_s):+.1f}"
    return f"| {name} | {len(group)} | {share} | {len(other)} | {reps} | {seconds} |"


def _end_s(outcome: Outcome, rep: int) -> float:
    reps = outcome.found["reps"]
    ends = [r["release_s"] for r in reps if r["n"] == rep and r["release_s"] is not None]
    return ends[0] if ends else outcome.frames_s


def more(outcomes: list[Outcome]) -> Iterator[str]:
    """Counting, lag and the delay of a caution within a hold."""
    exact = [len(o.found["reps"]) == o.case.reps for o in outcomes]
    lags = [
        abs(rep["lag_ms"] - o.case.lag_ms)
        for o in outcomes
        for rep in o.found["reps"]
        if rep["lag_ms"] is not None and rep["affected"]["excursion_mm"] > 2.0
    ]
    delays = [d for o in outcomes for d in _caution_delays(o)]
    lags.sort()
    yield f"- Repetitions counted exactly in {sum(exact)} of {len(exact)} sets."
    ninth = lags[len(lags) * 9 // 10]
    yield f"- Lag error: median {median(lags):.0f} ms, 90th percentile {ninth:.0f} ms."
    if delays:
        delays.sort()
        yield (
            f"- Overcompensation within a hold: caution {median(delays):.2f} s after the true "
            f"crossing (90th percentile {delays[len(delays) * 9 // 10]:.2f} s)."
        )


def _caution_delays(outcome: Outcome) -> Iterator[float]:
    """From the true crossing of the caution level to the caution, seconds."""
    if outcome.case.kind != "overcompensation":
        return
    limits = LIMITS.overcompensation
    reference = median(d.unaffected_mm for d in outcome.did[:3])
    level = max(reference * limits.caution_percent / 100, reference + limits.caution_floor_mm)
    for caution in outcome.found["cautions"]:
        if caution["detail"].get("sign") != "within-rep" or caution["rep"] > len(outcome.did):
            continue
        did = outcome.did[caution["rep"] - 1]
        if did.unaffected_mm < 1.1 * level:
            continue
        share = next(
            s / 200
            for s in range(201)
            if did.unaffected_mm * (s / 200) ** 2 * (3 - s / 100) >= level
        )
        yield caution["t_s"] - did.begin_s - share * outcome.case.profile.rise_s


def nothing_done(sets: int) -> int:
    """Sets of talking, looking around and blinking without one repetition: how many counted."""
    counted = 0
    for seed in range(sets):
        rng = random.Random(f"nothing {seed}")
        profile = Profile(
            name="nothing",
            talks_every_s=rng.uniform(4.0, 9.0),
            looks_away_every_s=rng.uniform(6.0, 12.0),
            blinks_per_min=rng.uniform(10.0, 40.0),
            noise_mm=rng.uniform(0.03, 0.25),
            drift_mm=rng.uniform(0.03, 0.2),
        )
        patient = Patient(profile, "left", seed)
        messages: list[FromWorker] = list(patient.step(0.5))
        patient.take_rest(0.5, 1.0)
        messages += patient.step(60.0)
        for name in ("open-smile", "eye-closure", "brow-raise", "pucker", "lower-lip"):
            counted += len(analyse(messages, exercises()[name], "left")["reps"])
    return counted


def from_video(clips: list[Path], model: str) -> Iterator[str]:
    """A Markdown table, a row a clip."""
    yield "| clip | repetitions | expected stop | stop |"
    yield "|---|---|---|---|"
    for clip in clips:
        expect = json.loads(clip.with_suffix(".expect.json").read_text())
        exercise = exercises()[expect["exercise"]]
        try:
            found = analyse(read_recording([clip], model=model), exercise, expect["side"])
        except NoRest:
            yield f"| {clip.name} | no rest | | |"
            continue
        got, want = found["stop"], expect["stop"]
        yield (
            f"| {clip.stem} | {len(found['reps'])} of {expect['reps']} "
            f"| {_stop_words(want)} | {_stop_words(got)} |"
        )


def _stop_words(stop: dict[str, Any] | None) -> str:
    return "none" if stop is None else f"{stop['rule']}, rep {stop['rep']}"


def main() -> int:
    """Run it all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", type=int, default=50, help="sets of each kind")
    parser.add_argument("--verbose", action="store_true", help="name every set that went wrong")
    parser.add_argument("--model", default="", help="landmark model, for clips")
    parser.add_argument("clips", nargs="*", type=Path)
    args = parser.parse_args()
    began = time.monotonic()
    outcomes: list[Outcome] = []
    for kind in KINDS:
        many = args.sets * 3 if kind == "clean" else args.sets
        outcomes += [run(draw(kind, seed)) for seed in range(many)]
        print(f"{kind}: {time.monotonic() - began:.0f} s", file=sys.stderr)
    print("\n".join(table(outcomes)))
    print()
    print("\n".join(more(outcomes)))
    quiet = max(4, args.sets // 5)
    print(
        f"- Talking, looking around, blinking for a minute, {quiet} times, "
        f"five measures: {nothing_done(quiet)} repetitions counted."
    )
    if args.verbose:
        for o in outcomes:
            wrong_stop = (o.stop or {}).get("rule") != o.true_rule
            if wrong_stop or len(o.found["reps"]) != o.case.reps:
                print(
                    _stop_words(o.stop), o.true_rep, len(o.found["reps"]), o.case, file=sys.stderr
                )
    if args.clips:
        print()
        print("\n".join(from_video(args.clips, args.model)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
