"""Ending on a signal, with or without a terminal to restore.

When a window is closed, its terminal is gone before anybody asks: writing to it fails, and the
thread that Textual writes with dies of it and would hold up the end for ever. So the handler
is a plain one, which runs even while the program waits for that thread; it lets go of a lost
terminal first, and a watchman ends the program if the orderly way takes too long. What a session
has kept is on disk by then.
"""

import asyncio
import contextlib
import errno
import os
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType

PATIENCE_S = 5.0
"""The camera process may take two seconds to end; after this the program ends without it."""


@contextlib.contextmanager
def leaving(leave: Callable[[int], None], *, watch: bool = True) -> Iterator[None]:
    """Inside a running event loop: call `leave` in it when the program is told to end.

    `watch` sets the watchman; a test that lives on after the signal wants none.
    """
    loop = asyncio.get_running_loop()

    def told(number: int, _frame: FrameType | None) -> None:
        if watch:
            watchman = threading.Timer(PATIENCE_S, os._exit, (128 + number,))
            watchman.daemon = True
            watchman.start()
        if number != signal.SIGTERM:
            forget_lost_terminal()
        loop.call_soon_threadsafe(leave, number)

    before = {number: signal.getsignal(number) for number in _numbers()}
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:  # whoever used nohup meant it
            signal.signal(number, told)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def forget_lost_terminal() -> None:
    """Point those standard streams at nothing whose terminal has hung up."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        if _hung_up(stream):
            os.dup2(nothing, stream)
    os.close(nothing)


def _hung_up(stream: int) -> bool:
    """Whether this was a terminal, and nobody is at its other end any more."""
    import termios

    try:
        termios.tcgetattr(stream)
    except termios.error as error:
        return error.args[0] == errno.EIO
    return False


def _numbers() -> list[signal.Signals]:
    names = ("SIGTERM", "SIGHUP")
    return [getattr(signal, name) for name in names if hasattr(signal, name)]
