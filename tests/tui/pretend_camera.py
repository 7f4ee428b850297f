"""A camera process that lives in the test: a simple patient who follows the cues at once.

Numbers only, no child process, so that a whole session takes a fraction of a second. The real
child is used in `tests/end_to_end`.
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from routines.errors import Trouble, TroubleKind
from routines.movements import MEASURES
from sessions.camera.supervised_link import LinkBack, LinkLost
from sessions.messages import (
    WIRE_VERSION,
    FromWorker,
    Heard,
    Hello,
    Open,
    RestTaken,
    ShowPictures,
    Stepped,
    StepTo,
    TakeRest,
    ToWorker,
)
from sessions.readings import FaceBox, Half, Noise, Pose, Reading, Reason

HELLO = Hello(
    wire=WIRE_VERSION,
    program="test",
    mediapipe="",
    model_sha256="",
    source="pretend",
    width=640,
    height=480,
    fps=30.0,
    live=False,
    network_banned=True,
)
GROWS_S = 1.3
"""From rest to the peak of a movement."""
NOISE = Noise(tuple(0.05 for _ in MEASURES), 0.5, 0.05)
OUTLINE = (0.4, 0.3, 0.6, 0.3, 0.5, 0.5, 0.42, 0.7, 0.58, 0.7)


def reading(n: int, t_s: float, left_mm: float = 0.0, right_mm: float = 0.0) -> Reading:
    """A good reading in which every measure of a half has the same size."""
    return Reading(
        n=n,
        t_s=t_s,
        pose=Pose(0.0, 0.0, 0.0),
        face=FaceBox(0.5, 0.5, 0.3, 0.5),
        left=Half(tuple(left_mm for _ in MEASURES), 0.0, 0.0, 0.0),
        right=Half(tuple(right_mm for _ in MEASURES), 0.0, 0.0, 0.0),
        outline=OUTLINE,
        fps=30.0,
    )


@dataclass
class PretendCamera:
    """`strong_mm` and `weak_mm` are gentle sizes; the left half is the weak one."""

    weak_mm: float = 4.0
    strong_mm: float = 8.0
    strong_grows: float = 0.0
    """Growth of the strong half from repetition to repetition, as a share."""
    weak_fades: float = 0.0
    """Loss of the weak half from repetition to repetition, as a share."""
    refuses: str = ""
    """A sentence with which it does not start."""
    kind: TroubleKind = "camera"
    lost_between: tuple[float, float] = (0.0, 0.0)
    """Seconds in which no face is seen."""
    why_lost: Reason = "no-face"
    per_s: float = 10.0
    """Readings: enough to score by, but for a blink. A real camera reads thirty, which took a third
    of the time of such a test."""
    told: list[ToWorker] = field(default_factory=list)
    closed: bool = False

    def __post_init__(self) -> None:
        self._messages: asyncio.Queue[FromWorker | LinkLost | LinkBack] = asyncio.Queue()
        self._n = 0
        self._level = 0.0
        self._goal = 0.0
        self._size = 1.0
        self._reps = 0
        self._last_hint = ""
        self._heard: list[Heard] = []

    async def start(self, open: Open) -> Hello:
        """Say hello, or refuse."""
        self.told.append(open)
        if self.refuses:
            raise Trouble(self.refuses, self.kind)
        return HELLO

    async def send(self, message: ToWorker) -> None:
        """Hear a message and answer it."""
        self.told.append(message)
        match message:
            case StepTo(until_s=until_s, heard=heard):
                self._heard += heard
                self._step(until_s)
            case TakeRest():
                rest = RestTaken(
                    calibration=b"",
                    begin_s=0.0,
                    end_s=1.0,
                    short=False,
                    left=NOISE,
                    right=NOISE,
                    mm_per_px=0.5,
                )
                self.say(rest)
            case ShowPictures():
                pass
            case _:
                pass

    def say(self, message: FromWorker | LinkLost | LinkBack) -> None:
        """Put a message on the way to the session."""
        self._messages.put_nowait(message)

    async def __aiter__(self) -> AsyncIterator[FromWorker | LinkLost | LinkBack]:
        while True:
            yield await self._messages.get()

    async def close(self) -> None:
        """Remember that it was closed."""
        self.closed = True

    def _step(self, until_s: float) -> None:
        grows = 1 / (GROWS_S * self.per_s)
        while (t_s := self._n / self.per_s) < until_s - 1e-9:
            while self._heard and self._heard[0].at_s <= t_s:
                self._hear(self._heard.pop(0))
            self._level += max(-grows, min(grows, self._goal - self._level))
            self.say(self._reading(t_s))
            self._n += 1
        self.say(Stepped(until_s=until_s))

    def _hear(self, cue: Heard) -> None:
        if cue.phase == "rise":
            self._goal, self._size = 1.0, cue.target_percent / 100.0
            self._reps += 1
        elif cue.phase == "ready":
            self._reps = 0
        elif cue.phase not in {"hold", "hint"}:
            self._goal = 0.0

    def _reading(self, t_s: float) -> Reading:
        if self.lost_between[0] <= t_s < self.lost_between[1]:
            return Reading(n=self._n, t_s=t_s, reason=self.why_lost, fps=30.0)
        more = 1.0 + self.strong_grows * max(0, self._reps - 3)
        less = 1.0 - self.weak_fades * max(0, self._reps - 3)
        wobble = 0.04 if self._n % 2 else -0.04
        return reading(
            self._n,
            t_s,
            self._level * self._size * self.weak_mm * less + wobble,
            self._level * self._size * self.strong_mm * more + wobble,
        )
