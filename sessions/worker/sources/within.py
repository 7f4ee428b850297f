"""Reading from a socket within a time that counts for all reads together.

A socket's own timeout begins anew with each byte, so a peer that sends one byte a second is never
late by it, and holds a reader of lines or pictures for hours.
"""

import io
import socket
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Clock = Callable[[], float]


class Within(io.RawIOBase):
    """What comes through `peer`; at the end of the time that was given, TimeoutError."""

    def __init__(self, peer: socket.socket, seconds: float, clock: Clock = time.monotonic) -> None:
        self._peer, self._clock = peer, clock
        self._raw = peer.makefile("rb", buffering=0)
        self.give(seconds)

    def give(self, seconds: float) -> None:
        """From now on so long, whatever was left."""
        self._ends_s = self._clock() + seconds

    def readable(self) -> bool:
        """It is for reading only."""
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int | None:
        """What has come, at least one byte; 0 at the end.

        Raises:
            TimeoutError: nothing more came in the time that was given.
        """
        left_s = self._ends_s - self._clock()
        if left_s <= 0:
            raise TimeoutError("the time that was given is over")
        self._peer.settimeout(left_s)
        return self._raw.readinto(buffer)

    def close(self) -> None:
        """Let go of the socket."""
        self._raw.close()
        super().close()
