"""Writing what is private: files 0600 in folders 0700, whole or not at all.

The umask has no say. Every function raises `OSError` when the disk does not take it, and then
the file that stood there before still stands there.
"""

import contextlib
import os
import tempfile
from pathlib import Path

FILE_MODE = 0o600
FOLDER_MODE = 0o700


def private_folder(path: Path) -> Path:
    """Make `path` and its missing parents, each 0700; a folder that exists stays as it is."""
    if not path.is_dir():
        private_folder(path.parent)
        with contextlib.suppress(FileExistsError):
            path.mkdir(mode=FOLDER_MODE)
            path.chmod(FOLDER_MODE)
    return path


def write_private(path: Path, data: str | bytes) -> None:
    """Put `data` in `path` in one step: readers see the old content or the new, never a part."""
    private_folder(path.parent)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            draft.chmod(FILE_MODE)
            file.write(_encoded(data))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def append_private(path: Path, data: str | bytes) -> None:
    """Add `data` to the end of `path`, on the disk before this returns."""
    private_folder(path.parent)
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, FILE_MODE)
    with os.fdopen(handle, "ab") as file:
        path.chmod(FILE_MODE)
        file.write(_encoded(data))
        file.flush()
        os.fsync(file.fileno())


def _encoded(data: str | bytes) -> bytes:
    return data.encode() if isinstance(data, str) else data


def _settle(folder: Path) -> None:
    """Make a rename survive a power cut, where the system lets a folder be opened."""
    flag = getattr(os, "O_DIRECTORY", None)
    if flag is None:
        return
    handle = os.open(folder, os.O_RDONLY | flag)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
