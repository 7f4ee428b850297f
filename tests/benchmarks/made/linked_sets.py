"""Seeded sets of linked movement for the trust report: drawn, played through the engine, and told.

The engine is driven directly, without a conductor or a worker: each frame of a `LinkedFace` goes in
as it would come from the worker, at 8, 15 or 30 frames a second, and is its clock. (A camera of 8
is refused live as too slow; a film of 8 is judged.) Repetitions are shorter than the usual dose, so
that thousands of sets take a minute; every other rule is the program's own.
"""

import math
import random
from dataclasses import dataclass
from typing import Literal, NamedTuple

from routines.catalogue import exercises
from routines.model import Dose, Routine, Step
from routines.movements import MeasureKey, Side, Watch
from sessions.engine.engine import Engine
from sessions.engine.interface.commands import AskForRest, Cue, Hint, KeptPause, KeptVerdict
from sessions.engine.interface.events import Began, Read, RestKnown
from sessions.engine.interface.plan import SessionPlan
from sessions.guards.known_reference import KnownReference
from sessions.simulator.profile import GENTLE_MM
from tests.benchmarks.made.linked_face import Camera, LinkedFace, Person

Kind = Literal["quiet", "just over", "well over", "blinks"]

MEASURES: dict[Watch, tuple[MeasureKey, ...]] = {
    "pucker-eye": ("pucker",),
    "smile-eye": ("closed-smile", "open-smile", "lip-corner-out"),
    "closure-corner": ("eye-closure",),
    "brow-corner": ("brow-raise",),
}
LIMITS: dict[Watch, tuple[float, float]] = {
    "pucker-eye": (10.0, 15.0),
    "smile-eye": (15.0, 15.0),
    "closure-corner": (1.5, 2.5),
    "brow-corner": (2.0, 2.0),
}
"""Caution and stop, percent points or mm (clinical brief, rows 20 to 23)."""
HEALTHY: dict[Watch, float] = {
    "pucker-eye": 1.7,
    "smile-eye": 21.6,
    "closure-corner": 0.3,
    "brow-corner": 0.3,
}
"""What moves along on a healthy side at full size: eyes as published (Renne 2025, lary.23778)."""
SHARES: dict[Kind, tuple[float, float]] = {
    "quiet": (0.0, 0.8),
    "just over": (1.15, 1.5),
    "well over": (1.5, 3.0),
    "blinks": (0.0, 0.6),
}
"""Of the limit that matters: quiet ones of the caution, loud ones of the caution where linked
movement is known and of the stop where it is not. No repetition of a quiet set is over its share,
and none of a loud one is under the limit."""
SMALLEST = 50.0
DOSE = Dose(reps=4, rise_s=1.5, hold_s=2.0, release_s=1.5, rest_s=2.5)
"""Four repetitions as in the routine of linked movement, with its hold."""
BLINK_REACH_S = 0.5
"""A word this soon after a blink began or ended was its doing, unless the part truly was loud."""


class Word(NamedTuple):
    """A word within a repetition."""

    late_s: float | None
    """After the true crossing of the caution; None where there was none."""
    at_s: float


@dataclass(frozen=True)
class Played:
    """What came of one set."""

    fps: float
    ended: bool
    """By linked movement."""
    disturbed: bool
    """By a word, a caution, a release step or a stop for linked movement."""
    loudest: float
    """The largest true amount as a share of the caution."""
    words: tuple[Word, ...]
    true_loud: int
    """Repetitions that truly were over the caution."""
    blinks: int
    blink_words: int
    """Words beside a blink in a repetition that truly was quiet."""
    paused: bool


def play(pair: Watch, kind: Kind, *, known: bool, seed: int) -> Played:
    """One set, drawn from its seed."""
    chance = random.Random(f"linked {pair} {kind} {known} {seed}")
    face = _draw(pair, kind, chance, known=known)
    person = face.person
    caution = LIMITS[pair][0]
    affected, other = person.gentle_mm
    gentle = KnownReference(affected_mm=affected, unaffected_mm=other, origin="usual")
    exercise = next(e for e in exercises().values() if e.id == person.measure)
    routine = Routine(
        schema=1,
        id="one",
        name="One",
        stage="synkinetic",
        steps=(Step(exercise=exercise, dose=DOSE),),
    )
    plan = SessionPlan(
        routine=routine,
        side=person.side,
        known_linked=known,
        ladder={pair: SMALLEST} if known else {},
        gentle={person.measure: gentle},
    )
    return _run(Engine(plan), face, caution)


