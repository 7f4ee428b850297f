"""Looks at the next frames while the halves of one are still being read.

Finding a face needs nothing of the frame before but its place, which the landmarker itself
remembers. So it runs in a thread of its own while the two halves of the frame before are read in
two others; the library releases Python's lock. Frames are looked at one after the other and
completed in the same order: readings equal those of reading frame by frame, bit for bit.
"""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, NamedTuple, Protocol, Self, TypeAlias

from sessions.readings import Reading
from sessions.worker.sources.source import BGR, Frame

if TYPE_CHECKING:
    from sessions.face.face_reader import Looked

CLOSE_S = 0.3
"""A look that has not ended by then is left to die with the process."""

Take: TypeAlias = Callable[[], Frame | None]
"""Gives the frame to look at; None, and nothing else from then on, where there are no more."""


class Looker(Protocol):
    """What measures pictures in two steps (see `sessions.face.face_reader`)."""

    def look(self, picture: BGR, n: int, t_s: float) -> "Looked":
        """Begin to measure frame `n`, taken at `t_s` seconds."""
        ...

    def complete(self, looked: "Looked") -> Reading:
        """Wait for the rest of the measuring, in the order of the looks."""
        ...


class MeasuredFrame(NamedTuple):
    """A frame and what was read in it."""

    frame: Frame
    reading: Reading


class _LookedFrame(NamedTuple):
    frame: Frame
    looked: "Looked | None"
    """None where the frame holds no picture."""


class Pipeline:
    """Begin frames, as many as may be under way at once; then finish them one by one, each time
    beginning another meanwhile."""

    def __init__(self, looker: Looker) -> None:
        self._looker = looker
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pipeline")
        self._begun: deque[Future[_LookedFrame | None]] = deque()

    @property
    def begun(self) -> bool:
        """Whether a frame was begun and not finished."""
        return bool(self._begun)

    def begin(self, take: Take) -> None:
        """Take a frame and look at it, both in the other thread."""
        self._begun.append(self._thread.submit(self._take, take))

    def wait(self) -> None:
        """Wait until every frame that was begun has been looked at."""
        wait(self._begun)

    def finish(self, then: Take | None = None) -> MeasuredFrame | None:
        """Measure the oldest frame that was begun, and meanwhile begin the one that `then` gives.

        None where none was begun, or where there are no more. Raises what taking it raised.
        """
        if not self._begun:
            return None
        one = self._begun.popleft().result()
        if one is None:
            self._begun.clear()
            return None
        if then is not None:
            self.begin(then)
        return MeasuredFrame(one.frame, _complete(self._looker, one))

    def close(self) -> None:
        """End the thread."""
        wait(self._begun, CLOSE_S)
        self._thread.shutdown(wait=False, cancel_futures=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def _take(self, take: Take) -> _LookedFrame | None:
        frame = take()
        return None if frame is None else _LookedFrame(frame, _look(self._looker, frame))


def measured(looker: Looker, frame: Frame) -> Reading:
    """The reading of a frame, by itself."""
    return _complete(looker, _LookedFrame(frame, _look(looker, frame)))


def _look(looker: Looker, frame: Frame) -> "Looked | None":
    return None if frame.picture is None else looker.look(frame.picture, frame.n, frame.t_s)


def _complete(looker: Looker, one: _LookedFrame) -> Reading:
    if one.looked is None:
        return Reading(n=one.frame.n, t_s=one.frame.t_s, reason="no-face")
    return looker.complete(one.looked)
