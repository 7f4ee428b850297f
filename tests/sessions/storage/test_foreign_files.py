"""Deletion among foreign files: whatever lies there and is not the program's keeps every byte."""

import random
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.pictures.clips import delete_clips
from sessions.pictures.photos import delete_photos
from sessions.storage.file_patterns import FOLDER, kind_in_cache, kind_in_data, kind_in_logs
from sessions.storage.forget import Homes, delete, kept, others, tidy

OWN = (
    "sessions/2026/2026-11-21T08-30-00.toml",
    "sessions/2026/2026-11-21T08-30-00-2.toml",
    "sessions/2026/.2026-11-21T08-30-00.toml.4711.0a1b2c3d.draft",
    "journal/2026-11-21T08-30-00.jsonl",
    "photos/2026-11-21T08-30-00/rest.jpg",
    "photos/2026-11-21T08-30-00/open-smile.avi",
    "photos/2026-11-21T08-30-00/framing.json",
    "photos/2026-11-21T08-30-00/.rest.jpg.a1b2c3d4",
    "decisions/2026/2026-11-21T08-30-00.jsonl.gz",
    "backup/2026-11-21.zip",
    "diary.jsonl",
    "plan.toml",
    "therapist.toml",
    "clinician.toml",
    "own-error.toml",
    "settings.toml",
    "history.sqlite",
    "written.toml",
    "logs/slowsmile.log",
    "logs/camera.log",
    "cache/matplotlib/fontlist-v390.json",
    "cache/cues-low-2-both/rise.wav",
)
FOREIGN = (
    "photos/holiday-2024/IMG_0001.jpg",
    "photos/2026-11-21T08-30-00/IMG_0001.jpg",
    "photos/2026-11-21T08-30-00/holiday.jpg",
    "photos/2026-13-21T08-30-00/rest.jpg",
    "photos/2026-11-21T08-30-00 copy/rest.jpg",
    "photos/2026-11-21T08-30-00-holiday/rest.jpg",
    "photos/rest.jpg",
    "sessions/band-practice/setlist.toml",
    "sessions/2026/setlist.toml",
    "sessions/2025/2026-11-21T08-30-00.toml",
    "sessions/2026/2026-02-30T08-30-00.toml",
    "sessions/2026/2026-11-21T08-30-00.toml.bak",
    "sessions/2026/2026-11-21T08-30-00 (conflicted copy).toml",
    "sessions/2026/2026-11-21T08-30-00.sync-conflict-20261121-230000-ABCDEFG.toml",
    "sessions/2026/._2026-11-21T08-30-00.toml",
    "sessions/2026-11-21T08-30-00.toml",
    "journal/2019.jsonl",
    "journal/2026-11-21.jsonl",
    "journal/2026-11-21T25-30-00.jsonl",
    "journal/old/2026-11-21T08-30-00.jsonl",
    "routines/therapists-own.toml",
    "routines/daily-gentle.toml",
    "routines/own-set.toml",
    "logs/apache.log",
    "logs/slowsmile.log.gz",
    "cache/matplotlib/style/mine.mplstyle",
    "cache/matplotlib/fontlist.txt",
    "cache/fontconfig/fonts.conf",
    "cache/thesis.tex",
    "cache/cues-low-2-both/song.wav",
    "backup/2026-11-21.tar.gz",
    "backup/2026-02-30.zip",
    "backup/home-of-anna.zip",
    "decisions/letters.txt",
    ".plan.toml.original",
    "plan.toml.bak",
    "diary.jsonl~",
    "my diary.jsonl",
    "tax.ods",
    "Photos of spring/rest.jpg",
)
LINKS = (
    "photos/linked",
    "photos/2020-01-01T08-00-00",
    "photos/2026-11-21T08-30-00/brow-raise.jpg",
    "sessions/2020",
    "sessions/2026/2026-11-22T08-30-00.toml",
    "journal/2026-11-22T08-30-00.jsonl",
    "routines/own-doses",
    "cache/matplotlib",
    "cache/mesa_shader_cache",
    "logs/camera.log.1",
    "decisions/2020",
    "backup/2020-01-01.zip",
    "history.sqlite-wal",
    "photos",
    "sessions",
    "journal",
    "logs",
    "cache",
)
BEHIND = (
    "a.jpg",
    "rest.jpg",
    "2020-01-01T08-00-00.toml",
    "2020/2020-01-01T08-00-00.toml",
    "2020-01-01T08-00-00/rest.jpg",
    "2020-01-01T08-00-00.jsonl",
    "slowsmile.log",
    "fontlist-v390.json",
    "matplotlib/fontlist-v390.json",
)
"""What lies outside, where links lead: named as the program names its own."""


