"""The index follows the files, whatever happened to either."""

import contextlib
import os
import sqlite3
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from sessions.history import index
from sessions.history.index import FILE_NAME, History, open_history
from sessions.log.record_files import read_record
from tests.patience import slowness
from tests.sessions.log_samples import many


def _ids(history: History) -> list[str]:
    return [each.summary.id for each in history.sessions]


def test_it_is_made_once_and_read_from_then_on(tmp_path: Path) -> None:
    """The second opening reads no record."""
    many(tmp_path, 5)
    first, second = open_history(tmp_path), open_history(tmp_path)

    assert (first.read_anew, second.read_anew) == (5, 0)
    assert first.sessions == second.sessions
    times = [s.summary.started for s in first.sessions]
    assert times == sorted(times)
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o777 == 0o600


def test_a_session_keeps_the_hour_of_its_own_wall(tmp_path: Path) -> None:
    """Read anew or from the index, wherever the computer is by then."""
    many(tmp_path, 1)
    for _ in range(2):
        (only,) = open_history(tmp_path).sessions

        assert only.summary.started.isoformat() == "2026-11-21T08:30:00+01:00"


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    """A record edited by hand, one deleted, one copied in, which is the same session."""
    paths = many(tmp_path, 5)
    open_history(tmp_path)
    paths[0].write_text(paths[0].read_text().replace('side = "left"', 'side = "right"', 1))
    paths[1].unlink()
    copied = paths[2].with_name("2026-01-01T00-00-00.toml")
    copied.write_text(paths[2].read_text())

    history = open_history(tmp_path)

    assert history.read_anew == 2
    assert len(history.sessions) == 4
    assert history.problems == (f"{copied.name}: a copy of {paths[2].name}, not counted.",)
    assert {s.path: s.summary.side for s in history.sessions}["2026/" + paths[0].name] == "right"


def _sized(path: Path, size: float) -> None:
    """The record with its face found to be of this size, and measured by it."""
    text = path.read_text()
    assert "\nmm_per_px = 0.31\n" in text
    found = f"\nmm_per_px = {0.31 * size}\niris_mm_per_px = 0.31\n"
    path.write_text(text.replace("\nmm_per_px = 0.31\n", found))


def _smiles(history: History) -> list[float]:
    """Affected half, session by session."""
    found = [each.summary.exercises[0].affected_mm for each in history.sessions]
    return [mm for mm in found if mm is not None]


def test_the_millimetres_of_all_sessions_are_of_one_size_of_the_face(tmp_path: Path) -> None:
    """Older ones know none and were measured by the irises alone; one rest finds it larger."""
    paths = many(tmp_path, 6)
    before = open_history(tmp_path)
    assert len(_smiles(before)) == 6
    for path, size in zip(paths[3:], (1.05, 1.1, 1.2), strict=True):
        _sized(path, size)

    after = open_history(tmp_path)

    factors = [now / was for now, was in zip(_smiles(after), _smiles(before), strict=True)]
    wanted = [1.1, 1.1, 1.1, 1.1 / 1.05, 1.0, 1.1 / 1.2]
    assert factors == pytest.approx(wanted, rel=2e-3)
    for now, was in zip(after.sessions, before.sessions, strict=True):
        smile, earlier = now.summary.exercises[0], was.summary.exercises[0]
        assert smile.symmetry_percent == earlier.symmetry_percent
        assert smile.counted == earlier.counted


def _deleted(path: Path) -> None:
    path.unlink()


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _garbage(path: Path) -> None:
    path.write_bytes(b"not a database at all" * 1000)


