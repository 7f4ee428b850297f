"""What happened in a session, put together from what the engine says, in order.

A smaller retry after a stop is a set of its own, so that sets count from 1 within an exercise.
"""

from collections.abc import Collection, Iterable

import msgspec

from sessions.engine.interface.commands import (
    Command,
    Cue,
    Hint,
    Judged,
    KeptBlind,
    KeptRep,
    KeptStepEnd,
    KeptUnseen,
    KeptVerdict,
    StepEnding,
)
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
    stretch: int = 0
    """How often the session had been broken off and gone on with before. Times count from there."""


class Aside(msgspec.Struct, frozen=True, kw_only=True):
    """What happened beside the repetitions that were kept.

    One asked for that was not seen, a guard that cannot work, a word said in a try that was not
    kept, such as the person's own stop, and the end of an exercise.
    """

    at_s: float
    step: int
    set: int
    why: str
    """In the engine's words; empty where an exercise was done."""
    unseen: bool = False
    said: Verdict | None = None
    ended: StepEnding | None = None
    stretch: int = 0
    """As in `RepAccount`."""


class _Open:
    """A repetition as its parts come."""

    def __init__(self, kept: KeptRep, set: int, n: int, said: list[Verdict], stretch: int) -> None:
        self.kept, self.set, self.n, self.said, self.stretch = kept, set, n, said, stretch
        self.looks: tuple[Look, ...] = ()

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
            stretch=self.stretch,
        )


class _Story:
    """The parts so far, and where they stand."""

    def __init__(self) -> None:
        self.parts: list[_Open | Aside] = []
        self.stretch = 0
        self._place: tuple[int, int] | None = None
        self._set = self._n = 0
        self._stopped = False
        self._rep: _Open | None = None
        """The repetition kept last, while its exercise goes on."""
        self._early: list[Hint | KeptVerdict] = []
        """Said in the repetition under way, which may or may not be kept."""

    def go_on(self) -> None:
        """The session is gone on with after it was broken off."""
        self._flush()
        self.stretch += 1

    def hear(self, command: Command) -> None:
        """Take in one command."""
        match command:
            case Hint():
                if command.verdict.level == "hint":
                    self._early.append(command)
            case Cue(phase="paused" | "resuming" | "finding-face"):
                self._flush()
            case KeptRep():
                self._go_to(command.step, command.set)
                self._n += 1
                early = [each.verdict for each in self._early]
                self._rep = _Open(command, self._set, self._n, early, self.stretch)
                self.parts.append(self._rep)
                self._early = []
            case Judged():
                if self._rep is not None:
                    self._rep.looks = command.looks
            case KeptVerdict():
                self._say(command)
            case KeptUnseen():
                self._go_to(command.step, command.set)
                self._aside(command, self._set, unseen=True)
            case KeptBlind():
                if self._place is None or self._place[0] != command.step:
                    self._go_to(command.step, 1)
                self._aside(command, self._set)
            case KeptStepEnd():
                self._end(command)
            case _:
                pass

    def _go_to(self, step: int, set: int) -> None:
        if self._place is None or self._place[0] != step:
            self._set, self._n, self._rep = 1, 0, None
        elif self._place[1] != set or self._stopped:
            self._set, self._n = self._set + 1, 0
        else:
            return
        self._place, self._stopped = (step, set), False

    def _say(self, kept: KeptVerdict) -> None:
        verdict, last = kept.verdict, self._rep
        of_last = (
            last is not None
            and (last.kept.step, last.kept.set) == (kept.step, kept.set)
            and verdict.rep <= last.kept.rep.n
        )
        if last is not None and of_last:
            last.said.append(verdict)
        else:
            self._early.append(kept)
            if verdict.level == "stop":
                if self._place != (kept.step, kept.set):
                    self._go_to(kept.step, kept.set)
                self._flush()
        self._stopped = self._stopped or verdict.level == "stop"

    def _end(self, kept: KeptStepEnd) -> None:
        self._flush()
        here = self._place is not None and self._place[0] == kept.step
        self._aside(kept, self._set if here else 1, ended=kept.ended)

    def _flush(self) -> None:
        """What was said in a repetition that is not kept stands by itself; hints are left out."""
        for kept in self._early:
            if isinstance(kept, KeptVerdict):
                set_now = self._set if self._place == (kept.step, kept.set) else kept.set
                said = Aside(
                    at_s=kept.at_s,
                    step=kept.step,
                    set=set_now,
                    why="",
                    said=kept.verdict,
                    stretch=self.stretch,
                )
                self.parts.append(said)
        self._early = []

    def _aside(
        self,
        kept: KeptUnseen | KeptBlind | KeptStepEnd,
        set: int,
        *,
        unseen: bool = False,
        ended: StepEnding | None = None,
    ) -> None:
        self.parts.append(
            Aside(
                at_s=kept.at_s,
                step=kept.step,
                set=set,
                why=kept.why,
                unseen=unseen,
                ended=ended,
                stretch=self.stretch,
            )
        )


def story(
    commands: Iterable[Command], begins: Collection[int] = ()
) -> tuple[RepAccount | Aside, ...]:
    """All of a session, in order. `begins` is as in `rerun.Rerun`."""
    told = _Story()
    for place, command in enumerate(commands):
        if place in begins:
            told.go_on()
        told.hear(command)
    return tuple(part.done() if isinstance(part, _Open) else part for part in told.parts)
