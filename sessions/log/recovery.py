"""Sessions that were begun and not brought to an end: found, and resumed, kept or discarded.

A journal whose owner still runs is locked and is not among them. Nothing is decided here: the
person is asked, and the file stays until then. Whatever is decided is done under the journal's
lock, with what is in it by then (see `claim`).
"""

import contextlib
import os
from datetime import datetime
from pathlib import Path

from routines.errors import Trouble
from routines.language import _
from sessions.engine.interface.commands import KeptRep, KeptStepEnd, KeptUnseen
from sessions.log.claim import MOST_BYTES, claimed
from sessions.log.decision_files import save_decisions
from sessions.log.journal_format import FOLDER, Unfinished, read_journal
from sessions.log.record import is_simulated
from sessions.log.record_builder import record_of
from sessions.log.record_files import save_record
from sessions.storage import private_files
from sessions.storage.file_patterns import kind_in_data
from sessions.storage.listing import entries, unreadable

_DONE = KeptRep | KeptUnseen | KeptStepEnd


def unfinished(data: Path) -> list[Unfinished]:
    """Journals without a living owner, oldest first; unreadable ones too, with their `problem`.

    Raises Unreadable where their folder cannot be read.
    """
    return [found for found, owned in _journals(data) if not owned]


def running(data: Path) -> bool:
    """Whether a session is going on here, in this process or another. Raises Unreadable."""
    return any(owned for _, owned in _journals(data))


def unsettled(data: Path, *, simulated: bool) -> tuple[datetime, ...]:
    """When the active practices began, in local time without zone, that go on in another window, or
    lie unfinished with something done in them: they count as practised until they are settled.
    Massage and care alone need no rest after them.

    Raises Unreadable.
    """
    return tuple(
        found.header.started.replace(tzinfo=None)
        for found, owned in _journals(data)
        if found.header is not None
        and is_simulated(found.header.source) == simulated
        and found.header.plan.routine.active
        and (owned or any(isinstance(entry, _DONE) for entry in found.entries))
    )


def look_again(found: Unfinished) -> None:
    """Whether it is still here as it was shown; raises Settled, Changed or OSError where not."""
    with claimed(found) as claim:
        claim.need_open(found)


def keep_as_is(found: Unfinished) -> Path:
    """Make the record of all that is in the journal by now and remove it; return the record's path.

    Raises Settled where another window was first, Trouble when the journal cannot be read,
    OSError when the record cannot be written.
    """
    with claimed(found) as claim:
        now = claim.found
        if now.header is None:
            raise Trouble(
                _("{name} cannot be kept: {problem}.").format(
                    name=now.path.name, problem=now.problem
                )
            )
        data = now.path.parent.parent
        path = claim.record or save_record(data, record_of(now.header, now.entries))
        with contextlib.suppress(OSError):  # the record does not depend on them
            save_decisions(data, path, now.header, now.entries)
        claim.remove()
        return path


def discard(found: Unfinished) -> None:
    """Remove the journal and what is in it.

    Raises Settled where another window was first, Changed where it has gone on with it since,
    Trouble for a link.
    """
    with claimed(found) as claim:
        claim.need_open(found)
        claim.remove()


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
            owned = not private_files.lock(handle, shared=True)
            content = _of_another(handle) if owned else private_files.read_all(handle, MOST_BYTES)
        except OSError as error:
            problem = unreadable(data, path, error)
            seen.append((Unfinished(path=path, header=None, problem=problem), False))
            continue
        finally:
            os.close(handle)
        seen.append((read_journal(path, content), owned))
    return seen


def _of_another(handle: int) -> bytes:
    """What another window has written so far; nothing where the system keeps it for the other."""
    try:
        return private_files.read_all(handle, MOST_BYTES)
    except OSError:
        return b""


def _open(path: Path) -> int:
    """Open for reading and, where the rights allow it, writing: some locks ask for that."""
    try:
        return os.open(path, os.O_RDWR | private_files.AS_BYTES)
    except PermissionError:
        return os.open(path, os.O_RDONLY | private_files.AS_BYTES)