def _torn(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _scratched(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[200 : len(content) - 200] = os.urandom(len(content) - 400)
    path.write_bytes(bytes(content))


def _of_format(number: int) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with sqlite3.connect(path) as database:
            database.execute("ALTER TABLE session RENAME TO something_else")
            database.execute(f"PRAGMA user_version = {number}")
        database.close()

    return change


def _wrong_summaries(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("UPDATE session SET summary = x'c1'")
    database.close()


def _other_table(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("DROP TABLE session")
        database.execute("CREATE TABLE session (x)")
    database.close()


@pytest.mark.parametrize(
    "harm",
    [
        _deleted,
        _emptied,
        _garbage,
        _torn,
        _scratched,
        _wrong_summaries,
        _other_table,
        _of_format(index.INDEX_FORMAT + 1),
        _of_format(0),
    ],
)
def test_a_missing_damaged_older_or_newer_index_is_made_anew(
    tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    """Nobody notices but by the time it takes."""
    many(tmp_path, 2)
    before = open_history(tmp_path)
    harm(tmp_path / FILE_NAME)

    after = open_history(tmp_path)

    assert after.sessions == before.sessions
    assert open_history(tmp_path).read_anew == 0


def test_a_session_whose_record_is_damaged_is_known_by_its_start(tmp_path: Path) -> None:
    """Its file's name tells; a damaged copy of what can be read, or a foreign file, is none."""
    paths = many(tmp_path, 3)
    started = datetime.strptime(paths[1].stem, "%Y-%m-%dT%H-%M-%S")
    paths[1].write_text("schema = 9")
    paths[1].with_name(f"{paths[1].stem} (conflicted copy).toml").write_text("\0")
    paths[2].with_name(f"{paths[2].stem} (conflicted copy).toml").write_text("\0")
    paths[2].with_name("foreign.toml").write_text("a = 1")

    assert open_history(tmp_path).damaged == (started,)
    assert open_history(tmp_path).damaged == (started,)


def test_bad_records_are_named_and_the_others_listed(tmp_path: Path) -> None:
    """Read once; named at every opening."""
    paths = many(tmp_path, 3)
    paths[1].write_text("schema = 9")
    for _ in range(2):
        history = open_history(tmp_path)

        assert len(history.sessions) == 2
        assert len(history.problems) == 1
        assert paths[1].name in history.problems[0]
        assert "newer version" in history.problems[0]


def test_where_nothing_is_nothing_is_made(tmp_path: Path) -> None:
    """Looking at an empty history leaves no trace."""
    history = open_history(tmp_path / "nowhere")

    assert history.sessions == ()
    assert not (tmp_path / "nowhere").exists()


def test_another_window_at_the_index_is_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The records are read without it, and it stays."""
    many(tmp_path, 2)
    open_history(tmp_path)
    many(tmp_path, 1, seed=9, source="camera:1")
    other = sqlite3.connect(tmp_path / FILE_NAME)
    other.execute("BEGIN EXCLUSIVE")
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **_: connect(path, timeout=0))

    history = open_history(tmp_path)

    assert len(history.sessions) == 3
    other.rollback()
    other.close()
    assert open_history(tmp_path).read_anew == 1


def test_an_index_that_cannot_be_written_is_made_in_memory(tmp_path: Path) -> None:
    """A folder in its place, as good as a read-only disk."""
    many(tmp_path, 2)
    (tmp_path / FILE_NAME).mkdir()

    assert len(open_history(tmp_path).sessions) == 2


def test_progress_is_said_while_it_is_made(tmp_path: Path) -> None:
    """Thousands of records take seconds the first time."""
    many(tmp_path, 3)
    said: list[tuple[int, int]] = []
    open_history(tmp_path, lambda done, of: said.append((done, of)))

    assert said == [(0, 3)]


def test_simulated_sessions_count_only_where_there_are_no_others(tmp_path: Path) -> None:
    """The simulated patient's progress is nobody's."""
    many(tmp_path, 2, source="sim:steady")
    alone = open_history(tmp_path)
    assert len(alone.summaries) == 2
    assert alone.simulated_left_out == 0
    many(tmp_path, 3)
    mixed = open_history(tmp_path)

    assert len(mixed.summaries) == 3
    assert mixed.simulated_left_out == 2
    assert len(_ids(mixed)) == 5


def test_two_thousand_sessions_open_within_their_budget(tmp_path: Path) -> None:
    """0.3 s of processor time on a quiet machine, with every file looked at;
    `tests/benchmarks/history.py` measures the rest."""
    (first,) = many(tmp_path, 1)
    open_history(tmp_path)
    first_id = read_record(first).id
    names = [f"other-{n:04d}.toml" for n in range(1999)]
    with contextlib.closing(sqlite3.connect(tmp_path / FILE_NAME)) as database, database:
        for name in names:
            copy = first.with_name(name)
            copy.touch()
            stat = copy.stat()
            database.execute(
                "INSERT INTO session SELECT ?, ?, ?, started, "
                "CAST(replace(CAST(summary AS TEXT), ?, ?) AS BLOB), problem "
                "FROM session WHERE path = ?",
                (
                    f"2026/{name}",
                    stat.st_mtime_ns,
                    stat.st_size,
                    first_id,
                    name[:-5],
                    f"2026/{first.name}",
                ),
            )
    took: list[float] = []
    for _ in range(5):
        began = time.process_time()
        history = open_history(tmp_path)
        took.append(time.process_time() - began)

        assert (len(history.sessions), history.read_anew) == (2000, 0)
    assert min(took) <= 0.3 * slowness()
