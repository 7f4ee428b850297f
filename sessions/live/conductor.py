"""Runs one session: turns clock, camera messages and keys into events, and performs commands.

Independent of any screen. The full-screen app and plain mode both hold one conductor, tell it
what the person asked, and draw its `view()` at any time. It performs the engine's commands (rest
to be taken, entries to be kept) and passes every command to its listeners. `drivers` has the two
ways of keeping time.
"""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from routines.errors import Trouble
from sessions.camera.supervised_link import LinkBack, LinkLost
from sessions.decisions.kept_decisions import KeptDecisions
from sessions.engine.engine import Engine
from sessions.engine.interface.commands import (
    KEPT_TYPES,
    AskForRest,
    Command,
    Cue,
    Finished,
    GuidedCue,
    Hint,
    Judged,
)
from sessions.engine.interface.events import (
    ActionRequested,
    CameraBack,
    CameraLost,
    Closed,
    Event,
    Feeling,
    Felt,
    Read,
    RestKnown,
    RestNotTaken,
    SourceEnded,
    UserAction,
)
from sessions.engine.interface.view import SessionView
from sessions.live import drivers
from sessions.live.blink_watch import BlinkWatch
from sessions.live.clock import Clock, MonotonicClock
from sessions.live.eyes_wanted import EyesWanted
from sessions.live.heard_cues import heard_of
from sessions.live.interfaces import Camera, FromCamera, Listener
from sessions.live.keeper import Keeping
from sessions.live.looking import Looking
from sessions.live.machine import MachineLoad
from sessions.live.nobody_there import NobodyThere
from sessions.live.pictures import Pictures
from sessions.live.request import SessionRequest
from sessions.log.entries import Measured
from sessions.log.record import SessionRecord
from sessions.messages import (
    WIRE_VERSION,
    Clip,
    Code,
    Ended,
    Failed,
    Heard,
    Hello,
    Open,
    Picture,
    Progress,
    RestRefused,
    RestTaken,
    Stepped,
    Still,
    TakeRest,
    ToWorker,
)
from sessions.readings import Reading


