"""What a terminal, a system or a person can send to the program in the middle of a practice."""

import shutil
import signal
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from sessions.log.recovery import unfinished
from tests.robust.practising import (
    QUICK_S,
    in_practice,
    kept,
    practising,
    put_aside,
    reps,
)
from tests.robust.terminal import Terminal, gone
from tests.tui.interrupted import interrupted


@pytest.mark.long
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_puts_the_practice_aside(
    tmp_path: Path, number: signal.Signals, code: int
) -> None:
    """Soon, with the code of the signal; terminal as before, no camera process left.

    Always: SIGTERM in lines, and SIGHUP by closing the window, in `test_poor_terminals.py`.
    """
    with practising(tmp_path) as window:
        in_practice(window, done=1)
        worker = window.worker
        window.tell(number)
        left = window.leave(QUICK_S + 3.0)

        assert left == code
        assert window.restored
        assert gone(worker)
        assert "Traceback" not in window.raw
    assert reps(put_aside(tmp_path)) >= 1


@pytest.mark.parametrize("code", [130, 143])
def test_ctrl_c_and_sigterm_end_plain_mode(tmp_path: Path, code: int) -> None:
    """What was done can be gone on with; the terminal has its echo again."""
    with practising(tmp_path, "--plain", "--no-sound") as window:
        in_practice(window, done=1)
        worker = window.worker
        if code == 130:
            window.press("\x03")
        else:
            window.tell(signal.SIGTERM)

        assert window.leave(QUICK_S + 3.0) == code
        assert window.restored
        assert gone(worker)
        assert "Traceback" not in window.raw
    assert reps(put_aside(tmp_path)) >= 1


def test_ctrl_z_gives_the_terminal_back_and_ctrl_c_asks(tmp_path: Path) -> None:
    """In between the shell has a usual screen; afterwards it is paused, and space goes on. On the
    full screen Ctrl+C is a slip of the finger that costs nothing."""
    with practising(tmp_path, shell=True) as window:
        in_practice(window)
        window.press("\x1a")
        window.until(r"\[stopped by")
        assert window.restored
        window.press("fg\n")
        window.until("Paused")
        assert window.screen.full_screen
        window.until("exercise 1 of")  # what has not changed is drawn anew too
        window.press(" ")
        window.until(lambda: not window.shows("Paused"))
        in_practice(window, done=1)
        window.press("\x03")
        window.until("End the practice here")
        window.press("y")

        assert window.leave() == 0
        assert window.restored
    record = kept(tmp_path)
    assert record.exercises[0].reps
    assert any(pause.why for pause in record.pauses)


@pytest.mark.long
def test_three_broken_off_practices_all_become_records(tmp_path: Path) -> None:
    """Two lie there and a third is killed: each start asks about those before it, the last one
    keeps all, in lines as on the full screen.

    Always: the same in one process, in `tui/commands/test_run_interrupted.py`."""
    question = "Throw it away"
    now = datetime.now().astimezone()
    for hours in (2, 1):
        interrupted(tmp_path / "data", started=now - timedelta(hours=hours))
    with practising(tmp_path, "--plain", "--no-sound") as window:
        for _ in range(2):
            window.until(question)
            window.press("\r")
        in_practice(window, done=1)
        window.tell(signal.SIGKILL)
        window.leave(QUICK_S + 3.0)
    assert len(unfinished(tmp_path / "data")) == 3
    in_lines, on_screen = tmp_path / "lines", tmp_path / "screen"
    for copy in (in_lines, on_screen):
        shutil.copytree(tmp_path / "data", copy / "data")

    for folder, more, keep in ((in_lines, ("--plain",), "2\r"), (on_screen, (), "2")):
        data = folder / "data"
        with practising(folder, "--no-sound", *more) as window:
            window.until(question)

            def all_kept(window: Terminal = window, keep: str = keep, data: Path = data) -> bool:
                window.press(keep)
                window.look(0.3)
                return not unfinished(data)

            window.until(all_kept)
            in_practice(window)
            assert len(list((data / "sessions").rglob("*.toml"))) == 3
