"""A recording played as if it were a camera: each frame when its time has come, late ones not
at all."""

import threading
import time

from sessions.worker.sources.source import Frame, Rewindable

LATE_S = 0.1
"""A frame later than this is passed over without being decoded."""


class Paced:
    """Plays `recording` in real time from `begin_s` on."""

    live = True

    def __init__(self, recording: Rewindable, begin_s: float = 0.0) -> None:
        self._recording = recording
        self.width, self.height, self.fps = recording.width, recording.height, recording.fps
        self._begin_s = begin_s
        self._step_s = 1.0 / (self.fps or 30.0)
        self._told_s = -self._step_s
        """Time of the last frame taken; before the first, where it would have stood."""
        self._start: float | None = None
        self._closing = threading.Event()

    def read(self) -> Frame | None:
        """Wait for the next frame's time; None at the end of the recording."""
        if self._start is None:
            self._start = time.monotonic()
            if self._begin_s > 0.0 and not self._catch_up(self._begin_s):
                return None
        elif not self._catch_up(self.now_s() - LATE_S):
            return None
        frame = self._recording.read()
        if frame is None or self._closing.wait(max(0.0, frame.t_s - self.now_s())):
            return None
        self._told_s = frame.t_s
        return frame

    def pass_over(self) -> bool:
        """Wait for the next frame's time and do not decode it; False at the end."""
        told = self._recording.skip()
        if told is None or self._closing.wait(max(0.0, told - self.now_s())):
            return False
        self._told_s = told
        return True

    def _catch_up(self, until_s: float) -> bool:
        """Pass over the frames before `until_s`; False at the end of the recording."""
        while self._told_s + self._step_s < until_s:
            told = self._recording.skip()
            if told is None:
                return False
            self._told_s = told
        return True

    def now_s(self) -> float:
        """Where a player would be now."""
        if self._start is None:
            return self._begin_s
        return self._begin_s + time.monotonic() - self._start

    def close(self) -> None:
        """Let go of the file, also in the middle of waiting."""
        self._closing.set()
        self._recording.close()
