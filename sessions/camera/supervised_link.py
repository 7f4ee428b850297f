"""Supervises the camera process: when it dies, hangs, floods or breaks the protocol, it is ended
and restarted with everything it needs to continue, its calibration first.

The session sees `LinkLost` with a plain reason, and `LinkBack` when numbers come again; it
pauses and resumes. While the fault lasts it is tried again, less and less often, for as long as
the person waits.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable

import msgspec

from routines.errors import Trouble
from routines.language import _
from sessions.camera.link import Link
from sessions.camera.silence_watch import TICK_S, SilenceWatch
from sessions.camera.source_name import is_simulated
from sessions.messages import (
    SILENT_S,
    Ended,
    Failed,
    FromWorker,
    Heard,
    Hello,
    Open,
    Progress,
    ReadEyes,
    RestRefused,
    RestTaken,
    ShowPictures,
    Stepped,
    StepTo,
    TakeRest,
    ToWorker,
)
from sessions.readings import Reading

PAUSES_S = (0.2, 0.5, 1.0, 2.0, 4.0)
"""Waits before one start after another; the last is kept."""

STEADY_S = 5.0
"""A worker that lived this long is a new story: the waits begin again with the shortest."""

_HANGS = _("The camera process stopped answering.")


class LinkLost(msgspec.Struct, frozen=True, kw_only=True):
    """No numbers for now, and why. May come again with another reason before `LinkBack`."""

    sentence: str


class LinkBack(msgspec.Struct, frozen=True, kw_only=True):
    """Numbers come again; calibration and mirror view are as they were."""

    hello: Hello


class SteadyLink:
    """Keeps one `Link` alive. `start`, iterate, `close`."""

    def __init__(
        self,
        make: Callable[[], Link],
        *,
        silent_s: float = SILENT_S,
        pauses_s: tuple[float, ...] = PAUSES_S,
    ) -> None:
        """`make` builds a fresh link for every start."""
        self._make = make
        self._silent_s = silent_s
        self._pauses_s = pauses_s
        self._link = make()
        self._memory: _Memory | None = None
        self._refused = False
        self._stop = asyncio.Event()
        self._watch: asyncio.Task[None] | None = None
        self._reason: str | None = None
        self._failures = 0
        self._greeted = True
        """The present worker has said hello: it may be spoken to, and its silence is a fault.
        Starting has a patience of its own, and what is said meanwhile is told afterwards."""

    @property
    def alive(self) -> bool:
        """Whether numbers can come right now."""
        return self._link.alive

    @property
    def pid(self) -> int | None:
        """Process number of the present worker."""
        return self._link.pid

    async def start(self, open: Open) -> Hello:
        """Start for the first time; after it was refused, again.

        Raises:
            Trouble: it cannot be; the person must do something first.
        """
        if self._refused:
            self._link = self._make()
        self._refused = True
        hello = await self._link.start(open)
        self._refused = False
        self._memory = _Memory(open, hello)
        self._watch = asyncio.create_task(self._watching(), name="camera watch")
        return hello

    async def send(self, message: ToWorker) -> None:
        """Tell the worker, and remember what a new one would have to be told."""
        if self._memory is not None:
            self._memory.told(message)
        if self._greeted:
            await self._link.send(message)

    async def __aiter__(self) -> AsyncIterator[FromWorker | LinkLost | LinkBack]:
        """Everything the worker says, with its losses and returns, until the source ends or
        `close` is called."""
        memory = self._memory
        assert memory is not None, "start first"
        while not self._stop.is_set():
            began = time.monotonic()
            async for message in self._link:
                if isinstance(message, Failed):
                    self._reason = message.sentence
                elif memory.is_new(message):
                    yield message
                if isinstance(message, Ended):
                    return
            if self._stop.is_set():
                return
            if time.monotonic() - began > STEADY_S:
                self._failures = 0
            reason = self._reason or self._link.fault or _HANGS
            yield LinkLost(sentence=reason)
            while True:
                back = await self._again(memory)
                if back is None:
                    return
                if isinstance(back, LinkBack):
                    yield back
                    break
                if back.sentence != reason:
                    reason = back.sentence
                    yield back

    async def _again(self, memory: "_Memory") -> LinkBack | LinkLost | None:
        """One more try, after a wait."""
        pause = self._pauses_s[min(self._failures, len(self._pauses_s) - 1)]
        self._failures += 1
        self._greeted = False
        await self._link.kill()
        if await self._stopped_within(pause):
            return None
        self._reason = None
        self._link = self._make()
        try:
            hello = await self._link.start(memory.open())
        except Trouble as trouble:
            return None if self._stop.is_set() else LinkLost(sentence=trouble.sentence)
        if self._stop.is_set():
            await self._link.close()
            return None
        self._greeted = True
        for message in memory.retold():
            await self._link.send(message)
        return LinkBack(hello=hello)

    async def _stopped_within(self, seconds: float) -> bool:
        try:
            await asyncio.wait_for(self._stop.wait(), seconds)
        except TimeoutError:
            return False
        return True

    async def _watching(self) -> None:
        """End a worker that hangs."""
        memory = self._memory
        assert memory is not None
        silence = SilenceWatch(time.monotonic(), self._silent_s)
        while not await self._stopped_within(TICK_S):
            due = (
                self._greeted and self._link.alive and self._link.idle and memory.expects_an_answer
            )
            if silence.tick(time.monotonic(), self._link.last_message_at, due=due):
                self._reason = _HANGS
                await self._link.kill()

    async def close(self) -> None:
        """End for good, within about two seconds, whatever state the worker is in."""
        self._stop.set()
        if self._watch is not None:
            await self._watch
        await self._link.close()


class _Memory:
    """What a new worker has to be told."""

    def __init__(self, open: Open, hello: Hello) -> None:
        self._open = open
        self._live = hello.live
        self._camera = hello.camera
        self._simulated = is_simulated(open.source)
        self._heard: list[Heard] = []
        self._rest_asked: list[tuple[float, float]] = []
        self._pictures: ShowPictures | None = None
        self._rest_wanted: TakeRest | None = None
        self._eyes: ReadEyes | None = None
        self._step: StepTo | None = None
        self._rest: RestTaken | None = None
        self._reached_s = open.begin_s
        self._last_n = -1

    @property
    def expects_an_answer(self) -> bool:
        """Whether silence would be strange."""
        return self._live or self._step is not None

    def told(self, message: ToWorker) -> None:
        """Something was said to the worker."""
        match message:
            case ShowPictures():
                self._pictures = message
            case TakeRest(seconds=seconds):
                self._rest_wanted = message
                self._rest_asked.append((self._reached_s, seconds))
            case StepTo():
                self._step = message
            case ReadEyes():
                self._eyes = message
            case _:
                pass

    def is_new(self, message: FromWorker) -> bool:
        """Something was said by the worker: False for mere signs of life, and for what was
        already said before it was lost in the middle of a simulated step."""
        match message:
            case Reading(n=n, t_s=t_s):
                if self._simulated and n <= self._last_n:
                    return False
                self._last_n = n
                if not self._simulated:
                    self._reached_s = t_s
            case Stepped(until_s=until_s):
                self._reached_s = max(self._reached_s, until_s)
                if self._step is not None:
                    self._heard += self._step.heard
                self._step = None
            case RestTaken():
                if message == self._rest:
                    return False
                self._rest = message
                self._rest_wanted = None
            case RestRefused():
                self._rest_wanted = None
            case Progress():
                return False
            case _:
                pass
        return True

    def open(self) -> Open:
        """The `Open` with which a new worker goes on where the lost one stood."""
        rest = self._open.calibration if self._rest is None else self._rest.calibration
        return msgspec.structs.replace(
            self._open,
            calibration=rest,
            camera=self._camera,
            begin_s=self._reached_s,
            heard=tuple(self._heard),
            rest_asked=tuple(self._rest_asked),
        )

    def retold(self) -> list[ToWorker]:
        """What was asked and not yet answered."""
        messages: list[ToWorker] = []
        if self._pictures is not None:
            messages.append(self._pictures)
        if self._eyes is not None:
            messages.append(self._eyes)
        if self._rest_wanted is not None and not self._simulated:
            messages.append(self._rest_wanted)
        if self._step is not None:
            messages.append(self._step)
        return messages
