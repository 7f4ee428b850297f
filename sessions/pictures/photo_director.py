"""Which moments of a check-up are photographed: rest, and the middle of each watched hold.

It hears what the engine says and asks for stills, through `ask`. They stay in memory until the
session is kept; of the repetitions of an exercise, the still of the one in which the weak side
moved most is kept, and only if that repetition was scored. It exists only where photos were
switched on.
"""

from collections.abc import Callable

from sessions.engine.interface.commands import Command, Cue, KeptRep, KeptRest, KeptStepEnd
from sessions.messages import Still, TakePicture
from sessions.pictures.albums import REST

ROUTINE = "check-up"
"""The one routine that is photographed."""


class Photographing:
    """Hears commands and time, asks for stills, keeps the best of each."""

    def __init__(self, ask: Callable[[TakePicture], None]) -> None:
        self._ask = ask
        self._due_s: float | None = None
        self._exercise = ""
        self._asked: set[str] = set()
        self._pending: Still | None = None
        self._kept: dict[str, tuple[float, Still]] = {}

    def hear(self, command: Command) -> None:
        """A command was given."""
        match command:
            case KeptRest():
                self._want(REST)
            case Cue(phase="hold", seconds=seconds, measure=measure) if seconds and measure:
                self._exercise, self._pending = command.exercise, None
                self._due_s = command.at_s + seconds / 2
            case Cue():
                self._due_s = None
            case KeptRep(rep=rep) if rep.scored and self._pending is not None:
                self._keep(rep.affected.excursion_mm, self._pending)
                self._pending = None
            case KeptStepEnd():
                self._due_s = self._pending = None
            case _:
                pass

    def pass_time(self, at_s: float) -> None:
        """The session's clock has moved on."""
        if self._due_s is not None and at_s >= self._due_s:
            self._due_s = None
            self._want(self._exercise)

    def take(self, still: Still) -> None:
        """A still has come; one that nobody asked for is dropped."""
        if still.name not in self._asked:
            return
        self._asked.discard(still.name)
        if still.name == REST:
            self._kept[REST] = (0.0, still)
        elif still.name == self._exercise:
            self._pending = still

    def stills(self) -> list[Still]:
        """What is to be kept."""
        return [still for _, still in self._kept.values()]

    def _want(self, name: str) -> None:
        self._asked.add(name)
        self._ask(TakePicture(name=name))

    def _keep(self, size_mm: float, still: Still) -> None:
        before = self._kept.get(still.name)
        if before is None or size_mm > before[0]:
            self._kept[still.name] = (size_mm, still)
