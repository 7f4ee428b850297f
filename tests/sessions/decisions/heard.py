"""Sessions of the simulated patient whose events are kept, as fast as they can be worked out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Protocol

import msgspec

from sessions.decisions.event_columns import Noted, encode
from sessions.decisions.kept_decisions import KeptDecisions, Stretch
from sessions.decisions.rerun import kept_of
from sessions.decisions.rounding import rounded, without_picture
from sessions.engine.engine import Engine
from sessions.engine.interface.commands import AskForRest, Command, Cue, Hint
from sessions.engine.interface.events import (
    Began,
    Event,
    Read,
    RestKnown,
    RestNotTaken,
    SourceEnded,
    Ticked,
)
from sessions.engine.interface.plan import SessionPlan
from sessions.live.heard_cues import heard_of
from sessions.messages import Ended, FromWorker, Heard, RestRefused, RestTaken
from sessions.readings import Reading
from sessions.simulator.patient import Patient
from sessions.simulator.profile import Profile


class Watched(Protocol):
    """Who is watched: the simulated patient, or a film."""

    def take_rest(self, at_s: float, seconds: float) -> None:
        """Measure rest from `seconds` after `at_s`."""
        ...

    def step(self, until_s: float, heard: Sequence[Heard] = ()) -> Iterable[FromWorker]:
        """What is said before `until_s`, having heard these cues."""
        ...


class HeardSession:
    """A session of `who` is watched, up to its end, or `most_s`.

    `asked` is what happens besides, such as a wish by key, by tenth of a second. `seen` makes of a
    reading what the camera saw of it, None where nothing came. In the tenths of `still` the
    computer stands still.
    """

    def __init__(
        self,
        plan: SessionPlan,
        who: Profile | Watched,
        seed: int = 1,
        asked: Mapping[int, Event] | None = None,
        most_s: float = 150.0,
        *,
        seen: Callable[[Reading], Reading | None] = lambda reading: reading,
        still: range = range(0),
    ) -> None:
        self.plan = plan
        self.engine = Engine(plan)
        self.noted: list[Noted] = []
        self.commands: list[Command] = []
        self._patient = Patient(who, plan.side, seed) if isinstance(who, Profile) else who
        self._cues: list[Heard] = []
        self._tell(Began(0.0))
        tick = 0
        while self.engine.phase != "done" and tick < 10 * most_s:
            tick += 1
            if tick in still:
                continue
            cues, self._cues = self._cues, []
            for message in list(self._patient.step(tick / 10, cues)):
                if isinstance(message, Reading):
                    came = seen(message)
                    if came is not None:
                        reading = rounded(came)
                        self._tell(Read(max(self.engine.at_s, reading.t_s), reading))
                elif isinstance(message, RestTaken):
                    self._tell(RestKnown(self.engine.at_s, without_picture(message)))
                elif isinstance(message, RestRefused):
                    self._tell(RestNotTaken(self.engine.at_s, message.reason))
                elif isinstance(message, Ended):
                    self._tell(SourceEnded(self.engine.at_s))
            if asked and tick in asked:
                self._tell(msgspec.structs.replace(asked[tick], at_s=self.engine.at_s))
            self._tell(Ticked(max(self.engine.at_s, tick / 10)))

    @cached_property
    def decisions(self) -> KeptDecisions:
        """What is kept of it."""
        stretch = Stretch(events=encode(self.noted), kept=kept_of(self.commands))
        return KeptDecisions(session="feed", program="0.1.0", plan=self.plan, stretches=(stretch,))

    def _tell(self, event: Event) -> None:
        self.noted.append(Noted(event, self.engine.reads_for))
        for command in self.engine.handle(event):
            self.commands.append(command)
            if isinstance(command, AskForRest):
                self._patient.take_rest(command.at_s, command.seconds)
            elif isinstance(command, Cue | Hint):
                self._cues.append(heard_of(command))
