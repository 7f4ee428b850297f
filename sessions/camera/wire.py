"""The wire between the session and the camera process: a length, then one msgpack message.

Neither end trusts the other: every frame has a bounded size, every message is validated against its
struct, and an invalid one raises `WireError`.
Pure: no pipes, no processes, no clocks.
"""

import struct
from collections.abc import Iterator
from typing import Generic, TypeVar

import msgspec

from sessions.messages import FromWorker, ToWorker

MAX_BYTES = 4 * 1024 * 1024
"""Largest message. The largest honest one is a calibration or a 640x480 picture, both under
1 MB; anything longer is garbage read as a length."""

_LENGTH = struct.Struct(">I")

Message = TypeVar("Message")


class WireError(ValueError):
    """The other side broke the protocol; the stream cannot be trusted from here on."""


def encode(message: FromWorker | ToWorker) -> bytes:
    """One message as bytes for the pipe."""
    body = msgspec.msgpack.encode(message)
    if len(body) > MAX_BYTES:
        raise WireError(f"a message of {len(body)} bytes is longer than {MAX_BYTES}")
    return _LENGTH.pack(len(body)) + body


class Decoder(Generic[Message]):
    """Bytes in whatever pieces they come, messages out.

    Holds at most one unfinished message, so its memory is bounded by `MAX_BYTES` and the
    size of the piece it was fed.
    """

    def __init__(self, decoder: "msgspec.msgpack.Decoder[Message]") -> None:
        self._decoder = decoder
        self._buffer = bytearray()

    @property
    def pending(self) -> int:
        """Bytes of a message that has begun but not ended."""
        return len(self._buffer)

    def feed(self, piece: bytes) -> Iterator[Message]:
        """Yield every message that is complete now.

        Raises:
            WireError: a length out of bounds, or bytes that are no known message.
        """
        self._buffer += piece
        while len(self._buffer) >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._buffer)
            if not 0 < length <= MAX_BYTES:
                raise WireError(f"a length of {length} bytes is out of bounds")
            end = _LENGTH.size + length
            if len(self._buffer) < end:
                return
            body = bytes(self._buffer[_LENGTH.size : end])
            del self._buffer[:end]
            try:
                message = self._decoder.decode(body)
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
                raise WireError(f"not a message: {error}") from error
            yield message


def from_worker() -> Decoder[FromWorker]:
    """What the session reads."""
    return Decoder(msgspec.msgpack.Decoder(FromWorker))


def to_worker() -> Decoder[ToWorker]:
    """What the camera process reads."""
    return Decoder(msgspec.msgpack.Decoder(ToWorker))
