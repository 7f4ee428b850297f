"""Lets chosen reads and writes of asyncio's pipes fail, such as those to the camera process.

They are patched where asyncio makes them. A failing call has done nothing; a short one has moved
one byte.
"""

import asyncio
import errno
import os
from collections import Counter
from collections.abc import Mapping
from typing import Any, Literal

import pytest

Fault = Literal["EIO", "EPIPE", "EINTR", "short"]
Kind = Literal["read", "write"]
KINDS: tuple[Kind, ...] = ("read", "write")
Call = tuple[Kind, int]
"""The first read is ("read", 1)."""
FAULTS: dict[Kind, tuple[Fault, ...]] = {
    "read": ("EIO", "EINTR", "short"),
    "write": ("EIO", "EPIPE", "EINTR", "short"),
}


class FailingPipes:
    """Stands for `os` in asyncio: the calls in `fail` go wrong, each in its own way."""

    def __init__(self, fail: Mapping[Call, Fault]) -> None:
        self.made: Counter[str] = Counter()
        self.failed: list[Call] = []
        self._fail = fail

    def patch(self, patcher: pytest.MonkeyPatch) -> None:
        """Put itself between asyncio and the system."""
        patcher.setattr(asyncio.unix_events, "os", self)

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def read(self, handle: int, size: int) -> bytes:
        """As `os.read`."""
        return os.read(handle, 1 if self._short("read") else size)

    def write(self, handle: int, data: bytes) -> int:
        """As `os.write`."""
        return os.write(handle, data[:1] if self._short("write") else data)

    def _short(self, name: Kind) -> bool:
        """Note a call. Raises where it is to fail; True where it is to be short."""
        self.made[name] += 1
        call = (name, self.made[name])
        if call not in self._fail:
            return False
        self.failed.append(call)
        if self._fail[call] == "short":
            return True
        number = getattr(errno, self._fail[call])
        raise OSError(number, os.strerror(number))
