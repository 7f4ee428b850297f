"""Sessions in front of a film: real frames, measured once, then kept like any other piece.

The film's person waits at rest until the first cue, then moves at the film's own pace. Films are
no part of the project: their folder is named by `SLOWSMILE_FILMS`, and only the making of a piece
needs it.
"""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from routines.model import Step
from routines.movements import Side
from sessions.camera.model_file import find_model
from sessions.camera.recording import read_recording
from sessions.decisions.kept_decisions import KeptDecisions
from sessions.messages import Ended, FromWorker, Heard, RestTaken
from sessions.readings import Reading
from tests.museum.seen import FPS, a_second
from tests.museum.sessions_made import plan_of
from tests.sessions.decisions.heard import HeardSession

FOLDER = "SLOWSMILE_FILMS"
"""The variable with the folder of the films."""


class Filmed(NamedTuple):
    """How a session before a film is made anew."""

    film: str
    step: Step
    side: Side
    rest_s: tuple[float, float] = (0.3, 2.7)
    """Where the film shows the face at rest."""
    starts_s: float = 3.0
    """Where its first movement begins."""
    rate: int = 15
    """Readings a second that are kept."""
    profile: None = None

    def session(self, name: str) -> KeptDecisions:
        """The session and what is kept of it. Raises KeyError without the folder."""
        plan = plan_of(name, (self.step,), self.side)
        film = Path(os.environ[FOLDER]) / self.film
        watched = FilmedPerson(
            read_recording([film], model=find_model(), neutral=self.rest_s),
            self.rest_s,
            self.starts_s,
        )
        made = HeardSession(plan, watched, seen=a_second(self.rate))
        return replace(made.decisions, session=name)


class FilmedPerson:
    """Readings of a film in the session's time: rest again and again, then the film once."""

    def __init__(
        self, messages: Iterable[FromWorker], rest_s: tuple[float, float], starts_s: float
    ) -> None:
        kept = list(messages)
        self._rest = next(each for each in kept if isinstance(each, RestTaken))
        readings = [each for each in kept if isinstance(each, Reading)]
        begin, end = rest_s
        self._still = [each for each in readings if begin <= each.t_s < end]
        self._film = [each for each in readings if each.t_s >= starts_s]
        self._n = 0
        self._moves_at: int | None = None
        self._rest_due_s: float | None = None

    def take_rest(self, at_s: float, seconds: float) -> None:
        """The film's own rest, told when this one would be over."""
        self._rest_due_s = at_s + seconds

    def step(self, until_s: float, heard: Sequence[Heard] = ()) -> Iterable[FromWorker]:
        """What is said before `until_s`; the first cue to move begins the film."""
        if self._moves_at is None and any(cue.phase == "rise" for cue in heard):
            self._moves_at = self._n
        while self._n / FPS < until_s - 1e-9:
            reading = self._now()
            if reading is None:
                yield Ended(frames=self._n)
                return
            t_s = self._n / FPS
            self._n += 1
            yield replace(reading, n=self._n - 1, t_s=t_s)
            if self._rest_due_s is not None and t_s >= self._rest_due_s:
                self._rest_due_s = None
                yield self._rest

    def _now(self) -> Reading | None:
        if self._moves_at is None:
            return self._still[self._n % len(self._still)]
        at = self._n - self._moves_at
        return self._film[at] if at < len(self._film) else None
