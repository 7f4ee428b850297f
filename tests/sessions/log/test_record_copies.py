"""One session an id: copies of sync programs are named once and never counted."""

from datetime import timedelta
from pathlib import Path

import pytest

from sessions.history.index import open_history
from sessions.log.record_files import parse_record, records
from sessions.report.collect import collect
from sessions.storage.sync_copies import original_of
from tests.sessions.log_samples import MORNING, many

STEM = "2026-11-21T08-30-00"
COPIES = (
    f"{STEM} (Laptop's conflicted copy 2026-11-28).toml",
    f"{STEM} (conflicted copy 2026-11-28 230000).toml",
    f"{STEM} (Case Conflict).toml",
    f"{STEM}_conflict-20261128-230000.toml",
    f"{STEM}.sync-conflict-20261128-230000-ABCDEFG.toml",
    f"{STEM}-LAPTOP-7F3A.toml",
    f"{STEM}-PC2.toml",
    f"{STEM} (1).toml",
    f"{STEM} - Copy.toml",
    f"{STEM} - Kopie (2).toml",
    f"{STEM} 2.toml",
    f"{STEM} copy 2.toml",
    f"._{STEM}.toml",
)


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_named_and_counts_nowhere(name: str, tmp_path: Path) -> None:
    """History, records, report; and again from the index."""
    (path,) = many(tmp_path, 1)
    assert path.name == f"{STEM}.toml"
    path.with_name(name).write_bytes(b"\0\5\x16\7" if name.startswith("._") else path.read_bytes())
    said = (f"{name}: a copy of {STEM}.toml, not counted.",)

    for _ in range(2):
        history = open_history(tmp_path)
        assert [each.path for each in history.sessions] == [f"2026/{path.name}"]
        assert history.problems == said
    assert [each.path for each in records(tmp_path) if each.record] == [path]
    assert tuple(each.problem for each in records(tmp_path) if each.problem) == said
    report = collect(tmp_path, MORNING.date())
    assert report.finished + report.stopped + report.abandoned == 1


def test_a_copy_that_was_changed_does_not_stand_for_the_session(tmp_path: Path) -> None:
    """The file under the program's own name is the session, wherever it sorts."""
    (path,) = many(tmp_path, 1)
    other = path.with_name("2020 backup.toml")
    other.write_text(path.read_text().replace('side = "left"', 'side = "right"', 1))

    (listed,) = open_history(tmp_path).sessions
    assert (listed.path, listed.summary.side) == (f"2026/{path.name}", "left")


def test_sessions_of_the_same_second_are_no_copies(tmp_path: Path) -> None:
    """The program's own number; and a clash of two devices, by its id."""
    first, second = (*many(tmp_path, 1), *many(tmp_path, 1, seed=5, source="camera:1"))
    assert second.name == f"{STEM}-2.toml"
    (third,) = many(tmp_path / "other", 1, seed=9, source="camera:2")
    clash = first.with_name(f"{STEM}.sync-conflict-20261128-230000-ABCDEFG.toml")
    clash.write_bytes(third.read_bytes())

    assert len({parse_record(p, p.read_bytes()).id for p in (first, second, clash)}) == 3
    assert len(open_history(tmp_path).sessions) == 3
    assert open_history(tmp_path).problems == ()


def test_a_copy_without_its_original_is_named_with_what_to_do(tmp_path: Path) -> None:
    """It never counts by itself."""
    (path,) = many(tmp_path, 1)
    copy = path.rename(path.with_name(f"{STEM} (conflicted copy).toml"))

    history = open_history(tmp_path)
    assert history.sessions == ()
    (said,) = history.problems
    assert said.startswith(f"{copy.name}: a copy of {STEM}.toml, which is not here; not counted.")
    assert said.endswith(f"give it the name {STEM}.toml.")


@pytest.mark.parametrize(
    "name",
    [
        f"{STEM}.toml",
        f"{STEM}-2.toml",
        f"{STEM}-10.toml",
        "notes.toml",
        "2026-02-30T08-30-00 2.toml",
    ],
)
def test_these_names_are_no_copies(name: str) -> None:
    """The program's own, and strangers'."""
    assert original_of(name) is None


def test_a_week_is_not_made_fuller_by_copies(tmp_path: Path) -> None:
    """Three sessions with three copies are three sessions."""
    for path in many(tmp_path, 3):
        path.with_name(f"{path.stem} 2.toml").write_bytes(path.read_bytes())

    history = open_history(tmp_path)
    days = [each.summary.started.date() for each in history.sessions]
    assert days == [MORNING.date() - timedelta(days=n) for n in (2, 1, 0)]
    assert len(history.problems) == 3
