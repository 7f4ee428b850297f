"""Queue of received worker messages that the session has not consumed yet.

Live readings and pictures are replaced by newer ones of their kind; everything else keeps its
place. Where nothing may be dropped, a full mailbox makes the pipe fill and the worker wait.
"""

import asyncio
import time
from collections import deque

from sessions.messages import FromWorker, Hello, Picture
from sessions.readings import Reading

HELD = 256
"""Messages held for a slow consumer before the pipe is left to fill."""

FLOOD_PER_S = 1000
"""More messages in one second than any live camera can honestly cause."""


class Flooded(Exception):
    """A live worker sent more messages than the queue may hold."""


class Mailbox:
    """One producer, one consumer, on one event loop."""

    def __init__(self) -> None:
        self._waiting: deque[FromWorker] = deque()
        self._news = asyncio.Condition()
        self._live = False
        self._shut = False
        self._second = (0.0, 0)
        self.last_at = time.monotonic()
        """`time.monotonic()` of the last message put in."""

    @property
    def empty(self) -> bool:
        """Whether everything was taken."""
        return not self._waiting

    async def put(self, message: FromWorker) -> None:
        """Add a message; waits where nothing may be dropped and too much is waiting.

        Raises:
            Flooded: more than `FLOOD_PER_S` from a live worker.
        """
        self.last_at = time.monotonic()
        if isinstance(message, Hello):
            self._live = message.live
        async with self._news:
            if self._live:
                self._count()
                if isinstance(message, Reading | Picture):
                    kind = type(message)
                    self._waiting = deque(m for m in self._waiting if not isinstance(m, kind))
            await self._news.wait_for(lambda: len(self._waiting) < HELD or self._shut)
            if not self._shut:
                self._waiting.append(message)
                self._news.notify_all()

    def _count(self) -> None:
        begin, count = self._second
        if self.last_at - begin >= 1.0:
            self._second = (self.last_at, 1)
        elif count >= FLOOD_PER_S:
            raise Flooded
        else:
            self._second = (begin, count + 1)

    async def take(self) -> FromWorker | None:
        """The oldest message; None once shut and empty."""
        async with self._news:
            await self._news.wait_for(lambda: self._waiting or self._shut)
            if not self._waiting:
                return None
            self._news.notify_all()
            return self._waiting.popleft()

    async def shut(self) -> None:
        """Nothing more comes in; what is there may still be taken."""
        async with self._news:
            self._shut = True
            self._news.notify_all()
