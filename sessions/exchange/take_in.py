"""Takes in what another machine exported. Checks everything, overwrites nothing.

A session that is here already, by its id, is passed over; one of a newer schema, or damaged, is
refused by name. Of the other files only what is missing here is taken: a diary line, a total, a
routine, settings where there are none. Names inside an archive decide nothing but which of the
known places a file belongs to.
"""

import struct
import tomllib
import zipfile
import zlib
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import msgspec

from routines.errors import Trouble
from routines.files import reason, regular_bytes, text_of
from sessions.exchange.archive import ALLOWED, Places
from sessions.exchange.document import read_document
from sessions.history.clinician import FILE_NAME as CLINICIAN
from sessions.history.clinician import Total, add_total, parse_totals, read_totals
from sessions.history.diary import FILE_NAME as DIARY
from sessions.history.diary import DiaryLine, add_line, kept_lines, parse_lines
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
from sessions.storage.safe_text import harmless

MOST_BYTES = 4_000_000
"""Of one file inside an archive; a record has some tens of kilobytes."""
MOST_TOGETHER = 1_000_000_000
MOST_FILES = 100_000
MOST_DOCUMENT = 500_000_000
"""Of a JSON document."""
_BEFORE_JSON = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
"""What may stand before the first brace: byte order marks, halves of UTF-16, spaces."""
_DAMAGED = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
"""What the unpacker raises for an archive that is damaged, encrypted or of a strange make."""


class Taken(msgspec.Struct, kw_only=True):
    """What came of it."""

    sessions: int = 0
    known: int = 0
    """Sessions that were here already."""
    diary_lines: int = 0
    totals: int = 0
    files: list[str] = []
    kept_ours: list[str] = []
    """Files that differ here and were left as they are."""
    refused: list[str] = []
    """Each with its reason."""


def take_in(places: Places, path: Path, today: date) -> Taken:
    """Take in a ZIP, a JSON document or one TOML record. Raises Trouble, OSError."""
    try:
        size = path.stat().st_size
        archive = path.is_file() and zipfile.is_zipfile(path)
        content = b"" if archive or size > MOST_DOCUMENT else regular_bytes(path, MOST_DOCUMENT)
    except OSError as error:
        raise Trouble(f"{path} cannot be read ({reason(error)}). Name an exported file.") from error
    if archive:
        return _archive(places, path, today)
    if size > MOST_DOCUMENT:
        raise Trouble(f"{path.name} is larger than any export of this program.")
    taken = _Taking(places, today)
    if content.lstrip(_BEFORE_JSON)[:1] == b"{":
        taken.document(content)
    elif path.suffix.casefold() == ".csv":
        raise Trouble("CSV is for spreadsheets and cannot be taken in; export as zip or json.")
    else:
        taken.record(path.name, content)
        if taken.result.refused:
            raise Trouble(f"{path.name} is no export of this program. {taken.result.refused[0]}")
    return taken.result


def _archive(places: Places, path: Path, today: date) -> Taken:
    taking = _Taking(places, today)
    together = 0
    try:
        opened = zipfile.ZipFile(path)
    except (*_DAMAGED, OSError) as error:
        raise Trouble(f"{path.name} is a damaged archive; nothing was taken.") from error
    with opened as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        if len(infos) > MOST_FILES:
            raise Trouble(f"{path.name} holds more than {MOST_FILES} files.")
        for info in infos:
            content = _unpacked(archive, info)
            if isinstance(content, str):
                taking.refuse(info.filename, content)
                continue
            together += len(content)
            if together > MOST_TOGETHER:
                raise Trouble(f"{path.name} is larger than any export of this program.")
            taking.file(info.filename, content)
    return taking.result


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes | str:
    """What a member holds, or why it is not taken."""
    link = (info.external_attr >> 16) & 0o170000 == 0o120000
    if link or not ALLOWED.fullmatch(info.filename):
        return "it has no place here"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "it is packed in a way exports are not"
    try:
        with archive.open(info) as file:
            content = file.read(MOST_BYTES + 1)
    except (*_DAMAGED, OSError):
        return "it is damaged"
    return "it is too large" if len(content) > MOST_BYTES else content


class _Taking:
    """One file being taken in."""

    def __init__(self, places: Places, today: date) -> None:
        self.result = Taken()
        self._places = places
        self._today = today
        self._known = {each.record.id for each in records(places.data) if each.record}

    def refuse(self, name: str, why: str) -> None:
        """Note a part that was not taken."""
        self.result.refused.append(f"{harmless(name, 80)}: {why.removesuffix('.')}.")

    def file(self, name: str, content: bytes) -> None:
        """One member of an archive."""
        if name.startswith(f"{FOLDER}/"):
            self.record(name, content)
        elif name == DIARY:
            self._diary(parse_lines(content))
        elif name.startswith(f"{PHOTOS}/"):
            self._checked(name, lambda: self._photo(name, content))
        elif name == CLINICIAN:
            self._checked(name, lambda: self._totals(parse_totals(Path(name), content)))
        else:
            self._checked(name, lambda: self._other(name, content))

    def record(self, name: str, content: bytes) -> None:
        """One record, kept as the very text it came in."""
        try:
            self._session(parse_record(Path(name), content), content)
        except RecordTrouble as trouble:
            self.result.refused.append(harmless(trouble.sentence, 300))

    def document(self, content: bytes) -> None:
        """A JSON document."""
        given = read_document(content)
        for record in given.sessions:
            self._session(record, record_text(record).encode())
        self._diary(given.diary)
        self._checked("clinician", lambda: self._totals(given.clinician))

    def _session(self, record: SessionRecord, content: bytes) -> None:
        if record.id in self._known:
            self.result.known += 1
            return
        year = self._places.data / FOLDER / f"{record.started.year:04d}"
        private_files.write_new(year / f"{record_name(record.started)}.toml", content)
        self._known.add(record.id)
        self.result.sessions += 1

    def _diary(self, lines: Iterable[DiaryLine]) -> None:
        here = kept_lines(self._places.data)
        for line in lines:
            if line not in here:
                add_line(self._places.data, line)
                here.append(line)
                self.result.diary_lines += 1

    def _totals(self, totals: Iterable[Total]) -> None:
        here = {(total.scale, total.on) for total in read_totals(self._places.data)}
        for total in totals:
            if (total.scale, total.on) not in here:
                add_total(self._places.data, total, self._today)
                self.result.totals += 1

    def _other(self, name: str, content: bytes) -> None:
        tomllib.loads(text_of(content))
        target = self._places.path_of(name)
        if not target.exists():
            private_files.write_new(target, content)
            self.result.files.append(name)
        elif target.read_bytes() != content:
            self.result.kept_ours.append(name)

    def _photo(self, name: str, content: bytes) -> None:
        target = self._places.path_of(name)
        if target.name == FRAMING:
            msgspec.json.decode(content, type=Framing)
        elif target.suffix == CLIP:
            read_film(content)
        elif not content.startswith(JPEG_START) or len(content) > MOST_JPEG:
            raise ValueError("it is no photo of this program")
        if not target.exists():
            private_files.write_new(target, content)
            self.result.files.append(name)
        elif target.read_bytes() != content:
            self.result.kept_ours.append(name)

    def _checked(self, name: str, take: Callable[[], None]) -> None:
        try:
            take()
        except (Trouble, ValueError, RecursionError) as error:
            self.refuse(name, str(error))
