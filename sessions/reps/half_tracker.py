"""One half of the face while it is followed from frame to frame.

Its live excursion is a median of the last few frames from a local rest, which drifts slowly,
because heads do. Whether it is still, how high it stood, whether it is back: that is all the
tracker asks of it. Cheap enough for every frame.
"""

import math
from collections import deque

CLOSING_SHARE = 0.55
"""Closing threshold over opening threshold: the dead band."""

STILL_S = 0.5
LOW_SHARE = 0.35
"""Below this share of its peak and still for `STILL_S`, a half is at rest, wherever that is now."""

REST_FOLLOWS_MM_PER_S = 0.06
REST_REACH_MM = 1.5
"""How fast, and how far in all, the local rest follows slow drift."""

LIVE_FRAMES = 5
LIVE_S = 0.25


class HalfState:
    """One half while it is followed: filtered excursion, local rest, peak."""

    __slots__ = (
        *("base", "close", "left_s", "live", "open", "peak"),
        *("_recent", "_recent_s", "_still", "_still_s"),
    )

    def __init__(self, smallest: float) -> None:
        """`smallest` is the opening threshold, mm."""
        self.open = smallest
        self.close = CLOSING_SHARE * smallest
        self.base = 0.0
        self.live = 0.0
        self.peak = 0.0
        self._recent: deque[float] = deque(maxlen=LIVE_FRAMES)
        self._recent_s: deque[float] = deque(maxlen=LIVE_FRAMES)
        self._still: deque[float] = deque()
        """Medians of the last half second, and when they were."""
        self._still_s: deque[float] = deque()
        self.left_s = -math.inf
        """Time of the frame that was forgotten last."""

    def see(self, t_s: float, mm: float) -> None:
        """Take in one frame's millimetres."""
        recent, recent_s = self._recent, self._recent_s
        recent.append(mm)
        recent_s.append(t_s)
        while t_s - recent_s[0] > LIVE_S:
            recent.popleft()
            recent_s.popleft()
        ordered = sorted(recent)
        n = len(ordered)
        middle = ordered[n // 2] if n % 2 else (ordered[n // 2 - 1] + ordered[n // 2]) / 2
        self.live = middle - self.base
        still, still_s = self._still, self._still_s
        still.append(middle)
        still_s.append(t_s)
        while t_s - still_s[0] > STILL_S:
            still.popleft()
            self.left_s = still_s.popleft()

    def follow_rest(self, dt: float) -> None:
        """Let the local rest drift towards where the half is."""
        most = REST_FOLLOWS_MM_PER_S * dt
        self.base = _within(self.base + _within(self.live, most), REST_REACH_MM)

    def adopt_rest(self, reach_mm: float = REST_REACH_MM) -> None:
        """Take where the half is for its local rest, within reach."""
        self.base = _within(self.base + self.live, reach_mm)
        self.peak = 0.0

    def lift_peak(self) -> None:
        """Raise the peak to what was kept for half a second: a blink is no peak."""
        self.peak = max(self.peak, min(self._still) - self.base)

    @property
    def is_still(self) -> bool:
        """Whether it has hardly moved for the last half second."""
        if not self._still:
            return False
        span_s = self._still_s[-1] - self._still_s[0]
        if span_s < 0.8 * STILL_S and not self._filled:
            return False
        return max(self._still) - min(self._still) <= max(0.12 * self.peak, 0.4 * self.open)

    @property
    def _filled(self) -> bool:
        """Whether three frames or more are all that fit in, because few come."""
        return len(self._still) >= 3 and self._still_s[-1] - self.left_s < 1.5 * STILL_S

    def back(self, fallen: bool) -> bool:
        """Whether it is back at rest; after the main fall also where rest has moved a little."""
        if self.live <= self.close:
            return True
        return fallen and self.live <= max(LOW_SHARE * self.peak, self.open) and self.is_still


def _within(value: float, limit: float) -> float:
    return -limit if value < -limit else limit if value > limit else value
