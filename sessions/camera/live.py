"""Measuring a live source: the newest frame, again and again, until told to stop.

Something is said at least every half second, whatever the camera does, so that silence always
means that this process itself is in trouble.
"""

import time
from collections import deque
from typing import Protocol

import msgspec

from routines.errors import Trouble
from sessions.camera.newest import Newest
from sessions.camera.pipes import Inbox, Outbox
from sessions.camera.sources.paced import Paced
from sessions.camera.sources.pictures import mirrored_rgb
from sessions.camera.sources.source import BGR, Frame, Source
from sessions.readings import (
    Ended,
    Picture,
    Reading,
    RestRefused,
    RestTaken,
    ShowPictures,
    TakeRest,
)

SLOW_FPS = 10.0
"""Below this a reading is not scored: the shortest time any rule looks at, 0.3 s, must hold
three frames."""

SAVER_STEP_S = 1.0 / 15.0
SAVER_SLACK_S = 0.01
"""Every second frame of a camera at 30, although its frames do not come to the millisecond."""

PICTURE_FPS = 15.0
PICTURE_MOST = (640, 480)
SILENT_S = 0.5
GONE_S = 1.5
"""A camera without a new frame for this long is given up, so that it can be opened afresh."""


class Reader(Protocol):
    """What measures a picture (see `face_reader`)."""

    def read(self, picture: BGR, n: int, t_s: float) -> Reading:
        """Measure frame `n`, taken at `t_s` seconds."""
        ...

    def take_rest(self, seconds: float) -> None:
        """Begin to collect rest."""
        ...

    def finish_rest(self) -> RestTaken | RestRefused:
        """End it with what was collected."""
        ...

    def rest_result(self) -> RestTaken | RestRefused | None:
        """What came of it, once it has ended."""
        ...

    def restore(self, calibration: bytes) -> None:
        """Use a rest taken earlier."""
        ...

    def close(self) -> None:
        """Let go of the library."""
        ...


class Rate:
    """Scored frames a second over the last second; 0 while unknown."""

    def __init__(self) -> None:
        self._times: deque[float] = deque()
        self._since: float | None = None

    def add(self, now: float) -> float:
        """Count a frame and tell the rate."""
        self._times.append(now)
        return self.at(now)

    def at(self, now: float) -> float:
        """The rate at `now`, seconds on any steady clock."""
        if self._since is None:
            self._since = now
        while self._times and self._times[0] <= now - 1.0:
            self._times.popleft()
        return float(len(self._times)) if now - self._since >= 1.0 else 0.0


class Mirror:
    """The small pictures of the mirror view, while asked for."""

    def __init__(self) -> None:
        self._size: tuple[int, int] | None = None
        self._next_s = 0.0

    def ask(self, message: ShowPictures) -> None:
        """Begin, change size or end."""
        size = (min(message.width, PICTURE_MOST[0]), min(message.height, PICTURE_MOST[1]))
        self._size = size if min(size) > 0 else None

    def picture(self, frame: Frame, now: float) -> Picture | None:
        """The frame as a small mirrored picture, if one is due."""
        if self._size is None or frame.picture is None or now < self._next_s:
            return None
        self._next_s = now + 1.0 / PICTURE_FPS
        width, height, rgb = mirrored_rgb(frame.picture, *self._size)
        return Picture(width=width, height=height, rgb=rgb)


def serve(source: Source, reader: Reader, inbox: Inbox, outbox: Outbox, *, saver: bool) -> None:
    """Read, measure and tell until the session closes or the source ends.

    Raises:
        Trouble: the source is gone or silent.
    """
    outbox.lossy = True
    newest = Newest(source)
    rate, mirror, teller = Rate(), Mirror(), RestTeller(reader, outbox)
    silent_since = time.monotonic()
    last_n, scored = -1, 0
    next_s = 0.0
    try:
        while not inbox.closing.is_set():
            for message in inbox.drain():
                if isinstance(message, TakeRest):
                    reader.take_rest(message.seconds)
                elif isinstance(message, ShowPictures):
                    mirror.ask(message)
            frame = newest.take(SILENT_S)
            now = time.monotonic()
            if frame is None:
                if newest.ended:
                    outbox.put(Ended(frames=scored))
                    return
                if now - silent_since > GONE_S and not isinstance(source, Paced):
                    raise Trouble(
                        "The camera sends no new pictures. Unplug it and plug it in again.",
                        "camera",
                    )
                outbox.put(_slow(last_n, source.now_s(), rate.at(now)))
                continue
            silent_since, last_n = now, frame.n
            small = mirror.picture(frame, now)
            if small is not None:
                outbox.put(small)
            if saver and now < next_s - SAVER_SLACK_S:
                continue
            next_s = max(next_s, now - SAVER_STEP_S) + SAVER_STEP_S
            scored += 1
            reading = measured(reader, frame)
            teller.tell()
            outbox.put(_paced(reading, rate.add(now)))
    finally:
        newest.close()


def measured(reader: Reader, frame: Frame) -> Reading:
    """The reading of a frame, also of one that holds no picture."""
    if frame.picture is None:
        return Reading(n=frame.n, t_s=frame.t_s, reason="no-face")
    return reader.read(frame.picture, frame.n, frame.t_s)


class RestTeller:
    """Passes on what came of taking rest, once."""

    def __init__(self, reader: Reader, outbox: Outbox) -> None:
        self._reader = reader
        self._outbox = outbox
        self._told: RestTaken | RestRefused | None = None

    def tell(self) -> None:
        """Look whether there is news."""
        result = self._reader.rest_result()
        if result is not None and result is not self._told:
            self._outbox.put(result)
        self._told = result


def _paced(reading: Reading, fps: float) -> Reading:
    if reading.reason is None and 0.0 < fps < SLOW_FPS:
        return msgspec.structs.replace(reading, reason="slow", left=None, right=None, fps=fps)
    return msgspec.structs.replace(reading, fps=fps)


def _slow(n: int, t_s: float, fps: float) -> Reading:
    return Reading(n=max(n, 0), t_s=t_s, reason="slow", fps=fps)
