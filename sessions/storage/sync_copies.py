"""Copies that sync programs and file managers leave beside a file, known by their names.

| made by | looks like |
|---|---|
| Dropbox | `x (Laptop's conflicted copy 2026-11-28).toml`, `x (case conflict).toml` |
| Nextcloud | `x (conflicted copy 2026-11-28 230000).toml` |
| ownCloud | `x_conflict-20261128-230000.toml` |
| Syncthing | `x.sync-conflict-20261128-230000-ABCDEFG.toml` |
| OneDrive | `x-LAPTOP-7F3A.toml` |
| Google Drive, browsers, Explorer | `x (1).toml`, `x - Copy.toml`, `x - Copy (2).toml` |
| iCloud, Finder | `x 2.toml`, `x copy.toml`, `x copy 2.toml` |
| macOS on foreign disks | `._x.toml`: what the disk cannot hold of `x.toml` |
"""

import re

from routines.language import _
from sessions.storage.file_patterns import SESSION, is_session

_COPY = re.compile(rf"(?:\._)?(?P<stem>{SESSION})(?P<mark>.*)(?P<ending>\.[a-z]{{3,5}})", re.DOTALL)


def original_of(name: str) -> str | None:
    """The file of a session that `name` is a copy of, by its name; None where it is none.

    Whatever is added to a session's stem makes a copy: the program adds nothing but a number.
    """
    found = _COPY.fullmatch(name)
    if found is None:
        return None
    original = f"{found['stem']}{found['ending']}"
    return original if name != original and is_session(found["stem"]) else None


def copy_sentence(name: str, original: str, *, there: bool = True) -> str:
    """What is said of a copy, once."""
    if there:
        return _("{name}: a copy of {original}, not counted.").format(name=name, original=original)
    return _(
        "{name}: a copy of {original}, which is not here; not counted. "
        "To count it, give it the name {original}."
    ).format(name=name, original=original)
