"""What cannot be read is never taken for empty, and its remedy is told."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from sessions.storage.listing import Unreadable, entries, real_folders


def refuse_below(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """As one run with sudo leaves it: a folder may not be listed. The tests may run as root."""
    scandir: Callable[..., object] = os.scandir

    def refused(path: str | Path = ".") -> object:
        if Path(path) == folder:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    """And neither does a file."""
    (tmp_path / "file").write_text("")

    assert entries(tmp_path, "nowhere", "2026") == []
    assert entries(tmp_path, "file") == []


def test_links_to_folders_are_no_folders_of_ours(tmp_path: Path) -> None:
    """They are listed and not entered."""
    (tmp_path / "a" / "real").mkdir(parents=True)
    (tmp_path / "a" / "linked").symlink_to(tmp_path)

    assert [entry.name for entry in entries(tmp_path, "a")] == ["linked", "real"]
    assert real_folders(tmp_path, "a") == ["real"]


def test_a_folder_of_another_user_is_named_with_what_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole data folder is given back, whichever part was met first."""
    folder = tmp_path / "my data" / "sessions"
    folder.mkdir(parents=True)
    refuse_below(monkeypatch, folder)
    with pytest.raises(Unreadable) as raised:
        entries(folder.parent, "sessions")

    assert raised.value.sentence.startswith(f"{folder} cannot be read (Permission denied). ")
    assert "sudo chown -R " in raised.value.sentence
    assert raised.value.sentence.endswith(f" '{folder.parent}'")


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="rights of this kind")
def test_rights_taken_away_are_told_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody else's folder: no sudo."""
    folder = tmp_path / "sessions"
    folder.mkdir()
    folder.chmod(0)
    refuse_below(monkeypatch, folder)
    with pytest.raises(Unreadable) as raised:
        entries(tmp_path, "sessions")
    folder.chmod(stat.S_IRWXU)

    assert f"chmod -R u+rwX {tmp_path}" in raised.value.sentence
    assert "sudo" not in raised.value.sentence
