"""Terminals and machines that can do little: a practice goes on all the same."""

from pathlib import Path

import pytest

from tests.robust.practising import end_here, in_practice, kept, practising

NO_UTF8 = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize(
    "environment",
    [
        pytest.param({"TERM": "dumb", "NO_COLOR": "1", **NO_UTF8}, id="dumb-locale-C"),
        pytest.param(NO_UTF8, id="locale-C", marks=pytest.mark.long),
        pytest.param(
            {"TERM": "linux", "NO_COLOR": "1"}, id="console-without-colour", marks=pytest.mark.long
        ),
        pytest.param({"TERM": "dumb", "LC_ALL": "POSIX"}, id="dumb", marks=pytest.mark.long),
    ],
)
def test_a_poor_terminal_shows_cue_and_keys(tmp_path: Path, environment: dict[str, str]) -> None:
    """Words and counts are there; where there is no UTF-8 only ASCII is sent.

    No player of sounds is found: nothing fails, and the terminal rings at cues.
    """
    environment = {**environment, "PATH": str(tmp_path / "no-programs")}
    with practising(tmp_path, "--speed", "20", environment=environment) as window:
        in_practice(window, done=1)
        window.until("left .weak side")
        shown = window.screen.shown

        assert window.screen.bells > 0
        assert end_here(window) == 0
        assert window.restored
        assert "Traceback" not in window.raw
    assert kept(tmp_path).exercises[0].reps
    assert "Pause" in shown
    if environment.get("PYTHONUTF8") == "0":
        assert shown.isascii(), shown
