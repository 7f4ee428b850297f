"""The weekly backup: an archive in the data folder, against accidental deletion and sync errors.

Made at the start of the program at most, named for its day (`backup/2026-11-29.zip`), without
photos and clips, and taken in again by `import`. It lies on the same disk as everything else, so
it is none against a broken disk.
"""

import contextlib
import re
import zipfile
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import msgspec

from routines.errors import Trouble
from routines.language import _
from routines.reading.files import reason
from sessions.exchange import members
from sessions.exchange.archive import ArchivePlaces, write_archive
from sessions.exchange.archive import members as archived
from sessions.log.decision_files import ENDING as DECISIONS_END
from sessions.storage.file_patterns import kind_in_data, without_draft
from sessions.storage.forget import delete
from sessions.storage.listing import entries
from sessions.storage.private_files import FOLDER_MODE, locked, set_mode, write_private
from sessions.storage.sync_copies import original_of

FOLDER = "backup"
"""Under the data folder."""
EVERY = timedelta(days=7)
MOST_KEPT = 12
"""Backups that stay: about three months."""
_NAME = re.compile(r"\d{4}-\d\d-\d\d\.zip", re.ASCII)
_SETTINGS = "settings.toml"


class BackupTrouble(Trouble):
    """The backup cannot be made. The sentence says why and what to do."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(
            _(
                "The weekly backup cannot be written to {folder} ({why}). All else goes on as "
                "usual; "
                "it is tried again at the next start. It can be turned off in the settings."
            ).format(folder=folder, why=why),
            "settings",
        )


def back_up(places: ArchivePlaces, today: date) -> Path | None:
    """Write the backup where the last one is a week old, and delete those beyond `MOST_KEPT`.

    Returns its path; None where none is due, or nothing but settings is there to be kept. Raises
    BackupTrouble, Unreadable.
    """
    folder = places.data / FOLDER
    if folder.is_symlink():
        raise BackupTrouble(folder, _("it is a link, and `forget` would not follow it"))
    if not _is_due(places.data, today):
        return None
    paths = [path for name, path in archived(places, copies_too=True) if name != _SETTINGS]
    if not paths:
        return None
    target = folder / f"{today.isoformat()}.zip"
    try:
        with locked(folder):
            if not _is_due(places.data, today):  # another window was quicker
                return None
            set_mode(folder, FOLDER_MODE)
            content = BytesIO()
            write_archive(places, content, copies_too=True)
            write_private(target, content.getvalue())
            if not all(path.exists() for path in paths):  # forgotten in another window meanwhile
                target.unlink()
                return None
            _rotate(places.data, target)
    except OSError as error:
        raise BackupTrouble(folder, reason(error)) from error
    return target


def _is_due(data: Path, today: date) -> bool:
    """Whether no backup of the last week is there; one of a later day does not count."""
    return not any(timedelta() <= today - _day(path) < EVERY for path in _weekly(data))


def _rotate(data: Path, newest: Path) -> None:
    """Delete the oldest beyond `MOST_KEPT`, and what a broken write has left."""
    others = [path for path in _weekly(data) if path != newest]
    drafts = [path for path in _own(data) if without_draft(path.name) != path.name]
    for path in (*others[: max(0, len(others) + 1 - MOST_KEPT)], *drafts):
        with contextlib.suppress(OSError):
            path.unlink()


def _own(data: Path) -> list[Path]:
    """The plain files in the folder that bear a backup's name, or a draft's of one."""
    if (data / FOLDER).is_symlink():
        return []
    return [
        Path(entry.path)
        for entry in entries(data, FOLDER)
        if kind_in_data(f"{FOLDER}/{entry.name}") and entry.is_file(follow_symlinks=False)
    ]


def _weekly(data: Path) -> list[Path]:
    """Finished weekly backups, oldest first."""
    return [path for path in _own(data) if _NAME.fullmatch(path.name)]


def _day(path: Path) -> date:
    return date.fromisoformat(path.stem)


class TakenOut(msgspec.Struct, kw_only=True):
    """What became of the backups when one session was taken out of them."""

    rewritten: list[Path] = []
    emptied: list[Path] = []
    """Those that held nothing else, and are deleted."""
    deleted: list[Path] = []
    """Those that could not be read or written again."""
    stayed: list[Path] = []
    """Those that could be neither rewritten nor deleted: the session is still in them."""


def take_out(data: Path, stem: str, session_id: str | None) -> TakenOut:
    """Take the session `stem` out of every backup: its record, copies of it, its pictures.

    `session_id` finds its record under any other name. Raises Unreadable.
    """
    result = TakenOut()
    for path in _own(data):
        try:
            rest = _without(path, stem, session_id)
            if rest:
                write_private(path, rest)
                result.rewritten.append(path)
            elif rest is not None:
                path.unlink()
                result.emptied.append(path)
        except (Trouble, OSError):
            stayed = delete([path])
            result.stayed += stayed
            result.deleted += [] if stayed else [path]
    return result


def _without(path: Path, stem: str, session_id: str | None) -> bytes | None:
    """The archive without the session: None where it does not hold it, empty where nothing is left.

    Raises Trouble for what is no sound archive, OSError.
    """
    kept: list[tuple[zipfile.ZipInfo, bytes]] = []
    with members.open_archive(path) as archive:
        purse = members.ByteBudget(path.name)
        found = members.in_archive(path, archive)
        for member in found:
            content = members.content_of(member, purse)
            if isinstance(content, str):
                raise Trouble(f"{path.name}: {member.name}: {content}.")
            assert member.info is not None
            if not _of_session(member.name, content, stem, session_id):
                kept.append((member.info, content))
    if len(kept) == len(found):
        return None
    if all(info.filename == _SETTINGS for info, _ in kept):
        return b""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as rewritten:
        for info, content in kept:
            rewritten.writestr(info, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _of_session(name: str, content: bytes, stem: str, session_id: str | None) -> bool:
    *folders, last = name.split("/")
    named = (f"{stem}.toml", f"{stem}{DECISIONS_END}")
    if stem in folders or last in named or original_of(last) == f"{stem}.toml":
        return True
    return (
        folders[:1] == ["sessions"]
        and session_id is not None
        and (f'"{session_id}"'.encode() in content)
    )
