"""The weekly backup: when it is made, what is in it, and how a session leaves it."""

import stat
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from sessions.exchange import backup as module
from sessions.exchange.archive import ArchivePlaces
from sessions.exchange.backup import MOST_KEPT, BackupTrouble, back_up, take_out
from sessions.exchange.take_in import import_archive
from sessions.history.diary import DiaryLine, add_line, kept_lines
from sessions.log.record_files import read_record, record_files
from tests.sessions.clip_samples import clip_album
from tests.sessions.log_samples import MORNING, many
from tests.sessions.photo_samples import album

TODAY = MORNING.date()
DAY = timedelta(days=1)


@pytest.fixture
def places(tmp_path: Path) -> ArchivePlaces:
    """Three sessions, a line of the diary, photos and clips."""
    data = tmp_path / "data"
    many(data, 3)
    add_line(data, DiaryLine(when=MORNING, kind="note", text="x"))
    album(data)
    clip_album(data)
    return ArchivePlaces(data=data, config=data)


def _names(path: Path) -> set[str]:
    with zipfile.ZipFile(path) as archive:
        return set(archive.namelist())


def _backups(places: ArchivePlaces) -> list[str]:
    return sorted(path.name for path in (places.data / "backup").iterdir())


def test_it_is_private_and_holds_no_pictures(places: ArchivePlaces) -> None:
    """File 0600 in folder 0700, whatever the mask is."""
    path = back_up(places, TODAY)

    assert path is not None
    assert path == places.data / "backup" / "2026-11-21.zip"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert _names(path) == {
        *(each.relative_to(places.data).as_posix() for each in record_files(places.data)),
        "diary.jsonl",
    }


def test_it_is_taken_in_again(places: ArchivePlaces, tmp_path: Path) -> None:
    """All sessions and the diary, on an empty machine."""
    path = back_up(places, TODAY)
    assert path is not None
    new = ArchivePlaces(data=tmp_path / "new", config=tmp_path / "new")

    taken = import_archive(new, path, TODAY)

    assert (taken.sessions, taken.refused) == (3, [])
    assert kept_lines(new.data) == kept_lines(places.data)


def test_one_a_week_and_twelve_of_them(places: ArchivePlaces) -> None:
    """The oldest goes; a backup with another word in its name is none of the twelve."""
    assert back_up(places, TODAY) is not None
    own = places.data / "backup" / "before-2026-11-01.zip"
    own.write_bytes(b"")
    for days in range(1, 7):
        assert back_up(places, TODAY + days * DAY) is None
    for week in range(1, 15):
        assert back_up(places, TODAY + 7 * week * DAY) is not None

    assert len(_backups(places)) == MOST_KEPT + 1
    assert _backups(places)[0] == f"{TODAY + 21 * DAY}.zip"
    assert own.exists()


def test_a_clock_that_was_wrong_does_not_hold_it_up(places: ArchivePlaces) -> None:
    """A backup dated in the future counts for nothing, and that of today stays."""
    for year in range(2080, 2080 + MOST_KEPT):
        assert back_up(places, TODAY.replace(year=year)) is not None

    path = back_up(places, TODAY)
    assert path is not None
    assert path.exists()
    assert len(_backups(places)) == MOST_KEPT


def test_nothing_is_made_where_nothing_is_kept(tmp_path: Path) -> None:
    """No folder appears; settings alone are not worth one."""
    (tmp_path / "settings.toml").write_text("schema = 1\n")

    assert back_up(ArchivePlaces(data=tmp_path, config=tmp_path), TODAY) is None
    assert [path.name for path in tmp_path.iterdir()] == ["settings.toml"]


def test_a_link_is_not_followed(places: ArchivePlaces, tmp_path: Path) -> None:
    """What would lie behind it, `forget` could not delete."""
    (tmp_path / "elsewhere").mkdir()
    (places.data / "backup").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(BackupTrouble, match="it is a link"):
        back_up(places, TODAY)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_full_disk_keeps_what_was_there(
    places: ArchivePlaces, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence; the older backup stays whole, and nothing half-written is left."""
    back_up(places, TODAY)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "write_private", full)
    with pytest.raises(BackupTrouble, match="No space left on device"):
        back_up(places, TODAY + 7 * DAY)
    assert _backups(places) == ["2026-11-21.zip"]


def test_what_a_broken_write_left_is_cleared_away(places: ArchivePlaces) -> None:
    """Killed in the middle: the draft goes with the next backup."""
    back_up(places, TODAY)
    draft = places.data / "backup" / ".2026-11-28.zip.a1b2c3d4"
    draft.write_bytes(b"PK")

    back_up(places, TODAY + 7 * DAY)
    assert _backups(places) == ["2026-11-21.zip", "2026-11-28.zip"]


def test_a_backup_of_what_was_forgotten_meanwhile_does_not_stay(
    places: ArchivePlaces, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other window deleted a session between reading and writing."""
    gone = record_files(places.data)[0]

    def write(path: Path, content: bytes) -> None:
        path.write_bytes(content)
        gone.unlink()

    monkeypatch.setattr(module, "write_private", write)
    assert back_up(places, TODAY) is None
    assert _backups(places) == []


def test_a_session_is_taken_out_of_every_backup_and_the_rest_stays(places: ArchivePlaces) -> None:
    """By its name, as a copy, and by its id under another name; other members keep every byte."""
    gone, *others = record_files(places.data)
    gone.with_name(f"{gone.stem}.sync-conflict-20261128-230000-ABCDEFG.toml").write_bytes(
        gone.read_bytes()
    )
    gone.with_name("renamed.toml").write_bytes(gone.read_bytes())
    back_up(places, TODAY)
    back_up(places, TODAY + 7 * DAY)
    before = {each.relative_to(places.data).as_posix(): each.read_bytes() for each in others}

    result = take_out(places.data, gone.stem, read_record(gone).id)

    assert [each.name for each in result.rewritten] == ["2026-11-21.zip", "2026-11-28.zip"]
    assert (result.deleted, result.emptied, result.stayed) == ([], [], [])
    for path in result.rewritten:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        with zipfile.ZipFile(path) as archive:
            kept = {name: archive.read(name) for name in archive.namelist()}
        assert kept.pop("diary.jsonl") == (places.data / "diary.jsonl").read_bytes()
        assert kept == before


def test_a_backup_without_the_session_is_left_alone(places: ArchivePlaces) -> None:
    """Not a byte of it changes."""
    path = back_up(places, TODAY)
    assert path is not None
    before = path.read_bytes()

    result = take_out(places.data, "2001-01-01T00-00-00", "0" * 16)

    assert result.rewritten == []
    assert path.read_bytes() == before


def test_a_backup_that_cannot_be_rewritten_is_deleted(
    places: ArchivePlaces, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Damaged, or no room for it: better none than one with the session in it."""
    gone = record_files(places.data)[0]
    whole = back_up(places, TODAY)
    assert whole is not None
    damaged = whole.with_name("2026-11-14.zip")
    damaged.write_bytes(whole.read_bytes()[:-40])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "write_private", full)
    result = take_out(places.data, gone.stem, None)

    assert result.deleted == [damaged, whole]
    assert _backups(places) == []


def test_a_backup_that_held_nothing_else_goes(tmp_path: Path) -> None:
    """Settings alone are no backup."""
    places = ArchivePlaces(data=tmp_path, config=tmp_path)
    (tmp_path / "settings.toml").write_text("schema = 1\n")
    many(tmp_path, 1)
    path = back_up(places, TODAY)

    result = take_out(tmp_path, record_files(tmp_path)[0].stem, None)

    assert result.emptied == [path]
    assert _backups(places) == []
