"""Clips on the disk: private, beside the photos, listed, deleted, and nothing else touched."""

import stat
from pathlib import Path

import pytest
from msgspec.structs import replace

from sessions.messages import Clip
from sessions.pictures.clips import clip_albums, clip_files, delete_clips, keep_clips, read_clip
from sessions.pictures.mjpeg_avi import MOST_FILM
from sessions.pictures.photos import delete_photos, photo_albums
from tests.sessions.clip_samples import clip, clip_album
from tests.sessions.photo_samples import FIRST, LATER, album


def test_clips_are_private_and_beside_the_photos(tmp_path: Path) -> None:
    """Files 0600 in folders 0700 below `photos`, named for what they show."""
    assert keep_clips(tmp_path, FIRST, [clip("open-smile"), clip("brow-raise")]) == 2

    files = sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file())
    assert files == [f"photos/{FIRST}/{n}" for n in ("brow-raise.avi", "open-smile.avi")]
    for path in tmp_path.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


@pytest.mark.parametrize(
    "strange",
    [
        replace(clip("frown"), name="../x"),
        replace(clip("frown"), name="UP"),
        replace(clip("frown"), frames=(b"#!/bin/sh",)),
        replace(clip("frown"), width=100_000),
    ],
    ids=["elsewhere", "no-name", "no-picture", "huge"],
)
def test_a_worker_gone_wrong_decides_nothing_about_the_disk(tmp_path: Path, strange: Clip) -> None:
    """What makes no clip is not written, and no name leads elsewhere."""
    assert keep_clips(tmp_path, FIRST, [strange]) == 0
    with pytest.raises(ValueError, match="no session"):
        keep_clips(tmp_path, "../x", [clip("frown")])
    assert not any(tmp_path.iterdir())


def test_photos_and_clips_of_a_practice_go_one_without_the_other(tmp_path: Path) -> None:
    """Drafts of a broken write go along; the other kind, other practices and strangers stay."""
    album(tmp_path)
    clip_album(tmp_path)
    (tmp_path / "photos" / FIRST / ".frown.avi.ab12cd34").write_bytes(b"half")
    (tmp_path / "photos" / FIRST / "note.txt").write_text("mine")

    assert [each.name for each in clip_albums(tmp_path)] == [FIRST, LATER]
    assert list(clip_albums(tmp_path)[1].files) == ["brow-raise", "open-smile"]
    assert len(clip_files(tmp_path, FIRST)) == 2
    assert delete_clips(tmp_path, FIRST) == []
    assert [each.name for each in clip_albums(tmp_path)] == [LATER]
    assert [each.name for each in photo_albums(tmp_path)] == [FIRST, LATER]
    assert delete_photos(tmp_path) == []
    assert len(clip_files(tmp_path)) == 2
    assert delete_clips(tmp_path) == []
    kept = [p.name for p in tmp_path.rglob("*") if p.is_file()]
    assert kept == ["note.txt"]


def test_a_clip_is_read_back_and_a_strange_file_is_none(tmp_path: Path) -> None:
    """Damaged, enormous or gone: None, and no trouble."""
    clip_album(tmp_path)
    path = clip_albums(tmp_path)[0].files["open-smile"]
    film = read_clip(path)
    assert film is not None
    assert len(film.frames) == 16

    path.write_bytes(path.read_bytes()[:-5])
    assert read_clip(path) is None
    path.write_bytes(bytes(MOST_FILM + 1))
    assert read_clip(path) is None
    path.unlink()
    assert read_clip(path) is None
