"""Merges parts of an export into what is here: checks everything, overwrites nothing.

A session that is here already, by its id, is passed over; one of a newer schema, or damaged, is
refused by name. Of the other files only what is missing here is taken: a diary line, a total, a
routine, a therapist's sitting or settings where there are none. What would keep the program from
opening here, such as wrong or newer settings, is refused with the reader's own words.
"""

import tomllib
from collections.abc import Callable, Collection, Iterable
from datetime import date
from pathlib import Path

import msgspec

from routines.errors import Trouble
from routines.plan import FILE_NAME as PLAN
from routines.plan import read_plan
from routines.reading.library import base, library_ids
from routines.reading.reader import read_routine
from routines.safe_text import harmless
from sessions.exchange.archive import ROUTINES, ArchivePlaces
from sessions.exchange.document import read_document
from sessions.exchange.guest_settings import as_a_guest
from sessions.history.clinician import FILE_NAME as CLINICIAN
from sessions.history.clinician import Total, add_total, parse_totals, read_totals
from sessions.history.diary import FILE_NAME as DIARY
from sessions.history.diary import (
    DiaryLine,
    add_lines,
    kept_lines,
    line_key,
    parse_lines,
    passed_over,
)
from sessions.history.own_error import FILE_NAME as OWN_ERROR
from sessions.history.own_error import own_error_text, parse_own_error
from sessions.log.decision_files import FOLDER as DECISIONS
from sessions.log.decision_files import adopt_decisions
from sessions.log.record import SessionRecord
from sessions.log.record_files import (
    FOLDER,
    RecordTrouble,
    parse_record,
    record_name,
    record_text,
    records,
)
from sessions.messages import MOST_JPEG
from sessions.pictures.albums import FOLDER as PHOTOS
from sessions.pictures.clips import ENDING as CLIP
from sessions.pictures.mjpeg_avi import read_film
from sessions.pictures.photos import FRAMING, JPEG_START, Framing
from sessions.storage import private_files
from sessions.storage.file_patterns import OWN_SET
from sessions.storage.sync_copies import copy_sentence, original_of

SETTINGS = "settings.toml"

SITTING = "therapist.toml"

CheckText = Callable[[str], None]
"""Raises Trouble where the text of a file cannot be used by this program."""


class Taken(msgspec.Struct, kw_only=True):
    """What came of it."""

    sessions: int = 0
    known: int = 0
    """Sessions that were here already."""
    same: int = 0
    """Files, diary lines and totals that were here already."""
    diary_lines: int = 0
    totals: int = 0
    files: list[str] = []
    conflicts: list[str] = []
    """Files that differ here and were left as they are."""
    left_out: list[str] = []
    """What is the machine's, the person's own consent, or a copy of a session; each a sentence."""
    refused: list[str] = []
    """Each with its reason."""

    @property
    def nothing(self) -> bool:
        """Whether nothing was taken, and nothing of it is here already either."""
        new = self.sessions or self.diary_lines or self.totals or self.files
        return not (new or self.known or self.same)


