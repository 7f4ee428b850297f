"""Taking an interrupted practice for oneself: its journal locked, and looked at again after that.

Several windows may offer the same journal for hours. Whoever goes on with it, keeps it or throws
it away claims it first, so that each decides about what is on the disk, and one of them decides.
"""

import contextlib
import os
import time
from collections.abc import Callable, Generator
from pathlib import Path

from routines.errors import Trouble
from routines.language import _
from sessions.log.journal_format import Unfinished, read_journal
from sessions.log.record_builder import record_of
from sessions.log.record_files import find_record
from sessions.storage import private_files

MOST_BYTES = 50_000_000
"""A journal is some hundred kilobytes; no more than this is read of one."""

LOOKS, LOOK_S = 10, 0.02
"""How often, and how long in seconds, to wait for another process that lists the journals: reading
one takes some milliseconds."""

GOING_ON = _("Another window is going on with this practice. End it there first.")
KEPT = _("Another window has kept this practice already.")
THROWN_AWAY = _("Another window has thrown this practice away already.")
KEPT_BEFORE = _("This practice is kept already.")
CHANGED = _("Another window has gone on with this practice. Please look at it again.")


class Settled(Trouble):
    """The practice is no longer there to be decided about here; the sentence says why."""


class Changed(Trouble):
    """There is more in the journal than was shown; `now` is what is there."""

    def __init__(self, now: Unfinished) -> None:
        super().__init__(CHANGED)
        self.now = now


class Claim:
    """A locked journal and what is in it now."""

    def __init__(self, handle: int, found: Unfinished, record: Path | None) -> None:
        self.handle = handle
        self.found = found
        self.record = record
        """A record that holds all of it already: the program ended before the journal went."""

    def need_open(self, shown: Unfinished) -> None:
        """Raise Settled where the record is there already, Changed where more was `shown` not."""
        if self.record is not None:
            self.remove()
            raise Settled(KEPT_BEFORE)
        if self.found.entries != shown.entries:
            raise Changed(self.found)

    def remove(self) -> None:
        """Remove the journal while nobody else can take it, where the system removes open files."""
        try:
            self.found.path.unlink(missing_ok=True)
        except PermissionError:
            self.close()
            self.found.path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let others have it. May be called twice."""
        if self.handle >= 0:
            os.close(self.handle)
            self.handle = -1


def claim(shown: Unfinished, pause: Callable[[float], None] = time.sleep) -> Claim:
    """Lock the journal that was `shown` and read it anew. Close it afterwards.

    Raises Settled where another window has it or has settled it, Trouble for a link, OSError
    where it cannot be opened; a missing folder is FileNotFoundError.
    """
    path = shown.path
    if path.is_symlink():
        raise Trouble(_("{name} is a link. It stays where it is.").format(name=path.name))
    try:
        handle = private_files.open_own(path)
    except FileNotFoundError:
        if not path.parent.is_dir():
            raise
        raise _gone(shown) from None
    try:
        if not _locked(handle, pause):
            raise Settled(GOING_ON)
        if not _still_at(path, handle):
            # A file of that name again is the one an owner wrote anew.
            raise Settled(GOING_ON) if path.exists() else _gone(shown)
        found = read_journal(path, private_files.read_all(handle, MOST_BYTES))
        return Claim(handle, found, _whole_record(found))
    except BaseException:
        os.close(handle)
        raise


@contextlib.contextmanager
def claimed(shown: Unfinished) -> Generator[Claim, None, None]:
    """`claim`, closed at the end."""
    taken = claim(shown)
    try:
        yield taken
    finally:
        taken.close()


def _locked(handle: int, pause: Callable[[float], None]) -> bool:
    """Lock it alone, waiting for others who only look."""
    for _turn in range(LOOKS):
        if private_files.lock(handle):
            return True
        pause(LOOK_S)
    return private_files.lock(handle)


def _gone(shown: Unfinished) -> Settled:
    """What became of a journal that another window removed."""
    header = shown.header
    kept = header and find_record(shown.path.parent.parent, header.started, header.id)
    return Settled(KEPT if kept else THROWN_AWAY)


def _still_at(path: Path, handle: int) -> bool:
    """Whether the locked file is the one of this name: it may have been removed or replaced."""
    try:
        there, ours = path.stat(), os.fstat(handle)
    except OSError:
        return False
    return (there.st_dev, there.st_ino) == (ours.st_dev, ours.st_ino)


def _whole_record(found: Unfinished) -> Path | None:
    """The record of this session, where it holds every repetition of the journal."""
    if found.header is None:
        return None
    there = find_record(found.path.parent.parent, found.header.started, found.header.id)
    if there is None:
        return None
    path, record = there
    reps = record_of(found.header, found.entries).repetitions
    return path if record.repetitions >= reps else None
