"""Sessions that were begun and not brought to an end: found, and resumed, kept or discarded.

A journal whose owner still runs is locked and is not among them. Nothing is decided here: the
person is asked, and the file stays until then.
"""

import os
from pathlib import Path

from routines.errors import Trouble
from sessions.log.journal_format import FOLDER, Unfinished, read_journal
from sessions.log.record_builder import record_of
from sessions.log.record_files import save_record
from sessions.storage import private_files
from sessions.storage.listing import entries, unreadable
from sessions.storage.own_names import kind_in_data

MOST_BYTES = 50_000_000
"""A journal is some hundred kilobytes; no more than this is read of one."""


def unfinished(data: Path) -> list[Unfinished]:
    """Journals without a living owner, oldest first; unreadable ones too, with their `problem`.

    Raises Unreadable where their folder cannot be read.
    """
    return [found for found, owned in _journals(data) if not owned]


def running(data: Path) -> bool:
    """Whether a session is going on here, in this process or another. Raises Unreadable."""
    return any(owned for _, owned in _journals(data))


def keep_as_is(found: Unfinished) -> Path:
    """Make the record of what was kept and remove the journal; return the record's path.

    Raises Trouble when the journal cannot be read, OSError when the record cannot be written.
    """
    if found.header is None:
        raise Trouble(f"{found.path.name} cannot be kept: {found.problem}.")
    data = found.path.parent.parent
    path = save_record(data, record_of(found.header, found.entries))
    discard(found)
    return path


def discard(found: Unfinished) -> None:
    """Remove the journal and what is in it; a link is none, and stays."""
    if not found.path.is_symlink():
        found.path.unlink(missing_ok=True)


def _journals(data: Path) -> list[tuple[Unfinished, bool]]:
    """Every journal that the program named so, and whether it has a living owner."""
    seen: list[tuple[Unfinished, bool]] = []
    for entry in entries(data, FOLDER):
        own = kind_in_data(f"{FOLDER}/{entry.name}") is not None and entry.name[0] != "."
        if not own or not entry.is_file(follow_symlinks=False):
            continue
        path = Path(entry.path)
        try:
            handle = _open(path)
        except FileNotFoundError:
            continue
        except OSError as error:
            problem = unreadable(data, path, error)
            seen.append((Unfinished(path=path, header=None, problem=problem), False))
            continue
        try:
            owned = not private_files.lock(handle)
            content = b"" if owned else os.read(handle, MOST_BYTES)
        finally:
            os.close(handle)
        seen.append((read_journal(path, content), owned))
    return seen


def _open(path: Path) -> int:
    """Open for reading and, where the rights allow it, writing: some locks ask for that."""
    try:
        return os.open(path, os.O_RDWR | private_files.AS_BYTES)
    except PermissionError:
        return os.open(path, os.O_RDONLY | private_files.AS_BYTES)