class Merging:
    """Parts of exports being merged into what is here. Give each part, then `finish`."""

    def __init__(
        self,
        places: ArchivePlaces,
        today: date,
        take: Collection[str],
        check_settings: CheckText,
        check_sitting: CheckText,
    ) -> None:
        self.result = Taken()
        self._places = places
        self._today = today
        self._take = take
        self._check_settings = check_settings
        self._check_sitting = check_sitting
        self._known = {
            each.record.id: each.path.stem for each in records(places.data) if each.record
        }
        """Names of the records here, by their sessions' ids."""
        self._diary_here: set[bytes] | None = None
        self._later: list[tuple[int, str, bytes]] = []
        """Copies, plan and settings: what has to wait for the others. Rank, name, content."""

    def later(self, name: str, content: bytes) -> None:
        """A file with a copy's name: looked at when all others are here."""
        self._later.append((0, name, content))

    def finish(self) -> None:
        """Take what had to wait: copies of sessions, the plan, the settings."""
        for rank, name, content in sorted(self._later, key=lambda each: each[0]):
            if rank == 0:
                self._copy(name, content)
            elif name.startswith(f"{DECISIONS}/"):
                self._checked(name, lambda content=content: self._decisions(content))
            elif name == PLAN:
                self._checked(name, lambda content=content: self._plan(content))
            else:
                self._checked(name, lambda content=content: self._settings(content))
        self._later.clear()

    def refuse(self, name: str, why: str) -> None:
        """Note a part that was not taken."""
        self.result.refused.append(f"{harmless(name, 80)}: {why.removesuffix('.')}.")

    def file(self, name: str, content: bytes) -> None:
        """One member of an archive."""
        if name in (PLAN, SETTINGS):
            self._later.append((1 if name == PLAN else 2, name, content))
        elif name.startswith(f"{DECISIONS}/"):
            self._later.append((1, name, content))
        elif original_of(name.rpartition("/")[2]) is not None:
            self._later.append((0, name.rpartition("/")[2], content))
        elif name.startswith(f"{FOLDER}/"):
            try:
                self.record(name, content)
            except RecordTrouble as trouble:
                self.result.refused.append(harmless(trouble.sentence, 300))
        elif name == DIARY:
            lines, unread = parse_lines(content)
            self._diary(lines)
            if sentence := passed_over(unread):
                self.result.refused.append(sentence)
        elif name.startswith(f"{PHOTOS}/"):
            self._checked(name, lambda: self._photo(name, content))
        elif name == CLINICIAN:
            self._checked(name, lambda: self._totals_of(content))
        elif name == SITTING:
            self._checked(name, lambda: self._sitting(content))
        elif name == OWN_ERROR:
            self._checked(name, lambda: self._own_error(content))
        else:
            self._checked(name, lambda: self._routine(name, content))

    def record(self, name: str, content: bytes) -> None:
        """One record, kept as the very text it came in. Raises RecordTrouble."""
        self._session(parse_record(Path(name), content), content)

    def document(self, content: bytes) -> None:
        """A JSON document."""
        given = read_document(content)
        for record in given.sessions:
            self._session(record, record_text(record).encode())
        self._diary(given.diary)
        self._checked("clinician", lambda: self._totals(given.clinician))
        if given.own_error is not None:
            self._put(OWN_ERROR, own_error_text(given.own_error).encode())

    def _session(self, record: SessionRecord, content: bytes) -> None:
        if record.id in self._known:
            self.result.known += 1
            return
        year = self._places.data / FOLDER / f"{record.started.year:04d}"
        path = private_files.write_new(year / f"{record_name(record.started)}.toml", content)
        self._known[record.id] = path.stem
        self.result.sessions += 1

    def _copy(self, name: str, content: bytes) -> None:
        """A file with the name of a sync program's copy: taken only where its session is new."""
        original = original_of(name) or name
        try:
            record = parse_record(Path(name), content)
        except RecordTrouble:
            record = None
        if record is None or record.id in self._known:
            self.result.left_out.append(harmless(copy_sentence(name, original), 300).rstrip("."))
        else:
            self._session(record, content)

    def _diary(self, lines: Iterable[DiaryLine]) -> None:
        if self._diary_here is None:
            self._diary_here = {line_key(line) for line in kept_lines(self._places.data)}
        new: list[DiaryLine] = []
        for line in lines:
            key = line_key(line)
            if key not in self._diary_here:
                self._diary_here.add(key)
                new.append(line)
            else:
                self.result.same += 1
        add_lines(self._places.data, new)
        self.result.diary_lines += len(new)

    def _totals_of(self, content: bytes) -> None:
        self._totals(parse_totals(Path(CLINICIAN), content))

    def _totals(self, totals: Iterable[Total]) -> None:
        here = {(total.scale, total.on) for total in read_totals(self._places.data)}
        for total in totals:
            if (total.scale, total.on) not in here:
                add_total(self._places.data, total, self._today)
                self.result.totals += 1
            else:
                self.result.same += 1

    def _routine(self, name: str, content: bytes) -> None:
        text = content.decode("utf-8-sig")
        tomllib.loads(text)
        stem = Path(name).stem
        if stem == OWN_SET or stem in library_ids():
            read_routine(text, source=name, today=self._today, bases=base)
        self._put(name, content)

    def _plan(self, content: bytes) -> None:
        own = self._places.data / ROUTINES
        text = content.decode("utf-8-sig")
        read_plan(text, source=PLAN, today=self._today, folders=(own,))
        self._put(PLAN, content)

    def _sitting(self, content: bytes) -> None:
        """Ranges that a therapist showed: only where none are here, whoever's are the newer."""
        self._check_sitting(content.decode("utf-8-sig"))
        self._put(SITTING, content)

    def _own_error(self, content: bytes) -> None:
        parse_own_error(Path(OWN_ERROR), content)
        self._put(OWN_ERROR, content)

    def _settings(self, content: bytes) -> None:
        text, left_out = as_a_guest(content, self._take)
        self._check_settings(text)
        target = self._places.path_of(SETTINGS)
        if target.exists():
            if target.read_bytes() in (content, text.encode()):
                self.result.same += 1
            else:
                self.result.conflicts.append(SETTINGS)
            return
        self._put(SETTINGS, content if not left_out and text.encode() == content else text.encode())
        self.result.left_out += [f"{SETTINGS}: {sentence}" for sentence in left_out]

    def _put(self, name: str, content: bytes) -> None:
        """Keep a file where there is none of its name."""
        target = self._places.path_of(name)
        if not target.exists():
            private_files.write_new(target, content)
            self.result.files.append(name)
        elif target.read_bytes() != content:
            self.result.conflicts.append(name)
        else:
            self.result.same += 1

    def _photo(self, name: str, content: bytes) -> None:
        target = self._places.path_of(name)
        if target.name == FRAMING:
            msgspec.json.decode(content, type=Framing)
        elif target.suffix == CLIP:
            read_film(content)
        elif not content.startswith(JPEG_START) or len(content) > MOST_JPEG:
            raise ValueError("it is no photo of this program")
        self._put(name, content)

    def _decisions(self, content: bytes) -> None:
        if not adopt_decisions(self._places.data, content, self._known):
            self.result.same += 1

    def _checked(self, name: str, take: Callable[[], None]) -> None:
        try:
            take()
        except (Trouble, ValueError, RecursionError) as error:
            self.refuse(name, str(error))
