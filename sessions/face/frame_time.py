"""Measures processing time per frame to decide whether every second frame must be dropped."""

import math
import time
from collections import deque
from collections.abc import Callable

from sessions.scoring.quality import Limit

FRAMES = 45
STRAINED = Limit(bad=1 / 24, good=1 / 36)
"""Seconds a frame, median: slower than 24 a second cannot keep up with a camera at 30."""


class FrameTime:
    """Times each frame; the median of the last `FRAMES` decides."""

    def __init__(
        self, *, halved: bool = False, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        """`halved` where the caller hands in every second frame anyway."""
        self._halved = halved
        self._clock = clock
        self._times: deque[float] = deque(maxlen=FRAMES)
        self._done_s = -math.inf
        self._strained = False

    @property
    def strained(self) -> bool:
        """Whether every second frame is all this machine can do."""
        return self._strained and not self._halved

    def begin(self) -> float:
        """A frame is begun: the time to hand to `end`."""
        return self._clock()

    def end(self, begun_s: float) -> None:
        """A frame is done. It took the time since it was begun or since the frame before it was
        done, whichever is shorter: what goes on side by side is not counted twice, nor waiting."""
        now = self._clock()
        self._times.append(now - max(begun_s, self._done_s))
        self._done_s = now
        if len(self._times) == FRAMES:
            median = sorted(self._times)[FRAMES // 2]
            self._strained = STRAINED.crossed(median, self._strained)
