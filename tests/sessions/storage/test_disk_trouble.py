"""New files appear whole, overwrite nothing and are private."""

import os
from pathlib import Path

import pytest

from sessions.storage import private_files


@pytest.fixture(autouse=True)
def _careless_umask() -> object:
    before = os.umask(0)
    yield
    os.umask(before)


def test_a_taken_name_is_not_taken_again(tmp_path: Path) -> None:
    """Two files of one name stand side by side."""
    target = tmp_path / "a" / "x.toml"

    first, second, third = (private_files.write_new(target, text) for text in (b"1", b"2", b"3"))

    assert [p.name for p in (first, second, third)] == ["x.toml", "x-2.toml", "x-3.toml"]
    assert [p.read_bytes() for p in (first, second, third)] == [b"1", b"2", b"3"]


def test_files_and_folders_are_private_whatever_the_umask(tmp_path: Path) -> None:
    """0600 in 0700, and no draft is left behind."""
    path = private_files.write_new(tmp_path / "a" / "b" / "x.toml", b"1")

    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o700
    assert list(path.parent.iterdir()) == [path]


def test_a_file_system_without_hard_links_is_served_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Memory sticks know no hard links; names are still not taken twice."""

    def no_links(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)

    names = [private_files.write_new(tmp_path / "own" / "x.toml", b"1").name for _ in range(2)]

    assert names == ["x.toml", "x-2.toml"]
    assert len(list((tmp_path / "own").iterdir())) == 2


def test_a_failed_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk costs no half file."""

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="No space"):
        private_files.write_new(tmp_path / "own" / "x.toml", b"1")

    assert list((tmp_path / "own").iterdir()) == []


def test_a_lock_is_held_once_and_ends_with_its_handle(tmp_path: Path) -> None:
    """A second owner is refused until the first lets go."""
    path = tmp_path / "x"
    path.touch()
    first, second = (os.open(path, os.O_RDWR) for _ in range(2))

    assert private_files.lock(first)
    assert not private_files.lock(second)
    os.close(first)
    assert private_files.lock(second)
    os.close(second)
