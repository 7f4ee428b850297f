"""Lines that a person types at a terminal, in answer to a question."""

import contextlib
import sys

from tui.terminal.whole_words import at_words


def typed_line(question: str) -> str | None:
    """A line from the terminal; None at the end of the input, or where there is no input."""
    if sys.stdin is None:  # closed by whoever started the program
        return None
    try:
        return input(f"{at_words(question, sys.stdout)} ")
    except EOFError:
        return None


def typed_after(question: str) -> str | None:
    """As `typed_line`, without what was typed before the question stood there: for a question
    after which something is deleted."""
    drop_typed()
    return typed_line(question)


def say_line(line: str) -> None:
    """Print `line` at once, broken at words where the terminal is narrower; an indented one goes on
    below its own beginning."""
    print(at_words(line, sys.stdout), flush=True)


def drop_typed() -> None:
    """Throw away keys that wait to be read. Input that is no terminal was not typed: it stays."""
    if sys.stdin is None or not sys.stdin.isatty():
        return
    try:
        import termios
    except ImportError:  # Windows
        _drop_on_windows()
        return
    with contextlib.suppress(OSError, termios.error):
        termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)


def _drop_on_windows() -> None:
    import msvcrt

    while msvcrt.kbhit():  # type: ignore[attr-defined]
        msvcrt.getwch()  # type: ignore[attr-defined]
