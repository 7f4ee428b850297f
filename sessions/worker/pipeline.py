"""Looks at the next frames while the halves of one are still being read.

Finding a face needs nothing of the frame before but its place, which the landmarker knows by
itself. So it goes on in a thread of its own while the two halves of the frame before are read in
two others; the library lets go of Python's lock. One frame after the other is looked at, and one
after the other told: readings are those of reading frame by frame, bit for bit.
"""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import NamedTuple, Protocol, Self, TypeAlias

from sessions.readings import Reading
from sessions.worker.sources.source import BGR, Frame

CLOSE_S = 0.3
"""A look that has not ended by then is left to die with the process."""

Take: TypeAlias = Callable[[], Frame | None]
"""Gives the frame to look at; None, and nothing else from then on, where there are no more."""


class Looker(Protocol):
    """What measures pictures in two steps (see `face_reader`)."""

    def look(self, picture: BGR, n: int, t_s: float) -> Callable[[], Reading]:
        """Begin to measure frame `n`, taken at `t_s` seconds; calling what comes back ends it."""
        ...


class Measured(NamedTuple):
    """A frame and what was read in it."""

    frame: Frame
    reading: Reading


class _Looked(NamedTuple):
    frame: Frame
    finish: Callable[[], Reading]


class LookAhead:
    """Begin frames, as many as may be under way at once; then finish them one by one, each time
    handing in one to begin meanwhile."""

    def __init__(self, looker: Looker) -> None:
        self._looker = looker
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="look-ahead")
        self._begun: deque[Future[_Looked | None]] = deque()

    @property
    def begun(self) -> bool:
        """Whether a frame was begun and not finished."""
        return bool(self._begun)

    def begin(self, take: Take) -> None:
        """Take a frame and look at it, both in the other thread."""
        self._begun.append(self._thread.submit(self._look, take))

    def wait(self) -> None:
        """Wait until every frame that was begun has been looked at."""
        wait(self._begun)

    def finish(self, then: Take | None = None) -> Measured | None:
        """Measure the oldest frame that was begun, and meanwhile begin the one that `then` gives.

        None where none was begun, or where there are no more. Raises what taking it raised.
        """
        if not self._begun:
            return None
        looked = self._begun.popleft().result()
        if looked is None:
            self._begun.clear()
            return None
        if then is not None:
            self.begin(then)
        return Measured(looked.frame, looked.finish())

    def close(self) -> None:
        """End the thread."""
        wait(self._begun, CLOSE_S)
        self._thread.shutdown(wait=False, cancel_futures=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def _look(self, take: Take) -> _Looked | None:
        frame = take()
        return None if frame is None else _Looked(frame, look(self._looker, frame))


def look(looker: Looker, frame: Frame) -> Callable[[], Reading]:
    """Look at a frame, also at one that holds no picture; calling what comes back measures it."""
    picture, n, t_s = frame.picture, frame.n, frame.t_s
    if picture is None:
        return lambda: Reading(n=n, t_s=t_s, reason="no-face")
    return looker.look(picture, n, t_s)


def measured(looker: Looker, frame: Frame) -> Reading:
    """The reading of a frame, by itself."""
    return look(looker, frame)()
