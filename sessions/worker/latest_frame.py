"""Keeps the latest frame of a source: a thread reads, and measuring takes whatever is newest.

The thread may hang in a driver for ever; nothing here waits for it without a limit.
"""

import threading
import time
from collections.abc import Callable

from sessions.worker.heartbeat import Rate
from sessions.worker.sources.source import Frame, Source, Sparing

CLOSE_S = 0.3
"""A reader that has not come back by then is left to die with the process."""
USUAL_FPS = 30.0
"""Assumed of a source that does not say."""


class LatestFrame:
    """Reads `source` in the background and keeps only its newest frame."""

    def __init__(self, source: Source, wanted: Callable[[float], bool] | None = None) -> None:
        """`wanted` says of a time, by the monotonic clock, whether a frame that comes then is
        looked at; others are not decoded, where the source can leave them so."""
        self._source = source
        self._wanted = wanted
        self._sparing = source if wanted is not None and isinstance(source, Sparing) else None
        self._frame: Frame | None = None
        self._trouble: Exception | None = None
        self._changed = threading.Condition()
        self._closing = False
        self._rate = Rate()
        self.ended = False
        """The source came to its end and its last frame was taken."""
        self._thread = threading.Thread(target=self._read, name="newest frame", daemon=True)
        self._thread.start()

    @property
    def waiting(self) -> bool:
        """Whether a frame is there that was not taken yet."""
        return self._frame is not None

    def arriving_fps(self, now: float) -> float:
        """Frames a second that the source delivered; `now` by the monotonic clock."""
        with self._changed:
            return self._rate.at(now)

    def take(self, timeout_s: float) -> Frame | None:
        """The newest frame not taken before; None when none came in time, or at the end.

        Raises:
            Trouble: the source is gone.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._frame or self._closing, timeout_s)
            frame, self._frame = self._frame, None
            if frame is None and self._trouble is not None:
                raise self._trouble
            self.ended = frame is None and self._closing
            return frame

    def close(self) -> None:
        """Stop reading and let go of the source, unless it hangs."""
        with self._changed:
            self._closing = True
        self._thread.join(CLOSE_S)
        if not self._thread.is_alive():
            self._source.close()

    def _read(self) -> None:
        trouble: Exception | None = None
        try:
            while not self._closing:
                if self._passes_over():
                    with self._changed:
                        self._rate.add(time.monotonic())
                    continue
                frame = self._source.read()
                if frame is None:
                    break
                with self._changed:
                    self._frame = frame
                    self._rate.add(time.monotonic())
                    self._changed.notify_all()
        except Exception as error:
            # Third-party drivers raise anything; the measuring thread says it.
            trouble = error
        with self._changed:
            self._trouble = trouble
            self._closing = True
            self._changed.notify_all()

    def _passes_over(self) -> bool:
        """Whether the next frame was not wanted, and is gone."""
        source, wanted = self._sparing, self._wanted
        if source is None or wanted is None:
            return False
        comes_s = time.monotonic() + 1.0 / (source.fps or USUAL_FPS)
        return not wanted(comes_s) and source.pass_over()
