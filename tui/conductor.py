"""The one impure loop: clock, camera messages and keys become events; commands become deeds.

Knows no screen. The full-screen app and plain mode both hold one conductor, tell it what the
person asked, and draw its `view()` whenever they like. It performs what the engine wants done
(rest to be taken, entries to be kept) and lets its listeners hear every command. How it keeps
time stands in `pacing`.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from routines.errors import Trouble
from sessions.camera.steady_link import LinkBack, LinkLost
from sessions.commands import AskForRest, Command, Cue, Finished, Hint
from sessions.engine import Engine
from sessions.entries import Effort, Entry, Header, Measured, NoteLine
from sessions.events import (
    Asked,
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
    Wish,
)
from sessions.journal import Journal, JournalTrouble
from sessions.readings import (
    WIRE_VERSION,
    Ended,
    Failed,
    FromWorker,
    Heard,
    Hello,
    Open,
    Picture,
    Reading,
    RestRefused,
    RestTaken,
    ShowPictures,
    Stepped,
    TakeRest,
    ToWorker,
)
from sessions.session_record import SessionRecord
from sessions.version import VERSION
from sessions.view import SessionView
from tui import pacing
from tui.clock import Clock, MonotonicClock
from tui.session_request import SessionRequest

PICTURE = (96, 72)
"""Size of the mirror's pictures; half blocks in a usual window can show no more."""

FromCamera = FromWorker | LinkLost | LinkBack


class Camera(Protocol):
    """The session's side of the camera process, started anew by itself where it can be."""

    async def start(self, open: Open) -> Hello:
        """Open the source. Raises Trouble."""
        ...

    async def send(self, message: ToWorker) -> None:
        """Tell the worker something."""
        ...

    def __aiter__(self) -> AsyncIterator[FromCamera]:
        """What the worker says, until it is gone for good."""
        ...

    async def close(self) -> None:
        """End it, within bounded time."""
        ...


class Listener(Protocol):
    """Whoever wants to hear what the engine asks for: sound, speech, plain mode."""

    def hear(self, command: Command) -> None:
        """A command was given."""
        ...

    def pass_time(self, at_s: float) -> None:
        """The session's clock has moved on."""
        ...


