"""The folders of progress pictures: `photos/2026-03-02T09-00-00/` in the data folder.

An album is what there is of one session and of one kind: its photos, or its clips. Its folder is
named like the session's record, its files for what they show. Nothing here opens a picture, and
nothing is listed or deleted that the program did not make.
"""

import contextlib
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import msgspec

from routines.catalogue import exercises
from routines.language import _
from sessions.messages import PictureName
from sessions.storage.file_patterns import REST, is_session, kind_in_data, without_draft
from sessions.storage.forget import delete
from sessions.storage.listing import entries, real_folders

FOLDER = "photos"
AT_REST = _("At rest")


class Album(msgspec.Struct, frozen=True, kw_only=True):
    """The pictures of one kind of one session."""

    name: str
    """As its record's file, without the ending."""
    files: dict[PictureName, Path]
    """Rest first, then by name."""

    @property
    def when(self) -> datetime:
        """Local time the session began."""
        return datetime.strptime(self.name[:19], "%Y-%m-%dT%H-%M-%S")


def albums(data: Path, ending: str) -> list[Album]:
    """Every session that has files with this ending, the oldest first. Raises Unreadable."""
    found: list[Album] = []
    for session in filter(is_session, real_folders(data, FOLDER)):
        names = _files(data, session)
        paths = [p for p in names if p.suffix == ending and not p.name.startswith(".")]
        paths.sort(key=lambda path: (path.stem != REST, path.stem))
        if paths:
            found.append(Album(name=session, files={path.stem: path for path in paths}))
    return found


def expressions(found: Iterable[Album]) -> list[str]:
    """What there are pictures of, rest first, then in the order of their names."""
    names = {name for album in found for name in album.files}
    return sorted(names, key=lambda name: (name != REST, display_name(name)))


def display_name(name: str) -> str:
    """`brow-raise` as a person calls it."""
    known = exercises().get(name)
    return known.name if known else AT_REST if name == REST else name.replace("-", " ").capitalize()


def folder_of(data: Path, session: str) -> Path:
    """Where the pictures of `session` lie. Raises ValueError where that is no session's name."""
    if not is_session(session):
        raise ValueError(f"{session} is no session's name")
    return data / FOLDER / session


def files_with(data: Path, endings: Iterable[str], session: str | None = None) -> list[Path]:
    """Files of one session, or of all, that end so; drafts of a broken write too.

    Only those the program made. Raises Unreadable.
    """
    wanted = tuple(endings)
    return [
        path
        for name in filter(is_session, real_folders(data, FOLDER))
        if session is None or name == session
        for path in _files(data, name)
        if without_draft(path.name).endswith(wanted)
    ]


def delete_with(data: Path, endings: Iterable[str], session: str | None = None) -> list[Path]:
    """Delete `files_with`, and the folders that are empty then; returns what would not go.

    Where the folder of pictures is a link, nothing behind it is deleted.
    """
    if (data / FOLDER).is_symlink():
        return files_with(data, endings, session)
    stayed = delete(files_with(data, endings, session))
    ours = [data / FOLDER / name for name in filter(is_session, real_folders(data, FOLDER))]
    for folder in (*ours, data / FOLDER):
        with contextlib.suppress(OSError):
            folder.rmdir()
    return stayed


def _files(data: Path, session: str) -> list[Path]:
    """The program's own files in one album, by name."""
    return [
        Path(entry.path)
        for entry in entries(data, FOLDER, session)
        if entry.is_file(follow_symlinks=False)
        and kind_in_data(f"{FOLDER}/{session}/{entry.name}") is not None
    ]
