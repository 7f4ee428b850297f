"""What the guards saw in each repetition of a session, put together from what the engine says.

Sets are numbered as in the record: the smaller retry after a stop is a set of its own.
"""

from collections.abc import Iterable, Sequence

import msgspec

from sessions.engine.interface.commands import Command, Hint, Judged, KeptRep, KeptVerdict
from sessions.guards.look import Look
from sessions.reps.rep import Rep, Verdict


class RepAccount(msgspec.Struct, frozen=True, kw_only=True):
    """One repetition: what was compared, and what was said of it."""

    at_s: float
    step: int
    """From 0, in the routine."""
    set: int
    """From 1, in the exercise."""
    n: int
    """From 1, in the set."""
    rep: Rep
    target_percent: float
    looks: tuple[Look, ...]
    """Empty where the repetition could not be judged."""
    said: tuple[Verdict, ...]
    """Hints, cautions and stops, in order."""


class _Open:
    """A repetition as its parts come."""

    def __init__(self, kept: KeptRep, set: int, n: int, said: Sequence[Verdict]) -> None:
        self.kept, self.set, self.n = kept, set, n
        self.looks: tuple[Look, ...] = ()
        self.said = list(said)

    def done(self) -> RepAccount:
        return RepAccount(
            at_s=self.kept.at_s,
            step=self.kept.step,
            set=self.set,
            n=self.n,
            rep=self.kept.rep,
            target_percent=self.kept.target_percent,
            looks=self.looks,
            said=tuple(self.said),
        )


def account(commands: Iterable[Command]) -> tuple[RepAccount, ...]:
    """Every repetition of the session, in order."""
    reps: list[_Open] = []
    early: list[Verdict] = []
    stopped = False
    for command in commands:
        match command:
            case Hint():
                if command.verdict.level == "hint":
                    early.append(command.verdict)
            case KeptRep():
                reps.append(_next(reps, command, stopped, early))
                early, stopped = [], False
            case Judged():
                if reps:
                    reps[-1].looks = command.looks
            case KeptVerdict():
                verdict = command.verdict
                here = reps and _is_of(reps[-1], command)
                (reps[-1].said if here else early).append(verdict)
                stopped = stopped or verdict.level == "stop"
            case _:
                pass
    return tuple(rep.done() for rep in reps)


def _is_of(last: _Open, verdict: KeptVerdict) -> bool:
    """Whether a verdict is about the repetition kept last, or about the one under way."""
    same = (verdict.step, verdict.set) == (last.kept.step, last.kept.set)
    return same and verdict.verdict.rep <= last.kept.rep.n


def _next(reps: list[_Open], kept: KeptRep, stopped: bool, said: list[Verdict]) -> _Open:
    last = reps[-1] if reps else None
    if last is None or last.kept.step != kept.step:
        return _Open(kept, 1, 1, said)
    if last.kept.set != kept.set or stopped:
        return _Open(kept, last.set + 1, 1, said)
    return _Open(kept, last.set, last.n + 1, said)
