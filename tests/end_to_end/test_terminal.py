"""The program in a real terminal and in a pipe: keys, exit codes, nothing left behind."""

import os
import re
import select
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.end_to_end.practising import SMILE
from tests.patience import patience

pty = pytest.importorskip("pty")


class Terminal:
    """The program on a pseudo terminal of 80 x 24."""

    def __init__(self, checkout: Path, *words: str) -> None:
        import fcntl
        import struct
        import termios

        self._here, there = pty.openpty()
        fcntl.ioctl(there, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.before = termios.tcgetattr(there)
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-c",
                "import sys; from tui.cli import main; sys.exit(main())",
                *words,
            ],
            cwd=checkout,
            stdin=there,
            stdout=there,
            stderr=there,
            env={**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(checkout)},
            start_new_session=True,
        )
        self._there = there

    def read_until(self, wanted: str) -> str:
        """Everything that was drawn up to `wanted`."""
        seen = b""
        while wanted.encode() not in seen:
            ready, _, _ = select.select([self._here], [], [], patience(10.0))
            assert ready, f"nothing more came, and no {wanted!r}: {seen[-2000:]!r}"
            seen += os.read(self._here, 65536)
        return seen.decode("utf-8", "replace")

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self._here, keys.encode())

    def end(self) -> tuple[int, str]:
        """Exit code, and all that came on the terminal after what was read."""
        os.close(self._there)
        rest = b""
        while True:
            try:
                piece = os.read(self._here, 65536)
            except OSError:  # Linux says so when the other end has closed
                break
            if not piece:
                break
            rest += piece
        code = self.process.wait(patience(10.0))
        os.close(self._here)
        return code, rest.decode("utf-8", "replace")


Start = Callable[..., Terminal]


@pytest.fixture
def start(checkout: Path) -> Iterator[Start]:
    """Start the program; whatever is still running afterwards is ended."""
    started: list[Terminal] = []

    def begin(*words: str) -> Terminal:
        terminal = Terminal(checkout, *words)
        started.append(terminal)
        return terminal

    yield begin
    for terminal in started:
        if terminal.process.poll() is None:
            terminal.process.kill()
            terminal.process.wait()


def test_ctrl_q_asks_and_ends_with_the_record(start: Start, own_home: Path) -> None:
    """y ends with exit code 0; on the restored terminal stands where the record is."""
    terminal = start("run", "--source", "sim", "--speed", "20", "--no-sound")
    terminal.read_until("rep 2 of 5")
    terminal.press("\x11")
    terminal.read_until("End the practice here?")
    terminal.press("y")
    code, screen = terminal.end()

    (record,) = (own_home / "slowsmile" / "sessions").rglob("*.toml")
    assert code == 0
    restored, _, narration = screen.partition("\x1b[?1049l")
    assert restored
    assert str(record) in narration.replace("\r\n", "")


def test_plain_mode_in_a_pipe(checkout: Path, own_home: Path) -> None:
    """Lines on stdout, narration on stderr, exit code 0, no escapes."""
    routine = own_home / "short.toml"
    routine.write_text(SMILE.format(reps=3))
    flags = ["--source", "sim", "--plain", "--speed", "1000", "--no-sound"]
    done = subprocess.run(
        [sys.executable, "-m", "tui", "run", str(routine), *flags],
        cwd=checkout,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=patience(20.0),
        check=False,
    )

    assert done.returncode == 0
    assert "Smile. 2 seconds. rep 1 of 3." in done.stdout
    assert "\x1b" not in done.stdout
    assert "Kept in" in done.stderr
    assert len(list((own_home / "slowsmile" / "sessions").rglob("*.toml"))) == 1


def test_plain_mode_takes_single_keys_and_gives_the_terminal_back(start: Start) -> None:
    """q ends; afterwards the terminal echoes and reads lines as before."""
    import termios

    terminal = start("run", "--source", "sim", "--plain", "--speed", "20", "--no-sound")
    terminal.read_until("rep 2 of 5")
    terminal.press("q")
    terminal.read_until("Ended early")
    code = terminal.process.wait(patience(10.0))
    after = termios.tcgetattr(terminal._there)
    terminal.end()

    assert code == 0
    assert after == terminal.before


def test_the_simulated_patient_whose_weak_side_is_still(checkout: Path, own_home: Path) -> None:
    """In the paretic stage: said once, offered massage, and the strong side trained no further."""
    routine = own_home / "still.toml"
    frown = '[[exercise]]\ndo = "brow-raise"\nreps = 3\n'
    routine.write_text(f"{SMILE.format(reps=3)}\n{frown}\n{frown}")
    flags = ["--source", "sim:flaccid", "--plain", "--speed", "1000", "--no-sound"]
    done = subprocess.run(
        [sys.executable, "-m", "tui", "run", str(routine), *flags],
        cwd=checkout,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=patience(20.0),
        check=False,
    )

    assert done.returncode == 0
    assert done.stdout.count("I see no movement on the left yet. That can be normal.") == 1
    assert "exercise 3 of 3" not in done.stdout
    assert "%" not in done.stdout
    assert not re.search(r"[1-9] of \d movements", done.stdout)