class Conductor:
    """One session, from its request to its record."""

    def __init__(
        self,
        request: SessionRequest,
        camera: Camera,
        *,
        clock: Clock | None = None,
        listeners: Sequence[Listener] = (),
        answered: bool = False,
    ) -> None:
        """`answered` says that somebody is there who can answer: a camera that cannot be opened is
        then a pause and no end."""
        self.request = request
        self.plan = request.plan
        self.clock: Clock = clock or MonotonicClock()
        self.camera = camera
        self.listeners = list(listeners)
        self.answered = answered
        self.engine = Engine(self.plan)
        self.finished = asyncio.Event()
        self.begun = False
        self.hello: Hello | None = None
        self.notes: list[str] = []
        """Sentences about what was opened, for whoever shows the session to take and say."""
        self._keeping = Keeping(request)
        self._machine = MachineLoad(request.cache)
        self._outbox: list[ToWorker] = []
        self._heard: list[Heard] = []
        self._lost = self._was_lost = ""
        self.looking = Looking(self.plan.side, self._outbox.append)
        self.pictures = Pictures(request, self._outbox.append)
        self._eyes = EyesWanted(request, self._outbox.append)
        self._blinks = BlinkWatch(request, self._keeping.add)
        self.now = drivers.standing_still
        self._nobody = NobodyThere()
        self.left_alone = False
        """Whether the session ended because nobody answered: it is to be put aside."""

    def view(self) -> SessionView:
        """The session as it stands."""
        return self.engine.view()

    @property
    def trouble(self) -> str:
        """What could not be kept on disk, in plain words; shown, never in the way."""
        return self._keeping.trouble

    def ask(self, action: UserAction) -> None:
        """The person asked for something; nothing before the session has begun."""
        if self.begun:
            self.feed(ActionRequested(self._now(), action))

    def feel(self, feeling: Feeling) -> None:
        """The person said how it feels."""
        if self.begun:
            self.feed(Felt(self._now(), feeling))

    def leave(self) -> None:
        """End the session here, keeping what was done."""
        if self.begun:
            self.feed(Closed(self._now()))
        self.finished.set()

    @property
    def measures(self) -> bool:
        """Whether any exercise is watched at all."""
        steps = self.plan.routine.steps
        return not self.plan.by_clock and any(s.scored and s.skipped is None for s in steps)

    @property
    def needs_camera(self) -> bool:
        """Whether the camera is opened: to measure, or to be looked at."""
        return self.measures or self.request.shows_half

    def record(self) -> SessionRecord | None:
        """What the record would say now; None before the session has begun."""
        return self._keeping.record()

    def decisions(self) -> KeptDecisions | None:
        """What is kept to make the decisions again; None where that cannot be done."""
        return self._keeping.decisions()

    # From request to record

    async def run(self) -> None:
        """Go through the session; returns when it is over. Raises Trouble when it cannot begin."""
        self._keeping.begin()
        drive = drivers.lockstep if self.request.simulated else drivers.live
        driving = asyncio.create_task(drive(self), name="session")
        over = asyncio.create_task(self.finished.wait())
        try:
            await asyncio.wait({driving, over}, return_when=asyncio.FIRST_COMPLETED)
            if driving.done():
                driving.result()
        except Trouble:
            self._keeping.drop()
            raise
        finally:
            for task in (driving, over):
                task.cancel()
            await asyncio.gather(driving, over, return_exceptions=True)
            await self.camera.close()

    async def keep(self, note: str = "", effort: int | None = None) -> Path | None:
        """Write the record, with the note and the effort; None (and `trouble`) if it cannot be."""
        path = await self._keeping.finish(self.engine.at_s, note, effort)
        if path is None:
            return None
        await self.pictures.keep(path.stem)
        return path

    def put_aside(self) -> None:
        """Leave the journal unfinished, so that the session can be resumed another day."""
        self._keeping.put_aside()

    # For the drivers

    async def open_camera(self) -> Hello:
        """Start the camera process on the source. Raises Trouble."""
        request = self.request
        self.hello = await self.camera.start(
            Open(
                wire=WIRE_VERSION,
                source=request.source,
                model=request.model,
                side=request.side,
                mirrored=request.mirrored,
                eye_full_percent=request.eye_full_percent,
                best=request.best,
                least=request.least,
                load=self._machine.read(),
            )
        )
        self.notes.extend(self.hello.notes)
        if self.measures or request.simulated:
            self._keeping.add(Measured.of(self.engine.at_s, self.hello))
        return self.hello

    def feed(self, event: Event) -> None:
        """Give the engine one event and perform what it asks."""
        self.begun = True
        self._keeping.note(event, self.engine.reads_for)
        commands = self.engine.handle(event)
        if any(isinstance(command, KEPT_TYPES) for command in commands):
            self._keeping.keep_noted()
        for command in commands:
            self._perform(command)
        for listener in self._hearing():
            listener.pass_time(event.at_s)
        if isinstance(event, ActionRequested | Felt):
            self._nobody.pressed()
        elif self.request.attended and self._nobody.see(self.engine):
            self.left_alone = True
            self.finished.set()

    def take(self, message: FromCamera, at_s: float) -> None:
        """Turn what the camera process said into an event. Where nothing is measured only its
        pictures count: the session goes on without them."""
        self.looking.see(message)
        if not self.measures and not self.request.simulated:
            return
        match message:
            case Reading():
                self._machine.note(message.load)
                self._blinks.see(message)
                self.feed(Read(at_s, message))
            case RestTaken():
                self.feed(RestKnown(at_s, message))
            case RestRefused():
                self.feed(RestNotTaken(at_s, message.reason, message.turned))
            case LinkLost():
                self.pictures.lose()
                self._lost = self._lost or message.sentence
                self.feed(CameraLost(at_s, message.sentence))
            case LinkBack():
                self._keeping.add(Measured.of(at_s, message.hello))
                self._was_lost, self._lost = self._lost, ""
                self.feed(CameraBack(at_s))
            case Ended():
                self.feed(SourceEnded(at_s))
            case Still() | Clip():
                self.pictures.take(message)
            case Failed():
                raise Trouble(message.sentence, message.part)
            case Picture() | Hello() | Stepped() | Progress() | Code():
                pass

    async def flush(self) -> None:
        """Send what has been waiting to be said to the worker, once there is one to hear it."""
        while self._outbox and self.hello is not None:
            await self.camera.send(self._outbox.pop(0))

    def take_was_lost(self) -> str:
        """Why the camera process was gone, told once when it is back; empty at other times."""
        told, self._was_lost = self._was_lost, ""
        return told

    def take_heard(self) -> tuple[Heard, ...]:
        """Cues the simulated patient has not heard yet."""
        heard, self._heard = tuple(self._heard), []
        return heard

    def _now(self) -> float:
        return max(self.engine.at_s, self.now())

    def _hearing(self) -> list[Listener]:
        return [*self.listeners, *self.pictures.listeners, self._eyes, self._blinks]

    def _perform(self, command: Command) -> None:
        for listener in self._hearing():
            listener.hear(command)
        match command:
            case AskForRest():
                self._outbox.append(TakeRest(seconds=command.seconds))
            case GuidedCue() | Judged():
                pass  # nothing the camera or the record would know of
            case Cue() | Hint():
                self._heard.append(heard_of(command))
            case _:
                self._keeping.add(command)
                if isinstance(command, Finished):
                    self.finished.set()
