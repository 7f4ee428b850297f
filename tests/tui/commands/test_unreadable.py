"""A folder or file that may not be read is named with its remedy, and the exit code is 2."""

import os
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from sessions.log.journal import Journal
from sessions.log.recovery import keep_as_is, unfinished
from sessions.storage.private_files import FOLDER_MODE
from tests.sessions.log_samples import MORNING, header, kept_rep, many
from tests.sessions.storage.test_listing import refuse_below
from tui.cli import main
from tui.commands import doctor
from tui.commands.parts.person_of import person_of
from tui.person.past import load_past
from tui.person.paths import find_places
from tui.presenters.home import home_view


@pytest.fixture
def data(own_home: Path) -> Path:
    """The data folder of the test, with three sessions."""
    many(own_home / "slowsmile", 3)
    return own_home / "slowsmile"


@pytest.mark.parametrize("inside", ["sessions", "sessions/2026"])
@pytest.mark.parametrize(
    "words",
    [
        ["history"],
        ["history", "--json"],
        ["export"],
        ["export", "--format", "json"],
        ["export", "-o", "x.zip"],
        ["report"],
        ["forget"],
        ["forget", "--session", "2026-11-21T08-30-00"],
    ],
)
def test_a_folder_of_records(
    inside: str,
    words: list[str],
    data: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Never told as if nothing were there; nothing is deleted."""
    refuse_below(monkeypatch, data / inside)
    monkeypatch.setattr("sys.stdin", StringIO("forget\n"))
    monkeypatch.chdir(tmp_path)
    code = main(words)
    shown = capsys.readouterr()

    assert code == 2
    assert f"{data / inside} cannot be read (Permission denied)." in shown.err
    assert "sudo chown -R " in shown.err
    assert "Deleted" not in shown.out
    assert "No sessions" not in shown.err
    monkeypatch.undo()
    assert len(list(data.rglob("sessions/*/*.toml"))) == 3


@pytest.mark.parametrize("words", [["due"], ["history", "--photos"], ["forget"], ["export"]])
def test_the_data_folder_itself(
    words: list[str],
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """All of it given to another user."""
    monkeypatch.setenv("SLOWSMILE_DATA_DIR", str(data))
    scandir = os.scandir

    def refused(path: str | Path = ".") -> object:
        if Path(path) == data or data in Path(path).parents:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    assert main(words) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "sudo chown -R " in shown.err


def test_due_does_not_count_what_it_cannot_read(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing on stdout, for no cap could be kept."""
    (data / "settings.toml").parent.mkdir(exist_ok=True)
    monkeypatch.setenv("SLOWSMILE_DATA_DIR", str(data))
    (data / "settings.toml").write_text(
        'schema = 1\nside = "left"\nstage = "paretic"\n[answers]\nfinished_on = 2026-01-01\n'
        "seen_by_doctor = true\ncauses_ruled_out = true\nswelling_settled = true\n"
        "exercises_agreed = true\n"
    )
    refuse_below(monkeypatch, data / "sessions")

    assert main(["due"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert f"{data / 'sessions'} cannot be read" in shown.err


def test_one_record_that_may_not_be_read(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The others are shown; read again as soon as the system allows it."""
    held = data / "sessions" / "2026" / "2026-11-20T08-30-00.toml"
    assert held.exists()
    opening = os.open

    def refuse(path: Any, *args: Any, **named: Any) -> int:
        if path == held:
            raise PermissionError(13, "Permission denied")
        return opening(path, *args, **named)

    opening_path = Path.open

    def refuse_path(path: Path, *args: Any, **named: Any) -> object:
        if path == held:
            raise PermissionError(13, "Permission denied")
        return opening_path(path, *args, **named)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        patch.setattr(Path, "open", refuse_path)
        assert main(["history"]) == 2
        shown = capsys.readouterr()
        assert shown.out.count("Gentle daily set") == 2
        assert f"{held} cannot be read (Permission denied)." in shown.err
        assert main(["export"]) == 2
        assert f"{held} cannot be read" in capsys.readouterr().err
        assert main(["report"]) == 2
    assert main(["history"]) == 0
    assert capsys.readouterr().out.count("Gentle daily set") == 3


def test_a_journal_that_may_only_be_read_is_offered_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mode 0400; opening for writing is refused."""
    journal = Journal.begin(tmp_path, header())
    journal.add(kept_rep(1))
    journal.close()
    opening = os.open

    def refuse(path: Path, flags: int, *mode: int, **named: int) -> int:
        if Path(path) == journal.path and flags & os.O_RDWR and path.stat().st_mode & 0o200 == 0:
            raise PermissionError(13, "Permission denied")
        return opening(path, flags, *mode, **named)

    monkeypatch.setattr(os, "open", refuse)
    journal.path.chmod(0o400)
    (found,) = unfinished(tmp_path)
    assert found.worth_asking
    resumed = Journal.resume(found, 0.0, MORNING)
    resumed.close()
    journal.path.chmod(0o400)
    assert keep_as_is(unfinished(tmp_path)[0]).exists()


def test_a_journal_that_may_not_be_read_is_named(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With its remedy, in the history."""
    journal = Journal.begin(data, header())
    journal.close()
    opening = os.open

    def refuse(path: Path, flags: int, *mode: int, **named: int) -> int:
        if Path(path) == journal.path:
            raise PermissionError(13, "Permission denied")
        return opening(path, flags, *mode, **named)

    monkeypatch.setattr(os, "open", refuse)
    assert main(["history"]) == 0
    shown = capsys.readouterr()
    assert f"{journal.path} cannot be read (Permission denied)." in shown.err
    assert data.stat().st_mode & 0o777 == FOLDER_MODE


def test_doctor_names_it(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beside the sessions. What its children find of this machine: `tui/test_doctor.py`."""
    refuse_below(monkeypatch, data / "sessions")
    for name in ("_packages", "_measuring_here"):
        monkeypatch.setattr(doctor, name, list)

    assert main(["doctor"]) == 2
    assert f"{data / 'sessions'} cannot be read" in capsys.readouterr().out


def test_home_says_it_and_still_opens(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside what it can show."""
    person = person_of(find_places(str(data)))
    refuse_below(monkeypatch, data / "sessions")
    past = load_past(person)

    assert past.sessions == ()
    assert f"{data / 'sessions'} cannot be read" in past.trouble
    assert home_view(person, past).trouble == past.trouble
