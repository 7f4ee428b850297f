"""`slowsmile import`: an export of another machine comes in."""

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from routines.movements import MeasureKey
from sessions.care.therapist_file import FILE_NAME as SITTING
from sessions.care.therapist_file import ShownRange, Sitting, read_sitting, write_sitting
from sessions.log.record_files import record_files
from tests.sessions.log_samples import MORNING, many
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
    assert main(["import", "~nobody-of-this-name/x.zip"]) == 2
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


def test_nothing_taken_and_something_refused_is_exit_2(
    tmp_path: Path, own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All here already is 0, and so is a refusal beside something that was taken."""
    (record,) = many(tmp_path / "old", 1)
    bad = tmp_path / "bad.toml"
    bad.write_text("schema = 5\n")

    assert main(["import", str(bad)]) == 2
    assert main(["import", str(bad), str(record)]) == 0
    assert main(["import", str(record)]) == 0
    assert main(["import", str(bad), str(tmp_path / "old")]) == 0
    assert main(["import", str(bad), str(bad)]) == 2
    assert "bad.toml" in capsys.readouterr().err
    assert len(record_files(own_home / "slowsmile")) == 1


def test_settings_are_checked_by_the_real_reader(
    tmp_path: Path, own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wrong or newer ones are left out with its words; then everything still opens."""
    folder = tmp_path / "old"
    folder.mkdir()
    for text in ('side = "up"\n', "schema = 99\n", "sidee = 1\n", "schema ="):
        (folder / "settings.toml").write_text(text)
        assert main(["import", str(folder)]) == 2
        shown = capsys.readouterr().err
        assert "Not taken: settings.toml: " in shown
        assert "/tmp" not in shown
        assert main(["due"]) == 0
        capsys.readouterr()


def test_keys_are_taken_only_where_asked_for(
    tmp_path: Path, own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And a word that is not known is said."""
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "settings.toml").write_text('side = "left"\nphotos = true\nsource = "camera:2"\n')

    assert main(["import", str(folder), "--take", "camera,photos"]) == 2
    assert "'photos' is not one of them" in capsys.readouterr().err
    assert main(["import", str(folder)]) == 0
    shown = capsys.readouterr().err
    assert "Left out: settings.toml: the camera source: to take it too, add --take camera." in shown
    assert "consent to photos and clips" in shown


def test_a_therapists_sitting_comes_in_where_there_is_none(
    tmp_path: Path, own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By zip; another one that stands here stays and is named; a wrong one is refused."""
    old, here = tmp_path / "old", own_home / "slowsmile" / SITTING
    shown: dict[MeasureKey, ShownRange] = {
        "open-smile": ShownRange(affected_mm=3.0, unaffected_mm=6.0)
    }
    sitting = Sitting(by="Dr Ruiz", on=MORNING.date(), side="left", range=shown)
    write_sitting(old, sitting)
    out = tmp_path / "x.zip"
    assert main(["--data-dir", str(old), "export", "-o", str(out)]) == 0

    assert main(["import", str(out)]) == 0
    assert read_sitting(here.parent) == sitting
    assert here.stat().st_mode & 0o777 == 0o600

    other = replace(sitting, by="Dr Okafor", on=MORNING.date() - timedelta(days=90))
    here.unlink()
    write_sitting(here.parent, other)
    capsys.readouterr()
    assert main(["import", str(out)]) == 0
    assert f"Left as it is here: {SITTING}" in capsys.readouterr().err
    assert read_sitting(here.parent) == other

    here.unlink()
    (old / SITTING).write_text('by = "x"\nside = "up"\n')
    assert main(["import", str(old / SITTING)]) == 2
    assert "expected one of left, right" in capsys.readouterr().err
    assert not here.exists()
