"""Where the time comes from: the computer's monotonic clock, or a test's hand.

Only the conductor asks; sessions get their time inside events. Sleeping goes through the clock
too, so that a test with a `ManualClock` never waits for real time.
"""

import asyncio
import time
from collections.abc import Callable
from typing import Protocol


class Clock(Protocol):
    """Seconds that never go back, and a way to wait for them."""

    def now(self) -> float:
        """Seconds since some fixed moment."""
        ...

    async def sleep_until(self, at_s: float) -> None:
        """Return at `at_s` or as soon after as can be; at once when it has passed."""
        ...


class MonotonicClock:
    """Real time. It goes on while the computer sleeps where the system counts that."""

    def now(self) -> float:
        """Seconds of the monotonic clock."""
        return time.monotonic()

    async def sleep_until(self, at_s: float) -> None:
        """Wait; always yields once, so that a busy loop cannot starve the screen."""
        await asyncio.sleep(max(0.0, at_s - time.monotonic()))


class ManualClock:
    """Time that a test moves, shipped beside the real one as httpx ships its mock transport.

    It runs freely, every sleep ending at once, up to the moment a test asked for: `run_until`
    returns when a condition holds, and from then on sleepers wait until the next `run_until`.
    """

    def __init__(self, start_s: float = 0.0) -> None:
        self._now = start_s
        self._running = asyncio.Event()
        self._condition: Callable[[], bool] | None = None
        self._reached: asyncio.Event = asyncio.Event()

    def now(self) -> float:
        """Seconds as set."""
        return self._now

    def advance(self, seconds: float) -> None:
        """Move on without waking anybody: what a closed laptop lid does."""
        self._now += seconds

    def run(self) -> None:
        """Run freely from now on."""
        self._condition = None
        self._running.set()

    async def run_until(self, condition: Callable[[], bool]) -> None:
        """Run freely until `condition` holds at a sleep, then stand still."""
        self._condition = condition
        self._reached.clear()
        self._running.set()
        await self._reached.wait()

    async def sleep_until(self, at_s: float) -> None:
        """Sleep in the clock's own time."""
        if self._condition is not None and self._condition():
            self._condition = None
            self._running.clear()
            self._reached.set()
        await self._running.wait()
        self._now = max(self._now, at_s)
        await asyncio.sleep(0)
