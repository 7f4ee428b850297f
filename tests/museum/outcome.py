"""What a session came to: its decisions in one line, and all its numbers without the words."""

import hashlib
from collections.abc import Sequence
from typing import Any

import msgspec

from sessions.decisions.kept_decisions import KeptDecisions
from sessions.decisions.rerun import kept_of, rerun
from sessions.engine.interface.commands import (
    Finished,
    Kept,
    KeptBlind,
    KeptPause,
    KeptRep,
    KeptRest,
    KeptStepEnd,
    KeptUnseen,
    KeptVerdict,
)
from sessions.engine.interface.plan import SessionPlan

_WORDS = frozenset({"sentence", "why"})
"""Fields with sentences for the person. They may be mended; tests of their own hold them."""


def kept_in(decisions: KeptDecisions) -> tuple[Kept, ...]:
    """What was kept when the session was made."""
    return tuple(each for stretch in decisions.stretches for each in stretch.kept)


def kept_again(decisions: KeptDecisions) -> tuple[Kept, ...]:
    """What this version keeps, given the same events. Raises Damaged."""
    return kept_of(rerun(decisions).commands)


def numbers(kept: Sequence[Kept]) -> list[dict[str, Any]]:
    """Everything kept, to the bit, with "..." for each sentence."""
    return [_wordless(msgspec.to_builtins(each)) for each in kept]


def digest(kept: Sequence[Kept]) -> str:
    """Twelve hexadecimal digits that change with any of the `numbers`."""
    return hashlib.sha256(msgspec.json.encode(numbers(kept))).hexdigest()[:12]


def decided(plan: SessionPlan, kept: Sequence[Kept]) -> str:
    """The decisions in their order, such as "pucker: 2 counted, stop by synkinesis in 2, stopped;
    finished". Repetitions count over all sets of an exercise."""
    parts: list[str] = []
    line: list[str] = []
    reps: list[KeptRep] = []
    unseen = 0
    for each in kept:
        match each:
            case KeptRest():
                line.append("rest taken")
            case KeptRep():
                reps.append(each)
            case KeptUnseen():
                unseen += 1
            case KeptPause(why=why) if why:
                line.append("pause")
            case KeptBlind():
                line.append("a guard is blind")
            case KeptVerdict():
                verdict = each.verdict
                line.append(f"{verdict.level} by {verdict.rule} in {verdict.rep}")
            case KeptStepEnd():
                name = plan.routine.steps[each.step].exercise.id
                parts.append(f"{name}: {', '.join([*_counts(reps, unseen), *line, each.ended])}")
                line, reps, unseen = [], [], 0
            case Finished():
                rest = [*_counts(reps, unseen), *line, each.ended]
                parts.append(", ".join(rest))
            case _:
                pass
    return "; ".join(parts)


def _counts(reps: Sequence[KeptRep], unseen: int) -> list[str]:
    scored = sum(each.rep.scored for each in reps)
    doubtful = sum(each.rep.confidence == "low" for each in reps)
    counts = {
        "counted": len(reps),
        "not scored": len(reps) - scored,
        "of low confidence": doubtful,
        "not seen": unseen,
    }
    return [f"{count} {name}" for name, count in counts.items() if count]


def _wordless(value: Any) -> Any:
    if isinstance(value, list):
        return [_wordless(each) for each in value]
    if isinstance(value, dict):
        return {
            key: ("..." if each else "") if key in _WORDS else _wordless(each)
            for key, each in value.items()
        }
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)  # 2 is read back as 2.0 where a number may be a fraction
    return value
