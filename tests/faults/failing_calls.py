"""Lets chosen calls to the system fail, counted among those that touch one folder.

The calls are patched where the program makes them, in `os`. A failing call has done nothing; a
short write has written half, a short read gives three quarters of a file. What the disk is asked to
keep is asked at once, not on a thread, so that every run makes the same calls in the same order.
"""

import errno
import io
import os
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, Literal

import pytest

from sessions.log import journal
from sessions.log.background_sync import DiskSync
from sessions.storage.private_files import sync_folder

Fault = Literal["EIO", "ENOSPC", "EINTR", "EACCES", "short"]
FAULTS: tuple[Fault, ...] = ("EIO", "ENOSPC", "EINTR", "EACCES", "short")
BY_PATH = ("open", "mkdir", "chmod", "replace", "rename", "link", "unlink")
BY_HANDLE = ("write", "fsync", "read", "ftruncate", "fchmod")


class SyncAtOnce(DiskSync):
    """Asks the disk on the spot."""

    def ask(self, handle: int, folder: Path | None = None) -> None:
        """Sync, and remember what went wrong."""
        self.error = None
        try:
            os.fsync(handle)
        except OSError as error:
            self.error = error
        if folder is not None:
            sync_folder(folder)

    def stop(self) -> None:
        """Nothing is under way."""


class FailingCalls:
    """From `patch` on: the calls whose numbers are in `fail`, from 1, fail with `fault`."""

    def __init__(self, folder: Path, fail: Collection[int] = (), fault: Fault = "EIO") -> None:
        self.made: list[str] = []
        """Names of the calls that touched the folder, in order."""
        self.failed: list[str] = []
        self.on = True
        self._folder = str(folder)
        self._fail = frozenset(fail)
        self._fault: Fault = fault
        self._ours: dict[int, tuple[int, int]] = {}
        """Handles that were opened, each with the file it stood for."""

    @property
    def left_open(self) -> int:
        """Handles of the folder that were never closed."""
        return sum(_file_of(handle) == file for handle, file in self._ours.items())

    def patch(self, patcher: pytest.MonkeyPatch) -> None:
        """Put itself between the program and the system."""
        for name in BY_PATH:
            patcher.setattr(os, name, self._by_path(name, getattr(os, name)))
        for name in BY_HANDLE:
            patcher.setattr(os, name, self._by_handle(name, getattr(os, name)))
        patcher.setattr(os, "fdopen", self._fdopen(os.fdopen))
        patcher.setattr(journal, "DiskSync", SyncAtOnce)

    def _fdopen(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """Files that are written through a buffer: what the buffer writes is counted as well."""

        def made(handle: int, mode: str = "r", *more: Any, **named: Any) -> Any:
            if not self.on or handle not in self._ours or mode != "wb":
                return call(handle, mode, *more, **named)
            return io.BufferedWriter(_CountedFile(handle, self._count))

        return made

    def _by_path(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def made(path: Any, *more: Any, **named: Any) -> Any:
            if not self.on or not str(path).startswith(self._folder):
                return call(path, *more, **named)
            self._count(name)
            result = call(path, *more, **named)
            if name == "open":
                self._ours[result] = _file_of(result)
            return result

        return made

    def _by_handle(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def made(handle: Any, *more: Any) -> Any:
            if not self.on or handle not in self._ours:
                return call(handle, *more)
            short = self._count(name)
            if short and name == "write":
                return call(handle, bytes(more[0])[: len(more[0]) // 2])
            if short and name == "read":
                return call(handle, min(more[0], os.fstat(handle).st_size * 3 // 4))
            return call(handle, *more)

        return made

    def _count(self, name: str) -> bool:
        """Note a call. Raises where it is to fail; True where it is to be short, which only reads
        and writes can be."""
        self.made.append(name)
        if len(self.made) not in self._fail:
            return False
        self.failed.append(name)
        if self._fault == "short" and name in {"read", "write"}:
            return True
        number = errno.EIO if self._fault == "short" else getattr(errno, self._fault)
        raise OSError(number, os.strerror(number), self._folder)


class _CountedFile(io.FileIO):
    """A file whose writes are counted, and fail, by `count`."""

    def __init__(self, handle: int, count: Callable[[str], bool]) -> None:
        super().__init__(handle, "wb")
        self._count = count

    def write(self, data: Any, /) -> int | None:
        """As of any file."""
        content = bytes(data)
        return super().write(content[: len(content) // 2] if self._count("write") else content)


def _file_of(handle: int) -> tuple[int, int]:
    try:
        there = os.fstat(handle)
    except OSError:
        return (0, 0)
    return (there.st_dev, there.st_ino)
