"""A network camera on the loopback: read after the network is given up, cut, and found again."""

import asyncio
import contextlib
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import cv2
import numpy as np
import pytest

from routines.errors import Trouble
from sessions.camera.source_name import parse
from sessions.camera.supervised_link import LinkLost
from sessions.worker.sources.camera import Hardware
from sessions.worker.sources.opening import open_live
from sessions.worker.sources.stream import Stream as CameraStream
from tests.faults.watching import FINE, Watched, faulty, watch
from tests.patience import slowness


class Stream(ThreadingHTTPServer):
    """Sends motion JPEG to whoever asks, until cut."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        rng = np.random.default_rng(0)
        self.frames = [
            cv2.imencode(".jpg", rng.integers(60, 190, (120, 160, 3), dtype=np.uint8))[1].tobytes()
            for _ in range(8)
        ]
        self.cut = threading.Event()
        self.served = 0

    @property
    def address(self) -> str:
        """What a person would type after --source."""
        return f"http://127.0.0.1:{self.server_port}/video"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """One endless answer."""
        stream = self.server
        assert isinstance(stream, Stream)
        stream.served += 1
        self.send_response(200)
        self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=f")
        self.end_headers()
        n = 0
        while not stream.cut.wait(1 / 60):
            frame = stream.frames[n % 8]
            n += 1
            head = f"--f\r\nContent-Type: image/jpeg\r\nContent-Length: {len(frame)}\r\n\r\n"
            try:
                self.wfile.write(head.encode() + frame + b"\r\n")
            except OSError:
                return
        stream.cut.clear()
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Tests are quiet."""


@pytest.fixture(scope="module")
def stream() -> Iterator[Stream]:
    """A camera in the network of this machine."""
    with Stream() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield server
        server.cut.set()
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def cut(stream: Stream) -> Watched:
    """The real worker with it, which is cut once measures come."""
    return asyncio.run(
        watch(
            faulty(FINE),
            lambda seen: seen.back,
            source=stream.address,
            provoke=lambda _: stream.cut.set(),
        )
    )


def test_a_stream_is_read_after_the_network_was_given_up(cut: Watched) -> None:
    """The connection that is open stays; the worker says that no other can be made."""
    hello = cut.hello

    assert hello is not None
    assert hello.live
    assert (hello.width, hello.height) == (160, 120)
    assert hello.network_banned
    assert cut.back


def test_a_cut_stream_is_told_within_two_seconds_and_found_again(
    cut: Watched, stream: Stream
) -> None:
    """The address answers again, and measuring goes on with the same calibration."""
    lost_s = cut.first(LinkLost)

    assert lost_s is not None
    assert lost_s < 2.2 * slowness()
    assert cut.back
    assert stream.served == 2


def refused(address: str) -> str:
    """What is said of an address that cannot be used."""
    with pytest.raises(Trouble) as caught:
        open_live(parse(address), Hardware())
    return caught.value.sentence


def test_an_address_where_nobody_answers_is_a_sentence() -> None:
    """Without the password that may stand in it."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    said = refused(f"http://anna:secret@127.0.0.1:{port}/video")

    assert f"No picture comes from http://127.0.0.1:{port}/video" in said
    assert "secret" not in said


class _Odd(BaseHTTPRequestHandler):
    """A camera that does not do as others do; `asked` notes what for."""

    def do_GET(self) -> None:
        """By the path."""
        server = self.server
        assert isinstance(server, Odd)
        server.asked.append(f"{self.path} {self.headers.get('Authorization', '')[:6]}")
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", server.sends_to)
            self.end_headers()
        elif self.path == "/digest" and "Digest" not in self.headers.get("Authorization", ""):
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Digest realm="cam", nonce="1", qop="auth"')
            self.end_headers()
        else:
            kind = server.kinds.get(self.path, "multipart/x-mixed-replace; boundary=--f")
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            head = b"--f\r\nContent-Type: image/jpeg\r\n"
            with contextlib.suppress(OSError):
                for part in server.parts:
                    self.wfile.write(head + part)
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Tests are quiet."""


