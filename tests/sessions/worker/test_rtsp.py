"""A camera that speaks RTSP: only the host that was typed is asked."""

import contextlib
import socket
import threading
from pathlib import Path
from typing import Any

import cv2
import pytest

from routines.errors import Trouble
from sessions.worker.sources.stream import Stream

PLAIN = "200 OK"


class Camera:
    """Answers every request on the loopback with one status and place, and notes it."""

    def __init__(self, status: str = PLAIN, location: str = "") -> None:
        self.answer = f"RTSP/1.0 {status}\r\nCSeq: 1\r\nLocation: {location}\r\n\r\n".encode()
        self.asked: list[str] = []
        self._server = socket.create_server(("127.0.0.1", 0))
        self._serving = threading.Thread(target=self._serve, daemon=True)
        self._serving.start()

    @property
    def address(self) -> str:
        """What a person would type after --source."""
        return f"rtsp://me:secret@127.0.0.1:{self._server.getsockname()[1]}/video"

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._server.accept()
                with connection:
                    self.asked.append(connection.recv(4096).decode())
                    connection.sendall(self.answer)

    def close(self) -> None:
        """Let go of the port; returns once the last connection is closed too."""
        with contextlib.suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._serving.join()
        self._server.close()


class Ffmpeg:
    """In place of OpenCV's: never a picture; may be connected to somewhere."""

    def __init__(self, connected: socket.socket | None = None) -> None:
        self.connected, self.opened = connected, 0

    def __call__(self, *_: Any) -> "Ffmpeg":
        """Open."""
        self.opened += 1
        if self.connected is not None:
            self.connected.connect(self.connected_to)
        return self

    connected_to: Any = None

    def isOpened(self) -> bool:
        """Nothing came."""
        return False

    def release(self) -> None:
        """Let go of it."""
        if self.connected is not None:
            self.connected.close()


@pytest.fixture
def ffmpeg(monkeypatch: pytest.MonkeyPatch) -> Ffmpeg:
    """FFmpeg, watched."""
    stand_in = Ffmpeg()
    monkeypatch.setattr(cv2, "VideoCapture", stand_in)
    return stand_in


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "305 Use Proxy"])
def test_one_that_leads_to_another_host_is_refused_before_that_is_asked(
    ffmpeg: Ffmpeg, status: str
) -> None:
    """FFmpeg would go there. The login is not sent along either."""
    with contextlib.closing(Camera(status, "rtsp://198.51.100.7/video")) as camera:
        with pytest.raises(Trouble, match="sends on to another machine") as caught:
            Stream(camera.address)

        assert ffmpeg.opened == 0
        assert [request.split()[0] for request in camera.asked] == ["OPTIONS"]
        assert "secret" not in caught.value.sentence + camera.asked[0]


@pytest.mark.parametrize(
    ("status", "location"),
    [(PLAIN, ""), ("401 Unauthorized", ""), ("302 Found", "/other"), ("404 Not Found", "")],
)
def test_others_are_left_to_the_library(ffmpeg: Ffmpeg, status: str, location: str) -> None:
    """One that wants a login, or leads to another place of its own host, too."""
    with contextlib.closing(Camera(status, location)) as camera:
        with pytest.raises(Trouble, match="No picture comes from"):
            Stream(camera.address)

        assert ffmpeg.opened == 1
        assert [request.split()[0] for request in camera.asked] == ["OPTIONS", "DESCRIBE"]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the system does not tell")
def test_one_that_leads_on_later_is_left(ffmpeg: Ffmpeg) -> None:
    """What the library is connected to is compared with the host that was typed, and looking
    leaves no descriptor open."""
    before = len(list(Path("/proc/self/fd").iterdir()))
    elsewhere = socket.create_server(("127.0.0.2", 0))
    ffmpeg.connected, ffmpeg.connected_to = socket.socket(), elsewhere.getsockname()
    with contextlib.closing(Camera()) as camera, elsewhere:
        with pytest.raises(Trouble, match="sends on to another machine"):
            Stream(camera.address)

        assert ffmpeg.connected.fileno() == -1
    assert len(list(Path("/proc/self/fd").iterdir())) <= before


def test_an_address_where_nobody_answers_is_a_sentence() -> None:
    """At once, without the library's patience."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

    with pytest.raises(Trouble, match="No picture comes from"):
        Stream(f"rtsp://127.0.0.1:{port}/video")
