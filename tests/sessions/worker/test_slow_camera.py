"""A network camera that drips its answer, or whose answer has no end: bounded, and soon."""

import http.client
import io
import itertools
import socket
from collections.abc import Iterable, Iterator

import cv2
import numpy as np
import pytest

from routines.errors import Trouble
from sessions.worker.sources.mjpeg_http import MOST_PART, MotionJpeg
from sessions.worker.sources.stream import OPEN_MS, Stream

OPEN_S, READ_S = 5.0, 1.5
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=f\r\n\r\n"
JPEG = cv2.imencode(".jpg", np.full((120, 160, 3), 90, np.uint8))[1].tobytes()
PART = b"--f\r\nContent-Length: %d\r\n\r\n%s\r\n" % (len(JPEG), JPEG)


class Peer(io.RawIOBase):
    """A socket whose other end sends `pieces`, each so many seconds after the one before."""

    def __init__(self, pieces: Iterable[bytes], every_s: float) -> None:
        self._pieces, self._every_s = iter(pieces), every_s
        self.now_s = 100.0
        self.sent = 0

    def clock(self) -> float:
        """The time at this socket."""
        return self.now_s

    def settimeout(self, seconds: float) -> None:
        """For the reads that follow."""
        self._patience_s = seconds

    def sendall(self, data: bytes) -> None:
        """The request; nobody minds it."""

    def setsockopt(self, *_: int) -> None:
        """As any socket."""

    def makefile(self, *_: object, **__: object) -> "Peer":
        """What is read from."""
        return self

    def close(self) -> None:
        """It stays, to be looked at."""

    def readable(self) -> bool:
        """It is read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # pyright: ignore[reportIncompatibleMethodOverride]
        """The next piece, after its time has gone by."""
        self.now_s += min(self._every_s, self._patience_s)
        if self._every_s > self._patience_s:
            raise TimeoutError
        piece = next(self._pieces, b"")
        buffer[: len(piece)] = piece
        self.sent += len(piece)
        return len(piece)


def dripped(data: Iterable[bytes]) -> Iterator[bytes]:
    """Byte by byte."""
    return (bytes([each]) for piece in data for each in piece)


def connected(monkeypatch: pytest.MonkeyPatch, peer: Peer) -> Peer:
    """Whoever connects, connects to `peer`."""
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: peer)
    return peer


@pytest.mark.parametrize(
    "head",
    [
        [b"HTTP/1.1 200 OK\r\n", *itertools.repeat(b"X: y\r\n", 90)],
        [b"H" * 60_000],
        itertools.repeat(b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
    ids=["headers", "one line", "continues"],
)
def test_a_head_that_drips_is_given_up_when_its_time_is_over(
    monkeypatch: pytest.MonkeyPatch, head: Iterable[bytes]
) -> None:
    """Each byte comes well within a socket's own timeout; together they would take hours."""
    peer = connected(monkeypatch, Peer(dripped(head), 0.5))

    with pytest.raises(TimeoutError):
        MotionJpeg("http://camera/video", OPEN_S, READ_S, peer.clock)
    assert peer.now_s - 100.0 <= OPEN_S


@pytest.mark.parametrize(
    "head",
    [
        itertools.chain([b"HTTP/1.1 200 OK\r\n"], itertools.repeat(b"X: y\r\n")),
        itertools.repeat(b"H" * 8192),
        itertools.chain([b"HTTP/1.1 200 OK\r\nX: "], itertools.repeat(b"y" * 8192)),
    ],
    ids=["headers", "first line", "one header"],
)
def test_a_head_without_end_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, head: Iterable[bytes]
) -> None:
    """However fast it comes, little of it is kept."""
    peer = connected(monkeypatch, Peer(head, 0.0))

    with pytest.raises(Trouble, match="No picture comes from http://camera/video"):
        Stream("http://camera/video")
    assert peer.sent < 200_000


def test_a_picture_that_drips_is_a_cut_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pictures before it are read, each with a time of its own."""
    pieces = itertools.chain([HEAD], [PART] * 3, dripped([PART]))
    peer = connected(monkeypatch, Peer(pieces, 1.0))
    camera = MotionJpeg("http://camera/video", OPEN_S, READ_S, peer.clock)
    assert all(camera.read() is not None for _ in range(3))
    begun_s = peer.now_s

    with pytest.raises(TimeoutError):
        camera.read()
    assert peer.now_s - begun_s <= READ_S


@pytest.mark.parametrize("begun", [b"", b"--f\r\n", b"--f\r\n\r\n"], ids=["mark", "head", "end"])
def test_a_part_without_end_ends_the_stream(monkeypatch: pytest.MonkeyPatch, begun: bytes) -> None:
    """Whatever of it does not come: its mark, the end of its headers, its own end."""
    pieces = itertools.chain([HEAD + begun], itertools.repeat(b"x" * 8192))
    peer = connected(monkeypatch, Peer(pieces, 0.0))
    camera = MotionJpeg("http://camera/video", OPEN_S, READ_S, peer.clock)

    with pytest.raises(http.client.HTTPException, match="without end"):
        camera.read()
    assert peer.sent < MOST_PART + 100_000


def test_the_times_are_those_of_every_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole start of a silent camera takes no longer than its head may."""
    peer = connected(monkeypatch, Peer(dripped([HEAD]), OPEN_MS / 1000 + 1))

    with pytest.raises(Trouble, match="No picture comes from"):
        Stream("http://camera/video")
    assert peer.now_s - 100.0 <= OPEN_MS / 1000
