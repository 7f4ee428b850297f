"""Forgetting takes all that is the program's and nothing else."""

from datetime import timedelta
from pathlib import Path

import pytest

from routines.reading.library import find
from routines.writing import routine_text
from sessions.care.own_dose import own_file
from sessions.history.diary import DiaryLine, add_line
from sessions.history.index import open_history
from sessions.log.journal import Journal
from sessions.storage.exported_files import remember, written_files
from sessions.storage.forget import Homes, delete, kept, others, tidy
from sessions.storage.private_files import write_private
from tests.sessions.log_samples import MORNING, header, many


@pytest.fixture
def homes(tmp_path: Path) -> Homes:
    """Everything the program writes, and a few things of the person's own."""
    data = tmp_path / "own"
    many(data, 3)
    open_history(data)
    Journal.begin(data, header()).close()
    add_line(data, DiaryLine(when=MORNING, kind="note", text="x"))
    remember(data, tmp_path / "report.pdf", "report", MORNING)
    for name in (
        "plan.toml",
        "settings.toml",
        "routines/mine.toml",
        "routines/own-set.toml",
        "logs/slowsmile.log",
        "logs/slowsmile.log.1",
        "cache/matplotlib/fontlist.json",
        "cache/of-the-person.txt",
        "tax-return.ods",
        "sessions/2026/letter.txt",
        "routines/mine.toml.bak",
    ):
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    own_set = own_file(data, "daily-gentle")
    write_private(own_set, routine_text(find("daily-gentle", (), today=None)))
    return Homes(
        data=data, settings=data / "settings.toml", logs=data / "logs", cache=data / "cache"
    )


def test_everything_the_program_made_is_listed(homes: Homes) -> None:
    """By kind, with number and size."""
    listed = {each.kind: len(each.files) for each in kept(homes)}

    assert listed == {
        "sessions": 3,
        "unfinished sessions": 1,
        "diary": 1,
        "plan and own routines": 2,
        "index and lists": 2,
        "settings": 1,
        "logs": 2,
        "caches": 1,
    }
    assert all(each.size > 0 for each in kept(homes))


def test_what_is_deleted_is_gone_and_the_rest_stays(homes: Homes) -> None:
    """Even inside folders of the program."""
    assert delete(path for each in kept(homes) for path in each.files) == []
    tidy(homes)

    left = sorted(str(p.relative_to(homes.data)) for p in homes.data.rglob("*") if p.is_file())
    assert left == [
        "cache/of-the-person.txt",
        "routines/mine.toml",
        "routines/mine.toml.bak",
        "routines/own-set.toml",
        "sessions/2026/letter.txt",
        "tax-return.ods",
    ]
    assert kept(homes) == []
    assert [p.relative_to(homes.data).as_posix() for p in others(homes)] == left


def test_where_nothing_else_was_no_folder_is_left(tmp_path: Path) -> None:
    """As if it had never been there."""
    data = tmp_path / "own"
    many(data, 1)
    homes = Homes(
        data=data, settings=data / "settings.toml", logs=data / "logs", cache=data / "cache"
    )
    delete(path for each in kept(homes) for path in each.files)
    tidy(homes)

    assert not data.exists()


def test_a_link_stays_and_so_does_what_it_points_to(tmp_path: Path) -> None:
    """The program makes no links, so one in the place of its own file is the person's."""
    elsewhere = tmp_path / "elsewhere.toml"
    elsewhere.write_text("mine")
    data = tmp_path / "own"
    (data / "sessions" / "2026").mkdir(parents=True)
    link = data / "sessions" / "2026" / "2026-11-21T08-30-00.toml"
    link.symlink_to(elsewhere)
    homes = Homes(
        data=data, settings=data / "settings.toml", logs=data / "logs", cache=data / "cache"
    )
    assert delete([link]) == [link]
    assert kept(homes) == []
    tidy(homes)

    assert others(homes) == [link]
    assert link.is_symlink()
    assert elsewhere.read_text() == "mine"


def test_files_written_elsewhere_are_remembered_once(tmp_path: Path) -> None:
    """The latest word counts, and a damaged list begins anew."""
    for n in range(3):
        remember(tmp_path, tmp_path / f"{n}.pdf", "export", MORNING + timedelta(days=n))
    remember(tmp_path, tmp_path / "0.pdf", "report", MORNING + timedelta(days=9))

    assert [(Path(w.path).name, w.what) for w in written_files(tmp_path)] == [
        ("1.pdf", "export"),
        ("2.pdf", "export"),
        ("0.pdf", "report"),
    ]
    (tmp_path / "written.toml").write_text("file = 3")
    assert written_files(tmp_path) == ()
    remember(tmp_path, tmp_path / "a.pdf", "report", MORNING)
    assert len(written_files(tmp_path)) == 1
