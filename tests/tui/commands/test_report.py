"""`slowsmile report`: text on stdout, files where asked, nothing half written."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sessions.storage.exported_files import written_files
from tests.sessions.log_samples import many
from tui.cli import main


@pytest.fixture
def data(own_home: Path) -> Path:
    """The data folder of the test."""
    return own_home / "slowsmile"


def test_without_a_file_the_text_goes_to_stdout(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written but the index."""
    many(data, 3)
    assert main(["report"]) == 0
    shown = capsys.readouterr()

    assert shown.out.startswith("Practice report, ")
    assert shown.err == ""
    assert {p.name for p in data.iterdir()} == {"sessions", "history.sqlite"}


@pytest.mark.parametrize(("ending", "begins"), [("html", b"<!doctype"), ("txt", b"Practice")])
def test_a_file_is_written_private_and_remembered(
    ending: str, begins: bytes, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Mode 0600; `forget` knows of it. A PDF is written in `tests/sessions/report/test_pdf.py`."""
    many(data, 1)
    out = tmp_path / f"r.{ending}"
    assert main(["report", "--weeks", "2", "-o", str(out)]) == 0

    assert out.read_bytes().startswith(begins)
    assert out.stat().st_mode & 0o777 == 0o600
    assert str(out) in capsys.readouterr().err
    assert [(w.path, w.what) for w in written_files(data)] == [(str(out), "report")]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["-o", "report.doc"], ".pdf, .html, .txt"),
        (["-o", "nowhere/report.pdf"], "there is no folder"),
        (["--weeks", "0"], "1 to 104"),
        (["--weeks", "many"], "--weeks"),
        (["--paper", "a5"], "a4"),
        (["--fast"], "no option"),
        (["--from", "marsh"], "Examples: "),
        (["--to", "today"], "--to needs --from"),
        (["--from", "6 weeks", "--weeks", "4"], "does not go with"),
        (["--from", "today"], "are not two weeks"),
        (["--ask", " ?"], "needs a question"),
    ],
)
def test_slips_are_explained_before_any_work(
    words: list[str],
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Exit 2 and one sentence."""
    monkeypatch.chdir(tmp_path)
    assert main(["report", *words]) == 2
    assert says in capsys.readouterr().err
    assert list(tmp_path.glob("*report*")) == []


def test_a_terminal_without_these_letters_gets_the_report_all_the_same(
    data: Path, checkout: Path
) -> None:
    """A plus-minus sign is no reason to fail."""
    many(data, 4, until=datetime.now(UTC).replace(hour=8))
    done = subprocess.run(
        [sys.executable, "-m", "tui", "report", "--full"],
        cwd=checkout,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert rb"% (\xb120)" in done.stdout


def test_a_damaged_settings_file_costs_the_name_only(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The report is about the records."""
    many(data, 1)
    (data / "settings.toml").write_text("name = ")
    assert main(["report"]) == 0
    assert "Practice report" in capsys.readouterr().out


def test_settings_and_plan_stand_in_it_as_they_are_now(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the stage of the records was."""
    many(data, 4, until=datetime.now(UTC).replace(hour=8))
    (data / "settings.toml").write_text(
        'schema = 1\nside = "left"\nstage = "synkinetic"\n[answers]\ncause = "ramsay-hunt"\n'
    )
    (data / "plan.toml").write_text(
        'schema = 1\nstage = "synkinetic"\n'
        '[[slot]]\nname = "morning"\nat = "08:00"\nroutines = ["bouts"]\n'
    )
    assert main(["report"]) == 0
    out = " ".join(capsys.readouterr().out.split())

    assert "Stage: synkinetic." in out
    assert "Cause, as told: shingles at the ear (Ramsay Hunt)." in out
    assert "The plan now: 7 a week." in out


def test_a_question_for_the_visit_is_kept(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As a note, in this report and the next ones."""
    assert main(["report", "--ask", "May I  chew gum again"]) == 0
    shown = capsys.readouterr()

    assert "Kept for the visit: May I chew gum again?" in shown.err
    assert "Questions: May I chew gum again?" in shown.out
    assert main(["report", "--from", "6 weeks", "--full"]) == 0
    assert "To ask: May I chew gum again?" in capsys.readouterr().out
