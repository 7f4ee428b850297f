"""Frames that nobody measures are not decoded."""

import threading

import numpy as np

from sessions.worker.latest_frame import LatestFrame
from sessions.worker.sources.paced import Paced
from sessions.worker.sources.source import Frame
from sessions.worker.workload import Workload
from tests.patience import patience


class Film:
    """Forty frames, all of them late; notes which were decoded."""

    live = False
    width, height, fps, frames = 64, 64, 1000.0, 40

    def __init__(self) -> None:
        self.n = 0
        self.decoded: list[int] = []
        self.over = threading.Event()

    def read(self) -> Frame | None:
        """The next frame, decoded."""
        if self.skip() is None:
            return None
        self.decoded.append(self.n - 1)
        return Frame(self.n - 1, (self.n - 1) / self.fps, np.zeros((64, 64, 3), np.uint8))

    def skip(self) -> float | None:
        """The next frame's time."""
        if self.n == self.frames:
            self.over.set()
            return None
        self.n += 1
        return (self.n - 1) / self.fps

    def rewind(self) -> None:
        """From the beginning."""
        self.n = 0

    def now_s(self) -> float:
        """Nobody asks."""
        return 0.0

    def close(self) -> None:
        """Nothing is held."""


def test_a_frame_that_is_not_wanted_is_passed_over() -> None:
    """Each tenth is asked for; the newest of them is there, and the end is told."""
    film = Film()
    asked: list[float] = []

    def wanted(at_s: float) -> bool:
        asked.append(at_s)
        return len(asked) % 10 == 0

    newest = LatestFrame(Paced(film), wanted)
    assert film.over.wait(patience(5.0))

    assert film.decoded == [9, 19, 29, 39]
    assert asked == sorted(asked)
    last = newest.take(patience(1.0))
    assert last is not None
    assert last.n == 39
    assert newest.take(patience(1.0)) is None
    assert newest.ended
    newest.close()


def test_without_the_question_every_frame_is_decoded() -> None:
    """As where codes are read."""
    film = Film()
    newest = LatestFrame(Paced(film))
    assert film.over.wait(patience(5.0))
    newest.close()

    assert film.decoded == list(range(40))


def test_a_frame_is_due_when_its_time_has_come_and_asking_changes_nothing() -> None:
    """At the lowest load eight times a second; at the highest always."""
    low = Workload(begin="eight-a-second")
    assert [low.due(at_s) for at_s in (10.0, 10.01, 10.02)] == [True, True, False]

    asked = [10.033, 10.1, 10.133, 10.033]
    assert [low.is_due(at_s) for at_s in asked] == [False, False, True, False]
    assert low.due(10.133)
    assert all(Workload().is_due(at_s) for at_s in asked)
