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
from pathlib import Path
from statistics import median
from typing import Any

from routines.catalogue import exercises
from sessions.camera.recording import read_recording
from sessions.messages import FromWorker
from sessions.replay import NoRest, analyse
from sessions.simulator.patient import Patient
from sessions.simulator.profile import Profile
from tests.benchmarks.made.simulated_sets import LIMITS, SMALL_MM, Outcome, draw, run

KINDS = (
    "clean",
    "fatigue",
    "fatigue, small",
    "hold sag",
    "overcompensation",
    "linked eye, pucker",
    "linked eye, smile",
    "linked corner",
    "fatigue, below the level",
    "overcompensation, below the level",
    "linked eye, below the level",
)


def table(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """A Markdown table, a row a kind of set."""
    yield "| sets | n | stopped as they should | stopped otherwise | reps late (range) | s late |"
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
        below = case.kind.endswith("below the level")
        return case.kind if below else f"{case.kind}: never beyond the level"
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
    share = (
        "-"
        if group[0].true_rule is None
        else f"{len(right)} ({100 * len(right) / len(group):.0f} %)"
    )
    reps = "-" if not late else f"{sum(late) / len(late):+.2f} ({min(late):+d} to {max(late):+d})"
    seconds = "-" if not late_s else f"{median(late_s):+.1f}"
    return f"| {name} | {len(group)} | {share} | {len(other)} | {reps} | {seconds} |"


def _end_s(outcome: Outcome, rep: int) -> float:
    reps = outcome.found["reps"]
    ends = [r["release_s"] for r in reps if r["n"] == rep and r["release_s"] is not None]
    return ends[0] if ends else outcome.ended_s


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