class Conductor:
    """One session, from its request to its record."""

    def __init__(
        self,
        request: SessionRequest,
        camera: Camera,
        *,
        clock: Clock | None = None,
        listeners: Sequence[Listener] = (),
    ) -> None:
        self.request = request
        self.plan = request.plan
        self.clock: Clock = clock or MonotonicClock()
        self.camera = camera
        self.listeners = list(listeners)
        self.engine = Engine(self.plan)
        self.finished = asyncio.Event()
        self.begun = False
        self.hello: Hello | None = None
        self.picture: Picture | None = None
        self.trouble = ""
        """What could not be kept on disk, in plain words; shown, never in the way."""
        self._journal: Journal | None = None
        self._outbox: list[ToWorker] = []
        self._heard: list[Heard] = []
        self.now = pacing.standing_still

    # What screens use

    def view(self) -> SessionView:
        """The session as it stands."""
        return self.engine.view()

    def ask(self, wish: Wish) -> None:
        """The person asked for something; nothing before the session has begun."""
        if self.begun:
            self.feed(Asked(self._now(), wish))

    def feel(self, feeling: Feeling) -> None:
        """The person said how it feels."""
        if self.begun:
            self.feed(Felt(self._now(), feeling))

    def leave(self) -> None:
        """End the session here, keeping what was done."""
        if self.begun:
            self.feed(Closed(self._now()))
        self.finished.set()

    def show_pictures(self, wanted: bool) -> None:
        """Begin or end getting small pictures for the mirror."""
        self.picture = None
        width, height = PICTURE if wanted else (0, 0)
        self._outbox.append(ShowPictures(width=width, height=height))

    @property
    def needs_camera(self) -> bool:
        """Whether any exercise is watched at all."""
        steps = self.plan.routine.steps
        return not self.plan.by_clock and any(s.scored and s.skipped is None for s in steps)

    def record(self) -> SessionRecord | None:
        """What the record would say now; None before the session has begun."""
        return None if self._journal is None else self._journal.record()

    # From request to record

    async def run(self) -> None:
        """Go through the session; returns when it is over. Raises Trouble when it cannot begin."""
        self._open_journal()
        drive = pacing.lockstep if self.request.simulated else pacing.live
        driving = asyncio.create_task(drive(self), name="session")
        over = asyncio.create_task(self.finished.wait())
        try:
            await asyncio.wait({driving, over}, return_when=asyncio.FIRST_COMPLETED)
            if driving.done():
                driving.result()
        except Trouble:
            self._drop_journal()
            raise
        finally:
            for task in (driving, over):
                task.cancel()
            await asyncio.gather(driving, over, return_exceptions=True)
            await self.camera.close()

    async def keep(self, note: str = "", effort: int | None = None) -> Path | None:
        """Write the record, with the note and the effort; None (and `trouble`) if it cannot be."""
        if self._journal is None:
            return None
        at_s = self.engine.at_s
        if effort is not None:
            self._add(Effort(at_s=at_s, step=self._last_step(), of_ten=effort))
        if note:
            self._add(NoteLine(at_s=at_s, text=note))
        try:
            return await asyncio.to_thread(self._journal.finish)
        except JournalTrouble as trouble:
            self.trouble = str(trouble)
            return None

    def _last_step(self) -> int:
        """The last exercise that was done; the effort is asked about it, when all is over."""
        record = self.record()
        begun = [each.n - 1 for each in record.exercises if each.sets] if record else []
        return max(begun, default=0)

    def _drop_journal(self) -> None:
        """A session that never began leaves nothing behind."""
        if self._journal is not None and self.request.resume is None:
            self._journal.close()
            with contextlib.suppress(OSError):
                self._journal.path.unlink(missing_ok=True)
        self._journal = None

    def put_aside(self) -> None:
        """Leave the journal unfinished, so that the session can be gone on with another day."""
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    def _open_journal(self) -> None:
        request = self.request
        now = self.request.started or datetime.now().astimezone()
        try:
            if request.resume is not None:
                self._journal = Journal.resume(request.resume, 0.0, now)
                return
            header = Header(
                started=now,
                plan=self.plan,
                program=VERSION,
                source=request.source,
                overrides=request.overrides,
                speed=request.speed,
                check_in=request.check_in,
            )
            self._journal = Journal.begin(request.data, header)
        except JournalTrouble as trouble:
            self.trouble = str(trouble)
            self._journal = trouble.journal

    # For pacing

    async def open_camera(self) -> Hello:
        """Start the camera process on the source. Raises Trouble."""
        request = self.request
        self.hello = await self.camera.start(
            Open(
                wire=WIRE_VERSION,
                source=request.source,
                model=request.model,
                side=request.side,
                saver=request.saver,
            )
        )
        self._add(Measured.of(self.engine.at_s, self.hello))
        return self.hello

    def feed(self, event: Event) -> None:
        """Give the engine one event and perform what it asks."""
        self.begun = True
        for command in self.engine.handle(event):
            self._perform(command)
        for listener in self.listeners:
            listener.pass_time(event.at_s)

    def take(self, message: FromCamera, at_s: float) -> None:
        """Turn what the camera process said into an event."""
        match message:
            case Reading():
                self.feed(Read(at_s, message))
            case RestTaken():
                self.feed(RestKnown(at_s, message))
            case RestRefused():
                self.feed(RestNotTaken(at_s, message.reason))
            case LinkLost():
                self.feed(CameraLost(at_s, message.sentence))
            case LinkBack():
                self._add(Measured.of(at_s, message.hello))
                self.feed(CameraBack(at_s))
            case Ended():
                self.feed(SourceEnded(at_s))
            case Picture():
                self.picture = message
            case Failed():
                raise Trouble(message.sentence, message.part)
            case Hello() | Stepped():
                pass

    async def flush(self) -> None:
        """Send what has been waiting to be said to the worker."""
        while self._outbox:
            await self.camera.send(self._outbox.pop(0))

    def take_heard(self) -> tuple[Heard, ...]:
        """Cues the simulated patient has not heard yet."""
        heard, self._heard = tuple(self._heard), []
        return heard

    def _now(self) -> float:
        return max(self.engine.at_s, self.now())

    def _perform(self, command: Command) -> None:
        for listener in self.listeners:
            listener.hear(command)
        match command:
            case AskForRest():
                self._outbox.append(TakeRest(seconds=command.seconds))
            case Cue():
                self._heard.append(
                    Heard(
                        at_s=command.at_s,
                        phase=command.phase,
                        exercise=command.exercise,
                        measure=command.measure,
                        target_percent=command.target_percent,
                    )
                )
            case Hint():
                self._heard.append(
                    Heard(at_s=command.at_s, phase="hint", hint=command.verdict.rule)
                )
            case _:
                self._add(command)
                if isinstance(command, Finished):
                    self.finished.set()

    def _add(self, entry: Entry) -> None:
        if self._journal is None:
            return
        try:
            self._journal.add(entry)
        except JournalTrouble as trouble:
            self.trouble = str(trouble)
