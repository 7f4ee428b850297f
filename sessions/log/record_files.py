"""Session records on disk: one TOML file a session, the truth that everything else is derived from.

Files may be synced, copied, edited and deleted by hand. They are written once, whole, under a
name that was free, and not changed by the program afterwards, except that a record of the same
session with more repetitions takes the place of one with fewer. One bad file never keeps the
others from being read.
"""

import contextlib
import math
import os
import threading
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import msgspec
import tomli_w

from routines.errors import Trouble
from routines.language import _
from routines.reading.files import NotText, reason, regular_bytes, text_of
from routines.reading.migrations import Document, Step, lift
from routines.reading.report import ReadingReport
from sessions.camera.source_name import without_password
from sessions.log.record import RECORD_SCHEMA, SessionRecord
from sessions.log.record_copies import copies
from sessions.storage import private_files
from sessions.storage.listing import entries, unreadable
from sessions.storage.sync_copies import original_of

FOLDER = "sessions"
"""Under the data folder. Nothing else lives in it."""

MOST_BYTES = 4_000_000
"""A record is some tens of kilobytes; what is larger than this is not read."""
_one_at_a_time = threading.Lock()
"""msgspec crashes the process where two threads meet a type for the first time at once."""
_YEARS = range(1900, 9999)
"""Years a clock can show, however wrong it goes: one that stands before 1970 is read as written.
Outside, a time zone can lead out of what a date can be."""


class RecordTrouble(Trouble):
    """A record cannot be read. The sentence names the file, the place and what was expected."""

    def __init__(
        self, path: Path, problem: str, newer: bool = False, error: OSError | None = None
    ) -> None:
        super().__init__(f"{path.name}: {problem}.")
        self.path = path
        self.newer = newer
        """True when a newer program wrote it: nothing is wrong with it."""
        self.error = error
        """Why the system would not let it be read; None where its content is the trouble."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One file in the records folder: a record, or the problem with it."""

    path: Path
    record: SessionRecord | None = None
    problem: str | None = None
    unread: bool = False
    """Whether the system would not let it be read: nothing is known of its content."""
    copy: bool = False
    """Whether it is a copy of a session that stands in another file."""


_STAMP = "%Y-%m-%dT%H-%M-%S"
_STAMPED = len("2026-11-29T14-10-05")


def record_name(started: datetime) -> str:
    """The file name of a session that began at this local time, without its ending."""
    return started.strftime(_STAMP)


def named_start(name: str) -> datetime | None:
    """The local time, without zone, that a record's file name, or a copy's, begins with."""
    try:
        return datetime.strptime(name.lstrip(".")[:_STAMPED], _STAMP)
    except ValueError:
        return None


def record_text(record: SessionRecord) -> str:
    """The record as TOML; keys without a value are left out."""
    tables = msgspec.to_builtins(record, builtin_types=(datetime,), str_keys=True)
    return tomli_w.dumps(_without_empty(tables))


def save_record(data: Path, record: SessionRecord) -> Path:
    """Write a record under the data folder and return its path. Raises OSError.

    If this very session (by its id) is there already, its path is returned and nothing written,
    unless fewer repetitions are in it: then it is replaced.
    """
    name = f"{record_name(record.started)}.toml"
    target = data / FOLDER / f"{record.started.year:04d}" / name
    content = record_text(record).encode()
    there = find_record(data, record.started, record.id)
    if there is None:
        return private_files.write_new(target, content)
    path, before = there
    if before.repetitions < record.repetitions:
        private_files.write_private(path, content)
    return path


def find_record(data: Path, started: datetime, id: str) -> tuple[Path, SessionRecord] | None:
    """The record of the session with this id that began at this local time, if it is there."""
    stem = record_name(started)
    for path in sorted((data / FOLDER / f"{started.year:04d}").glob(f"{stem}*.toml")):
        try:
            record = read_record(path)
        except RecordTrouble:
            continue
        if record.id == id:
            return path, record
    return None


def read_record(path: Path) -> SessionRecord:
    """Read one record, of any schema up to ours. Raises RecordTrouble."""
    try:
        content = regular_bytes(path, MOST_BYTES)
    except OSError as error:
        raise RecordTrouble(
            path, _("it cannot be read ({reason})").format(reason=reason(error)), error=error
        ) from error
    return parse_record(path, content)


