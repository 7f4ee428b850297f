"""When a lost face pauses the session and when it may go on by itself.

A second of frames that cannot be scored pauses; two seconds of good ones resume. The difference
keeps a face at the edge of the picture from toggling the pause. Shorter gaps do not pause: a
repetition with too few good frames is not scored.
"""

from sessions.messages import SILENT_S
from sessions.readings import Reading, Reason

PAUSE_AFTER_S = 1.0
"""Unscored frames for this long pause."""
RESUME_AFTER_S = 2.0
"""Good frames for this long resume."""


class FacePresence:
    """Since when the face has been lost, or found again, from the readings. Times in seconds."""

    def __init__(self) -> None:
        self.reason: Reason | None = None
        """Why the last reading could not be scored; None if it could."""
        self._lost_since: float | None = None
        self._found_since: float | None = None
        self._last_at: float | None = None

    def see(self, at_s: float, reading: Reading) -> None:
        """Take in one reading."""
        self._last_at = at_s
        if reading.reason is None:
            self.reason = None
            self._lost_since = None
            if self._found_since is None:
                self._found_since = at_s
        else:
            self.reason = reading.reason
            self._found_since = None
            if self._lost_since is None:
                self._lost_since = at_s

    def forget(self) -> None:
        """Start counting anew, as after a pause or a lost camera."""
        self.reason = None
        self._lost_since = self._found_since = self._last_at = None

    def lost(self, at_s: float) -> bool:
        """Whether the face has been lost long enough to pause."""
        return self._lost_since is not None and at_s - self._lost_since >= PAUSE_AFTER_S

    def silent(self, at_s: float) -> bool:
        """Whether readings have ceased to come."""
        return self._last_at is not None and at_s - self._last_at >= SILENT_S

    def found(self, at_s: float, seconds: float = RESUME_AFTER_S) -> bool:
        """Whether the face has been there, good to score, for `seconds`."""
        return self._found_since is not None and at_s - self._found_since >= seconds