class Odd(ThreadingHTTPServer):
    """Answers with `parts`, or sends on to `sends_to`."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Odd)
        self.asked: list[str] = []
        self.sends_to = "/video"
        self.kinds = {"/list.m3u8": "application/vnd.apple.mpegurl", "/still": "image/jpeg"}
        picture = np.full((120, 160, 3), 90, np.uint8)
        jpeg = cv2.imencode(".jpg", picture)[1].tobytes()
        self.parts = [b"\r\n" + jpeg + b"\r\n"] * 3

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        """With a login in it."""
        return f"http://anna:secret@{host}:{self.server_port}{path}"


@pytest.fixture
def odd() -> Iterator[Odd]:
    """Served from a thread."""
    with Odd() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_only_the_host_that_was_typed_is_asked(odd: Odd) -> None:
    """A redirect within it is followed, with the login; one to another host is not."""
    source = CameraStream(odd.address("/to/it"))
    frame = source.read()
    source.close()
    assert frame is not None
    assert frame.picture is not None
    assert odd.asked == ["/to/it Basic ", "/video Basic "]
    odd.sends_to = f"http://localhost:{odd.server_port}/video"

    with pytest.raises(Trouble, match="sends on to another machine") as caught:
        CameraStream(odd.address("/to/other"))
    assert "secret" not in caught.value.sentence
    assert len(odd.asked) == 3


def test_a_camera_that_wants_no_plain_password_gets_none(odd: Odd) -> None:
    """Digest, as most cameras ask for."""
    CameraStream(odd.address("/digest")).close()

    assert odd.asked == ["/digest Basic ", "/digest Digest"]


def test_a_camera_that_mirrors_is_turned_back(odd: Odd) -> None:
    """Where the settings say so: what it shows on the left comes out on the right."""
    picture = np.zeros((120, 160, 3), np.uint8)
    picture[:, :80] = 255
    odd.parts = [b"\r\n" + cv2.imencode(".jpg", picture)[1].tobytes() + b"\r\n"] * 4
    for mirrored in (False, True):
        source = open_live(parse(odd.address("/video")), Hardware(), mirrored=mirrored)
        frame = source.read()
        source.close()

        assert frame is not None
        assert frame.picture is not None
        assert (frame.picture[60, 10, 0] > 128) == (not mirrored)


@pytest.mark.parametrize("path", ["/list.m3u8", "/still"])
def test_a_playlist_is_no_camera(odd: Odd, path: str) -> None:
    """Nothing that it names is asked for."""
    with pytest.raises(Trouble, match="no motion JPEG"):
        CameraStream(odd.address(path))
    assert len(odd.asked) == 1


def test_pictures_of_a_stream_are_bounded_in_bytes_and_pixels(odd: Odd) -> None:
    """One that is too large is no picture; one without end ends the stream."""
    whole = odd.parts[0]
    large = cv2.imencode(".jpg", np.zeros((6000, 6000), np.uint8))[1].tobytes()
    sized = b"Content-Length: %d\r\n\r\n%s\r\n" % (len(large), large)
    odd.parts = [whole, sized, whole, b"Content-Length: 900000000\r\n\r\n" + bytes(20_000_000)]
    source = CameraStream(odd.address("/video"))
    frames = [source.read(), source.read()]

    assert [f is not None and f.picture is not None for f in frames] == [False, True]
    with pytest.raises(Trouble, match="was cut"):
        source.read()
    source.close()


@pytest.mark.parametrize("address", ["http://[::1", "http://", "rtsp://a:b@:99999999/x"])
def test_what_is_no_address_is_a_sentence(address: str) -> None:
    """Not an unexpected error."""
    said = refused(address)

    assert "is not an address of a camera" in said
    assert "a:b" not in said
