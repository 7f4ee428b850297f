"""Terminals and machines that can do little: a practice goes on all the same."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.robust.practising import (
    QUICK_S,
    end_here,
    in_practice,
    kept,
    practising,
    put_aside,
    reps,
)
from tests.robust.terminal import Terminal, gone

NO_UTF8 = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


POOREST = {"TERM": "dumb", "NO_COLOR": "1", **NO_UTF8}


@pytest.mark.long
@pytest.mark.parametrize(
    "environment",
    [
        pytest.param(POOREST, id="dumb-locale-C"),
        pytest.param(NO_UTF8, id="locale-C"),
        pytest.param({"TERM": "linux", "NO_COLOR": "1"}, id="console-without-colour"),
        pytest.param({"TERM": "dumb", "LC_ALL": "POSIX"}, id="dumb"),
    ],
)
def test_a_poor_terminal_shows_cue_and_keys(tmp_path: Path, environment: dict[str, str]) -> None:
    """Words and counts are there; where there is no UTF-8 only ASCII is sent.

    Always: the poorest, whose window is closed in the middle.
    """
    with in_poor_terminal(tmp_path, environment) as window:
        assert_shown(window, environment)

        assert end_here(window) == 0
        assert window.restored
        assert "Traceback" not in window.raw
    assert kept(tmp_path).exercises[0].reps


def test_closing_the_window_ends_everything_and_keeps_what_was_done(tmp_path: Path) -> None:
    """No terminal, no process; the journal is there. Until then the poorest showed cue and keys."""
    with in_poor_terminal(tmp_path, POOREST) as window:
        assert_shown(window, POOREST)
        worker = window.worker
        window.close_window()

        assert window.leave(QUICK_S + 3.0) == 129
        assert gone(worker)
    assert reps(put_aside(tmp_path)) >= 1


@contextlib.contextmanager
def in_poor_terminal(folder: Path, environment: dict[str, str]) -> Iterator[Terminal]:
    """After a repetition in a terminal without a player of sounds: nothing fails."""
    without = {**environment, "PATH": str(folder / "no-programs")}
    with practising(folder, "--speed", "20", environment=without) as window:
        in_practice(window, done=1)
        window.until("left .weak side")
        yield window


def assert_shown(window: Terminal, environment: dict[str, str]) -> None:
    """The keys, in letters that the terminal has; it rings at cues."""
    shown = window.screen.shown
    assert window.screen.bells > 0
    assert "Pause" in shown
    if environment.get("PYTHONUTF8") == "0":
        assert shown.isascii(), shown
