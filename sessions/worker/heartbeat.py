"""Heartbeat messages during long computations, and the rate of scored frames per second."""

import threading
import time
from collections import deque
from collections.abc import Callable
from types import TracebackType
from typing import Self

from sessions.messages import TELL_EVERY_S

BUSY_S = 10.0
"""Taking rest reads two dozen frames at once, a second or two on a slow machine. Measuring that
takes longer than this has met a library that hangs, and may be ended from outside."""


class Heartbeat:
    """Tells the session that a long piece of measuring is still going on. Use with `with`."""

    def __init__(self, tell: Callable[[], None]) -> None:
        """`tell` is called from another thread, every half second while work goes on."""
        self._tell = tell
        self._since: float | None = None
        self._over = threading.Event()
        threading.Thread(target=self._beat, name="heartbeat", daemon=True).start()

    def __enter__(self) -> Self:
        self._since = time.monotonic()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._since = None

    def stop(self) -> None:
        """No more beats."""
        self._over.set()

    def _beat(self) -> None:
        while not self._over.wait(TELL_EVERY_S):
            since = self._since
            if since is not None and TELL_EVERY_S < time.monotonic() - since < BUSY_S:
                self._tell()


class Rate:
    """Scored frames a second over the last second; 0 while unknown."""

    def __init__(self) -> None:
        self._times: deque[float] = deque()
        self._since: float | None = None

    def add(self, now: float) -> float:
        """Count a frame at `now`, seconds on any steady clock, and tell the rate."""
        self._times.append(now)
        return self.at(now)

    def at(self, now: float) -> float:
        """The rate at `now`."""
        if self._since is None:
            self._since = now
        while self._times and self._times[0] <= now - 1.0:
            self._times.popleft()
        return float(len(self._times)) if now - self._since >= 1.0 else 0.0

    def forget(self) -> None:
        """Begin anew, after a pause that was no fault of the camera's."""
        self._times.clear()
        self._since = None
