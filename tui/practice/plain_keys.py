"""Single keys and typed lines for plain mode, where standard input is a terminal.

The terminal's own settings are put back whatever happens. Where there are no keys everything
here is quiet and the session runs by time.
"""

import asyncio
import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from typing import Protocol

from tui.terminal.key_reader import KeyReader, Piece


class Keys(Protocol):
    """Where keys come from."""

    there: bool
    """Whether keys can be had at all."""

    def listening(self, press: Callable[[str], None]) -> contextlib.AbstractContextManager[None]:
        """Call `press` with each key while the context lasts."""
        ...

    async def ask(self, question: str) -> str | None:
        """A line of text; None at the end of the input, and when there are no keys."""
        ...


class NoKeys:
    """Standard input is no terminal."""

    there = False

    def listening(self, press: Callable[[str], None]) -> contextlib.AbstractContextManager[None]:
        """Nothing will be pressed."""
        return contextlib.nullcontext()

    async def ask(self, question: str) -> str | None:
        """Nobody can be asked."""
        return None


class TerminalKeys:
    """Keys from a POSIX terminal, one at a time and without echo."""

    there = True

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @contextlib.contextmanager
    def listening(self, press: Callable[[str], None]) -> Iterator[None]:
        """Put the terminal into single-key mode (Ctrl-C and Ctrl-Z keep their meaning)."""
        import termios
        import tty

        before = termios.tcgetattr(self._descriptor)
        tty.setcbreak(self._descriptor, termios.TCSADRAIN)
        loop = asyncio.get_running_loop()

        reader = KeyReader()
        waiting: asyncio.TimerHandle | None = None

        def hear(pieces: list[Piece]) -> None:
            nonlocal waiting
            if waiting is not None:
                waiting.cancel()
            due_s = reader.due_s
            waiting = None if due_s is None else loop.call_at(due_s, tick)
            for piece in pieces:
                if piece.kind in {"text", "escape"}:
                    press(piece.text)

        def read() -> None:
            hear(reader.feed(os.read(self._descriptor, 1 << 12), loop.time()))

        def tick() -> None:
            hear(reader.tick(loop.time()))

        loop.add_reader(self._descriptor, read)
        try:
            yield
        finally:
            loop.remove_reader(self._descriptor)
            if waiting is not None:
                waiting.cancel()
            termios.tcsetattr(self._descriptor, termios.TCSADRAIN, before)

    async def ask(self, question: str) -> str | None:
        """Ask on standard output, and wait for a line without a thread, so that it can be left.

        The terminal edits the line and gives it whole.
        """
        print(f"{question} ", end="", flush=True)
        loop, typed = asyncio.get_running_loop(), bytearray()
        come = asyncio.Event()
        loop.add_reader(self._descriptor, come.set)
        try:
            while not typed.endswith(b"\n"):
                await come.wait()
                come.clear()
                piece = os.read(self._descriptor, 1 << 12)
                if not piece:
                    return None
                typed += piece
        finally:
            loop.remove_reader(self._descriptor)
        return typed.decode(errors="replace").rstrip("\r\n")


def keys() -> Keys:
    """Keys of the terminal we run in, if it is one that gives single keys."""
    if sys.stdin is None or not sys.stdin.isatty() or os.name != "posix":
        return NoKeys()
    return TerminalKeys(sys.stdin.fileno())
