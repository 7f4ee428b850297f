"""Measures a live source: always the newest frame, until told to stop.

Some message is sent at least every `TELL_EVERY_S`, whatever the camera does, so that silence
always means a fault of this process.
"""

import math
import threading
import time
from typing import TYPE_CHECKING, Protocol

import msgspec

from routines.errors import Trouble
from routines.language import _
from routines.movements import Side
from sessions.messages import (
    SILENT_S,
    TELL_EVERY_S,
    EndClip,
    Ended,
    Progress,
    ReadEyes,
    RestRefused,
    RestTaken,
    ShowPictures,
    TakeClip,
    TakePicture,
    TakeRest,
)
from sessions.readings import SLOW_FPS, Reading
from sessions.worker.clip import Filmer
from sessions.worker.heartbeat import Heartbeat, Rate
from sessions.worker.latest_frame import LatestFrame
from sessions.worker.mirror import MirrorPictures
from sessions.worker.photo import Photographer
from sessions.worker.pipeline import Looker, MeasuredFrame, Pipeline
from sessions.worker.pipes import Inbox, Outbox
from sessions.worker.sources.paced import Paced
from sessions.worker.sources.source import Frame, Source
from sessions.worker.workload import Workload

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Reader(Looker, Protocol):
    """What measures a picture (see `face_reader`)."""

    def take_rest(self, seconds: float) -> None:
        """Begin to collect rest."""
        ...

    def finish_rest(self) -> RestTaken | RestRefused:
        """End it with what was collected."""
        ...

    def rest_result(self) -> RestTaken | RestRefused | None:
        """What came of it, once it has ended."""
        ...

    @property
    def in_turns(self) -> bool:
        """Whether only one half is read in each frame."""
        ...

    @in_turns.setter
    def in_turns(self, in_turns: bool) -> None: ...

    @property
    def reads_eyes(self) -> bool:
        """Whether a second model reads the eyes too."""
        ...

    @reads_eyes.setter
    def reads_eyes(self, reads_eyes: bool) -> None: ...

    eyes_in_turns: bool
    """Whether that reads one eye in each of the frames that come quickly."""

    @property
    def follows_skin(self) -> bool:
        """Whether brows and nose are followed by their skin."""
        ...

    @follows_skin.setter
    def follows_skin(self, follows_skin: bool) -> None: ...

    @property
    def whole_face(self) -> "NDArray[np.uint8] | None":
        """The half of the last completed frame as a whole face; None where there is none."""
        ...

    def show_half(self, side: Side | None) -> None:
        """Make such pictures of the half on `side` from the next frame on; None ends it."""
        ...

    def restore(self, calibration: bytes) -> None:
        """Use a rest taken earlier."""
        ...

    def close(self) -> None:
        """Let go of the library."""
        ...


def serve(source: Source, reader: Reader, inbox: Inbox, outbox: Outbox, workload: Workload) -> None:
    """Read, measure and tell until the session closes or the source ends.

    Raises:
        Trouble: the source is gone or silent.
    """
    outbox.lossy = True
    reader.eyes_in_turns = True
    loop = _Loop(source, reader, inbox, outbox, workload)
    try:
        while not inbox.closing.is_set() and loop.turn():
            pass
    finally:
        loop.close()


