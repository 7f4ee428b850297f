"""`slowsmile export`: data on stdout or in a file."""

import csv
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from sessions.exchange.columns import COLUMNS
from sessions.storage.exported_files import written_files
from tests.sessions.log_samples import many
from tui.cli import main


@pytest.fixture
def data(own_home: Path) -> Path:
    """The data folder of the test, with two sessions of fifteen repetitions."""
    many(own_home / "slowsmile", 2)
    return own_home / "slowsmile"


def test_csv_goes_to_stdout_to_the_byte(data: Path, checkout: Path) -> None:
    """Through a real pipe, in locale C."""
    done = subprocess.run(
        [sys.executable, "-m", "tui", "export"],
        cwd=checkout,
        capture_output=True,
        env={"SLOWSMILE_DATA_DIR": str(data), "LC_ALL": "C", "PATH": "", "HOME": str(data)},
    )
    rows = list(csv.DictReader(done.stdout.decode().splitlines()))

    assert done.returncode == 0
    assert len(rows) == 30
    assert done.stderr == b"30 repetitions.\n"


@pytest.mark.parametrize("kind", ["csv", "json", "zip"])
def test_a_file_takes_its_format_from_its_ending(kind: str, data: Path, tmp_path: Path) -> None:
    """And is remembered."""
    out = tmp_path / f"x.{kind}"
    assert main(["export", "-o", str(out)]) == 0

    assert out.stat().st_mode & 0o777 == 0o600
    assert written_files(data)[0].what == "export"
    match kind:
        case "csv":
            assert len(list(csv.reader(out.read_text().splitlines()))) == 31
        case "json":
            assert len(json.loads(out.read_text())["sessions"]) == 2
        case _:
            assert len(zipfile.ZipFile(out).namelist()) == 2


def test_columns_and_schema_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """For whoever reads the files."""
    assert main(["export", "--columns"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(COLUMNS)
    assert main(["export", "--schema"]) == 0
    assert "$schema" in json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--format", "xml"], "csv, json, zip"),
        (["--format", "csv", "-o", "x.zip"], "does not end in .csv"),
        (["-o", "x.xlsx"], ".csv, .json, .zip"),
    ],
)
def test_slips_are_explained(
    words: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2 and one sentence."""
    assert main(["export", *words]) == 2
    assert says in capsys.readouterr().err


def test_an_archive_is_not_poured_into_a_terminal(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says where to."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["export", "--format", "zip"]) == 2
    assert "-o FILE.zip" in capsys.readouterr().err


def test_excel_is_a_table_of_its_own(data: Path, tmp_path: Path) -> None:
    """Only as a CSV; the columns are explained in the same words."""
    out = tmp_path / "reps.csv"
    assert main(["export", "--excel", "-o", str(out)]) == 0
    content = out.read_bytes()

    assert content.startswith(b"\xef\xbb\xbfsession_id;")
    assert content.splitlines()[0].decode("utf-8-sig").split(";") == list(COLUMNS)
    assert main(["export", "--excel", "-o", str(tmp_path / "x.json")]) == 2
    assert main(["export", "--excel", "--format", "zip"]) == 2


def test_excel_gets_its_columns_explained_beside_it(data: Path, tmp_path: Path) -> None:
    """A second table, remembered too; with decimal points where that is asked for."""
    out = tmp_path / "reps.csv"
    assert main(["export", "--excel", "point", "-o", str(out)]) == 0
    beside = tmp_path / "reps-columns.csv"
    explained = list(csv.reader(beside.read_text(encoding="utf-8-sig").splitlines()))

    assert out.read_bytes().startswith(b"\xef\xbb\xbfsession_id,")
    assert [row[0] for row in explained[1:]] == list(COLUMNS)
    assert {written.path for written in written_files(data)} == {str(out), str(beside)}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--as", "P 17"], "made-up name"),
        (["--as", "P17", "--format", "zip"], "for a CSV or JSON"),
        (["--notes"], "--notes goes with --as"),
    ],
)
def test_a_made_up_name_that_cannot_be_kept_to_is_refused(
    words: list[str], says: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything is written."""
    assert main(["export", *words]) == 2
    shown = capsys.readouterr()
    assert says in shown.err
    assert shown.out == ""


def test_a_made_up_name_stands_in_every_row(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As the first column."""
    assert main(["export", "--as", "P017"]) == 0
    rows = list(csv.DictReader(capsys.readouterr().out.splitlines()))

    assert [row["person"] for row in rows] == ["P017"] * 30


@pytest.mark.parametrize("command", ["export", "report"])
def test_a_file_of_somebody_elses_is_never_written_over(
    command: str, own_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One that this program wrote is, as often as wanted."""
    many(own_home / "slowsmile", 1)
    mine = tmp_path / ("own.csv" if command == "export" else "own.txt")
    mine.write_text("mine")
    assert main([command, "-o", str(mine)]) == 2
    assert "did not write it" in capsys.readouterr().err
    assert mine.read_text() == "mine"

    mine.unlink()
    assert main([command, "-o", str(mine)]) == 0
    assert main([command, "-o", str(mine)]) == 0
