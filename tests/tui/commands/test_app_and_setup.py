"""The two commands that show screens of the day: refused without a terminal, begun with one."""

import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from tests.tui.people import ANSWERED, somebody, until, until_screen
from tui.app import SlowsmileApp
from tui.cli import main
from tui.flows.home_actions import Starting
from tui.screens.questions.first_run import FirstRun
from tui.screens.questions.pick import Pick
from tui.screens.set_up import SetUp


def test_without_a_terminal_it_says_so(
    checkout: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Exit code 2, one sentence, and nothing written."""
    data = tmp_path / "data"
    ran = subprocess.run(
        [sys.executable, "-m", "tui", "--data-dir", str(data)],
        cwd=checkout,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    ends = [(ran.returncode, ran.stdout, ran.stderr)]
    monkeypatch.setattr(sys, "stdin", StringIO())
    for words in (["setup"], ["setup", "--with-therapist"]):
        code = main(["--data-dir", str(data), *words])
        shown = capsys.readouterr()
        ends.append((code, shown.out, shown.err))

    for code, out, err in ends:
        assert code == 2
        assert "not a terminal" in err
        assert out == ""
    assert not data.exists()


async def test_setup_asks_the_questions_and_ends(tmp_path: Path) -> None:
    """Leaving them ends the program in peace."""
    person = somebody(tmp_path)
    app = SlowsmileApp(SetUp(Starting(person), with_therapist=False), person.settings)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_screen(pilot, FirstRun)
        await pilot.press("escape")
        await until(pilot, lambda: app.return_code is not None, "the end")

    assert app.return_code == 0
    assert person.settings == ANSWERED


async def test_setup_with_a_therapist_begins_the_sitting(tmp_path: Path) -> None:
    """And leaving it ends the program with nothing kept."""
    person = somebody(tmp_path)
    app = SlowsmileApp(SetUp(Starting(person), with_therapist=True), person.settings)
    async with app.run_test(size=(60, 20)) as pilot:
        await until_screen(pilot, Pick)
        await pilot.press("2")
        await until(pilot, lambda: app.return_code is not None, "the end")

    assert app.return_code == 0
    assert not (tmp_path / "therapist.toml").exists()