class _Loop:
    """One turn a frame."""

    def __init__(
        self, source: Source, reader: Reader, inbox: Inbox, outbox: Outbox, workload: Workload
    ) -> None:
        self._source = source
        self._reader = reader
        self._inbox = inbox
        self._outbox = outbox
        self._workload = workload
        self._rate, self._mirror, self._heartbeat = Rate(), MirrorPictures(), Heartbeat(self._go_on)
        self._latest, self._pipeline = LatestFrame(source, self._looked_at), Pipeline(reader)
        self._photographer, self._filmer = Photographer(), Filmer()
        self._told: RestTaken | RestRefused | None = None
        self._saying = threading.Lock()
        self._said_s = -math.inf
        self._new_s = time.monotonic()
        self._last = Reading(n=0, t_s=0.0, reason="no-face")
        self._scored = 0
        self._eyes_wanted = True

    def turn(self) -> bool:
        """Handle messages, take a frame, measure it, send the reading; False at the end of the
        source."""
        for message in self._inbox.drain():
            if isinstance(message, TakeRest):
                with self._heartbeat:
                    self._pipeline.wait()
                self._reader.take_rest(message.seconds)
            elif isinstance(message, ReadEyes):
                self._eyes_wanted = message.wanted
                self._reader.follows_skin = message.skin
            elif isinstance(message, ShowPictures):
                self._mirror.ask(message)
                self._reader.show_half(self._mirror.half)
            elif isinstance(message, TakePicture):
                self._photographer.ask(message, time.monotonic())
            elif isinstance(message, TakeClip | EndClip):
                self._filmer.ask(message, time.monotonic())
        if not self._pipeline.begun:
            frame = self._latest.take(TELL_EVERY_S)
            if frame is None:
                return self._without_frame()
            if not self._wanted(frame):
                return True
            self._workload.begun(time.monotonic())
            self._pipeline.begin(lambda: frame)
        done = self._measured()
        if done is not None:
            self._tell(*done)
        return True

    def _without_frame(self) -> bool:
        if self._latest.ended:
            self._outbox.put(Ended(frames=self._scored))
            return False
        if time.monotonic() - self._new_s > SILENT_S and not isinstance(self._source, Paced):
            raise Trouble(
                _("The camera sends no new pictures. Unplug it and plug it in again."), "camera"
            )
        now = time.monotonic()
        self._workload.waited(now)
        reading = Reading(n=self._last.n, t_s=self._source.now_s(), reason="slow")
        self._say(self._timely(reading, self._rate.at(now), self._latest.arriving_fps(now)))
        return True

    def _measured(self) -> MeasuredFrame | None:
        """Complete the frame that was begun. Where a newer one has arrived it is looked at
        meanwhile, so that a slow machine keeps both its cores busy."""
        with self._heartbeat:
            self._pipeline.wait()
            newer = self._latest.take(0.0) if self._latest.waiting else None
            if newer is None or not self._wanted(newer):
                return self._pipeline.finish()
            self._workload.begun(time.monotonic())
            return self._pipeline.finish(then=lambda: newer)

    def _looked_at(self, now: float) -> bool:
        """Whether a frame that comes at `now` will be."""
        return self._mirror.asked or self._workload.is_due(now)

    def _wanted(self, frame: Frame) -> bool:
        """Note and show a new frame; whether it is to be measured."""
        now = time.monotonic()
        self._new_s = now
        self._show(frame, now)
        return self._workload.due(now)

    def _show(self, frame: Frame, now: float) -> None:
        small = self._mirror.picture(frame, now)
        if small is not None:
            self._outbox.put(small)

    def _tell(self, frame: Frame, reading: Reading) -> None:
        now = time.monotonic()
        for made in (
            self._photographer.still(frame, reading, now),
            self._filmer.clip(frame, reading, now),
            self._mirror.whole_face(self._reader.whole_face, now) if self._mirror.half else None,
        ):
            if made is not None:
                self._outbox.put(made)
        self._scored += 1
        result = self._reader.rest_result()
        camera_fps = self._latest.arriving_fps(now)
        if result is not None and result is not self._told:
            self._outbox.put(result)
            self._rate.forget()
            self._workload.took_rest(now)
        else:
            self._workload.done(now, camera_fps, measured=reading.left is not None)
        self._told = result
        self._reader.in_turns = self._workload.in_turns
        self._reader.reads_eyes = self._eyes_wanted and self._workload.reads_eyes
        self._last = self._timely(reading, self._rate.add(now), camera_fps)
        self._say(self._last)

    def _go_on(self) -> None:
        """A sign of life while a frame takes long. Where that is because a rest is being read, the
        last reading is repeated, so that the session does not take the camera for lost."""
        last = self._last
        if last.reason is None and last.left is None:
            self._say(msgspec.structs.replace(last, t_s=self._source.now_s()))
        else:
            self._outbox.put(Progress(done=0, of=0))

    def _say(self, reading: Reading) -> None:
        """Send a reading. Signs of life may run ahead of a frame's own time, so times are kept from
        running back."""
        with self._saying:
            self._said_s = max(self._said_s, reading.t_s)
            self._outbox.put(msgspec.structs.replace(reading, t_s=self._said_s))

    def _timely(self, reading: Reading, fps: float, camera_fps: float) -> Reading:
        """The reading with the rates at which it came; not scored where there are too few."""
        if reading.reason is None and 0.0 < fps < SLOW_FPS:
            reading = msgspec.structs.replace(reading, reason="slow", left=None, right=None)
        return msgspec.structs.replace(
            reading,
            fps=fps,
            camera_fps=camera_fps,
            load=self._workload.load,
            working=self._workload.working,
        )

    def close(self) -> None:
        """Let go of the source."""
        self._heartbeat.stop()
        self._pipeline.close()
        self._latest.close()