def _run(engine: Engine, face: LinkedFace, caution: float) -> Played:
    words: list[Word] = []
    ended = disturbed = paused = False
    blink_words = 0
    commands = list(engine.handle(Began(0.0)))
    while engine.phase not in {"done", "stopped"}:
        for command in commands:
            match command:
                case AskForRest():
                    face.take_rest(command.at_s)
                case Cue():
                    face.hear(command)
                    disturbed |= command.phase == "release-step"
                case Hint(verdict=verdict) if verdict.rule == "synkinesis":
                    rep = face.reps[-1]
                    over_s = rep.over_s
                    words.append(
                        Word(None if over_s is None else command.at_s - over_s, command.at_s)
                    )
                    blink_words += over_s is None and _beside_a_blink(face, command.at_s)
                    disturbed = True
                case KeptVerdict(verdict=verdict) if verdict.rule == "synkinesis":
                    ended |= verdict.level == "stop"
                    disturbed = True
                case KeptPause():
                    paused = True
                case _:
                    pass
        reading, rest = face.next()
        commands = [] if rest is None else list(engine.handle(RestKnown(engine.at_s, rest)))
        commands += engine.handle(Read(max(engine.at_s, reading.t_s), reading))
    for command in commands:
        if isinstance(command, KeptVerdict) and command.verdict.rule == "synkinesis":
            ended |= command.verdict.level == "stop"
            disturbed = True
    loud = [rep for rep in face.reps if rep.over_s is not None]
    return Played(
        fps=face.camera.fps,
        ended=ended,
        disturbed=disturbed,
        loudest=max((rep.linked for rep in face.reps), default=0.0) / caution,
        words=tuple(words),
        true_loud=len(loud),
        blinks=len(face.blinks),
        blink_words=blink_words,
        paused=paused,
    )


def _beside_a_blink(face: LinkedFace, at_s: float) -> bool:
    begun = (*face.blinks[-2:], face.blink)
    return any(b - 0.1 <= at_s <= e + BLINK_REACH_S for b, e in begun)


def _draw(pair: Watch, kind: Kind, chance: random.Random, *, known: bool) -> LinkedFace:
    measure = chance.choice(MEASURES[pair])
    caution, stop = LIMITS[pair]
    limit = caution if known or kind in ("quiet", "blinks") else stop
    usual = limit * chance.uniform(*SHARES[kind])
    within = chance.uniform(0.03, 0.12)
    least, most = (limit, math.inf) if kind.endswith("over") else (0.0, SHARES[kind][1] * limit)
    amounts = tuple(
        min(most, max(least, usual * chance.gauss(1.0, within))) for _ in range(DOSE.reps + 3)
    )
    full = GENTLE_MM[measure] * chance.uniform(0.8, 1.2)
    side: Side = chance.choice(("left", "right"))
    person = Person(
        pair=pair,
        measure=measure,
        side=side,
        gentle_mm=(full * chance.uniform(0.5, 1.0), full),
        linked=amounts,
        healthy=HEALTHY[pair] * chance.uniform(0.5, 1.3),
        power=chance.uniform(0.7, 1.6),
        spread=chance.uniform(0.02, 0.08),
        reaction_s=chance.uniform(0.25, 0.7),
        rise_s=chance.uniform(0.8, 1.5),
        blinks_per_min=60.0 if kind == "blinks" else chance.uniform(5.0, 40.0),
        weak_blink=chance.uniform(0.4, 1.0),
    )
    camera = Camera(
        fps=chance.choice((8.0, 15.0, 30.0)),
        noise_points=chance.uniform(0.4, 0.9),
        noise_mm=chance.uniform(0.05, 0.12),
        sway_points=chance.uniform(0.5, 1.8),
        sway_mm=chance.uniform(0.1, 0.3),
        drift_points_per_min=chance.uniform(-4.0, 4.0),
        drift_mm_per_min=chance.uniform(-0.4, 0.4),
        turns_per_min=chance.choice((0.0, 0.0, 1.0, 2.0)),
    )
    return LinkedFace(person, camera, caution, f"{pair} {kind} {known} {chance.random()}")
