"""How long a long hold still lasts, told every five seconds: for those who cannot look."""

LONG_HOLD_S = 6.0
"""A longer hold, as of a stretch, is counted every `EVERY_S`; a shorter one ticks every second."""
EVERY_S = 5.0


class HoldCount:
    """Counts one hold down. Time is handed in, seconds of the session."""

    def __init__(self) -> None:
        self._ends_s = 0.0
        self._next_s: float | None = None

    def begin(self, at_s: float, seconds: float) -> None:
        """A hold begins; a short one is not counted."""
        self._ends_s = at_s + seconds
        self._next_s = at_s + EVERY_S if seconds > LONG_HOLD_S else None

    def end(self) -> None:
        """It is over, or the session waits."""
        self._next_s = None

    def left_at(self, at_s: float) -> int | None:
        """The whole seconds that are left, once each time they are to be told."""
        if self._next_s is None or at_s < self._next_s:
            return None
        left_s = round(self._ends_s - self._next_s)
        self._next_s += EVERY_S
        if self._next_s >= self._ends_s:
            self._next_s = None
        return left_s if left_s > 0 else None
