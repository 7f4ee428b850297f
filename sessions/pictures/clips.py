"""Clips on the disk, beside the photos: `photos/2026-03-02T09-00-00/brow-raise.avi`.

Only those a person has asked for are written, each as one file that common players open. Nothing
here opens a picture.
"""

from collections.abc import Iterable
from pathlib import Path

from sessions.messages import Clip
from sessions.pictures.albums import Album, albums, delete_with, files_with, folder_of
from sessions.pictures.mjpeg_avi import MOST_FILM, Film, film_bytes, read_film
from sessions.storage.file_patterns import is_picture
from sessions.storage.private_files import write_private

ENDING = ".avi"


def clip_albums(data: Path) -> list[Album]:
    """Every session that has clips, the oldest first."""
    return albums(data, ENDING)


def keep_clips(data: Path, session: str, clips: Iterable[Clip]) -> int:
    """Write the clips of `session`; returns how many. Raises OSError, ValueError for a bad name.

    What makes no clip is not written.
    """
    folder = folder_of(data, session)
    kept = 0
    for clip in clips:
        try:
            content = film_bytes(Film(width=clip.width, height=clip.height, frames=clip.frames))
        except ValueError:
            continue
        if is_picture(clip.name):
            write_private(folder / f"{clip.name}{ENDING}", content)
            kept += 1
    return kept


def read_clip(path: Path) -> Film | None:
    """The clip at `path`; None where there is none that this program wrote."""
    try:
        if path.stat().st_size > MOST_FILM:
            return None
        return read_film(path.read_bytes())
    except (OSError, ValueError):
        return None


def clip_files(data: Path, session: str | None = None) -> list[Path]:
    """Every clip of one session or of all; drafts of a write too."""
    return files_with(data, (ENDING,), session)


def delete_clips(data: Path, session: str | None = None) -> list[Path]:
    """Delete the clips of one session, or all; returns what would not go."""
    return delete_with(data, (ENDING,), session)
