"""`slowsmile forget`: shown first, deleted after the word, and honest about the rest."""

import zipfile
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest

from sessions.exchange.archive import ArchivePlaces
from sessions.exchange.backup import back_up
from sessions.history.diary import DiaryLine, add_line
from sessions.log.journal import Journal
from sessions.log.record_files import read_record, record_files
from sessions.pictures.clips import clip_albums, keep_clips
from sessions.pictures.photos import keep_photos, photo_albums
from sessions.storage.exported_files import remember
from tests.sessions.clip_samples import clip, clip_album
from tests.sessions.log_samples import MORNING, header, many
from tests.sessions.photo_samples import FIRST, LATER, album, still
from tui.cli import main
from tui.commands import forget


@pytest.fixture
def data(own_home: Path) -> Path:
    """The data folder of the test, with three sessions."""
    many(own_home / "slowsmile", 3)
    return own_home / "slowsmile"


def _type(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(text))


@pytest.mark.parametrize("typed", ["", "\n", "y\n", "yes\n", "forget it\n"])
def test_nothing_goes_without_the_word(
    typed: str, data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is shown what there is."""
    _type(monkeypatch, typed)
    assert main(["forget"]) == 0
    shown = capsys.readouterr().out

    assert "sessions                     3 files" in shown
    assert "Nothing was deleted." in shown
    assert len(record_files(data)) == 3


def test_nothing_goes_without_an_input(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Python has no standard input where the caller closed it."""
    monkeypatch.setattr("sys.stdin", None)
    assert main(["forget"]) == 0

    assert "Nothing was deleted." in capsys.readouterr().out
    assert len(record_files(data)) == 3


def test_the_word_deletes_all_and_names_what_is_elsewhere(
    data: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The report stays, by name; a stranger's file stays too."""
    report = tmp_path / "r.txt"
    assert main(["report", "-o", str(report)]) == 0
    (data / "tax.ods").write_text("mine")
    _type(monkeypatch, " Forget \n")
    assert main(["forget"]) == 0
    shown = capsys.readouterr()

    assert f": {report}" in shown.out
    assert report.exists()
    assert "tax.ods" in shown.err
    assert [p.name for p in data.iterdir()] == ["tax.ods"]
    _type(monkeypatch, "")
    assert main(["forget"]) == 0
    assert "Nothing is kept here." in capsys.readouterr().out


def test_one_session_can_go_alone(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The history follows."""
    assert main(["history"]) == 0
    gone = record_files(data)[1]
    _type(monkeypatch, "forget\n")
    assert main(["forget", "--session", gone.stem]) == 0

    assert not gone.exists()
    assert len(record_files(data)) == 2
    capsys.readouterr()
    assert main(["history"]) == 0
    assert capsys.readouterr().out.count("Gentle daily set") == 2
    assert main(["forget", "--session", "../../etc/passwd"]) == 2
    assert "There is no session" in capsys.readouterr().err


def test_what_the_diary_holds_of_that_day_is_told(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Given outside a practice, it belongs to the day; before the question, so nobody is misled."""
    first, second = (read_record(path) for path in record_files(data)[:2])
    for days in (0, 30):
        when = first.started + timedelta(days=days)
        add_line(data, DiaryLine(when=when, kind="note", text="tight jaw"))
    before = (data / "diary.jsonl").read_bytes()
    for record, told in ((first, True), (second, False)):
        _type(monkeypatch, "forget\n")
        name = record.started.strftime("%Y-%m-%dT%H-%M-%S")
        assert main(["forget", "--session", name]) == 0
        said = capsys.readouterr().out
        assert ("It holds 1 line of" in said) is told

    assert (data / "diary.jsonl").read_bytes() == before


def test_not_in_the_middle_of_a_session(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The other window has it open."""
    journal = Journal.begin(data, header())
    _type(monkeypatch, "forget\n")
    assert main(["forget"]) == 2
    journal.close()

    assert "another window" in capsys.readouterr().err
    assert len(record_files(data)) == 3


def test_photos_are_listed_and_can_go_alone(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of one practice, or all; the sessions stay. Deleting all of it takes photos along."""
    album(data)
    _type(monkeypatch, "")
    assert main(["forget"]) == 0
    assert "photos                       7 files" in capsys.readouterr().out
    _type(monkeypatch, "forget\n")
    assert main(["forget", "--photos", "--session", FIRST]) == 0
    assert [each.name for each in photo_albums(data)] == [LATER]
    _type(monkeypatch, "no\n")
    assert main(["forget", "--photos"]) == 0
    assert [each.name for each in photo_albums(data)] == [LATER]
    _type(monkeypatch, "forget\n")
    assert main(["forget", "--photos"]) == 0
    assert not (data / "photos").exists()
    assert len(record_files(data)) == 3
    assert main(["forget", "--photos"]) == 0
    assert "No photos are kept here." in capsys.readouterr().out


def test_a_session_goes_with_its_photos(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of other sessions stay."""
    gone = record_files(data)[1].stem
    album(data)
    keep_photos(data, gone, [still("rest")])
    _type(monkeypatch, "forget\n")
    assert main(["forget", "--session", gone]) == 0

    assert [each.name for each in photo_albums(data)] == [FIRST, LATER]


def test_clips_are_listed_and_can_go_without_the_photos(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """--clips leaves photos, --photos leaves neither, a session takes both along."""
    album(data)
    clip_album(data)
    gone = record_files(data)[1].stem
    keep_clips(data, gone, [clip("frown")])
    _type(monkeypatch, "")
    assert main(["forget"]) == 0
    assert "clips                        4 files" in capsys.readouterr().out
    _type(monkeypatch, "forget\n")
    assert main(["forget", "--session", gone]) == 0
    assert "photos and clips: 1 file." in capsys.readouterr().out
    _type(monkeypatch, "forget\n")
    assert main(["forget", "--clips", "--session", FIRST]) == 0
    assert [each.name for each in clip_albums(data)] == [LATER]
    assert [each.name for each in photo_albums(data)] == [FIRST, LATER]
    _type(monkeypatch, "forget\n")
    assert main(["forget", "--photos"]) == 0

    assert not (data / "photos").exists()
    assert main(["forget", "--clips"]) == 0
    assert "No clips are kept here." in capsys.readouterr().out


def test_all_takes_the_clips_along(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And their folder, even where there were no photos."""
    clip_album(data)
    _type(monkeypatch, "forget\n")
    assert main(["forget"]) == 0

    assert not (data / "photos").exists()


def test_what_the_program_did_not_make_is_named_and_left(
    data: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A folder by its name, a link as a link; and it is not said that all is deleted."""
    (data / "photos" / "holiday-2024").mkdir(parents=True)
    (data / "photos" / "holiday-2024" / "IMG_0001.jpg").write_text("mine")
    (data / "sessions" / "2020").symlink_to(tmp_path)
    _type(monkeypatch, "forget\n")
    assert main(["forget"]) == 0
    shown = capsys.readouterr()

    assert "Not made by this program, left there: photos/holiday-2024\n" in shown.err
    assert "A link, left there with all that it leads to: sessions/2020\n" in shown.err
    assert "What is named above was left." in shown.out
    assert (data / "photos" / "holiday-2024" / "IMG_0001.jpg").read_text() == "mine"
    assert record_files(data) == []


def test_what_would_not_go_is_named_and_nothing_is_called_deleted(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file the system holds on to."""
    held = record_files(data)[0]
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path == held:
            raise PermissionError(13, "Permission denied")
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    _type(monkeypatch, "forget\n")
    assert main(["forget"]) == 2
    shown = capsys.readouterr()

    assert f"Could not be deleted: {held}" in shown.err
    assert "Deleted." not in shown.out
    assert "Not everything could be deleted" in shown.err


def test_a_copy_of_the_session_is_named_when_the_session_goes(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is not the program's to delete, and it does not count afterwards."""
    gone = record_files(data)[1]
    copy = gone.with_name(f"{gone.stem} (Laptop's conflicted copy 2026-11-28).toml")
    copy.write_bytes(gone.read_bytes())
    _type(monkeypatch, "forget\n")
    assert main(["forget", "--session", gone.stem]) == 0

    assert copy.name in capsys.readouterr().err
    assert main(["history"]) == 0
    shown = capsys.readouterr()
    assert shown.out.count("Gentle daily set") == 2
    assert f"{copy.name}: a copy of {gone.name}, which is not here" in shown.err


def _backups(data: Path) -> list[Path]:
    """Two weekly backups of the data folder."""
    places = ArchivePlaces(data=data, config=data)
    made = [back_up(places, MORNING.date() + days * timedelta(days=7)) for days in (0, 1)]
    return [path for path in made if path is not None]


def test_backups_go_with_all_the_rest(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one that is made while the question stands."""
    first, later = _backups(data)
    content = later.read_bytes()
    later.unlink()

    class Slow(StringIO):
        def readline(self, size: int = -1, /) -> str:
            later.write_bytes(content)
            return super().readline(size)

    monkeypatch.setattr("sys.stdin", Slow("forget\n"))
    assert main(["forget"]) == 0

    assert not first.exists()
    assert not later.exists()
    assert not data.exists()


def test_a_session_goes_from_the_backups_too(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each backup is named, also the one that had to be deleted; no word of it is left."""
    whole, damaged = _backups(data)
    damaged.write_bytes(damaged.read_bytes()[:-40])
    gone = record_files(data)[1]
    session_id = read_record(gone).id.encode()
    _type(monkeypatch, "forget\n")
    assert main(["forget", "--session", gone.stem]) == 0
    said = capsys.readouterr().out

    assert f"Taken out of the backup {whole.name}." in said
    assert f"Deleted the backup {damaged.name}: the session could not be taken out" in said
    assert not damaged.exists()
    with zipfile.ZipFile(whole) as archive:
        assert len(archive.namelist()) == 2
        assert not any(session_id in archive.read(name) for name in archive.namelist())


def test_a_backup_that_stays_is_not_called_deleted(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither rewritten nor deleted: it is named, and the exit code says so."""
    backup = _backups(data)[0]

    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("sessions.exchange.backup.write_private", refuse)
    monkeypatch.setattr("sessions.exchange.backup.delete", lambda paths: list(paths))
    _type(monkeypatch, "forget\n")
    assert main(["forget", "--session", record_files(data)[1].stem]) == 2
    shown = capsys.readouterr()

    assert f"Could not be deleted: {backup}" in shown.err
    assert "Deleted." not in shown.out


@pytest.mark.parametrize("words", [["--session", "2026-11-21T08-30-00"], ["--photos"]])
def test_what_was_written_elsewhere_is_named_with_a_part_too(
    words: list[str],
    data: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A report or an export may hold the session, or the face; a calendar holds only times."""
    picture = data / "photos" / "2026-11-21T08-30-00" / "1-rest.jpg"
    report, calendar = tmp_path / "r.txt", tmp_path / "plan.ics"
    assert main(["report", "-o", str(report)]) == 0
    calendar.touch()
    remember(data, calendar, "calendar", MORNING)
    capsys.readouterr()
    if words == ["--photos"]:
        monkeypatch.setattr(forget, "_files", lambda *_, **__: [picture])
    _type(monkeypatch, "")
    assert main(["forget", *words]) == 0
    shown = capsys.readouterr().out

    assert f": {report}" in shown
    assert str(calendar) not in shown
    assert main(["forget"]) == 0
    assert f"calendar of {MORNING:%Y-%m-%d}: {calendar}" in capsys.readouterr().out
