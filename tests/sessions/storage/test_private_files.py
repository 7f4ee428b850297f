"""Private files: closed to others, whole or not at all."""

import errno
import os
import re
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sessions.storage.private_files import (
    append_private,
    private_folder,
    write_new,
    write_private,
)


@pytest.fixture(params=[0o000, 0o022, 0o777])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """A careless, a common and a useless umask."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(path: Path) -> int:
    """The permission bits of `path`."""
    return path.stat().st_mode & 0o777


def test_modes_do_not_depend_on_the_umask(tmp_path: Path, umask: int) -> None:
    """Files are 0600 and every folder made on the way is 0700."""
    record = tmp_path / "data" / "sessions" / "one.toml"
    journal = tmp_path / "other" / "journal"

    write_private(record, "a = 1\n")
    append_private(journal, b"x")

    assert [mode(record), mode(journal)] == [0o600, 0o600]
    assert [mode(record.parent), mode(record.parent.parent), mode(journal.parent)] == [0o700] * 3


def test_a_folder_that_exists_keeps_its_mode(tmp_path: Path) -> None:
    """A folder of the person's own choosing is theirs to open."""
    tmp_path.chmod(0o755)
    private_folder(tmp_path)

    assert mode(tmp_path) == 0o755


def test_writing_replaces_whole(tmp_path: Path) -> None:
    """The new content stands there under the old name, with nothing beside it."""
    file = tmp_path / "settings.toml"
    file.write_text("long old content")
    file.chmod(0o644)

    write_private(file, "new")

    assert file.read_text() == "new"
    assert mode(file) == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fills up costs the new content, never the old, and leaves no draft."""
    file = tmp_path / "record.toml"
    write_private(file, "old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OSError, match="No space left"):
        write_private(file, "new")
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_appending_adds(tmp_path: Path) -> None:
    """What was there stays."""
    file = tmp_path / "journal"
    append_private(file, "one\n")
    append_private(file, b"two\n")

    assert file.read_text() == "one\ntwo\n"


@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOTSUP])
def test_a_disk_without_modes_keeps_what_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """A memory stick refuses `chmod`; no practice on it was ever kept."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "chmod", refuse)
    file = tmp_path / "new" / "record.toml"
    write_private(file, "all of it")
    append_private(file, ", and more")
    assert file.read_text() == "all of it, and more"


def test_a_mode_of_somebody_elses_file_is_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There EPERM says that the file is not ours to write privately."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "chmod", refuse)
    monkeypatch.setattr(os, "geteuid", lambda: -2)
    with pytest.raises(PermissionError):
        append_private(tmp_path / "diary.jsonl", "a line")


def _failing(number: int, folders: bool) -> Callable[[int], None]:
    """An fsync that fails for folders, or for files."""

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode) is folders:
            raise OSError(number, os.strerror(number))

    return fsync


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP, errno.ENOSYS])
def test_a_file_system_that_cannot_be_asked_to_sync_keeps_what_is_written(
    tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As some over a network: there is nothing wrong with what was written."""
    monkeypatch.setattr(os, "fsync", _failing(number, folders=False))

    write_private(tmp_path / "one", "whole")
    append_private(tmp_path / "two", b"added")
    new = write_new(tmp_path / "three", b"new")

    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == [
        b"whole",
        b"new",
        b"added",
    ]
    assert new == tmp_path / "three"


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC])
def test_a_disk_that_fails_to_sync_is_not_passed_over(
    tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old content stays."""
    file = tmp_path / "settings.toml"
    file.write_text("old")
    monkeypatch.setattr(os, "fsync", _failing(number, folders=False))

    with pytest.raises(OSError, match=re.escape(os.strerror(number))):
        write_private(file, "new")

    assert file.read_text() == "old"


def test_what_was_replaced_is_not_called_unwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the folder cannot be synced, the new content stands there all the same."""
    file = tmp_path / "settings.toml"
    file.write_text("old")
    monkeypatch.setattr(os, "fsync", _failing(errno.EIO, folders=True))

    write_private(file, "new")

    assert file.read_text() == "new"
