"""Photos on the disk: private, in their one place, listed, deleted, and nothing else touched."""

import stat
from pathlib import Path

import msgspec
import pytest

from sessions.messages import Still
from sessions.pictures.photos import (
    delete_photos,
    first_framing,
    keep_photos,
    photo_albums,
    photo_files,
)
from tests.sessions.photo_samples import FIRST, LATER, OUTLINE, album, still


def test_photos_are_private_and_in_their_one_place(tmp_path: Path) -> None:
    """Files 0600 in folders 0700 below `photos`, named for what they show."""
    kept = keep_photos(tmp_path, FIRST, [still("rest"), still("brow-raise")])

    assert kept == 2
    files = sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file())
    assert files == [f"photos/{FIRST}/{n}" for n in ("brow-raise.jpg", "framing.json", "rest.jpg")]
    for path in tmp_path.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


@pytest.mark.parametrize("name", ["../x", "a/b", "", ".hidden", "UP", "a\n"])
def test_a_name_never_leads_elsewhere(tmp_path: Path, name: str) -> None:
    """Neither a still's name nor a session's is trusted as a path."""
    good = still("rest")
    strange = Still(name=name, jpeg=good.jpeg)

    assert keep_photos(tmp_path, FIRST, [strange]) == 0
    with pytest.raises(ValueError, match="no session"):
        keep_photos(tmp_path, name, [good])
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == []


def test_what_is_no_picture_is_not_written(tmp_path: Path) -> None:
    """A worker gone wrong cannot put programs or floods on the disk."""
    wrong = [
        Still(name="rest", jpeg=b"#!/bin/sh"),
        Still(name="frown", jpeg=b"\xff\xd8\xff" * 10**6),
    ]

    assert keep_photos(tmp_path, FIRST, wrong) == 0
    assert photo_albums(tmp_path) == []


def test_listed_oldest_first_with_rest_in_front(tmp_path: Path) -> None:
    """Strangers' files and folders are not photos of ours."""
    album(tmp_path)
    (tmp_path / "photos" / "holiday").mkdir()
    (tmp_path / "photos" / "holiday" / "rest.jpg").write_bytes(b"mine")
    (tmp_path / "photos" / "2026-99-99T00-00-00").mkdir()
    sessions = photo_albums(tmp_path)

    assert [session.name for session in sessions] == [FIRST, LATER]
    assert list(sessions[1].files) == ["rest", "brow-raise", "open-smile"]
    assert sessions[0].when.isoformat() == "2026-03-02T09:00:00"


def test_the_first_framing_is_the_one_to_line_up_with(tmp_path: Path) -> None:
    """A damaged one is passed over; none is none."""
    assert first_framing(tmp_path) == ()
    album(tmp_path)
    first = tmp_path / "photos" / FIRST / "framing.json"

    assert first_framing(tmp_path) == OUTLINE
    first.write_bytes(msgspec.json.encode({"outline": [9e9, 1]}))
    assert first_framing(tmp_path) == OUTLINE
    (tmp_path / "photos" / LATER / "framing.json").write_text("{")
    assert first_framing(tmp_path) == ()


def test_deleting_one_practice_leaves_the_other_and_strangers(tmp_path: Path) -> None:
    """Photos, framing and drafts of a broken write go; a note beside them stays."""
    album(tmp_path)
    (tmp_path / "photos" / FIRST / ".rest.jpg.ab12cd34").write_bytes(b"half")
    (tmp_path / "photos" / LATER / "note.txt").write_text("mine")

    assert delete_photos(tmp_path, FIRST) == []
    assert [session.name for session in photo_albums(tmp_path)] == [LATER]
    assert not (tmp_path / "photos" / FIRST).exists()
    assert delete_photos(tmp_path) == []
    assert photo_files(tmp_path) == []
    assert (tmp_path / "photos" / LATER / "note.txt").exists()
