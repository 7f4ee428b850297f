"""The log of the camera process: native libraries talk on stderr, and stderr is the screen.

The file is private (0600 in a 0700 folder) and bounded twice: its tail is kept at every start,
and the process may not grow any file of its own past `LIMIT_BYTES`, so no library can fill a
disk. It never holds pictures, paths of recordings or anything measured.
"""

import contextlib
import os
from pathlib import Path

from sessions.storage.private_files import FILE_MODE, private_folder, set_mode

LIMIT_BYTES = 1024 * 1024
KEEP_BYTES = 64 * 1024


def open_log(path: Path | None) -> int:
    """A descriptor to hand to the child as its stderr; the caller closes it.

    Falls back to nowhere when the file cannot be written: a full or read-only disk must not
    keep anyone from practising.
    """
    if path is not None:
        with contextlib.suppress(OSError):
            return _open(path)
    return os.open(os.devnull, os.O_WRONLY)


def _open(path: Path) -> int:
    private_folder(path.parent)
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
    log = os.open(path, flags, 0o600)
    try:
        set_mode(path, FILE_MODE)
        size = os.fstat(log).st_size
        if size > KEEP_BYTES:
            os.lseek(log, size - KEEP_BYTES, os.SEEK_SET)
            tail = os.read(log, KEEP_BYTES)
            os.ftruncate(log, 0)
            os.write(log, tail)
    except OSError:
        os.close(log)
        raise
    return log


def bound_written_files() -> None:
    """In the child: forbid files longer than `LIMIT_BYTES`. Writing past it fails, harmlessly.

    Python ignores the signal that comes with it. Where the system knows no such limit (Windows)
    only the trim at the next start bounds the log.
    """
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    if hard == resource.RLIM_INFINITY or hard > LIMIT_BYTES:
        resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT_BYTES, hard))