def _make(data: Path, outside: Path, chance: random.Random) -> tuple[dict[Path, bytes], list[Path]]:
    """Lay out a tree; its foreign files with their bytes, and its links."""
    foreign: dict[Path, bytes] = {}
    links: list[Path] = []
    for name in BEHIND:
        foreign[outside / name] = chance.randbytes(9)
        (outside / name).parent.mkdir(parents=True, exist_ok=True)
        (outside / name).write_bytes(foreign[outside / name])
    for name in chance.sample(LINKS, chance.randint(0, 5)):
        path = data / name
        if not path.exists() and not any(parent in links for parent in path.parents):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.symlink_to(chance.choice([outside, outside / "2020", outside / "rest.jpg"]))
            links.append(path)
    for name in (*OWN, *chance.sample(FOREIGN, chance.randint(0, len(FOREIGN)))):
        path = data / name
        if path.exists() or any(part in links for part in (path, *path.parents)):
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(chance.randbytes(7))
        if name in FOREIGN:
            foreign[path] = path.read_bytes()
    return foreign, links


WHAT = st.sampled_from(["all", "photos", "clips"])
"""Is deleted."""


@settings(max_examples=24)
@given(st.integers(0, 10**9), WHAT)
def test_no_foreign_byte_changes_and_all_that_is_left_is_named(seed: int, what: str) -> None:
    """Random trees and links; deleting everything, the photos, or the clips."""
    _delete_among_others(random.Random(seed), what)


@pytest.mark.long
@settings(max_examples=1000)
@given(st.integers(0, 10**9), WHAT)
def test_no_foreign_byte_changes_in_a_thousand_folders(seed: int, what: str) -> None:
    """The same with others."""
    _delete_among_others(random.Random(seed), what)


def _delete_among_others(chance: random.Random, what: str) -> None:
    with TemporaryDirectory() as folder:
        data, outside = Path(folder, "data"), Path(folder, "outside")
        foreign, links = _make(data, outside, chance)
        targets = [link.readlink() for link in links]
        homes = Homes(
            data=data, settings=data / "settings.toml", logs=data / "logs", cache=data / "cache"
        )
        if what == "photos":
            delete_photos(data)
        elif what == "clips":
            delete_clips(data)
        else:
            assert delete(path for each in kept(homes) for path in each.files) == []
            tidy(homes)

        assert {path: path.read_bytes() for path in foreign if path.exists()} == foreign
        assert [link.readlink() for link in links] == targets
        if what == "all":
            left = others(homes)
            here = [path for path in (*foreign, *links) if path.is_relative_to(data)]
            assert all(any(path.is_relative_to(named) for named in left) for path in here)
            files = {p for p in data.rglob("*") if p.is_symlink() or p.is_file()}
            assert files <= {*here}


@pytest.mark.parametrize("name", OWN)
def test_every_name_the_program_gives_is_known(name: str) -> None:
    """Files and their folders."""
    folder, _, inside = name.partition("/")
    if folder in ("logs", "cache"):
        kind_of = kind_in_logs if folder == "logs" else kind_in_cache
        assert kind_of(inside) not in (None, FOLDER)
        return
    assert name == "settings.toml" or kind_in_data(name) not in (None, FOLDER)
    for parent in list(Path(name).parents)[:-1]:
        assert kind_in_data(parent.as_posix()) == FOLDER
