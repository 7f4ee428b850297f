"""What a conductor talks to: the camera's side and whoever listens. Tests bring their own."""

from collections.abc import AsyncIterator
from typing import Protocol

from sessions.camera.supervised_link import LinkBack, LinkLost
from sessions.engine.commands import Command
from sessions.messages import FromWorker, Hello, Open, ToWorker

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
