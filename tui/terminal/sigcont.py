"""Handles SIGCONT: after Ctrl-Z, and after a stop that nobody announced, such as SIGSTOP, a frozen
container, a debugger.

The terminal then shows an empty screen, and Textual draws only what has changed since.

Textual takes every SIGCONT for the end of its own Ctrl-Z. Continued without one, it would read
the keys a second time beside the first reader (and wait for ever for one of them at the end),
and would remember its own line settings as those to give back to the terminal.
"""

import contextlib
import signal
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Protocol


class Screenful(Protocol):
    """What is used of Textual's driver."""

    def suspend_application_mode(self) -> None:
        """Give the terminal back, as before Ctrl-Z."""
        ...


@contextlib.contextmanager
def waking(driver: Screenful | None, draw: Callable[[], object]) -> Iterator[None]:
    """While the context lasts, let every stop be followed by a tidy new beginning.

    `draw` has the whole screen drawn soon; it is called from a handler of signals.
    """
    if driver is None or not hasattr(signal, "SIGCONT"):
        yield
        return
    stop, go_on = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
    if not callable(stop) or not callable(go_on):
        yield
        return
    announced = False

    def stopping(number: int, frame: FrameType | None) -> None:
        nonlocal announced
        announced = True
        stop(number, frame)

    def going_on(number: int, frame: FrameType | None) -> None:
        nonlocal announced
        if not announced:
            driver.suspend_application_mode()
        announced = False
        go_on(number, frame)
        draw()

    signal.signal(signal.SIGTSTP, stopping)
    signal.signal(signal.SIGCONT, going_on)
    try:
        yield
    finally:
        signal.signal(signal.SIGTSTP, stop)
        signal.signal(signal.SIGCONT, go_on)
