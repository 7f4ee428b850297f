"""A network camera that speaks RTSP, read by FFmpeg.

FFmpeg follows a redirect to any host and cannot be told not to. So the camera is asked first
without its help, without login: an answer that leads to another host is refused before that host
is asked. A camera may still lead on later, after the login. Where the system tells (Linux), what
FFmpeg ended up connected to is compared with the addresses of the host that was typed.
"""

import contextlib
import os
import socket
import ssl
import stat
from pathlib import Path
from urllib.parse import SplitResult, urljoin, urlsplit

import cv2

from sessions.worker.sources.mjpeg_http import OtherHost
from sessions.worker.sources.pictures import regular
from sessions.worker.sources.source import BGR

PORTS = {"rtsp": 554, "rtsps": 322}
MOST_HEAD = 16384
"""Bytes of an answer that are read; the head of a usual one has a few hundred."""


class Rtsp:
    """One open stream."""

    def __init__(self, address: str, open_ms: int, read_ms: int) -> None:
        """Ask, connect and wait for the stream's description; `read` tells if that failed.

        Raises:
            OtherHost: the camera sends on to another host.
            OSError: nothing answers.
        """
        parts = urlsplit(address)
        for method in ("OPTIONS", "DESCRIBE"):
            _refuse_other(parts, _asked(parts, method, open_ms / 1000))
        os.environ["OPENCV_FFMPEG_CAPTURE_OPTIONS"] = (
            "protocol_whitelist;tcp,tls,rtsp,rtp,udp,crypto|format_whitelist;rtsp,rtp,sdp"
        )
        before = peers()
        self._capture = cv2.VideoCapture(
            address,
            cv2.CAP_FFMPEG,
            [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, open_ms, cv2.CAP_PROP_READ_TIMEOUT_MSEC, read_ms],
        )
        if peers() - before - _addresses(parts):
            self.close()
            raise OtherHost

    def read(self) -> BGR | None:
        """The next picture; raises ConnectionError when there is none."""
        ok, raw = self._capture.read() if self._capture.isOpened() else (False, None)
        if not ok:
            raise ConnectionError("no picture")
        return regular(raw)

    def close(self) -> None:
        """Disconnect."""
        self._capture.release()


def _asked(parts: SplitResult, method: str, open_s: float) -> str:
    """The head of the answer to one request without login; empty where it says nothing."""
    host, port = parts.hostname or "", parts.port or PORTS.get(parts.scheme, 554)
    shown_host = f"[{host}]" if ":" in host else host
    there = parts._replace(netloc=f"{shown_host}:{port}").geturl()
    with contextlib.ExitStack() as stack:
        plain = stack.enter_context(socket.create_connection((host, port), open_s))
        connection = (
            stack.enter_context(_wrapped(plain, host)) if parts.scheme == "rtsps" else plain
        )
        connection.sendall(f"{method} {there} RTSP/1.0\r\nCSeq: 1\r\n\r\n".encode())
        head = b""
        with contextlib.suppress(TimeoutError):
            while b"\r\n\r\n" not in head and len(head) < MOST_HEAD:
                if not (piece := connection.recv(4096)):
                    break
                head += piece
    return head.decode("latin-1").partition("\r\n\r\n")[0]


def _wrapped(plain: socket.socket, host: str) -> ssl.SSLSocket:
    # As FFmpeg does; nothing but a redirect is looked for here, and no login is sent.
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context.wrap_socket(plain, server_hostname=host)


def _refuse_other(parts: SplitResult, head: str) -> None:
    status, *lines = head.split("\r\n")
    if not status.partition(" ")[2].startswith("3"):
        return
    fields = (line.partition(":") for line in lines)
    told = [value.strip() for name, _, value in fields if name.strip().lower() == "location"]
    there = urlsplit(urljoin(parts.geturl(), told[0] if told else ""))
    if there.hostname != parts.hostname:
        raise OtherHost


def peers() -> set[str]:
    """The addresses this process is connected to over IP; empty where the system does not tell."""
    found: set[str] = set()
    for number in _descriptors():
        with contextlib.suppress(OSError):
            if not stat.S_ISSOCK(os.fstat(number).st_mode):
                continue
            with socket.socket(fileno=os.dup(number)) as same:
                if same.family in (socket.AF_INET, socket.AF_INET6):
                    found.add(_plain(same.getpeername()[0]))
    return found


def _descriptors() -> list[int]:
    try:
        return [int(entry.name) for entry in Path("/proc/self/fd").iterdir()]
    except OSError:
        return []


def _addresses(parts: SplitResult) -> set[str]:
    found = socket.getaddrinfo(parts.hostname, None)
    return {_plain(str(where[0])) for *_, where in found}


def _plain(address: str) -> str:
    return address.partition("%")[0].removeprefix("::ffff:")
