"""`slowsmile import`: an export of another machine comes in."""

from pathlib import Path

import pytest

from sessions.log.record_files import record_files
from tests.sessions.log_samples import many
from tui.cli import main


@pytest.mark.parametrize("kind", ["zip", "json"])
def test_an_export_comes_in_once(
    kind: str, tmp_path: Path, own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From one data folder to another."""
    many(tmp_path / "old", 3)
    out = tmp_path / f"x.{kind}"
    assert main(["--data-dir", str(tmp_path / "old"), "export", "-o", str(out)]) == 0
    capsys.readouterr()

    assert main(["import", str(out)]) == 0
    assert capsys.readouterr().out == "3 sessions taken in.\n"
    assert len(record_files(own_home / "slowsmile")) == 3
    assert main(["import", str(out)]) == 0
    assert capsys.readouterr().out == "0 sessions taken in, 3 here already.\n"


def test_what_cannot_be_taken_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The rest comes in; what is no export is exit 2."""
    paths = many(tmp_path / "old", 2)
    paths[0].write_text("schema = 5")
    out = tmp_path / "x.zip"
    assert main(["--data-dir", str(tmp_path / "old"), "export", "-o", str(out)]) == 0
    assert main(["import", str(out)]) == 0
    shown = capsys.readouterr()
    assert "Not taken: 2026-11-20T08-30-00.toml" in shown.err
    assert "1 session taken in, 1 refused." in shown.out

    (tmp_path / "x.csv").write_text("a,b")
    assert main(["import", str(tmp_path / "x.csv")]) == 2
    assert "spreadsheets" in capsys.readouterr().err
    assert main(["import", str(tmp_path / "none.zip")]) == 2
    assert main(["import"]) == 2


def test_a_folder_that_takes_no_files_is_said(
    tmp_path: Path, own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a traceback."""
    many(tmp_path / "old", 1)
    out = tmp_path / "x.zip"
    assert main(["--data-dir", str(tmp_path / "old"), "export", "-o", str(out)]) == 0
    (own_home / "slowsmile").mkdir()
    (own_home / "slowsmile" / "sessions").write_text("in the way")

    assert main(["import", str(out)]) == 1
    assert "cannot be written" in capsys.readouterr().err
