"""How far to trust the guard of linked movement: `python -m tests.benchmarks.linked [--sets N]`.

Plays seeded sets of simulated patients through the engine, every pair, linked movement known and
not, and prints a Markdown table. Loud sets begin at the smallest target where it is known, and at
full size where it is not, with a link far over the limit: the exercise should end. Quiet sets stay
under three quarters of the caution: nothing should be said.
"""

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from routines.catalogue import exercises
from routines.model import Dose, Routine, Step
from routines.movements import MeasureKey, Watch
from sessions.engine.interface.commands import Cue, Hint, KeptVerdict
from sessions.engine.interface.plan import SessionPlan
from sessions.guards.known_reference import KnownReference
from sessions.simulator.profile import GENTLE_MM, Profile
from tests.sessions.practising import practised

MEASURE: dict[Watch, MeasureKey] = {
    "pucker-eye": "pucker",
    "smile-eye": "closed-smile",
    "closure-corner": "eye-closure",
    "brow-corner": "brow-raise",
}
LIMITS: dict[Watch, tuple[float, float]] = {
    "pucker-eye": (10.0, 15.0),
    "smile-eye": (15.0, 15.0),
    "closure-corner": (1.5, 2.5),
    "brow-corner": (2.0, 2.0),
}
"""Caution and stop, percent points or mm (clinical brief, rows 20 to 23)."""
SMALLEST = 50.0
QUIET_SHARE = 0.5, 0.75
LOUD_SHARE = 1.6, 2.6
SMILE_NARROWS = 1.5
"""Points a simulated eye narrows for a millimetre of smile, linked or not."""


@dataclass(frozen=True)
class Played:
    """What came of one set."""

    ended: bool
    """By linked movement."""
    disturbed: bool
    """By a word, a caution, a release step or a stop for linked movement."""
    words_s: tuple[float, ...]
    """From each cue to move to the word that came in that repetition."""


def play(pair: Watch, *, known: bool, loud: bool, seed: int) -> Played:
    """One set of five, seeded."""
    rng = random.Random(f"{pair} {known} {loud} {seed}")
    measure = MEASURE[pair]
    share = SMALLEST / 100.0 if known else 1.0
    caution, stop = LIMITS[pair]
    strength = rng.uniform(0.6, 1.0)
    wanted = stop * rng.uniform(*LOUD_SHARE) if loud else caution * rng.uniform(*QUIET_SHARE)
    if pair == "smile-eye":  # the other, larger half narrows its eye more
        wanted += SMILE_NARROWS * GENTLE_MM[measure] * (1.0 - strength) * share
    profile = Profile(
        name="drawn",
        strength=strength,
        links={pair: wanted / share},
        rep_spread=rng.uniform(0.02, 0.06),
        reaction_s=rng.uniform(0.25, 0.7),
        noise_mm=rng.uniform(0.03, 0.15),
        drift_mm=rng.uniform(0.03, 0.12),
        wobble_mm=rng.uniform(0.03, 0.1),
        blinks_per_min=rng.uniform(5.0, 40.0),
    )
    full = GENTLE_MM[measure]
    gentle = KnownReference(affected_mm=full * strength, unaffected_mm=full, origin="usual")
    step = Step(exercise=exercises()[measure], dose=Dose(reps=5))
    routine = Routine(schema=1, id="one", name="One", stage="synkinetic", steps=(step,))
    plan = SessionPlan(
        routine=routine,
        side=rng.choice(("left", "right")),
        known_linked=known,
        ladder={pair: SMALLEST} if known else {},
        gentle={measure: gentle},
    )
    begun_s, words_s, ended, disturbed = 0.0, list[float](), False, False
    for command in practised(plan, profile, seed):
        match command:
            case Cue(phase="rise"):
                begun_s = command.at_s
            case Cue(phase="release-step"):
                disturbed = True
            case Hint(verdict=verdict) if verdict.rule == "synkinesis":
                words_s.append(command.at_s - begun_s)
                disturbed = True
            case KeptVerdict(verdict=verdict) if verdict.rule == "synkinesis":
                ended |= verdict.level == "stop"
                disturbed = True
            case _:
                pass
    return Played(ended, disturbed, tuple(words_s))


def rows(sets: int) -> Iterator[tuple[Watch, bool, int, int, float | None]]:
    """Pair, known, loud sets that ended, quiet sets disturbed, median seconds to the word."""
    for pair in MEASURE:
        for known in (False, True):
            loud = [play(pair, known=known, loud=True, seed=n) for n in range(sets)]
            quiet = [play(pair, known=known, loud=False, seed=n) for n in range(sets)]
            words_s = [s for each in loud for s in each.words_s]
            yield (
                pair,
                known,
                sum(each.ended for each in loud),
                sum(each.disturbed for each in quiet),
                median(words_s) if words_s else None,
            )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", type=int, default=50, help="of each pair, answer and kind")
    sets: int = parser.parse_args().sets
    print("| pair | known | loud: exercise ended | quiet: disturbed | s from cue to word |")
    print("|---|---|---|---|---|")
    for pair, known, ended, disturbed, word_s in rows(sets):
        word = "-" if word_s is None else f"{word_s:.1f}"
        answer = "yes" if known else "no"
        print(
            f"| {pair} | {answer} | {ended} of {sets} | {disturbed} of {sets} | {word} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
