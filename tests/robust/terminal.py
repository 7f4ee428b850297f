"""The real program in a real (pseudo-)terminal: start it, look at it, press keys, hurt it.

Waiting is waiting for something that must come, never for a span of time.
"""

import codecs
import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.patience import slowness
from tests.robust.screen import Screen

ROOT = Path(__file__).resolve().parents[2]
SHELL = Path(__file__).with_name("shell.py")
PATIENCE_S = 30.0
"""For what takes the loaded machine long; what must be quick is measured and asserted."""

KEYBOARD_PAUSE_S = 0.3
"""Between two keys of one hand; for what is told apart by time alone."""


class Gone(AssertionError):
    """The program ended, or said nothing for `PATIENCE_S`, while something was expected of it."""


class Terminal:
    """One program in a terminal of its own, as the leader of its session."""

    def __init__(
        self,
        *words: str,
        size: tuple[int, int] = (80, 24),
        environment: Mapping[str, str] | None = None,
        before: Callable[[], None] | None = None,
        shell: bool = False,
        module: tuple[str, ...] = ("tui",),
    ) -> None:
        """`before` runs in the program's process before it begins; with `shell` the program is a
        job of a small shell, as it is when a person types its name.
        """
        self.screen = Screen(*size)
        self.raw = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._master, slave = pty.openpty()
        self.resize(*size)
        self.before_state = termios.tcgetattr(slave)
        variables = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        variables |= environment or {}
        for name in ("COLUMNS", "LINES"):  # the size is what the window says
            variables.pop(name, None)
        program = [sys.executable, "-m", *module, *words]
        self._shell = shell
        self.process = subprocess.Popen(
            [sys.executable, str(SHELL), *program] if shell else program,
            cwd=ROOT,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=variables,
            start_new_session=True,
            preexec_fn=_lead(slave, before),
        )
        self._slave = slave

    def resize(self, width: int, height: int) -> None:
        """Make the window another size; the kernel tells the program."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        self.screen.resize(width, height)

    def press(self, keys: str | bytes) -> None:
        """Type; bytes are sent as they are."""
        os.write(self._master, keys.encode() if isinstance(keys, str) else keys)

    def settle(self) -> None:
        """Let a keyboard's pause pass (longer than the escape delay), taking in what comes."""
        began = time.monotonic()
        while time.monotonic() - began < KEYBOARD_PAUSE_S:
            self.look(0.05)

    def look(self, seconds: float = 0.0) -> bool:
        """Take in what is there, waiting at most so long; False when nothing came."""
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:
            return False
        text = self._decoder.decode(data)
        self.raw += text
        self.screen.feed(text)
        return bool(data)

    def until(self, met: str | Callable[[], bool], within_s: float = PATIENCE_S) -> float:
        """Look until words (a regular expression) are shown, or a condition holds; the seconds
        it took. Blanks and line ends are all one blank to it; a second of `within_s` is one on a
        quiet machine."""
        began = time.monotonic()
        within_s *= slowness()
        while not (self.shows(met) if isinstance(met, str) else met()):
            left = began + within_s - time.monotonic()
            if left <= 0 or (self.process.poll() is not None and not self.look(0.05)):
                what = met if isinstance(met, str) else "it"
                raise Gone(
                    f"waited {within_s:.0f} s for {what!r}; exit code "
                    f"{self.process.poll()}; the screen:\n{self.screen.shown}\n"
                    f"last came {self.raw[-300:]!r}"
                )
            self.look(min(left, 0.05))
        return time.monotonic() - began

    def shows(self, pattern: str) -> bool:
        """Whether the words are on the screen."""
        return re.search(pattern, " ".join(self.screen.shown.split())) is not None

    @property
    def pid(self) -> int:
        """The program's process number."""
        return _children(self.process.pid)[0] if self._shell else self.process.pid

    @property
    def workers(self) -> list[int]:
        """The processes the program has started and that still are."""
        return _children(self.pid)

    @property
    def worker(self) -> int:
        """The camera process."""
        (worker,) = self.workers
        return worker

    def tell(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        os.kill(self.pid, number)

    def close_window(self) -> None:
        """What closing a terminal window does."""
        os.close(self._slave)
        os.close(self._master)
        self._master = self._slave = -1

    def leave(self, within_s: float = PATIENCE_S) -> int:
        """Wait for its end, reading all it says; the exit code."""
        began = time.monotonic()
        within_s *= slowness()
        while self.process.poll() is None:
            if time.monotonic() - began > within_s:
                raise Gone(f"still there after {within_s:.0f} s:\n{self.screen.shown}")
            if self._master >= 0:
                self.look(0.05)
            else:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self.process.wait(0.1)
        while self._master >= 0 and self.look(0.02):
            pass
        return self.process.returncode

    @property
    def restored(self) -> bool:
        """Whether the terminal is as it was: usual screen, cursor, and line settings."""
        after = termios.tcgetattr(self._slave)
        return (
            not self.screen.full_screen
            and self.screen.cursor_visible
            and after == self.before_state
        )

    def end(self) -> None:
        """Leave nothing behind, whatever happened."""
        if self.process.poll() is None:
            below = _children(self.process.pid)
            for pid in [*(each for child in below for each in _children(child)), *below]:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            self.process.kill()
        self.process.wait()
        for descriptor in (self._master, self._slave):
            if descriptor >= 0:
                os.close(descriptor)


def _lead(slave: int, before: Callable[[], None] | None) -> Callable[[], None]:
    def prepare() -> None:
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        # A terminal starts its program with these, whoever started the tests: nohup ignores one.
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        if before is not None:
            before()

    return prepare


@contextlib.contextmanager
def terminal(
    *words: str,
    size: tuple[int, int] = (80, 24),
    environment: Mapping[str, str] | None = None,
    before: Callable[[], None] | None = None,
    shell: bool = False,
    module: tuple[str, ...] = ("tui",),
) -> Iterator[Terminal]:
    """A program that is surely gone afterwards."""
    window = Terminal(
        *words, size=size, environment=environment, before=before, shell=shell, module=module
    )
    try:
        yield window
    finally:
        window.end()


def _children(pid: int) -> list[int]:
    with contextlib.suppress(OSError):
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text()
        return [int(child) for child in found.split()]
    return []


def gone(pid: int) -> bool:
    """Whether a process has ended (one that only waits to be reaped has)."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return True
    return status.rpartition(")")[2].split()[0] == "Z"
