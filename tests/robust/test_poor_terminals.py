"""Terminals and machines that can do little: a practice goes to its end all the same."""

from pathlib import Path

import pytest

from tests.robust.practising import end_here, in_practice, kept, practising, to_its_end


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"TERM": "linux", "NO_COLOR": "1"},
        {"TERM": "dumb", "LC_ALL": "POSIX"},
    ],
    ids=["locale-C", "console-without-colour", "dumb"],
)
def test_a_poor_terminal_shows_cue_and_keys(tmp_path: Path, environment: dict[str, str]) -> None:
    """Words and counts are there; where there is no UTF-8 only ASCII is sent."""
    with practising(tmp_path, environment=environment) as window:
        in_practice(window)
        window.until("left .weak side")
        shown = window.screen.shown

        assert end_here(window) == 0
        assert window.restored
        assert "Traceback" not in window.raw
    assert "Pause" in shown
    if environment.get("PYTHONUTF8") == "0":
        assert shown.isascii(), shown


def test_without_a_sound_device_the_bell_marks_what_matters(tmp_path: Path) -> None:
    """No player is found: nothing fails, and the terminal rings at cues."""
    bare = {"PATH": str(tmp_path / "no-programs")}
    with practising(tmp_path, "--speed", "40", environment=bare) as window:
        assert to_its_end(window) == 0
        assert window.screen.bells > 0
        assert "Traceback" not in window.raw
    assert kept(tmp_path).ended == "finished"
