"""A test that hangs fails by itself, with the stacks of what it waits for, and the run goes on.

An alarm of the system interrupts the main thread in which tests run: a wait in `select`, a lock, or
a loop that is busy. C code that never comes back to Python is not interrupted; there
`faulthandler_timeout` ends the process, as the last resort.
"""

import asyncio
import io
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from tests.patience import patience_by_load

QUIET_S = 12.0
"""Twice what the slowest phase of an ordinary test takes on a quiet machine."""
AT_MOST_S = 270.0
"""Before faulthandler ends the process; long tests have all of it."""


class Hung(BaseException):
    """A test took too long. No `Exception`, so that few `except` swallow it, and hypothesis does
    not try to hang again."""


@contextmanager
def within_reason(quiet_s: float = QUIET_S, *, long: bool = False) -> Iterator[None]:
    """Raise `Hung` in what runs inside when it takes far longer than `quiet_s`.

    It is raised again and again: whoever swallows it may hang once more while tidying up. Does
    nothing on a system without such alarms.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return
    began = time.monotonic()
    told: list[str] = []

    def ring(_signal: int, _frame: FrameType | None) -> None:
        took_s = time.monotonic() - began
        if took_s >= (AT_MOST_S if long else min(patience_by_load(quiet_s), AT_MOST_S)):
            told.append(f"hung for {took_s:.1f} s{_waiting()}")
            raise Hung(told[0])

    handler = signal.signal(signal.SIGALRM, ring)
    timer = signal.setitimer(signal.ITIMER_REAL, quiet_s, quiet_s / 4)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, *timer)
        signal.signal(signal.SIGALRM, handler)
    if told:
        raise Hung(told[0])


def _waiting() -> str:
    """Where the tasks of the interrupted event loop stand; the main thread's stack is shown by
    pytest."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return ""
    written = io.StringIO("\n")
    written.seek(1)
    for task in asyncio.all_tasks(loop):
        task.print_stack(file=written)
    return written.getvalue()
