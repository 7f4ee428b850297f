"""Sessions of the simulated patient, as fast as they can be worked out."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from sessions.engine.engine import Engine
from sessions.engine.interface.commands import AskForRest, Command, Cue
from sessions.engine.interface.events import Began, Event, Read, RestKnown, Ticked
from sessions.engine.interface.plan import SessionPlan
from sessions.live.heard_cues import heard_of
from sessions.messages import Heard, RestTaken
from sessions.readings import Reading
from sessions.simulator import patient, simulated_face
from sessions.simulator.profile import Profile


@contextmanager
def fewer_readings(per_s: int = 15) -> Iterator[None]:
    """The simulated patient gives as many readings a second as a slow computer: half the work."""
    with patch.object(patient, "FPS", per_s), patch.object(simulated_face, "FPS", per_s):
        yield


def practised(plan: SessionPlan, profile: Profile, seed: int = 1) -> list[Command]:
    """What the engine said, up to the end of the session or its first stop card."""
    engine = Engine(plan)
    somebody = patient.Patient(profile, plan.side, seed)
    out: list[Command] = []
    heard: list[Heard] = []

    def tell(event: Event) -> None:
        for command in engine.handle(event):
            out.append(command)
            if isinstance(command, AskForRest):
                somebody.take_rest(command.at_s, command.seconds)
            elif isinstance(command, Cue):
                heard.append(heard_of(command))

    tell(Began(0.0))
    tick = 0
    while engine.phase not in {"done", "stopped"}:
        tick += 1
        now, heard = heard, []
        for message in list(somebody.step(tick / 10, now)):
            if isinstance(message, Reading):
                tell(Read(max(engine.at_s, message.t_s), message))
            elif isinstance(message, RestTaken):
                tell(RestKnown(engine.at_s, message))
        tell(Ticked(max(engine.at_s, tick / 10)))
    return out
