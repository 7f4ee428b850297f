"""Which moments of a check-up are filmed: each watched repetition, from its rise into its rest.

It hears what the engine says and asks for clips, through `ask`. They stay in memory until the
session is kept; of the repetitions of an exercise, the clip of the one in which the weak side
moved most is kept, and only if that repetition was scored. Nothing is kept of a repetition in
which the session paused, the person or a guard stopped, or the camera was lost. It exists only
where clips were switched on, beside photos.
"""

from collections.abc import Callable

from sessions.engine.interface.commands import (
    Command,
    Cue,
    KeptPause,
    KeptRep,
    KeptStepEnd,
    KeptUnseen,
)
from sessions.messages import Clip, EndClip, TakeClip

MOST_BYTES = 10_000_000
"""Of all clips of a session together; what comes after is let go of."""
_GOES_ON = frozenset({"hold", "release", "rest"})
_IS_OVER = frozenset({"rise", "between", "release-step"})


class Filming:
    """Hears commands and time, asks for clips, keeps the best of each."""

    def __init__(self, ask: Callable[[TakeClip | EndClip], None]) -> None:
        self._ask = ask
        self._takes = 0
        self._running: TakeClip | None = None
        """The repetition that is being filmed."""
        self._scored: dict[int, tuple[str, float]] = {}
        """Takes whose repetition was scored and whose clip has not come: name and size, mm."""
        self._early: Clip | None = None
        """The clip of a repetition that is not judged yet."""
        self._kept: dict[str, tuple[float, Clip]] = {}
        self.lost = 0
        """Clips that went with a camera process that was lost."""

    def hear(self, command: Command) -> None:
        """A command was given."""
        match command:
            case Cue(phase=phase) if phase in _GOES_ON:
                pass
            case Cue(phase=phase):
                self._end(keep=phase in _IS_OVER)
                if phase == "rise" and command.measure:
                    self._begin(command.exercise)
            case KeptRep(rep=rep) if rep.scored:
                self._judged(rep.affected.excursion_mm)
            case KeptRep() | KeptUnseen():
                self._end(keep=False)
            case KeptPause(why=why) if why:
                self._end(keep=False)
            case KeptStepEnd(ended=ended):
                self._end(keep=ended == "done")
            case _:
                pass

    def pass_time(self, at_s: float) -> None:
        """The session's clock has moved on; a clip ends by itself."""

    def take(self, clip: Clip) -> None:
        """A clip has come; one that nobody asked for, or that was let go of, is dropped."""
        scored = self._scored.pop(clip.take, None)
        running = self._running
        if scored is not None and scored[0] == clip.name:
            self._keep(scored[1], clip)
        elif running is not None and (running.take, running.name) == (clip.take, clip.name):
            self._early = clip

    def lose(self) -> None:
        """The camera process was lost, and what it was filming with it."""
        awaited = set(self._scored)
        if self._running is not None and self._early is None:
            awaited.add(self._running.take)
        self.lost += len(awaited)
        self._running = self._early = None
        self._scored.clear()

    def clips(self) -> list[Clip]:
        """What is to be kept."""
        return [clip for _, clip in self._kept.values()]

    def _begin(self, exercise: str) -> None:
        self._takes += 1
        self._running = TakeClip(name=exercise, take=self._takes)
        self._ask(self._running)

    def _end(self, *, keep: bool) -> None:
        running = self._running
        if running is None:
            return
        if not keep:
            self._scored.pop(running.take, None)
        self._running = self._early = None
        self._ask(EndClip(keep=keep))

    def _judged(self, size_mm: float) -> None:
        if self._running is None:
            return
        if self._early is None:
            self._scored[self._running.take] = (self._running.name, size_mm)
        else:
            self._keep(size_mm, self._early)

    def _keep(self, size_mm: float, clip: Clip) -> None:
        before = self._kept.get(clip.name)
        others = sum(_bytes(each) for _, each in self._kept.values() if each.name != clip.name)
        if (before is None or size_mm > before[0]) and others + _bytes(clip) <= MOST_BYTES:
            self._kept[clip.name] = (size_mm, clip)


def _bytes(clip: Clip) -> int:
    return sum(map(len, clip.frames))
