"""Motion JPEG over HTTP, the way most network cameras send, read without any library's help.

FFmpeg follows redirects to any host and believes every length it is told. Here only the host
that was typed is asked, a picture is bounded in bytes and pixels before it is decoded, and the
head and each picture are bounded in time however slowly they drip.
"""

import base64
import http.client
import io
import re
import socket
import ssl
import struct
import time
import urllib.request
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

import cv2
import numpy as np

from sessions.worker.sources.picture_head import jpeg_head
from sessions.worker.sources.pictures import regular
from sessions.worker.sources.source import BGR
from sessions.worker.sources.within import Clock, Within

MOST_REDIRECTS = 4
MOST_PART = 8_000_000
"""Bytes of one picture; a good 4K one has two million."""
MOST_PIXELS = 4096 * 2304
"""Of one picture; no camera of this kind sends more than 4K."""
PIECE = 65536

_LENGTH = re.compile(rb"content-length:\s*(\d{1,9})\s*$", re.IGNORECASE | re.MULTILINE)


class NotMotionJpeg(Exception):
    """The address answers with something else."""


class OtherHost(Exception):
    """The camera sends on to another host."""


class MotionJpeg:
    """One open answer of a camera."""

    def __init__(
        self, address: str, open_s: float, read_s: float, clock: Clock = time.monotonic
    ) -> None:
        """Ask, and wait at most `open_s` for the head of the answer; `read_s` is for each picture.

        Raises:
            NotMotionJpeg: it is something else.
            OtherHost: it is somewhere else.
            OSError: nothing answers. Also http.client.HTTPException and ValueError.
        """
        self._clock, self._read_s = clock, read_s
        self._connection, self._answer = self._ask(urlsplit(address), open_s)
        kind = self._answer.getheader("Content-Type", "")
        found = re.search(r'multipart/\S*;.*?boundary="?([^";\s]{1,100})', kind, re.IGNORECASE)
        if self._answer.status != 200 or found is None:
            self.close()
            raise NotMotionJpeg
        self._mark = b"--" + found[1].lstrip("-").encode("latin-1")
        self._buffer = bytearray()

    def _ask(
        self, first: SplitResult, open_s: float
    ) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
        parts, login = first, _basic(first)
        for _ in range(MOST_REDIRECTS):
            connection = _connection(parts, open_s)
            try:
                connection.connect()
                connection.request("GET", _path(parts), headers=login)
                answer = self._begun(connection.sock, open_s)
            except BaseException:
                connection.close()
                raise
            asked_again = answer.status == 401 and _digest(first, parts, answer)
            if not asked_again and answer.status not in (301, 302, 303, 307, 308):
                return connection, answer
            answer.close()
            connection.close()
            if asked_again:
                login = asked_again
                continue
            there = urljoin(parts.geturl(), answer.getheader("Location", ""))
            parts = urlsplit(there)
            if parts.hostname != first.hostname or parts.scheme not in ("http", "https"):
                raise OtherHost
        raise http.client.HTTPException("redirects without end")

    def _begun(self, peer: socket.socket, open_s: float) -> http.client.HTTPResponse:
        """The answer, its head read; `getresponse` would read it without a limit in time."""
        self._within = Within(peer, open_s, self._clock)
        answer = http.client.HTTPResponse(peer, method="GET")
        answer.fp.close()
        answer.fp = io.BufferedReader(self._within)
        try:
            answer.begin()
        except BaseException:
            answer.close()
            raise
        return answer

    def read(self) -> BGR | None:
        """The next picture; None for one that is none or too large.

        Raises:
            OSError: cut, or silent. Also http.client.HTTPException.
        """
        self._within.give(self._read_s)
        data = self._part()
        try:
            head = jpeg_head(io.BytesIO(data))
        except (ValueError, struct.error):
            return None
        if head.pixels > MOST_PIXELS:
            return None
        flags = cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION
        try:
            return regular(cv2.imdecode(np.frombuffer(data, np.uint8), flags))
        except cv2.error:
            return None

    def _part(self) -> bytes:
        """The bytes of the next part of the answer."""
        begin = self._until(self._mark, 0) + len(self._mark)
        head_end = self._until(b"\r\n\r\n", begin) + 4
        told = _LENGTH.search(bytes(self._buffer[begin:head_end]).replace(b"\r", b""))
        if told is None:
            end = self._until(b"\r\n" + self._mark, head_end)
        else:
            end = head_end + int(told[1])
            while len(self._buffer) < end:
                self._more(end)
        data = bytes(self._buffer[head_end:end])
        del self._buffer[:end]
        return data

    def _until(self, mark: bytes, begin: int) -> int:
        searched = begin
        while (place := self._buffer.find(mark, searched)) < 0:
            searched = max(begin, len(self._buffer) - len(mark))
            self._more(len(self._buffer) + 1)
        return place

    def _more(self, needed: int) -> None:
        if needed > MOST_PART:
            raise http.client.HTTPException("a picture without end")
        piece = self._answer.read1(PIECE)
        if not piece:
            raise ConnectionError("the answer ended")
        self._buffer += piece

    def close(self) -> None:
        """Disconnect."""
        self._answer.close()
        self._connection.close()


def _connection(parts: SplitResult, open_s: float) -> http.client.HTTPConnection:
    host = parts.hostname or ""
    if parts.scheme.lower() == "http":
        return http.client.HTTPConnection(host, parts.port, timeout=open_s)
    # Cameras sign their own certificates; nothing but pictures comes over this.
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return http.client.HTTPSConnection(host, parts.port, timeout=open_s, context=context)


def _path(parts: SplitResult) -> str:
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _basic(parts: SplitResult) -> dict[str, str]:
    if parts.username is None:
        return {}
    pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return {"Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"}


def _digest(
    first: SplitResult, parts: SplitResult, answer: http.client.HTTPResponse
) -> dict[str, str]:
    """The login as a camera asks for it that wants no plain password; empty where it does not."""
    kind, _, asked = answer.getheader("WWW-Authenticate", "").partition(" ")
    if kind.lower() != "digest" or first.username is None:
        return {}
    place = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{_path(parts)}"
    known = urllib.request.HTTPPasswordMgrWithDefaultRealm()
    known.add_password(None, place, unquote(first.username), unquote(first.password or ""))
    challenge = urllib.request.parse_keqv_list(urllib.request.parse_http_list(asked))
    handler = urllib.request.HTTPDigestAuthHandler(known)
    made = handler.get_authorization(urllib.request.Request(place), challenge)
    return {"Authorization": f"Digest {made}"} if made else {}
