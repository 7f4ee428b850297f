"""The session's side of the camera process: start it, talk to it, end it within bounded time.

Asyncio and the standard library only; no numpy, no OpenCV, no screen. A live worker's readings
collapse to the newest while the consumer is busy, so numbers are never old; every other message
keeps its place. Where frames wait for the reader (recordings, the simulator) nothing is dropped
and a slow consumer slows the worker instead.
"""

import asyncio
import contextlib
import os
import signal
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path

from routines.errors import Trouble
from routines.language import _
from routines.language.lists import sentences
from sessions.camera import wire
from sessions.camera.child_process import (
    KILL,
    check_names,
    child_environment,
    ended_within,
    signal_child,
    worker_command,
)
from sessions.camera.mailbox import Flooded, Mailbox
from sessions.messages import (
    OTHER_VERSION,
    WIRE_VERSION,
    Close,
    Failed,
    FromWorker,
    Hello,
    Open,
    ToWorker,
)
from sessions.native import worker_log

START_S = 25.0
"""Patience for the first word: the worker itself gives a camera 8 s, and loading the libraries
for the first time on a slow machine takes several seconds more."""

POLITE_S = 1.0
FIRM_S = 0.5
"""Time for a worker to end by itself after `Close`, then after a termination signal."""

_LOST = _("The camera process ended by itself.")


class Link:
    """One camera process. Use once: `start`, iterate, `close`."""

    def __init__(
        self,
        *,
        log: Path | None = None,
        environment: Mapping[str, str] | None = None,
        command: Sequence[str] | None = None,
        start_s: float = START_S,
    ) -> None:
        """`environment` replaces our own for the child (where libraries may keep caches);
        `command` replaces the program that is run, over the same wire.
        """
        self._log = log
        self._environment = environment
        self._command = tuple(command) if command is not None else worker_command()
        self._start_s = start_s
        self._process: asyncio.subprocess.Process | None = None
        self._pump: asyncio.Task[None] | None = None
        self._mailbox = Mailbox()
        self._ended = False
        self._closing = False
        self.fault: str | None = None
        """Why the stream of messages broke off, in plain words; None while it has not."""

    @property
    def alive(self) -> bool:
        """Whether the process runs and its messages can still be read."""
        return self._process is not None and self._process.returncode is None and not self._ended

    @property
    def idle(self) -> bool:
        """Whether every message that came has been taken."""
        return self._mailbox.empty

    @property
    def last_message_at(self) -> float:
        """`time.monotonic()` of the last message; before it, of the start."""
        return self._mailbox.last_at

    @property
    def pid(self) -> int | None:
        """Process number of the worker, for `doctor` and for tests."""
        return None if self._process is None else self._process.pid

    async def start(self, open: Open) -> Hello:
        """Start the worker and open its source.

        Raises:
            Trouble: it said why it cannot, spoke another version, did not answer in time, or
            what is asked for cannot be put into words.
        """
        check_names(open)
        log = worker_log.open_log(self._log)
        try:
            self._process = await asyncio.create_subprocess_exec(
                *self._command,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
                env=child_environment(self._environment),
                start_new_session=True,
            )
        except OSError as error:
            raise Trouble(
                _("The camera process cannot be started: {strerror}.").format(
                    strerror=error.strerror
                ),
                "unexpected",
            ) from error
        finally:
            os.close(log)
        self._pump = asyncio.create_task(self._read(), name="camera process")
        try:
            return await asyncio.wait_for(self._greet(open), self._start_s)
        except TimeoutError:
            await self.kill()
            raise Trouble(
                _(
                    "The camera process did not answer within {start_s:.0f} seconds. "
                    "Unplug the camera, plug it in again, and start once more."
                ).format(start_s=self._start_s),
                "camera",
            ) from None
        except BaseException:
            await self.kill()
            raise

    async def _greet(self, open: Open) -> Hello:
        await self.send(open)
        first = await self._mailbox.take()
        if isinstance(first, Failed):
            raise Trouble(first.sentence, first.part)
        if first is None:
            raise Trouble(self.why(), "camera")
        if not isinstance(first, Hello) or first.wire != WIRE_VERSION:
            raise Trouble(OTHER_VERSION, "unexpected")
        return first

    def why(self) -> str:
        """Why it broke off, in words for the person."""
        where = "" if self._log is None else _("Details are in {log}.").format(log=self._log)
        return sentences((self.fault or _LOST, where))

    async def send(self, message: ToWorker) -> None:
        """Tell the worker something. Silently nothing when it is gone: iteration says so."""
        process = self._process
        if process is None or process.stdin is None or process.stdin.is_closing():
            return
        if process.stdin.transport.get_write_buffer_size() > wire.MAX_BYTES:
            return
        process.stdin.write(wire.encode(message))
        if isinstance(message, Open):
            with contextlib.suppress(ConnectionError):
                await process.stdin.drain()

    async def next(self, within_s: float | None = None) -> FromWorker | None:
        """The next message; None when the worker is gone, or said nothing for `within_s`."""
        try:
            return await asyncio.wait_for(self._mailbox.take(), within_s)
        except TimeoutError:
            self.fault = _("The camera process stopped answering.")
            return None

    async def __aiter__(self) -> AsyncIterator[FromWorker]:
        """Messages until the worker is gone; `fault` then says why, if it was not asked to."""
        while (message := await self._mailbox.take()) is not None:
            yield message

    async def _read(self) -> None:
        """Drain the pipe for as long as there is one; end a worker that cannot be believed."""
        assert self._process is not None
        assert self._process.stdout is not None
        decoder = wire.from_worker()
        pipe = self._process.stdout
        try:
            while piece := await pipe.read(65536):
                for message in decoder.feed(piece):
                    await self._mailbox.put(message)
            if not self._closing:
                self.fault = self.fault or _LOST
        except wire.WireError:
            self.fault = _("The camera process sent something that makes no sense.")
        except Flooded:
            self.fault = _("The camera process sent far too much.")
        except OSError:
            self.fault = _("The connection to the camera process was lost.")
        finally:
            self._ended = True
            await self._mailbox.shut()
        signal_child(self._process, KILL)
        with contextlib.suppress(OSError):  # a pipe that failed once says so again
            while await pipe.read(65536):
                pass

    async def close(self) -> None:
        """Ask it to end; then insist. Never longer than about two seconds."""
        await self._let_go()
        process = self._process
        if process is None:
            return
        await self.send(Close())
        if process.stdin is not None:
            process.stdin.close()
        if not await ended_within(process, POLITE_S):
            signal_child(process, signal.SIGTERM)
            if not await ended_within(process, FIRM_S):
                await self.kill()
        await self._settle()

    async def kill(self) -> None:
        """End it at once, for a worker that hangs."""
        await self._let_go()
        process = self._process
        if process is None:
            return
        signal_child(process, KILL)
        if process.stdin is not None:
            process.stdin.close()
        await process.wait()
        await self._settle()

    async def _let_go(self) -> None:
        """Whatever still comes is drained and dropped."""
        self._closing = True
        await self._mailbox.shut()

    async def _settle(self) -> None:
        if self._pump is not None:
            await asyncio.wait([self._pump], timeout=POLITE_S)
