"""Makes the decisions of a kept session again, with the rules of this version.

The engine is given the same events and does the rest by itself; nothing here judges anything.
"""

from collections.abc import Iterable
from typing import NamedTuple, cast

import msgspec
from msgspec.structs import replace

from sessions.decisions.kept_decisions import KeptDecisions
from sessions.engine.engine import Engine
from sessions.engine.interface.commands import (
    KEPT_TYPES,
    Command,
    Finished,
    Kept,
    KeptBlind,
    KeptPause,
    KeptRep,
    KeptStepEnd,
    KeptUnseen,
    KeptVerdict,
)
from sessions.reps.rep import Rule


class Difference(NamedTuple):
    """The first decision that comes out otherwise."""

    then: Kept | None
    now: Kept | None

    @property
    def rule(self) -> Rule | None:
        """The rule whose decision it is; None where repetitions themselves were found otherwise."""
        for one in self:
            if isinstance(one, KeptVerdict):
                return one.verdict.rule
        return None


class Rerun(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it."""

    commands: tuple[Command, ...]
    """All that the engine answered, in order, with `Judged` after each repetition."""
    begins: tuple[int, ...] = ()
    """Places in `commands` where the session was gone on with after it had been broken off."""
    identical: bool
    """Whether every number that was kept came out again, to the bit. Sentences are not compared:
    they may be said otherwise now, or in another language."""
    difference: Difference | None
    """None where every decision is the same."""


def rerun(decisions: KeptDecisions) -> Rerun:
    """Let the engine hear the session again. Raises Damaged."""
    before: tuple[Kept, ...] = ()
    commands: list[Command] = []
    begins: list[int] = []
    identical, difference = True, None
    for stretch in decisions.stretches:
        engine = Engine(msgspec.structs.replace(decisions.plan, kept=before))
        answers = [c for each in stretch.heard() for c in engine.handle(each.event)]
        now = kept_of(answers)
        again = now[: len(stretch.kept)]
        identical = identical and [*map(_wordless, again)] == [*map(_wordless, stretch.kept)]
        difference = difference or _difference(stretch.kept, now)
        begins.append(len(commands))
        commands += answers
        before += stretch.kept
    return Rerun(
        commands=tuple(commands),
        begins=tuple(begins[1:]),
        identical=identical,
        difference=difference,
    )


def kept_of(commands: Iterable[Command]) -> tuple[Kept, ...]:
    """Those of the commands that are kept."""
    return tuple(cast("Kept", c) for c in commands if isinstance(c, KEPT_TYPES))


def _wordless(kept: Kept) -> Kept:
    """Without its sentence for the person."""
    match kept:
        case KeptVerdict():
            return replace(kept, verdict=replace(kept.verdict, sentence=""))
        case KeptPause():
            return replace(kept, why="..." if kept.why else "")  # empty: it went on
        case KeptUnseen() | KeptBlind() | KeptStepEnd():
            return replace(kept, why="")
        case _:
            return kept


def _difference(then: tuple[Kept, ...], now: tuple[Kept, ...]) -> Difference | None:
    """The first decision that is not the same; what follows the last one kept is not looked at."""
    old, new = ([k for k in kept if _decision(k) is not None] for kept in (then, now))
    for i, one in enumerate(old):
        other = new[i] if i < len(new) else None
        if other is None or _decision(one) != _decision(other):
            return Difference(one, other)
    ended = any(isinstance(k, Finished) for k in then)
    return Difference(None, new[len(old)]) if ended and len(new) > len(old) else None


def _decision(kept: Kept) -> tuple[object, ...] | None:
    """What was decided, without words and numbers; None for what is no decision."""
    match kept:
        case KeptVerdict():
            verdict = kept.verdict
            return ("verdict", kept.step, kept.set, verdict.rule, verdict.level, verdict.rep)
        case KeptRep():
            return ("rep", kept.step, kept.set, kept.rep.n, kept.rep.scored)
        case KeptUnseen():
            return ("unseen", kept.step, kept.set)
        case KeptStepEnd():
            return ("end", kept.step, kept.ended)
        case Finished():
            return ("finished", kept.ended)
        case _:
            return None
