"""Progress photos on the disk: `photos/2026-03-02T09-00-00/brow-raise.jpg` in the data folder.

The only part that writes pictures, and only those a person has asked for. A session's folder is
named like its record. Beside the pictures stands `framing.json`: where the face was in the whole
picture, so that another day's can be lined up. Nothing here opens a picture.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import msgspec

from routines.catalogue import exercises
from sessions.files import write_private
from sessions.forget import delete
from sessions.readings import MOST_JPEG, PictureName, Still

FOLDER = "photos"
FRAMING = "framing.json"
REST = "rest"
AT_REST = "At rest"
JPEG_START = b"\xff\xd8\xff"
_SESSION = re.compile(r"\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d[\w-]{0,20}", re.ASCII)
_NAME = re.compile(r"[a-z][a-z0-9-]{0,59}", re.ASCII)


class Framing(msgspec.Struct, frozen=True, kw_only=True):
    """Where the face was in the whole picture."""

    outline: tuple[float, ...]
    """As in `Reading.outline`."""


class PhotoSession(msgspec.Struct, frozen=True, kw_only=True):
    """The photos of one session."""

    name: str
    """As its record's file, without the ending."""
    photos: dict[PictureName, Path]
    """Rest first, then by name."""

    @property
    def when(self) -> datetime:
        """Local time the session began."""
        return datetime.strptime(self.name[:19], "%Y-%m-%dT%H-%M-%S")


def photo_sessions(data: Path) -> list[PhotoSession]:
    """Every session that has photos, the oldest first."""
    found: list[PhotoSession] = []
    try:
        folders = sorted(data.joinpath(FOLDER).iterdir())
    except OSError:
        return found
    for folder in folders:
        if _SESSION.fullmatch(folder.name) is None or not _real_time(folder.name):
            continue
        paths = [p for p in folder.glob("*.jpg") if _NAME.fullmatch(p.stem) and p.is_file()]
        paths.sort(key=lambda path: (path.stem != REST, path.stem))
        if paths:
            photos = {path.stem: path for path in paths}
            found.append(PhotoSession(name=folder.name, photos=photos))
    return found


def expressions(sessions: Iterable[PhotoSession]) -> list[str]:
    """What there are photos of, rest first, then in the order of their names."""
    names = {name for session in sessions for name in session.photos}
    return sorted(names, key=lambda name: (name != REST, called(name)))


def called(name: str) -> str:
    """`brow-raise` as a person calls it."""
    known = exercises().get(name)
    return known.name if known else AT_REST if name == REST else name.replace("-", " ").capitalize()


def _real_time(name: str) -> bool:
    try:
        datetime.strptime(name[:19], "%Y-%m-%dT%H-%M-%S")
    except ValueError:
        return False
    return True


def keep_photos(data: Path, session: str, stills: Iterable[Still]) -> int:
    """Write the stills of `session`; returns how many. Raises OSError, ValueError for a bad name.

    What is no JPEG, or too large, is not written.
    """
    if _SESSION.fullmatch(session) is None:
        raise ValueError(f"{session} is no session's name")
    folder = data / FOLDER / session
    kept = 0
    for still in stills:
        whole = still.jpeg.startswith(JPEG_START) and len(still.jpeg) <= MOST_JPEG
        if not whole or _NAME.fullmatch(still.name) is None:
            continue
        write_private(folder / f"{still.name}.jpg", still.jpeg)
        kept += 1
        if still.outline and (still.name == REST or not (folder / FRAMING).exists()):
            write_private(folder / FRAMING, msgspec.json.encode(Framing(outline=still.outline)))
    return kept


def first_framing(data: Path) -> tuple[float, ...]:
    """Where the face was in the first session that has photos; empty where that is not known."""
    for session in photo_sessions(data):
        try:
            text = (data / FOLDER / session.name / FRAMING).read_bytes()
            outline = msgspec.json.decode(text, type=Framing).outline
        except (OSError, msgspec.DecodeError):
            continue
        if outline and len(outline) % 2 == 0 and all(-1.0 <= value <= 2.0 for value in outline):
            return outline
    return ()


def photo_files(data: Path, session: str | None = None) -> list[Path]:
    """Every file that belongs to photos, of one session or of all; drafts of a write too."""
    folders = [p for p in data.glob(f"{FOLDER}/*") if _SESSION.fullmatch(p.name)]
    return sorted(
        path
        for folder in folders
        if session is None or folder.name == session
        for path in folder.glob("*")
        if path.suffix == ".jpg" or FRAMING in path.name or ".jpg." in path.name
    )


def delete_photos(data: Path, session: str | None = None) -> list[Path]:
    """Delete the photos of one session, or all; returns what would not go."""
    stayed = delete(photo_files(data, session))
    for folder in (*data.glob(f"{FOLDER}/*"), data / FOLDER):
        try:
            folder.rmdir()
        except OSError:
            continue
    return stayed
