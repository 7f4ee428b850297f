"""Playback state of a pair of clips: maps the time to a frame number, with pause and step. Pure.

Then and now begin together, so that the same picture is the same moment of the cue; the longer
one decides when both begin again, after a breath in which nothing moves.
"""

from sessions.messages import CLIP_FPS

LINGER_S = 1.5
"""The last picture stays this long before it begins again."""
IN_THE_HOLD = 3 * CLIP_FPS
"""The picture of the third second: in the hold of a movement that rises for two seconds and is
held for two. To begin with, where nothing is to move by itself."""


class Playing:
    """One showing, from the time `now` on, seconds on any steady clock."""

    def __init__(self, now: float, count: int, *, held: int | None = None) -> None:
        """`count` is the number of pictures of the longer one; at `held` it stands still."""
        self.count = max(1, count)
        self._began_s = now
        self._held = None if held is None else min(self.count - 1, held)

    @property
    def held(self) -> int | None:
        """The picture at which it stands still; None while it moves."""
        return self._held

    def picture(self, now: float) -> int:
        """The number of the picture to show."""
        if self._held is not None:
            return self._held
        played = max(0.0, now - self._began_s) % (self.count / CLIP_FPS + LINGER_S)
        return min(self.count - 1, int(played * CLIP_FPS))

    def turn(self, now: float) -> None:
        """Stand still, or go on from here."""
        if self._held is None:
            self._held = self.picture(now)
        else:
            self._began_s = now - self._held / CLIP_FPS
            self._held = None

    def step(self, by: int, now: float) -> None:
        """Stand still at another picture; the first and the last are ends."""
        self._held = min(max(self.picture(now) + by, 0), self.count - 1)
