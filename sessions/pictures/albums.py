"""The folders of progress pictures: `photos/2026-03-02T09-00-00/` in the data folder.

An album is what there is of one session and of one kind: its photos, or its clips. Its folder is
named like the session's record, its files for what they show. Nothing here opens a picture, and
nothing is listed or deleted that the program did not make.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import msgspec

from routines.catalogue import exercises
from sessions.messages import PictureName
from sessions.storage.forget import delete

FOLDER = "photos"
REST = "rest"
AT_REST = "At rest"
_SESSION = re.compile(r"\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d[\w-]{0,20}", re.ASCII)
_NAME = re.compile(r"[a-z][a-z0-9-]{0,59}", re.ASCII)


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
    """Every session that has files with this ending, the oldest first."""
    found: list[Album] = []
    try:
        folders = sorted(data.joinpath(FOLDER).iterdir())
    except OSError:
        return found
    for folder in folders:
        if _SESSION.fullmatch(folder.name) is None or not _real_time(folder.name):
            continue
        paths = [p for p in folder.glob(f"*{ending}") if _NAME.fullmatch(p.stem) and p.is_file()]
        paths.sort(key=lambda path: (path.stem != REST, path.stem))
        if paths:
            found.append(Album(name=folder.name, files={path.stem: path for path in paths}))
    return found


def expressions(found: Iterable[Album]) -> list[str]:
    """What there are pictures of, rest first, then in the order of their names."""
    names = {name for album in found for name in album.files}
    return sorted(names, key=lambda name: (name != REST, called(name)))


def called(name: str) -> str:
    """`brow-raise` as a person calls it."""
    known = exercises().get(name)
    return known.name if known else AT_REST if name == REST else name.replace("-", " ").capitalize()


def folder_of(data: Path, session: str) -> Path:
    """Where the pictures of `session` lie. Raises ValueError where that is no session's name."""
    if _SESSION.fullmatch(session) is None:
        raise ValueError(f"{session} is no session's name")
    return data / FOLDER / session


def is_name(name: str) -> bool:
    """Whether a file may be called this, before its ending."""
    return _NAME.fullmatch(name) is not None


def files_with(data: Path, endings: Iterable[str], session: str | None = None) -> list[Path]:
    """Files of one session, or of all, that end so; drafts of a broken write too."""
    folders = [p for p in data.glob(f"{FOLDER}/*") if _SESSION.fullmatch(p.name)]
    wanted = tuple(endings)
    return sorted(
        path
        for folder in folders
        if session is None or folder.name == session
        for path in folder.glob("*")
        if path.name.endswith(wanted) or any(f"{ending}." in path.name for ending in wanted)
    )


def delete_with(data: Path, endings: Iterable[str], session: str | None = None) -> list[Path]:
    """Delete `files_with`, and folders that are empty then; returns what would not go."""
    stayed = delete(files_with(data, endings, session))
    for folder in (*data.glob(f"{FOLDER}/*"), data / FOLDER):
        try:
            folder.rmdir()
        except OSError:
            continue
    return stayed


def _real_time(name: str) -> bool:
    try:
        datetime.strptime(name[:19], "%Y-%m-%dT%H-%M-%S")
    except ValueError:
        return False
    return True
