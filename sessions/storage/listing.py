"""Looking into folders: what lies there, and a sentence with the remedy where it cannot be seen.

A folder that does not exist holds nothing. A folder that cannot be read is never taken for an
empty one: the error names it and says how to mend it.
"""

import contextlib
import os
import shlex
import stat
from pathlib import Path

from routines.errors import Trouble
from routines.language import _

MEND_WINDOWS = _("Give your own user the right to read it, under Properties, Security.")


class Unreadable(Trouble):
    """A folder or file of the data folder is there and cannot be read."""

    def __init__(self, root: Path, path: Path, error: OSError) -> None:
        super().__init__(unreadable(root, path, error), "settings")
        self.path = path


def entries(root: Path, *inside: str) -> list[os.DirEntry[str]]:
    """What lies in the folder `inside` of `root`, by name; nothing where there is no folder.

    Raises Unreadable; `root` is what its remedy names.
    """
    folder = root.joinpath(*inside)
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise Unreadable(root, folder, error) from error


def real_folders(root: Path, *inside: str) -> list[str]:
    """The names of the folders in there that are no links. Raises Unreadable."""
    return [e.name for e in entries(root, *inside) if e.is_dir(follow_symlinks=False)]


def unreadable(root: Path, path: Path, error: OSError) -> str:
    """What cannot be read, why, and what to type; two sentences."""
    culprit = _culprit(root, path)
    why = error.strerror or _("no reason given")
    return _("{culprit} cannot be read ({why}). {remedy}").format(
        culprit=culprit, why=why, remedy=_remedy(root, culprit, error)
    )


def _culprit(root: Path, path: Path) -> Path:
    """The outermost part of `path`, from `root` on, that may not be entered or read."""
    inner = [path, *path.parents]
    for part in reversed(inner[: inner.index(root) + 1] if root in inner else inner[:1]):
        needed = os.R_OK | (os.X_OK if part.is_dir() else 0)
        with contextlib.suppress(OSError):
            if part.exists() and not os.access(part, needed):
                return part
    return path


def _remedy(root: Path, culprit: Path, error: OSError) -> str:
    if not isinstance(error, PermissionError):
        return _("Look whether the disk or the network place it lies on is there and healthy.")
    if not hasattr(os, "getuid"):
        return MEND_WINDOWS
    try:
        there = culprit.stat()
    except OSError:
        there = None
    if there is not None and there.st_uid == os.getuid() and not there.st_mode & stat.S_IRUSR:
        return _("Its rights do not allow it. Type: chmod -R u+rwX {quote}").format(
            quote=shlex.quote(str(root))
        )
    return _(
        "It belongs to another user, as after one run with sudo. Type: sudo chown -R {user} {quote}"
    ).format(user=_user(), quote=shlex.quote(str(root)))


def _user() -> str:
    """Who runs this, as `chown` takes it."""
    import pwd

    try:
        return shlex.quote(pwd.getpwuid(os.getuid()).pw_name)
    except KeyError:
        return str(os.getuid())
