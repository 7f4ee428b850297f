"""Takes in what another machine exported, as a guest: a ZIP, a folder, JSON, or single files.

Here the parts are found and read; what becomes of each is decided in `merging`.
"""

import shlex
import tomllib
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path

from routines.errors import Trouble
from routines.language import _
from routines.plan import FILE_NAME as PLAN
from routines.program import COMMAND
from routines.reading.files import NotText, reason, regular_bytes, text_of
from routines.safe_text import harmless
from sessions.exchange import members
from sessions.exchange.archive import ArchivePlaces
from sessions.exchange.archive_paths import Nowhere, place_of
from sessions.exchange.merging import (
    CLINICIAN,
    DIARY,
    OWN_ERROR,
    SETTINGS,
    SITTING,
    CheckText,
    Merging,
    Taken,
)
from sessions.log.record_files import RecordTrouble
from sessions.storage.sync_copies import original_of

MOST_DOCUMENT = 500_000_000
"""Of a JSON document, bytes."""
_ALONE = (SETTINGS, PLAN, SITTING, CLINICIAN, OWN_ERROR, DIARY)
"""Files that are known by their name when one is named by itself."""
_BEFORE_JSON = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
"""What may stand before the first brace: byte order marks, halves of UTF-16, spaces."""


ROUTINE = _(
    "{name} is a routine and no export. Put it into a folder of routines (see Settings). "
    "Or practise it once: {command} run {path}"
)


def _is_routine(content: bytes) -> bool:
    """Whether this is TOML with what every routine has and no record."""
    try:
        tables = tomllib.loads(text_of(content))
    except (NotText, ValueError, RecursionError):
        return False
    return "stage" in tables and "exercise" in tables and "started" not in tables


def _anything(text: str) -> None:
    """For callers that have no reader of settings, or of sittings."""


def import_archive(
    places: ArchivePlaces,
    path: Path,
    today: date,
    *,
    take: Collection[str] = (),
    check_settings: CheckText = _anything,
    check_sitting: CheckText = _anything,
) -> Taken:
    """Take in a ZIP, a folder, a JSON document or one file. Raises Trouble, OSError."""
    merging = Merging(places, today, take, check_settings, check_sitting)
    _Source(merging).take(path)
    merging.finish()
    return merging.result


def import_all(
    places: ArchivePlaces,
    paths: Iterable[Path],
    today: date,
    *,
    take: Collection[str] = (),
    check_settings: CheckText = _anything,
    check_sitting: CheckText = _anything,
) -> Taken:
    """Take in several; what is no export is refused, and the others are taken. Raises OSError."""
    merging = Merging(places, today, take, check_settings, check_sitting)
    for path in paths:
        try:
            _Source(merging).take(path)
        except Trouble as trouble:
            merging.result.refused.append(trouble.sentence)
    merging.finish()
    return merging.result


class _Source:
    """One file or folder that was named, and its way into `merging`."""

    def __init__(self, merging: Merging) -> None:
        self._merging = merging

    def take(self, path: Path) -> None:
        """One file or folder that was named. Raises Trouble, OSError."""
        try:
            if path.is_dir():
                self._members(path, members.in_folder(path))
                return
            size = path.stat().st_size
            archive = path.is_file() and members.is_archive(path)
            content = b"" if archive or size > MOST_DOCUMENT else regular_bytes(path, MOST_DOCUMENT)
        except OSError as error:
            why = reason(error)
            raise Trouble(
                _("{path} cannot be read ({why}). Name an exported file.").format(
                    path=path, why=why
                )
            ) from error
        if archive:
            with members.open_archive(path) as opened:
                self._members(path, members.in_archive(path, opened))
        elif size > MOST_DOCUMENT:
            raise Trouble(
                _("{name} is larger than any export of this program.").format(name=path.name)
            )
        else:
            self._single(path, content)

    def _single(self, path: Path, content: bytes) -> None:
        if content.lstrip(_BEFORE_JSON)[:1] == b"{" and path.suffix != ".jsonl":
            self._merging.document(content)
        elif path.suffix.casefold() == ".csv":
            raise Trouble(
                _("CSV is for spreadsheets and cannot be taken in; export as zip or json.")
            )
        elif path.name in _ALONE and len(content) <= members.MOST_BYTES:
            self._merging.file(path.name, content)
        else:
            try:
                self._merging.record(path.name, content)
            except RecordTrouble as trouble:
                if _is_routine(content):
                    raise Trouble(
                        ROUTINE.format(
                            name=harmless(path.name, 80),
                            command=COMMAND,
                            path=shlex.quote(harmless(str(path), 4096)),
                        )
                    ) from trouble
                why = harmless(trouble.sentence, 300)
                raise Trouble(
                    _("{name} is no export of this program. {why}").format(name=path.name, why=why)
                ) from trouble

    def _members(self, path: Path, found: list[members.Member]) -> None:
        purse = members.ByteBudget(path.name)
        for member in found:
            name = member.name.replace("\\", "/").rpartition("/")[2]
            place = place_of(member.name)
            copy = original_of(name) is not None and place is Nowhere.UNKNOWN
            if place is Nowhere.IGNORED:
                continue
            if place is Nowhere.UNFINISHED:
                self._merging.result.left_out.append(
                    _("{name}: an unfinished practice; end it where it was begun").format(
                        name=harmless(name, 80)
                    )
                )
                continue
            if place is Nowhere.UNKNOWN and not copy:
                self._merging.refuse(member.name, members.NO_PLACE)
                continue
            content = members.content_of(member, purse)
            if isinstance(content, str):
                self._merging.refuse(member.name, content)
            elif copy:
                self._merging.later(name, content)
            else:
                self._merging.file(str(place), content)
