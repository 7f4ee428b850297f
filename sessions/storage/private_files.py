"""Writing what is private: files 0600 in folders 0700, whole or not at all.

The umask has no say. Every function raises `OSError` when the disk does not take it, and then
the file that stood there before still stands there.
"""

import contextlib
import errno
import os
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

from routines.language import _

FILE_MODE = 0o600
FOLDER_MODE = 0o700
_NO_MODES = frozenset({errno.EPERM, errno.ENOTSUP, errno.ENOSYS})
"""How a file system says to the owner of a file that it keeps no modes: to anybody else EPERM
means what it says."""

_NO_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})
"""How a file system, such as one over a network, says that it cannot be asked to keep a file."""


def private_folder(path: Path) -> Path:
    """Make `path` and its missing parents, each 0700; a folder that exists stays as it is."""
    if not path.is_dir():
        private_folder(path.parent)
        with contextlib.suppress(FileExistsError):
            path.mkdir(mode=FOLDER_MODE)
            set_mode(path, FOLDER_MODE)
    return path


def set_mode(path: Path, mode: int) -> None:
    """Give what is ours this mode. A file system without modes refuses it, such as that of a memory
    stick, where a file has what the system gives all of them; then it stays as it is."""
    try:
        path.chmod(mode)
    except OSError as error:
        own = getattr(os, "geteuid", lambda: -1)() == path.stat().st_uid
        if error.errno not in _NO_MODES or not own:
            raise


def write_private(path: Path, data: str | bytes) -> None:
    """Put `data` in `path` in one step: readers see the old content or the new, never a part."""
    private_folder(path.parent)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            set_mode(draft, FILE_MODE)
            file.write(_encoded(data))
            file.flush()
            sync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def append_private(path: Path, data: str | bytes) -> None:
    """Add `data` to the end of `path`, on the disk before this returns: all of it or nothing."""
    private_folder(path.parent)
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | AS_BYTES, FILE_MODE)
    try:
        set_mode(path, FILE_MODE)
        size = os.fstat(handle).st_size
        try:
            write_all(handle, _encoded(data))
        except OSError:
            os.ftruncate(handle, size)
            raise
        sync(handle)
    finally:
        os.close(handle)


def _encoded(data: str | bytes) -> bytes:
    return data.encode() if isinstance(data, str) else data


AS_BYTES: int = getattr(os, "O_BINARY", 0)
"""Keeps Windows from changing line ends."""


def write_new(target: Path, content: bytes) -> Path:
    """Write `content` to `target`, or to `target` with `-2`, `-3` ... if that is taken.

    Complete and on the disk before it appears; never overwrites. Returns the path used.
    """
    with _complete(target, content) as draft:
        path = publish(draft, target)
        sync_folder(path.parent)
        return path


def publish(draft: Path, target: Path) -> Path:
    """Give the finished `draft` its final name, or the next free one. Returns that name.

    Whether the disk keeps the name is the caller's matter: `sync_folder`.
    """
    for candidate in _candidates(target):
        try:
            os.link(draft, candidate)
        except FileExistsError:
            continue
        except OSError:  # a file system without hard links
            if candidate.exists():
                continue
            draft.rename(candidate)
        else:
            draft.unlink()
        return candidate
    raise AssertionError("names never run out")


def create_draft(target: Path) -> tuple[int, Path]:
    """Open a hidden 0600 file beside `target` for reading and writing, to be published later."""
    private_folder(target.parent)
    draft = target.with_name(f".{target.name}.{os.getpid()}.{os.urandom(4).hex()}.draft")
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | AS_BYTES
    return os.open(draft, flags, 0o600), draft


def open_own(path: Path) -> int:
    """Open a file of ours for reading and writing, its mode put right where it forbids that."""
    try:
        return os.open(path, os.O_RDWR | AS_BYTES)
    except PermissionError:
        path.chmod(FILE_MODE)
        return os.open(path, os.O_RDWR | AS_BYTES)


def write_all(handle: int, content: bytes) -> None:
    """Write every byte, however the system divides it."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]


def read_all(handle: int, most: int) -> bytes:
    """Up to `most` bytes from where the handle stands: one read may give less than is there."""
    parts: list[bytes] = []
    while most > 0 and (part := os.read(handle, most)):
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


def sync(handle: int) -> None:
    """Ask the disk to keep a file; where the file system has no such call, it cannot be asked."""
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise


def sync_folder(folder: Path) -> None:
    """Ask the disk to keep the names in `folder`; systems that cannot are left alone."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def _complete(target: Path, content: bytes) -> Generator[Path, None, None]:
    handle, draft = create_draft(target)
    try:
        try:
            write_all(handle, content)
            sync(handle)
        finally:
            os.close(handle)
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def _candidates(target: Path) -> Iterator[Path]:
    yield target
    n = 2
    while True:
        yield target.with_name(f"{target.stem}-{n}{target.suffix}")
        n += 1


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # Windows locks forbid reading, so the locked byte lies beyond any content

    def lock(handle: int, *, shared: bool = False) -> bool:
        """Take the file for this process; False when another process has it.

        This system has no `shared` locks: it is taken alone then too.
        """
        here = os.lseek(handle, 0, os.SEEK_CUR)
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, here, os.SEEK_SET)
        return True

else:
    import fcntl

    def lock(handle: int, *, shared: bool = False) -> bool:
        """Take the file until `handle` is closed or its process is gone, even by SIGKILL.

        `shared` with others who only look. False when another process has it. A file system that
        knows no locks says True.
        """
        try:
            fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True


PATIENCE_S = 5.0
"""Longest wait for another window that is writing; it takes some milliseconds."""


@contextlib.contextmanager
def locked(
    folder: Path,
    clock: Callable[[], float] = time.monotonic,
    pause: Callable[[float], None] = time.sleep,
) -> Generator[None, None, None]:
    """Keep others from changing what is in `folder` while something is read and written again.

    For files that are replaced whole: so the lock is on the folder (where a folder cannot be
    opened, on a hidden file in it). Makes the folder. Raises OSError where it cannot be locked in
    `PATIENCE_S`.
    """
    private_folder(folder)
    handle = _lockable(folder)
    try:
        end = clock() + PATIENCE_S
        while not lock(handle):
            if clock() > end:
                raise OSError(errno.EAGAIN, _("another window is writing there"), str(folder))
            pause(0.01)
        yield
    finally:
        os.close(handle)


def _lockable(folder: Path) -> int:
    flag = getattr(os, "O_DIRECTORY", None)
    if flag is not None:
        return os.open(folder, os.O_RDONLY | flag)
    return os.open(folder / ".lock", os.O_RDWR | os.O_CREAT, FILE_MODE)
