"""How long the weak side has been inside its band in this repetition, as it is being held.

For display only; the recorded value is computed from the finished repetition.
"""

from sessions.engine.interface.view import SessionView


class InBand:
    """Adds up the time between views in which the affected half was inside its band."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._last_at_s: float | None = None

    def see(self, view: SessionView) -> float:
        """Take in a view; return the seconds inside the band in this repetition so far."""
        if view.phase in {"ready", "rise", "your-pace", "assist"}:
            self.seconds = 0.0
        last, self._last_at_s = self._last_at_s, None
        if view.phase not in {"hold", "your-pace"} or view.paused is not None:
            return self.seconds
        self._last_at_s = view.at_s
        if last is not None and self._inside(view):
            self.seconds += max(0.0, view.at_s - last)
        return self.seconds

    def _inside(self, view: SessionView) -> bool:
        meters = view.meters
        if meters is None or meters[0].percent is None or meters[0].band is None:
            return False
        low, high = meters[0].band
        return low <= meters[0].percent <= high
