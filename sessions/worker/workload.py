"""How much of what a camera sends is measured: chosen by what measuring takes, and changed with it.

Four loads, all of them scored: every frame; about every second one; the same with the two halves
read in turns; so about eight frames a second. A slow or busy machine comes down after two windows
in a row that show it cannot keep up, and goes up again one load at a time, much later. Time is
handed in, seconds on a steady clock.
"""

from typing import Final

from sessions.readings import LOADS, Load

EVERY_S: Final[dict[Load, float]] = {
    "every-frame": 0.0,
    "every-second": 1 / 15,
    "in-turns": 1 / 15,
    "eight-a-second": 1 / 8,
}
"""Seconds from one measured frame to the next."""
SLACK_S = 0.01
"""Frames that come a little early still count."""
MOST_FPS = 30.0
"""More than this is asked of no camera."""
KEEPING_UP = 0.8
"""Share of the frames of a load that must be measured: 24 of 30 a second."""
TURNS_SHARE = 0.75
"""What a frame costs where one half is read, over one where both are: computed from the cost of the
pieces, 0.65 where the halves are the dearest of them, 0.78 where they are cheap."""
MARGIN = 1.5
"""Capacity over what a higher load needs, before that is tried."""
WINDOW_S, WINDOW_FRAMES, LONGEST_WINDOW_S = 1.5, 6, 3.0
"""A window ends after so much time and so many frames, or after the longest."""
DOWN_AFTER, UP_AFTER = 2, 7
"""Windows in a row: one alone may have met a disk, or another program that was starting."""
WORKING = 0.5
"""Share of a window spent measuring from which it is the computer that is slow."""


class Workload:
    """The load of the moment. `due`, `begun` and `done` tell it of each frame, in order."""

    def __init__(
        self,
        *,
        best: Load = "every-frame",
        least: Load = "eight-a-second",
        begin: Load = "every-frame",
    ) -> None:
        """Between `best` and `least`; `begin` is where it stood last time."""
        self._from, self._to = LOADS.index(best), LOADS.index(least)
        self._to = max(self._from, self._to)
        self._at = min(max(LOADS.index(begin), self._from), self._to)
        self._due_s = 0.0
        self._begun: list[float] = []
        self._done_s = 0.0
        self._down = self._up = 0
        self._since_s: float | None = None
        self._frames = self._measured = 0
        self._spent_s = 0.0
        self.working = False
        """Whether measuring took most of the last window."""

    @property
    def load(self) -> Load:
        """What is measured now."""
        return LOADS[self._at]

    @property
    def in_turns(self) -> bool:
        """Whether one half is read at a time."""
        return self.load in ("in-turns", "eight-a-second")

    @property
    def reads_eyes(self) -> bool:
        """Whether there is time for the second model of the eyes: never where halves or frames are
        left out to spare the computer."""
        return self.load in ("every-frame", "every-second")

    def is_due(self, now: float) -> bool:
        """Whether a frame that comes at `now` would be measured. From any thread."""
        return now >= self._due_s - SLACK_S

    def due(self, now: float) -> bool:
        """Whether a frame that came now is to be measured; the next one is due later."""
        every_s = EVERY_S[self.load]
        if not self.is_due(now):
            return False
        self._due_s = max(self._due_s, now - every_s) + every_s
        return True

    def begun(self, now: float) -> None:
        """Measuring a frame has begun."""
        self._begun.append(now)

    def done(self, now: float, camera_fps: float, *, measured: bool) -> None:
        """The oldest frame that was begun is done; `measured` says that its halves were read.

        It took the time since it was begun or since the frame before it was done, whichever is
        shorter: what goes on side by side is not counted twice, nor is waiting.
        """
        if not self._begun:
            return
        begun_s = max(self._begun.pop(0), self._done_s)
        if self._since_s is None:
            self._since_s = begun_s
        self._spent_s += now - begun_s
        self._done_s = now
        self._frames += 1
        self._measured += measured
        window_s = now - self._since_s
        full = window_s >= WINDOW_S and self._frames >= WINDOW_FRAMES
        if full or window_s >= LONGEST_WINDOW_S:
            self._judge(window_s, camera_fps)

    def waited(self, now: float) -> None:
        """No frame has come for a while."""
        if self._since_s is not None and now - self._since_s >= LONGEST_WINDOW_S:
            self.working = False
            self._forget()

    def took_rest(self, now: float) -> None:
        """As `done`, for the frame with which rest was taken: reading two dozen at once is no usual
        work."""
        if self._begun:
            self._begun.pop(0)
        self._done_s = now
        self._forget()

    def _forget(self) -> None:
        self._since_s = None
        self._frames = self._measured = 0
        self._spent_s = 0.0

    def _judge(self, window_s: float, camera_fps: float) -> None:
        self.working = self._spent_s >= WORKING * window_s
        capacity = self._frames / max(self._spent_s, 1e-6)
        if self.in_turns and self._measured:
            capacity *= TURNS_SHARE
        # Frames without measures cost less: they show when it is too much, never when it is not.
        usual = self._measured > self._frames / 2
        self._forget()
        fits = self._best_for(capacity, camera_fps)
        self._down = self._down + 1 if fits > self._at else 0
        roomy = usual and self._best_for(capacity / MARGIN, camera_fps) < self._at
        self._up = self._up + 1 if roomy else 0
        if self._down >= DOWN_AFTER:
            self._at, self._down = fits, 0
        elif self._up >= UP_AFTER:
            self._at, self._up = self._at - 1, 0

    def _best_for(self, capacity: float, camera_fps: float) -> int:
        """The first load that a machine can do which measures so many whole frames a second."""
        camera = min(camera_fps or MOST_FPS, MOST_FPS)
        needs = {
            "every-frame": camera,
            "every-second": min(camera, 15.0),
            "in-turns": min(camera, 15.0) * TURNS_SHARE,
        }
        for at in range(self._from, self._to):
            if capacity >= KEEPING_UP * needs[LOADS[at]]:
                return at
        return self._to
