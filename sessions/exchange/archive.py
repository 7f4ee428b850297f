"""The archive for another machine: a ZIP of the files that are the person's own.

Derived, temporary and machine-bound things (index, journals, caches, logs) stay behind.
"""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import msgspec

from sessions.camera.source_name import without_password
from sessions.log.decision_files import decision_files
from sessions.log.record_files import record_files, records
from sessions.pictures.clips import clip_files
from sessions.pictures.photos import photo_files
from sessions.storage.listing import Unreadable, entries

ROUTINES = "routines"
ALLOWED = re.compile(
    r"(?:sessions/\d{4}/[\w.+-]{1,80}\.toml"
    r"|routines/[\w.+-]{1,80}\.toml"
    r"|photos/\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d[\w-]{0,20}/(?:[a-z][a-z0-9-]{0,59}\.(?:jpg|avi)|framing\.json)"
    r"|decisions/\d{4}/\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d[\w-]{0,20}\.xz"
    r"|(?:settings|plan|clinician|therapist|own-error)\.toml"
    r"|diary\.jsonl)",
    re.ASCII,
)
"""Names an archive may hold, in full. Nothing with `..`, no absolute path, no other folder."""


ALONE = ("plan.toml", "clinician.toml", "therapist.toml", "own-error.toml", "diary.jsonl")
"""Files of the data folder itself."""

_SOURCE = re.compile(rb"""^(\s*source\s*=\s*)(["'])(.*?)\2""", re.MULTILINE)
"""The line of settings and records that names the camera, perhaps by an address."""


def _named_only(line: re.Match[bytes]) -> bytes:
    """The line without a login, which an archive must not carry."""
    source = without_password(line[3].decode("utf-8", "surrogateescape"))
    return line[1] + line[2] + source.encode("utf-8", "surrogateescape") + line[2]


class ArchivePlaces(msgspec.Struct, frozen=True, kw_only=True):
    """Where the person's own files are."""

    data: Path
    config: Path
    """Holds settings.toml; may be the same folder."""

    def path_of(self, name: str) -> Path:
        """Where the archive member `name` belongs."""
        return (self.config if name == "settings.toml" else self.data) / name


def members(
    places: ArchivePlaces, *, photos: bool = False, clips: bool = False, copies_too: bool = False
) -> Iterator[tuple[str, Path]]:
    """Every file that goes into an archive: its name there and its path. Progress photos
    and clips only where each was asked for. Copies of a session are known by their content, so
    `copies_too` saves reading every record. Raises Unreadable."""
    data = places.data
    copies: set[Path] = set()
    if not copies_too:
        copies = {each.path for each in records(data) if each.copy}
    found = [
        *(path for path in record_files(data) if path not in copies),
        *(Path(entry.path) for entry in entries(data, ROUTINES)),
        *(photo_files(data) if photos else ()),
        *(clip_files(data) if clips else ()),
        *decision_files(data),
        *(data / name for name in ALONE),
    ]
    for path in sorted(found):
        name = path.relative_to(data).as_posix()
        if path.is_file() and ALLOWED.fullmatch(name):
            yield name, path
    settings = places.path_of("settings.toml")
    if settings.is_file():
        yield "settings.toml", settings


def write_archive(
    places: ArchivePlaces,
    out: IO[bytes],
    *,
    photos: bool = False,
    clips: bool = False,
    copies_too: bool = False,
) -> int:
    """Write the archive; returns the number of files in it."""
    written = 0
    found = members(places, photos=photos, clips=clips, copies_too=copies_too)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as archive:
        for name, path in found:
            entry = zipfile.ZipInfo.from_file(path, name, strict_timestamps=False)
            try:
                content = path.read_bytes()
            except OSError as error:
                raise Unreadable(places.data, path, error) from error
            if name.endswith(".toml"):
                content = _SOURCE.sub(_named_only, content)
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
            written += 1
    return written
