"""What the doctor says of this machine, and of a broken one."""

from pathlib import Path

import pytest

from tui import cli
from tui.commands import doctor


def test_a_sound_machine_is_called_so(capsys: pytest.CaptureFixture[str], own_home: Path) -> None:
    """Versions, the checked model, the ban and the data folder are named; exit 0."""
    assert cli.main(["doctor"]) == 0
    said = capsys.readouterr().out

    for part in ("mediapipe", "64184e229b26", "Internet", "can start", str(own_home / "slowsmile")):
        assert part in said
    assert "missing" not in said


def test_looking_changes_nothing(own_home: Path) -> None:
    """The doctor writes no file and makes no folder."""
    cli.main(["doctor"])

    assert list(own_home.iterdir()) == []


def test_a_missing_model_is_exit_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What every session needs and is not there is marked, with what to do."""
    assert cli.main(["doctor", "--model", str(tmp_path / "none.task")]) == 3
    said = capsys.readouterr().out

    assert "missing Model" in said
    assert "--model PATH" in said


def test_records_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where recorded sessions live, and how many there are."""
    folder = tmp_path / "d" / "sessions" / "2026"
    folder.mkdir(parents=True)
    (folder / "2026-11-21T08-30-00.toml").write_text("schema = 1\n")

    cli.main(["doctor", "--data-dir", str(tmp_path / "d")])

    assert f"{tmp_path / 'd' / 'sessions'}, 1 kept" in capsys.readouterr().out


def test_no_camera_is_a_note(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A machine without a camera can still run the simulated patient."""
    monkeypatch.setattr(doctor, "cameras", lambda: ())

    assert cli.main(["doctor"]) == 0
    assert "note    Camera      none found" in capsys.readouterr().out


def test_a_closed_camera_says_how_to_open_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The commonest trouble with cameras on Linux is permission."""
    monkeypatch.setattr(doctor, "cameras", lambda: ((97, "USB Camera"),))

    assert cli.main(["doctor"]) == 0
    assert "camera:97 USB Camera" in (said := capsys.readouterr().out)
    assert "video" in said


def test_damaged_settings_are_named(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where to begin when something is odd: file and key stand there."""
    folder = own_home / "slowsmile"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text("colour = 1\n")

    assert cli.main(["doctor"]) == 3
    assert "colour" in capsys.readouterr().out
