"""Clips, in the worker: a repetition as a few small JPEGs, in one framing from first to last.

Collected only between `TakeClip` and its end, in memory, bounded in time and bytes; nothing is
written here. The framing is that of the clip's first picture, so the face moves in it as it did
before the camera. A clip is dropped without a message where it shows more than was asked for (a
hand, a covered eye, a second face) or too little.
"""

import cv2

from sessions.messages import CLIP_FPS, CLIP_FRAMES, CLIP_S, MOST_FRAME, Clip, EndClip, TakeClip
from sessions.readings import Reading, Reason
from sessions.worker.photo import WAIT_S, FaceFraming, framing
from sessions.worker.sources.source import BGR, Frame

SIZE = (240, 300)
"""Width and height of a clip, pixels: a fifth of the bytes of a photo, and more than half blocks
can show."""
FINE = 2
"""Far larger faces are framed this much larger first, then made smaller, so that they keep calm
edges."""
QUALITIES = (80, 70, 55, 40)
"""Of a JPEG: the first that stays below `MOST_FRAME`."""
NEVER_SHOWN: frozenset[Reason] = frozenset({"hand", "eye-covered", "two-faces"})
"""These end a clip: it was not asked for like this, or not by this person."""
LEAST_FRAMES = CLIP_FPS
"""What ends before a second is over shows nothing."""
SLACK = 0.25
"""Of the time between two pictures, by which one may come before its time: a camera's do not come
to the millisecond."""
GAP_S = 1.0
"""A clip without a good picture for this long is no film of a repetition."""


class Filmer:
    """Answers `TakeClip`."""

    def __init__(self) -> None:
        self._running: _Running | None = None
        self._done: list[Clip] = []

    def ask(self, message: TakeClip | EndClip, now: float) -> None:
        """A clip is wanted from now, seconds on any steady clock, or the one under way ends."""
        if isinstance(message, EndClip):
            self._end(keep=message.keep)
        else:
            self._running = _Running(message, now)

    def clip(self, frame: Frame, reading: Reading, now: float) -> Clip | None:
        """A clip that has come to its end, if there is one; `frame` is added to the one under
        way."""
        running = self._running
        if running is not None:
            if not running.add(frame, reading, now):
                self._running = None
            elif running.over(now):
                self._end(keep=True)
        return self._done.pop(0) if self._done else None

    def _end(self, *, keep: bool) -> None:
        running, self._running = self._running, None
        clip = None if running is None else running.clip()
        if keep and clip is not None:
            self._done.append(clip)


class _Running:
    """A clip under way."""

    def __init__(self, wanted: TakeClip, now: float) -> None:
        self._wanted = wanted
        self._begun_s: float | None = None
        self._last_s = now
        self._framing: FaceFraming | None = None
        self._frames: list[bytes] = []

    def over(self, now: float) -> bool:
        """Whether it has had its time."""
        return self._begun_s is not None and now - self._begun_s >= CLIP_S - 1 / CLIP_FPS

    def add(self, frame: Frame, reading: Reading, now: float) -> bool:
        """Take a picture, where one is due; False where there is to be no clip."""
        if reading.reason in NEVER_SHOWN:
            return False
        patience = WAIT_S if self._begun_s is None else GAP_S
        if now - self._last_s > patience:
            return False
        if frame.picture is None or reading.reason is not None or not reading.outline:
            return True
        if self._framing is None:
            self._framing = framing(frame.picture, reading.outline, _size_for(frame, reading))
            self._begun_s = now
        if self._framing is None or self._begun_s is None:
            return False
        self._last_s = now
        place = min(CLIP_FRAMES - 1, int((now - self._begun_s) * CLIP_FPS + SLACK))
        if place < len(self._frames):
            return True
        jpeg = _jpeg(self._framing.of(frame.picture))
        if jpeg is not None:
            missed = place - len(self._frames)
            self._frames += [self._frames[-1] if self._frames else jpeg] * missed
            self._frames.append(jpeg)
        return True

    def clip(self) -> Clip | None:
        """What has been collected."""
        if len(self._frames) < LEAST_FRAMES:
            return None
        width, height = SIZE
        return Clip(
            name=self._wanted.name,
            take=self._wanted.take,
            width=width,
            height=height,
            frames=tuple(self._frames),
        )


def _size_for(frame: Frame, reading: Reading) -> tuple[int, int]:
    assert frame.picture is not None
    fitting = framing(frame.picture, reading.outline, SIZE)
    much_larger = fitting is not None and abs(fitting.turn) * FINE < 1.0
    return (FINE * SIZE[0], FINE * SIZE[1]) if much_larger else SIZE


def _jpeg(crop: BGR) -> bytes | None:
    """As a JPEG without any metadata, below `MOST_FRAME`."""
    if crop.shape[1] != SIZE[0]:
        crop = cv2.resize(crop, SIZE, interpolation=cv2.INTER_AREA).astype("uint8")
    for quality in QUALITIES:
        made, jpeg = cv2.imencode(".jpg", crop, (cv2.IMWRITE_JPEG_QUALITY, quality))
        if made and len(jpeg) <= MOST_FRAME:
            return jpeg.tobytes()
    return None
