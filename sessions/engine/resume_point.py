"""Where an interrupted session goes on: at the same repetition of the same exercise."""

import msgspec

from sessions.engine.interface.commands import Kept, KeptReference, KeptRep, KeptStepEnd, KeptUnseen
from sessions.reps.rep import Rep


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """How far a session had come, read off what it kept."""

    ended: frozenset[int]
    """Steps that are over."""
    stopped: int
    """How many of them were stopped."""
    step: int | None
    """The step that was being done, if it had begun."""
    set: int
    asked: int
    """Repetitions asked for in that set, seen or not."""
    done: int
    """Repetitions confirmed in that set."""
    reps: tuple[Rep, ...]
    """All repetitions of that step, for the guards to know."""
    reference: KeptReference | None
    target_percent: float


def position_after(kept: tuple[Kept, ...]) -> Position:
    """Read the position off the entries of an unfinished journal."""
    ends = [k for k in kept if isinstance(k, KeptStepEnd)]
    ended = frozenset(k.step for k in ends)
    open_ones = [k for k in kept if isinstance(k, KeptRep | KeptUnseen) and k.step not in ended]
    step = open_ones[-1].step if open_ones else None
    here = [k for k in open_ones if k.step == step]
    in_set = [k for k in here if k.set == here[-1].set]
    seen = [k for k in here if isinstance(k, KeptRep)]
    references = [k for k in kept if isinstance(k, KeptReference) and k.step == step]
    return Position(
        ended=ended,
        stopped=sum(k.ended == "stopped" for k in ends),
        step=step,
        set=here[-1].set if here else 1,
        asked=len(in_set),
        done=sum(isinstance(k, KeptRep) for k in in_set),
        reps=tuple(k.rep for k in seen),
        reference=references[-1] if references else None,
        target_percent=seen[-1].target_percent if seen else 100.0,
    )
