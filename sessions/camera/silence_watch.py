"""Watchdog timer: detects a hung camera process by missing messages. Pure; time is passed in."""

from sessions.messages import SILENT_S

TICK_S = 0.25


class SilenceWatch:
    """Adds up the time in which an answer was due and none came.

    A tick never counts for more than two, so time in which this process was itself suspended
    (a closed lid, Ctrl-Z) is not counted as silence.
    """

    def __init__(self, now: float, limit_s: float = SILENT_S) -> None:
        self._limit_s = limit_s
        self._silent_s = 0.0
        self._last = now

    def tick(self, now: float, heard_at: float, *, due: bool) -> bool:
        """Whether it has been silent for too long; then the count begins anew.

        `heard_at` is when the last word came, on the same clock as `now`; `due` says whether
        one is to be expected at all.
        """
        passed = min(now - self._last, 2 * TICK_S)
        heard = heard_at >= self._last
        self._last = now
        self._silent_s = 0.0 if heard or not due else self._silent_s + passed
        if self._silent_s < self._limit_s:
            return False
        self._silent_s = 0.0
        return True
