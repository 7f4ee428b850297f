"""The worker's stdin and stdout: threads that read commands from and write messages to the session.

Both have a thread of their own, so that neither a native call that never returns nor a session
that has stopped reading can keep the worker from noticing that it should end. When the session
is gone, however it went, the worker is gone a moment later.
"""

import os
import queue
import sys
import threading
from collections import deque
from typing import NoReturn

from sessions.camera import wire
from sessions.messages import Close, FromWorker, Picture, ToWorker
from sessions.readings import Reading

LEAVE_S = 0.8
"""Time between `Close` and the end, whatever a driver is still doing."""

HELD = 32
"""Messages waiting to be written before `put` waits for the session."""


def take_wire() -> tuple[int, int]:
    """Move the wire away from descriptors 0 and 1, where stray native prints would corrupt it.

    Afterwards reading standard input finds nothing and printing goes to the log.
    """
    incoming, outgoing = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(incoming, os.O_BINARY)
        msvcrt.setmode(outgoing, os.O_BINARY)
    return incoming, outgoing


def leave(code: int = 0) -> NoReturn:
    """End now, past native threads and destructors that may never return."""
    os._exit(code)


class Inbox:
    """What the session says. Ends the process when the pipe ends."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._messages: queue.SimpleQueue[ToWorker] = queue.SimpleQueue()
        self.closing = threading.Event()
        """Set when the session has asked the worker to end."""
        threading.Thread(target=self._listen, name="inbox", daemon=True).start()

    def next(self, timeout_s: float | None = None) -> ToWorker | None:
        """The next message, or None when none came in time."""
        try:
            return self._messages.get(timeout=timeout_s)
        except queue.Empty:
            return None

    def drain(self) -> list[ToWorker]:
        """Everything that has come so far."""
        messages: list[ToWorker] = []
        while not self._messages.empty():
            messages.append(self._messages.get_nowait())
        return messages

    def _listen(self) -> None:
        decoder = wire.to_worker()
        try:
            while piece := os.read(self._descriptor, 65536):
                for message in decoder.feed(piece):
                    if isinstance(message, Close):
                        self._begin_to_leave()
                    self._messages.put(message)
        except (OSError, wire.WireError):
            leave(1)
        leave()

    def _begin_to_leave(self) -> None:
        self.closing.set()
        timer = threading.Timer(LEAVE_S, leave)
        timer.daemon = True
        timer.start()


class Outbox:
    """What the session is told, in order; written by a thread.

    With `lossy`, a reading or picture that is still waiting is replaced by the next one, so a
    session that was suspended comes back to fresh numbers. Without it `put` waits.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._waiting: deque[FromWorker] = deque()
        self._changed = threading.Condition()
        self._writing = False
        self.lossy = False
        threading.Thread(target=self._write, name="outbox", daemon=True).start()

    def put(self, message: FromWorker) -> None:
        """Hand over one message."""
        with self._changed:
            if self.lossy and isinstance(message, Reading | Picture):
                kind = type(message)
                self._waiting = deque(m for m in self._waiting if not isinstance(m, kind))
            else:
                self._changed.wait_for(lambda: len(self._waiting) < HELD)
            self._waiting.append(message)
            self._changed.notify_all()

    def flush(self, timeout_s: float) -> bool:
        """Wait until everything is written, not longer than `timeout_s`; whether it is."""
        with self._changed:
            return self._changed.wait_for(
                lambda: not self._waiting and not self._writing, timeout_s
            )

    def _write(self) -> None:
        while True:
            with self._changed:
                self._writing = False
                self._changed.notify_all()
                self._changed.wait_for(lambda: bool(self._waiting))
                message = self._waiting.popleft()
                self._writing = True
                self._changed.notify_all()
            try:
                rest = memoryview(wire.encode(message))
                while rest:
                    rest = rest[os.write(self._descriptor, rest) :]
            except OSError:
                leave()
