"""SQLite cache of session summaries; it is derived from the records and can be deleted at any time.

The TOML files are authoritative. At every opening the index is compared with them by name, size and
time of change; what is new or changed is read, what is gone is dropped, and an index that is
damaged, or of another format, is thrown away and made anew. Where no file can be written it is
made in memory.
"""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from statistics import median

import msgspec

from routines.errors import Trouble
from sessions.history.names import namer
from sessions.history.summary import SessionSummary, summarise
from sessions.log.record_copies import copies
from sessions.log.record_files import (
    FOLDER,
    RecordTrouble,
    listed_entries,
    named_start,
    read_record,
    record_name,
)
from sessions.storage.listing import Unreadable
from sessions.storage.private_files import FILE_MODE, private_folder

INDEX_FORMAT = 11
"""Raise it whenever a summary changes; indexes of other formats, older or newer, are remade."""
FILE_NAME = "history.sqlite"
"""Under the data folder."""

_TABLE = """
CREATE TABLE IF NOT EXISTS session (
    path TEXT PRIMARY KEY, changed_ns INTEGER NOT NULL, size INTEGER NOT NULL,
    started REAL, summary BLOB, problem TEXT
) WITHOUT ROWID
"""
_NOT_THE_FILES_FAULT = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
}
_AT_A_TIME = 100
"""Records read before they are written to the index, so that breaking off loses little."""

# Not msgpack, which turns every time into UTC: a session belongs to the day on its own wall.
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(SessionSummary).decode

Said = Callable[[int, int], None]
"""Told how many of how many records have been read, while an index is made."""


class IndexedSession(msgspec.Struct, frozen=True, kw_only=True):
    """One record in the index: its file, relative to the records folder, and its summary."""

    path: str
    summary: SessionSummary


class History(msgspec.Struct, frozen=True, kw_only=True):
    """All sessions, oldest first, and the files that could not be read, each with its reason.

    A face keeps its size: all millimetres are as of the median of the sizes that were found, so
    neither an older way of finding it nor a rest from below looks like progress."""

    sessions: tuple[IndexedSession, ...]
    problems: tuple[str, ...]
    """Bad records and copies, each with its sentence."""
    copies: frozenset[str] = frozenset()
    """Those of `problems` that tell of a copy."""
    damaged: tuple[datetime, ...] = ()
    """When the sessions began, in local time without zone, whose records are there but hold nothing
    that can be read. What was done in them is not known."""
    unread: tuple[str, ...] = ()
    """Files that the system would not let be read, each with its remedy."""
    read_anew: int
    """How many records had to be read because the index did not know them."""

    def need_all(self) -> None:
        """Raise Trouble where the system kept a record from being read: counts would be wrong."""
        if self.unread:
            raise Trouble("\n".join(self.unread), "settings")

    @property
    def summaries(self) -> list[SessionSummary]:
        """The sessions that count: real ones, or the simulated ones where there are no others."""
        real = [each.summary for each in self.sessions if not each.summary.simulated]
        return real or [each.summary for each in self.sessions]

    @property
    def simulated_left_out(self) -> int:
        """Simulated sessions that stand beside real ones and do not count."""
        simulated = sum(each.summary.simulated for each in self.sessions)
        return 0 if simulated == len(self.sessions) else simulated


def open_history(data: Path, said: Said = lambda done, of: None) -> History:
    """Bring the index up to date and read it. Never raises for a bad index or a bad record.

    Raises Unreadable where the folder of records, or a year's, cannot be read.
    """
    path = data / FILE_NAME
    try:
        return _open(data, path, said)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in _NOT_THE_FILES_FAULT:
            return _open(data, None, said)
    except (sqlite3.DatabaseError, msgspec.MsgspecError):
        pass
    with contextlib.suppress(OSError):
        for name in (path, path.with_name(f"{FILE_NAME}-journal")):
            if not name.is_symlink():
                name.unlink(missing_ok=True)
    try:
        return _open(data, path, said)
    except (OSError, sqlite3.Error):
        return _open(data, None, said)


