"""Files that a person named (`-o`, `--ics`): checked before the work, written whole and private."""

import os
from pathlib import Path

from routines.errors import Trouble
from routines.language import _
from routines.reading.library import path_of
from sessions.storage.exported_files import written_files
from sessions.storage.private_files import write_private


def to_write(name: str, endings: tuple[str, ...], data: Path, flag: str = "-o") -> Path:
    """The path to write, or Trouble: its ending and its folder are looked at first.

    A file that stands there is written over only where this program wrote it, as `data` knows.
    """
    path = path_of(name).absolute()
    if path.suffix.casefold() not in endings:
        known = ", ".join(endings)
        raise Trouble(
            _("{flag} {name}: the name must end in one of {known}.").format(
                flag=flag, name=name, known=known
            )
        )
    if path.is_dir():
        raise Trouble(
            _("{flag} {name} is a folder. Name a file in it.").format(flag=flag, name=name)
        )
    if not path.parent.is_dir():
        raise Trouble(
            _("{flag} {name}: there is no folder {parent}. Make it first.").format(
                flag=flag, name=name, parent=path.parent
            )
        )
    ours = {each.path for each in written_files(data)}
    if os.path.lexists(path) and str(path) not in ours:
        raise Trouble(
            _(
                "{path} is there already, and this program did not write it. It is left as it is. "
                "Choose another name."
            ).format(path=path)
        )
    return path


def write_out(path: Path, content: bytes) -> None:
    """Write it, mode 0600. Raises Trouble where the disk does not take it."""
    try:
        write_private(path, content)
    except OSError as error:
        why = error.strerror or _("unknown reason")
        raise Trouble(
            _("{path} cannot be written ({why}). Try another folder.").format(path=path, why=why)
        ) from error
