"""Where a clip stands while it is looked at. Pure: it is told the time, and says which picture.

Then and now begin together, so that the same picture is the same moment of the cue; the longer
one decides when both begin again, after a breath in which nothing moves.
"""

from sessions.readings import CLIP_FPS

LINGER_S = 1.5
"""The last picture stays this long before it begins again."""
IN_THE_HOLD_S = 3.0
"""Of a movement that rises for two seconds and is held for two: the picture to begin with, where
nothing is to move by itself."""


class Playing:
    """One showing, from the time `now` on, seconds on any steady clock."""

    def __init__(self, now: float, count: int, *, paused: bool = False) -> None:
        """`count` is the number of pictures of the longer one."""
        self.count = max(1, count)
        self._began_s = now
        self._held: int | None = None
        if paused:
            self._held = min(self.count - 1, int(IN_THE_HOLD_S * CLIP_FPS))

    @property
    def paused(self) -> bool:
        """Whether it stands still."""
        return self._held is not None

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