def _open(data: Path, path: Path | None, said: Said) -> History:
    with contextlib.closing(_connect(path)) as database:
        read_anew, unread = _update(database, data, said)
        rows = database.execute(
            "SELECT path, summary, problem FROM session ORDER BY started, path"
        ).fetchall()
    found = [(name, summary and _decode(summary), problem) for name, summary, problem in rows]
    now = namer()
    in_size = _in_one_size([summary for _, summary, _ in found if summary is not None])
    sentences = copies({name: s and (s.id, record_name(s.started)) for name, s, _ in found})
    return History(
        sessions=tuple(
            IndexedSession(path=name, summary=now(in_size(summary)))
            for name, summary, _ in found
            if summary is not None and name not in sentences
        ),
        problems=tuple(
            sentences.get(name) or problem
            for name, _, problem in found
            if name in sentences or problem is not None
        ),
        copies=frozenset(sentences.values()),
        damaged=_damaged({name: summary for name, summary, _ in found}),
        unread=tuple(unread),
        read_anew=read_anew,
    )


def _in_one_size(
    summaries: Sequence[SessionSummary],
) -> Callable[[SessionSummary], SessionSummary]:
    """Gives a summary the millimetres of the median of all sizes that were found of the face."""
    sizes = [each.size for each in summaries if each.size is not None and not each.simulated]
    if not sizes:
        return lambda summary: summary
    size = median(sizes)
    return lambda summary: summary.in_size(size)


def _damaged(files: Mapping[str, SessionSummary | None]) -> tuple[datetime, ...]:
    """Starts by the names of files without a summary; a copy of what can be read is no session."""
    read = {record_name(each.started) for each in files.values() if each is not None}
    named = {named_start(name.rpartition("/")[2]) for name, held in files.items() if held is None}
    return tuple(sorted(at for at in named if at is not None and record_name(at) not in read))


def _connect(path: Path | None) -> sqlite3.Connection:
    if path is None or not path.parent.is_dir():
        database = sqlite3.connect(":memory:")
    else:
        private_folder(path.parent)
        with contextlib.suppress(OSError):
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, FILE_MODE))
        database = sqlite3.connect(path, timeout=2.0)
    try:
        (found,) = database.execute("PRAGMA user_version").fetchone()
        (tables,) = database.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if tables and found != INDEX_FORMAT:
            raise sqlite3.DatabaseError(f"index format {found}")
        if tables and database.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("damaged index")
        database.execute(_TABLE)
        if found != INDEX_FORMAT:  # written anew it would cost a wait for the disk at each opening
            database.execute(f"PRAGMA user_version = {INDEX_FORMAT}")
    except BaseException:
        database.close()
        raise
    return database


def _update(database: sqlite3.Connection, data: Path, said: Said) -> tuple[int, list[str]]:
    """Compare and read; how many records were read, and what the system would not let be read."""
    folder = data / FOLDER
    known = {
        name: (changed, size)
        for name, changed, size in database.execute("SELECT path, changed_ns, size FROM session")
    }
    there = dict(_files(data))
    new = sorted(name for name, stamp in there.items() if known.get(name) != stamp)
    gone = [(name,) for name in known if name not in there]
    if gone:
        with database:
            database.executemany("DELETE FROM session WHERE path = ?", gone)
    unread: list[str] = []
    for done in range(0, len(new), _AT_A_TIME):
        said(done, len(new))
        rows: list[tuple[object, ...]] = []
        for name in new[done : done + _AT_A_TIME]:
            try:
                rows.append((name, *there[name], *_read(folder / name)))
            except Unreadable as trouble:
                unread.append(trouble.sentence)
                rows.append((name, -1, -1, None, None, None))  # read again at the next opening
        with database:
            database.executemany("REPLACE INTO session VALUES (?, ?, ?, ?, ?, ?)", rows)
    return len(new), unread


def _read(path: Path) -> tuple[float | None, bytes | None, str | None]:
    try:
        summary = summarise(read_record(path))
    except RecordTrouble as trouble:
        if trouble.error is not None:
            raise Unreadable(path.parent.parent.parent, path, trouble.error) from trouble
        return None, None, trouble.sentence
    return summary.started.timestamp(), _encode(summary), None


def _files(data: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    for year, entry in listed_entries(data):
        with contextlib.suppress(FileNotFoundError):
            stat = entry.stat()
            yield f"{year}/{entry.name}", (stat.st_mtime_ns, stat.st_size)
