"""Recordings measured in the process of the tests, in place of a camera process.

What starts it and what `read_recording` makes of it stay as they are; only loading OpenCV and
MediaPipe anew, and the pipe between, are left out. A test of a command has one whole start.
"""

import threading
from contextlib import ExitStack

import pytest

from routines.errors import Trouble
from sessions.camera import recording
from sessions.camera.child_process import check_names
from sessions.camera.link import Link
from sessions.messages import Failed, FromWorker, Hello, Open
from sessions.native import garbage
from sessions.worker import main
from sessions.worker.live import Reader
from sessions.worker.pipes import Inbox, Outbox


class _Silence(Inbox):
    """A session that says nothing."""

    def __init__(self) -> None:
        self.closing = threading.Event()


class _Kept(Outbox):
    """All that the worker said."""

    def __init__(self) -> None:
        self.said: list[FromWorker] = []

    def put(self, message: FromWorker) -> None:
        """Keep it."""
        self.said.append(message)


class _Parts(main.WorkerParts):
    """The usual ones; the reader of the frames is let go of, too, as by a process that ends."""

    def __init__(self, letting_go: ExitStack) -> None:
        self._letting_go = letting_go

    def reader(self, open: Open, *, stills: bool = False) -> Reader:
        """To be closed in the end; twice does no harm."""
        made = super().reader(open, stills=stills)
        self._letting_go.callback(made.close)
        return made


class LinkHere(Link):
    """Measures all of a recording when it is started."""

    async def start(self, open: Open) -> Hello:
        """As the worker's `main` does it."""
        check_names(open)
        kept = _Kept()
        try:
            with ExitStack() as letting_go:
                main.measure(open, _Parts(letting_go), _Silence(), kept)
        except Trouble as trouble:
            part = "settings" if trouble.kind == "usage" else trouble.kind
            kept.put(Failed(part=part, sentence=trouble.sentence))
        self._said = iter(kept.said)
        first = next(self._said)
        if isinstance(first, Failed):
            raise Trouble(first.sentence, first.part)
        assert isinstance(first, Hello)
        return first

    async def next(self, within_s: float | None = None) -> FromWorker | None:
        """The next message."""
        return next(self._said, None)


def measure_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `read_recording` do so; sockets and garbage of this process stay as they are."""
    monkeypatch.setattr(main, "forbid_internet", lambda: True)
    monkeypatch.setattr(garbage, "keep_what_is_there", lambda: None)
    monkeypatch.setattr(recording, "Link", LinkHere)
