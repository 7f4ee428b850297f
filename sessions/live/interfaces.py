"""What a conductor talks to, and what its drivers see of it. Tests bring their own."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Protocol

from sessions.camera.supervised_link import LinkBack, LinkLost
from sessions.engine.engine import Engine
from sessions.engine.interface.commands import Command
from sessions.engine.interface.events import Event
from sessions.live.clock import Clock
from sessions.live.request import SessionRequest
from sessions.messages import FromWorker, Heard, Hello, Open, ToWorker

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


class Driven(Protocol):
    """What a driver sees of the conductor: a session that lives by what it is told."""

    request: SessionRequest
    clock: Clock
    camera: Camera
    engine: Engine
    finished: asyncio.Event
    now: Callable[[], float]
    """The session's own time, seconds."""

    answered: bool
    """Whether somebody is there who can answer, as by a key."""

    notes: list[str]
    """Sentences for whoever shows the session to take and say."""

    @property
    def measures(self) -> bool:
        """Whether any step is watched."""
        ...

    @property
    def needs_camera(self) -> bool:
        """Whether the camera is opened: to measure, or only to be looked at."""
        ...

    async def open_camera(self) -> Hello:
        """Open the source. Raises Trouble."""
        ...

    def feed(self, event: Event) -> None:
        """Give the engine one event and perform what it asks."""
        ...

    def take(self, message: FromCamera, at_s: float) -> None:
        """Turn what the camera process said into an event."""
        ...

    async def flush(self) -> None:
        """Send what has been waiting to be said to the worker."""
        ...

    def take_heard(self) -> tuple[Heard, ...]:
        """Cues the simulated patient has not heard yet."""
        ...
