"""Keeping one session: its journal while it runs, its record at the end.

What cannot be written never ends a practice; `trouble` has the sentence for the person.
"""

import asyncio
import contextlib
from datetime import datetime
from pathlib import Path

from sessions.camera.source_name import without_password
from sessions.decisions.event_columns import Noted
from sessions.decisions.kept_decisions import NOTHING_MORE, KeptDecisions, chunk_of
from sessions.decisions.rounding import without_picture
from sessions.engine.interface.events import Event, RestKnown
from sessions.engine.interface.view import ReadFor
from sessions.live.request import SessionRequest
from sessions.log.decision_files import decisions_of
from sessions.log.entries import Effort, Entry, Header, HeardEvents, NoteLine
from sessions.log.journal import Journal
from sessions.log.record import SessionRecord
from sessions.version import VERSION

PART = 3000
"""Events that are written at the latest, about a minute of them."""
MOST_EVENTS = 400_000
"""About three hours. A session that is left standing for longer keeps no decisions."""


class Keeping:
    """The journal of one session, from `begin` to `finish`, `put_aside` or `drop`."""

    def __init__(self, request: SessionRequest) -> None:
        self._request = request
        self._journal: Journal | None = None
        self._settling = False
        """Whether a thread is writing the record: the journal is its own until then."""
        self._noted: list[Noted] = []
        self._heard = 0

    @property
    def trouble(self) -> str:
        """Why something is not on the disk now; empty while all is well."""
        return "" if self._journal is None else self._journal.trouble or ""

    def begin(self) -> None:
        """Start the journal, or go on in that of an interrupted session."""
        request = self._request
        now = request.started or datetime.now().astimezone()
        if request.resume is not None:
            self._journal = Journal.resume(request.resume, 0.0, now)
        else:
            header = Header(
                started=now,
                plan=request.plan,
                program=VERSION,
                source=without_password(request.source),
                overrides=request.overrides,
                speed=request.speed,
                check_in=request.check_in,
            )
            self._journal = Journal.begin(request.data, header)

    def note(self, event: Event, reads_for: ReadFor | None) -> None:
        """Remember what the engine is about to hear; it goes into the journal in larger parts."""
        if isinstance(event, RestKnown):
            event = RestKnown(event.at_s, without_picture(event.rest))
        self._heard += 1
        if self._heard <= MOST_EVENTS:
            self._noted.append(Noted(event, reads_for))
        elif self._heard == MOST_EVENTS + 1:
            self.add(HeardEvents(at_s=event.at_s, events=NOTHING_MORE))
        if len(self._noted) >= PART:
            self.keep_noted()

    def keep_noted(self) -> None:
        """Write what was noted into the journal: before what the engine decided on it."""
        noted, self._noted = self._noted, []
        if noted:
            at_s = noted[-1].event.at_s
            self.add(HeardEvents(at_s=at_s, events=chunk_of(noted)))

    def add(self, entry: Entry) -> None:
        """Keep an entry."""
        if self._journal is not None:
            self._journal.add(entry)

    def record(self) -> SessionRecord | None:
        """What the record would say now; None where there is no journal."""
        return None if self._journal is None else self._journal.record()

    def decisions(self) -> KeptDecisions | None:
        """What would be kept of the decisions now; None where they could not be made again."""
        if self._journal is None:
            return None
        return decisions_of(self._journal.header, self._journal.entries)

    async def finish(self, at_s: float, note: str, effort: int | None) -> Path | None:
        """Write the record, with note and effort; None where it cannot be.

        It may then be tried again, without what was added already.
        """
        if self._journal is None:
            return None
        self.keep_noted()
        if effort is not None:
            self.add(Effort(at_s=at_s, step=self._last_step(), of_ten=effort))
        if note:
            self.add(NoteLine(at_s=at_s, text=note))
        self._settling = True
        return await asyncio.to_thread(self._settle, self._journal)

    def _settle(self, journal: Journal) -> Path | None:
        try:
            return journal.finish()
        finally:
            self._settling = False

    def put_aside(self) -> None:
        """Leave the journal unfinished, so that the session can be resumed another day.

        Not while the record is being written: that goes on to its end although the program leaves,
        and lets go of the journal itself.
        """
        if self._journal is not None and not self._settling:
            self.keep_noted()
            self._journal.close()
            self._journal = None

    def drop(self) -> None:
        """Leave nothing of a session that never began; one that was resumed stays as it was."""
        self._noted.clear()
        if self._journal is not None and self._request.resume is None:
            self._journal.close()
            with contextlib.suppress(OSError):
                self._journal.path.unlink(missing_ok=True)
        self.put_aside()

    def _last_step(self) -> int:
        """The last exercise that was done; the effort is asked about it, when all is over."""
        record = self.record()
        begun = [each.n - 1 for each in record.exercises if each.sets] if record else []
        return max(begun, default=0)
