"""The running log of one session: append-only, one line an entry (see `journal_format`).

Policy: every entry is handed to the system at once, by one write, before `add` returns; killing
the program from then on loses nothing. Asking the disk to keep it (fsync) follows on a thread,
within moments, because a slow disk must not freeze a practice screen; `finish` waits for it. A
full disk or a vanished folder costs nothing either: entries stay in memory and are written as
soon as that works again.

The file is locked while its owner lives. Nothing here decides what to keep; see `entries`.
"""

import contextlib
import os
from datetime import datetime
from pathlib import Path

from routines.errors import Trouble
from routines.language import _
from sessions.log.background_sync import DiskSync
from sessions.log.claim import claim
from sessions.log.decision_files import save_decisions
from sessions.log.entries import Entry, Header, Resumed
from sessions.log.journal_format import FOLDER, Unfinished, line_of
from sessions.log.record import SessionRecord
from sessions.log.record_builder import record_of
from sessions.log.record_files import record_name, save_record
from sessions.storage import private_files


class Journal:
    """The log of a session that is going on. Use `begin` or `resume`.

    No method raises because of the disk: what cannot be written is said in `trouble`.
    """

    def __init__(self, data: Path, path: Path, header: Header, entries: tuple[Entry, ...]) -> None:
        self.path = path
        self.header = header
        self.trouble: str | None = None
        """Why entries cannot be written at the moment, for the person; None while all is well."""
        self._data = data
        self._entries = list(entries)
        self._lines = [line_of(header), *map(line_of, entries)]
        self._written = 0
        self._size = 0
        self._published = False
        self._handle: int | None = None
        self._sync = DiskSync()

    @classmethod
    def begin(cls, data: Path, header: Header) -> "Journal":
        """Start the log of a new session under the data folder.

        If no file can be made, the journal has `trouble` and works from memory until one can.
        """
        journal = cls(data, data / FOLDER / f"{record_name(header.started)}.jsonl", header, ())
        journal._try_to_write()
        return journal

    @classmethod
    def resume(cls, found: Unfinished, at_s: float, now: datetime) -> "Journal":
        """Go on with an unfinished log in its own file. `at_s` is the new clock's first moment.

        If the file cannot be opened, or its folder is gone, all of the log is written anew as soon
        as that works. Raises Settled where another window is at it or has settled it, Changed where
        it has grown since `found` was read, ValueError for a log without a header.
        """
        if found.header is None:
            raise ValueError(f"{found.path.name} has no readable beginning")
        journal = cls(found.path.parent.parent, found.path, found.header, found.entries)
        journal._published = True
        journal._take_over(found)
        journal.add(Resumed(at_s=at_s, now=now))
        return journal

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything kept so far, on disk or not."""
        return tuple(self._entries)

    def add(self, entry: Entry) -> None:
        """Keep one entry, and write it if that is possible now. Never loses anything."""
        self._entries.append(entry)
        self._lines.append(line_of(entry))
        self._try_to_write()

    def record(self) -> SessionRecord:
        """What `finish` would write."""
        return record_of(self.header, self._entries)

    def finish(self) -> Path | None:
        """Write the record, then remove the journal; return the record's path.

        Waits for the disk. Returns None, with `trouble`, if the record cannot be written; then
        the journal stays, and the session is offered again at the next start.
        """
        try:
            path = save_record(self._data, self.record())
        except OSError as error:
            with contextlib.suppress(OSError):
                self._write()
            self.trouble = _last_sentence(error, self._written, len(self._lines))
            self.close()
            return None
        try:
            save_decisions(self._data, path, self.header, self._entries)
        except OSError as error:
            self.trouble = _without_decisions(error)
        self.close()
        with contextlib.suppress(OSError):  # found again later, and recognised by its id
            self.path.unlink(missing_ok=True)
        return path

    def close(self) -> None:
        """Let go of the file and leave it where it is. May be called twice."""
        if self._handle is None:
            return
        self._sync.stop()
        os.close(self._handle)
        self._handle = None

    def _take_over(self, found: Unfinished) -> None:
        """Lock the file of an unfinished log and cut it after its last whole line."""
        try:
            taken = claim(found)
        except OSError:
            return  # the next write makes the file anew, or says why it cannot
        try:
            taken.need_open(found)
        except Trouble:
            taken.close()
            raise
        self._handle = handle = taken.handle
        self._written = len(self._lines)
        self._size = taken.found.whole_bytes
        os.ftruncate(handle, self._size)
        os.lseek(handle, 0, os.SEEK_END)

    def _try_to_write(self) -> None:
        try:
            self._write()
        except OSError as error:
            self.trouble = _sentence(error)
        else:
            self.trouble = None

    def _open(self) -> None:
        handle, draft = private_files.create_draft(self.path)
        self._handle, self._written, self._size = handle, 0, 0
        try:
            private_files.lock(handle)
            self._append()
            if self._published:
                draft.replace(self.path)
            else:
                self.path = private_files.publish(draft, self.path)
                self._published = True
            self._sync.ask(handle, self.path.parent)
        except OSError:
            os.close(handle)
            self._handle, self._written = None, 0
            draft.unlink(missing_ok=True)
            raise

    def _write(self) -> None:
        if self._handle is None or self._gone(self._handle):
            self.close()
            self._open()
        else:
            self._append()
        if self._sync.error is not None:
            raise self._sync.error

    def _append(self) -> None:
        handle = self._handle
        assert handle is not None
        while self._written < len(self._lines):
            line = self._lines[self._written]
            try:
                private_files.write_all(handle, line)
            except OSError:
                with contextlib.suppress(OSError):
                    os.ftruncate(handle, self._size)
                    os.lseek(handle, 0, os.SEEK_END)
                raise
            self._size += len(line)
            self._written += 1
        self._sync.ask(handle)

    def _gone(self, handle: int) -> bool:
        try:
            there, ours = self.path.stat(), os.fstat(handle)
        except OSError:
            return True
        return (there.st_dev, there.st_ino) != (ours.st_dev, ours.st_ino)


def _sentence(error: OSError) -> str:
    why = error.strerror or _("it cannot be written")
    return _(
        "Your practice log cannot be written just now ({why}). "
        "What you do is held in this window until there is room. Please make room now."
    ).format(why=why)


def _without_decisions(error: OSError) -> str:
    why = error.strerror or _("it cannot be written")
    return _(
        "The record is kept. What explains its decisions later could not be written ({why}), "
        "so `why` cannot replay this practice."
    ).format(why=why)


def _last_sentence(error: OSError, written: int, lines: int) -> str:
    """What is said at the end, with `written` of the journal's lines on the disk.

    The first line only says which session it is: alone it keeps nothing of what was done.
    """
    why = error.strerror or _("it cannot be written")
    if written <= 1:
        return _(
            "The record of this session cannot be written ({why}), and nothing of this practice "
            "could be kept. Make room, or look at the data folder."
        ).format(why=why)
    stays = _("All of it") if written == lines else _("What had been written before")
    return _(
        "The record of this session cannot be written ({why}). {stays} is kept, and made into "
        "a record at the next start; make room, or look at the data folder, until then."
    ).format(why=why, stays=stays)