def parse_record(path: Path, content: bytes) -> SessionRecord:
    """The record in these bytes; `path` is only for the words of a RecordTrouble."""
    try:
        document = migrate(_tables(path, content))
        with _one_at_a_time:
            record = msgspec.convert(document, SessionRecord)
        if record.started.year not in _YEARS:
            raise RecordTrouble(
                path, _("the year {year} cannot be").format(year=record.started.year)
            )
        if record.started.tzinfo is None:  # edited by hand
            record = msgspec.structs.replace(record, started=record.started.astimezone())
        # Version 0.1.0 kept the address of a network camera whole.
        return msgspec.structs.replace(record, source=without_password(record.source))
    except NotText as error:
        raise RecordTrouble(path, str(error)) from error
    except UnknownSchema as error:
        raise RecordTrouble(path, str(error), error.newer) from error
    except msgspec.ValidationError as error:
        raise RecordTrouble(
            path, _("it is not a session record: {error}").format(error=error)
        ) from error
    except (RecursionError, ValueError, ArithmeticError) as error:
        raise RecordTrouble(path, _("it cannot be understood")) from error


def record_files(data: Path) -> list[Path]:
    """Every file that should be a record, oldest first by name. Raises Unreadable."""
    return [path for path in listed_files(data) if not path.name.startswith(".")]


def listed_files(data: Path) -> list[Path]:
    """The same, with what macOS keeps beside a file on foreign disks. Raises Unreadable."""
    return sorted(Path(entry.path) for _, entry in listed_entries(data))


def listed_entries(data: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """`listed_files` as the system tells of them, each with its year's folder.

    Raises Unreadable.
    """
    for year in entries(data, FOLDER):
        if year.is_dir():
            for entry in entries(data, FOLDER, year.name):
                shown = not entry.name.startswith(".") or original_of(entry.name) is not None
                if shown and entry.name.endswith(".toml"):
                    yield year.name, entry


def records(data: Path) -> Iterator[Found]:
    """Read every record, oldest first. Never raises for a bad file; see `Found.problem`.

    Raises Unreadable, before the first record, for a folder that cannot be read.
    """
    found = [_found(data, path) for path in listed_files(data)]
    sentences = copies(
        {
            str(each.path): each.record and (each.record.id, record_name(each.record.started))
            for each in found
        }
    )
    for each in found:
        sentence = sentences.get(str(each.path))
        yield each if sentence is None else Found(path=each.path, problem=sentence, copy=True)


def unread_files(data: Path) -> list[str]:
    """A sentence with its remedy for each record that may not be read. Raises Unreadable."""
    sentences: list[str] = []
    for path in listed_files(data):
        try:
            with path.open("rb") if path.is_file() else contextlib.nullcontext():
                pass
        except FileNotFoundError:
            continue
        except OSError as error:
            sentences.append(unreadable(data, path, error))
    return sentences


def _found(data: Path, path: Path) -> Found:
    try:
        return Found(path=path, record=read_record(path))
    except RecordTrouble as trouble:
        if trouble.error is None:
            return Found(path=path, problem=trouble.sentence)
        return Found(path=path, problem=unreadable(data, path, trouble.error), unread=True)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text} is not a measured number")
    return number


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        pairs = ((k, _without_empty(v)) for k, v in cast("dict[str, Any]", value).items())
        return {key: item for key, item in pairs if item is not None and item != {} and item != []}
    if isinstance(value, list | tuple):
        return [_without_empty(item) for item in cast("list[Any]", value)]
    return value


MIGRATIONS: Mapping[int, Step] = {}
"""From schema N to N + 1, by N. Schema 1 is the first."""


class UnknownSchema(Exception):
    """The schema is missing, no whole number, or not one this program can read."""

    def __init__(self, sentence: str, newer: bool) -> None:
        super().__init__(sentence)
        self.newer = newer


def migrate(
    tables: Document,
    steps: Mapping[int, Step] = MIGRATIONS,
    target: int = RECORD_SCHEMA,
) -> Document:
    """The tables at schema `target`. Raises UnknownSchema; a newer one is never touched."""
    schema = tables.get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool):
        raise UnknownSchema(_("it has no schema number"), newer=False)
    if schema > target:
        raise UnknownSchema(
            _(
                "it is of schema {schema}, from a newer version of this program; this one reads "
                "up to {target}. It was left as it is"
            ).format(schema=schema, target=target),
            newer=True,
        )
    lifted = lift(tables, steps, newest=target)
    if lifted["schema"] != target:
        raise UnknownSchema(
            _("schema {schema} is not known").format(schema=lifted["schema"]), newer=False
        )
    return lifted


def _tables(path: Path, content: bytes) -> Document:
    """The tables of a record, or a RecordTrouble that names the line."""
    text = text_of(content)
    report = ReadingReport(path.name, text, MOST_BYTES)
    tables = report.parse(text, _finite)
    if tables is None:
        problem = str(report.problems[0]).removeprefix(path.name)
        raise RecordTrouble(
            path, _("it cannot be understood{problem}").format(problem=problem.removesuffix("."))
        )
    return tables
