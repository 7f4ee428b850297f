"""Progress photos on the disk: `photos/2026-03-02T09-00-00/brow-raise.jpg` in the data folder.

Only those a person has asked for are written. Beside the pictures stands `framing.json`: where
the face was in the whole picture, so that another day's can be lined up. Nothing here opens a
picture.
"""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from routines.reading.files import regular_bytes
from sessions.messages import MOST_JPEG, Still
from sessions.pictures.albums import (
    REST,
    Album,
    albums,
    delete_with,
    files_with,
    folder_of,
)
from sessions.storage.file_patterns import is_picture
from sessions.storage.listing import Unreadable
from sessions.storage.private_files import write_private

ENDING = ".jpg"
FRAMING = "framing.json"
JPEG_START = b"\xff\xd8\xff"


class Framing(msgspec.Struct, frozen=True, kw_only=True):
    """Where the face was in the whole picture."""

    outline: tuple[float, ...]
    """As in `Reading.outline`."""


def photo_albums(data: Path) -> list[Album]:
    """Every session that has photos, the oldest first."""
    return albums(data, ENDING)


def keep_photos(data: Path, session: str, stills: Iterable[Still]) -> int:
    """Write the stills of `session`; returns how many. Raises OSError, ValueError for a bad name.

    What is no JPEG, or too large, is not written.
    """
    folder = folder_of(data, session)
    kept = 0
    for still in stills:
        whole = still.jpeg.startswith(JPEG_START) and len(still.jpeg) <= MOST_JPEG
        if not whole or not is_picture(still.name):
            continue
        write_private(folder / f"{still.name}{ENDING}", still.jpeg)
        kept += 1
        if still.outline and (still.name == REST or not (folder / FRAMING).exists()):
            write_private(folder / FRAMING, msgspec.json.encode(Framing(outline=still.outline)))
    return kept


def first_framing(data: Path) -> tuple[float, ...]:
    """Where the face was in the first session that has photos; empty where that is not known."""
    try:
        there = photo_albums(data)
    except Unreadable:
        return ()
    for album in there:
        try:
            text = regular_bytes(folder_of(data, album.name) / FRAMING)
            outline = msgspec.json.decode(text, type=Framing).outline
        except (OSError, msgspec.DecodeError):
            continue
        if outline and len(outline) % 2 == 0 and all(-1.0 <= value <= 2.0 for value in outline):
            return outline
    return ()


def photo_files(data: Path, session: str | None = None) -> list[Path]:
    """Every file that belongs to photos, of one session or of all; drafts of a write too."""
    return files_with(data, (ENDING, FRAMING), session)


def delete_photos(data: Path, session: str | None = None) -> list[Path]:
    """Delete the photos of one session, or all; returns what would not go."""
    return delete_with(data, (ENDING, FRAMING), session)
