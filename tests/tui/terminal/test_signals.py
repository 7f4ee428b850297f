"""Told to end: once, in the event loop, with the terminal forgotten only where it is lost."""

import asyncio
import os
import signal

from tests.patience import patience
from tui.terminal.signals import _hung_up, leaving


async def test_a_signal_is_passed_on_inside_the_loop() -> None:
    """The number arrives as a plain call; afterwards the signal means what it meant before."""
    told: list[int] = []
    before = signal.getsignal(signal.SIGTERM)
    arrived = asyncio.Event()

    def leave(number: int) -> None:
        told.append(number)
        arrived.set()

    with leaving(leave, watch=False):
        os.kill(os.getpid(), signal.SIGTERM)
        await asyncio.wait_for(arrived.wait(), patience(2.5))

    assert told == [signal.SIGTERM]
    assert signal.getsignal(signal.SIGTERM) is before


async def test_an_ignored_signal_stays_ignored() -> None:
    """Whoever started the program with nohup meant it."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with leaving(lambda _: None, watch=False):
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_only_a_terminal_that_hung_up_is_lost() -> None:
    """A living terminal and a pipe are not; one whose other end has closed is."""
    import pty

    here, there = pty.openpty()
    reading, writing = os.pipe()
    living, pipe = _hung_up(there), _hung_up(writing)
    os.close(here)
    lost = _hung_up(there)
    for descriptor in (there, reading, writing):
        os.close(descriptor)

    assert (living, pipe, lost) == (False, False, True)
