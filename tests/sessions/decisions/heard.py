"""Sessions of the simulated patient whose events are kept, as fast as they can be worked out."""

from sessions.decisions.event_columns import Noted, encode
from sessions.decisions.kept_decisions import KeptDecisions, Stretch
from sessions.decisions.rerun import kept_of
from sessions.decisions.rounding import rounded, without_picture
from sessions.engine.engine import Engine
from sessions.engine.interface.commands import AskForRest, Command, Cue
from sessions.engine.interface.events import (
    ActionRequested,
    Began,
    Event,
    Read,
    RestKnown,
    Ticked,
)
from sessions.engine.interface.plan import SessionPlan
from sessions.messages import Heard, RestTaken
from sessions.readings import Reading
from sessions.simulator.patient import Patient
from sessions.simulator.profile import Profile


class HeardSession:
    """A session up to its end, or `most_s`; `asked` are wishes by tenth of a second."""

    def __init__(
        self,
        plan: SessionPlan,
        profile: Profile,
        seed: int = 1,
        asked: dict[int, ActionRequested] | None = None,
        most_s: float = 150.0,
    ) -> None:
        self.plan = plan
        self.engine = Engine(plan)
        self.noted: list[Noted] = []
        self.commands: list[Command] = []
        self._patient = Patient(profile, plan.side, seed)
        self._cues: list[Heard] = []
        self._tell(Began(0.0))
        tick = 0
        while self.engine.phase != "done" and tick < 10 * most_s:
            tick += 1
            cues, self._cues = self._cues, []
            for message in list(self._patient.step(tick / 10, cues)):
                if isinstance(message, Reading):
                    reading = rounded(message)
                    self._tell(Read(max(self.engine.at_s, reading.t_s), reading))
                elif isinstance(message, RestTaken):
                    self._tell(RestKnown(self.engine.at_s, without_picture(message)))
            if asked and tick in asked:
                self._tell(ActionRequested(self.engine.at_s, asked[tick].action))
            self._tell(Ticked(max(self.engine.at_s, tick / 10)))

    @property
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
            elif isinstance(command, Cue):
                self._cues.append(
                    Heard(
                        at_s=command.at_s,
                        phase=command.phase,
                        exercise=command.exercise,
                        measure=command.measure,
                        target_percent=command.target_percent,
                    )
                )
