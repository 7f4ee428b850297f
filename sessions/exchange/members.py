"""Lists and reads the files of an import: from a ZIP archive, a folder or a single file.

Sizes are bounded while reading, one by one and together, whatever an archive says of itself.
Folders are looked through without following links.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from routines.errors import Trouble
from routines.language import _
from sessions.pictures.mjpeg_avi import MOST_FILM
from sessions.storage.listing import Unreadable, entries

MOST_BYTES = 4_000_000
"""Of one file; a record has some tens of kilobytes, a diary of 40,000 lines under four million."""
MOST_TOGETHER = 1_000_000_000
MOST_FILES = 100_000
_MOST_DEEP = 12
"""Folders within one another."""
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
"""What the unpacker raises for an archive that is damaged, encrypted or of an unknown make."""
NO_PLACE = _("it has no place here")


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """One part: its name as given, and how to get its bytes."""

    name: str
    archive: zipfile.ZipFile | None = None
    info: zipfile.ZipInfo | None = None
    path: Path | None = None


class ByteBudget:
    """Byte budget shared by all files of one import, against decompression bombs."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._left = MOST_TOGETHER

    def take(self, count: int) -> None:
        """Deduct `count` bytes from the budget. Raises Trouble when it is used up."""
        self._left -= count
        if self._left < 0:
            raise Trouble(
                _("{source} is larger than any export of this program.").format(source=self._source)
            )


def open_archive(path: Path) -> zipfile.ZipFile:
    """The archive at `path`. Raises Trouble for one that is damaged."""
    try:
        return zipfile.ZipFile(path)
    except (*_DAMAGED, OSError) as error:
        raise Trouble(
            _("{name} is a damaged archive; nothing was taken.").format(name=path.name)
        ) from error


def in_archive(path: Path, archive: zipfile.ZipFile) -> list[Member]:
    """Its files, folders left out. Raises Trouble for too many."""
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MOST_FILES:
        raise Trouble(
            _("{name} holds more than {most_files} files.").format(
                name=path.name, most_files=MOST_FILES
            )
        )
    return [Member(name=i.filename.rstrip("\0"), archive=archive, info=i) for i in infos]


def in_folder(path: Path) -> list[Member]:
    """The plain files below `path`. Raises Trouble for too many, or what cannot be read.

    The folder may be anybody's, so no advice is given to change the rights of what is in it.
    """
    found: list[Member] = []
    try:
        for each in _files(path, ()):
            found.append(each)
            if len(found) > MOST_FILES:
                raise Trouble(
                    _("{path} holds more than {most_files} files.").format(
                        path=path, most_files=MOST_FILES
                    )
                )
    except Unreadable as trouble:
        raise Trouble(
            _("{path} cannot be read. Name the exported file, or the folder it lies in.").format(
                path=trouble.path
            )
        ) from trouble
    return found


def _files(root: Path, inside: tuple[str, ...]) -> Iterator[Member]:
    for entry in entries(root, *inside):
        if entry.is_dir(follow_symlinks=False) and len(inside) < _MOST_DEEP:
            yield from _files(root, (*inside, entry.name))
        elif entry.is_file(follow_symlinks=False):
            yield Member(name="/".join((*inside, entry.name)), path=Path(entry.path))


def content_of(member: Member, purse: ByteBudget) -> bytes | str:
    """What a member holds, or why it is not taken. Raises Trouble when it is too much together."""
    most = MOST_FILM if member.name.endswith(".avi") else MOST_BYTES
    if member.archive is None or member.info is None:
        assert member.path is not None
        try:
            with member.path.open("rb") as file:
                content = file.read(most + 1)
        except OSError as error:
            return _("it cannot be read ({strerror})").format(strerror=error.strerror)
    else:
        if (member.info.external_attr >> 16) & 0o170000 == 0o120000:
            return NO_PLACE
        if member.info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            return _("it is packed in a way exports are not")
        try:
            with member.archive.open(member.info) as file:
                content = file.read(most + 1)
        except (*_DAMAGED, OSError):
            return _("it is damaged")
    purse.take(len(content))
    return _("it is too large") if len(content) > most else content


def is_archive(path: Path) -> bool:
    """Whether `path` is a ZIP. Raises OSError where it cannot be read."""
    path.stat()
    return zipfile.is_zipfile(path)
