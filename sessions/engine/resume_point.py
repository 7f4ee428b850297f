"""Where an interrupted session goes on: at the same repetition of the same exercise.

A program may be killed between two lines of a journal, and a line may be damaged. What is left
never opens more than what was open: a stop counts without the end of its exercise, pain ends all,
and an exercise after which another was begun is over.
"""

from collections.abc import Sequence

import msgspec

from sessions.engine.interface.commands import (
    Kept,
    KeptReference,
    KeptRep,
    KeptStepEnd,
    KeptUnseen,
    KeptVerdict,
)
from sessions.engine.texts import RAN_BY_THE_CLOCK
from sessions.reps.rep import Rep


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """How far a session had come, read off what it kept."""

    ended: frozenset[int]
    """Steps that are over."""
    halted: dict[int, str]
    """Steps that a guard stopped without their end being kept, and the sentence of the stop."""
    stopped: int
    """How many steps were stopped."""
    stopped_last: KeptVerdict | None
    """The stop of a guard that ended the latest step; None where another was begun after it."""
    pain: bool
    """Whether the person said that it hurts."""
    step: int | None
    """The step that was being done, if it had begun."""
    set: int
    asked: int
    """Repetitions asked for in that set, seen or not."""
    done: int
    """Repetitions confirmed in that set; what was done by the clock and all before it counts."""
    seen: int
    """How many of `reps` are of that set."""
    reps: tuple[Rep, ...]
    """All repetitions of that step, for the guards to know."""
    reference: KeptReference | None
    target_percent: float
    smaller_after: int | None
    """After how many of `reps` the one smaller retry began; None where there was none."""


def position_after(kept: tuple[Kept, ...]) -> Position:
    """Read the position off the entries of an unfinished journal."""
    ends = [k for k in kept if isinstance(k, KeptStepEnd)]
    done = [k.step for k in kept if isinstance(k, KeptRep | KeptUnseen)]
    halted = _halted(kept, frozenset(k.step for k in ends))
    ended = frozenset([*(k.step for k in ends), *halted, *(s for s in done if s != done[-1])])
    open_ones = [k for k in kept if isinstance(k, KeptRep | KeptUnseen) and k.step not in ended]
    step = open_ones[-1].step if open_ones else None
    here = [k for k in open_ones if k.step == step]
    in_set = [k for k in here if k.set == here[-1].set]
    seen = [k for k in here if isinstance(k, KeptRep)]
    references = [k for k in kept if isinstance(k, KeptReference) and k.step == step]
    return Position(
        ended=ended,
        halted=halted,
        stopped=len(_stopped(ends)) + len(halted),
        stopped_last=_stopped_last(kept, frozenset([*halted, *_stopped(ends)])),
        pain=any(isinstance(k, KeptVerdict) and is_pain(k) for k in kept),
        step=step,
        set=here[-1].set if here else 1,
        asked=len(in_set),
        done=_done(in_set),
        seen=sum(isinstance(k, KeptRep) for k in in_set),
        reps=tuple(k.rep for k in seen),
        reference=references[-1] if references else None,
        target_percent=seen[-1].target_percent if seen else 100.0,
        smaller_after=_smaller_after(kept, step),
    )


def _done(in_set: Sequence[KeptRep | KeptUnseen]) -> int:
    """As where an exercise is watched again: else a restart would add to the dose."""
    unwatched = [
        n
        for n, each in enumerate(in_set, start=1)
        if isinstance(each, KeptUnseen) and each.why == RAN_BY_THE_CLOCK
    ]
    counted = unwatched[-1] if unwatched else 0
    return counted + sum(isinstance(each, KeptRep) for each in in_set[counted:])


def is_pain(kept: KeptVerdict) -> bool:
    """Whether the person said that it hurts: no repetition follows, whatever else was kept."""
    return kept.verdict.rule == "self" and kept.verdict.detail.get("sign") == "pain"


def _halted(kept: Sequence[Kept], ended: frozenset[int]) -> dict[int, str]:
    """Overcompensation stops an exercise the second time, any other guard the first."""
    halted: dict[int, str] = {}
    retried: set[int] = set()
    for each in kept:
        if not isinstance(each, KeptVerdict) or each.verdict.level != "stop":
            continue
        rule, step = each.verdict.rule, each.step
        if step in ended or rule == "self":
            continue
        if rule == "overcompensation" and step not in retried:
            retried.add(step)
        else:
            halted[step] = each.verdict.sentence
    return halted


def _stopped(ends: Sequence[KeptStepEnd]) -> list[int]:
    return [each.step for each in ends if each.ended == "stopped"]


def _stopped_last(kept: Sequence[Kept], stopped: frozenset[int]) -> KeptVerdict | None:
    last: KeptVerdict | None = None
    for each in kept:
        if isinstance(each, KeptVerdict) and each.verdict.level == "stop":
            last = each if each.verdict.rule != "self" and each.step in stopped else None
        elif isinstance(each, KeptRep | KeptUnseen | KeptStepEnd) and last is not None:
            last = last if each.step == last.step else None
    return last


def _smaller_after(kept: Sequence[Kept], step: int | None) -> int | None:
    stops = (
        at
        for at, each in enumerate(kept)
        if isinstance(each, KeptVerdict)
        and each.step == step
        and (each.verdict.rule, each.verdict.level) == ("overcompensation", "stop")
    )
    first = next(stops, None)
    if first is None:
        return None
    return sum(isinstance(k, KeptRep) and k.step == step for k in kept[:first])
