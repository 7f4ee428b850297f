"""Live measuring: nothing waits for a camera, and a machine slower than its camera works ahead."""

import threading
from collections.abc import Callable
from typing import Any, cast

import numpy as np

from routines.movements import Side
from sessions.face.face_reader import Looked
from sessions.messages import Ended, FromWorker, Picture, ShowPictures, ToWorker
from sessions.readings import Reading
from sessions.worker import live
from sessions.worker.sources.source import Frame
from sessions.worker.workload import Workload
from tests.patience import patience


class Camera:
    """Gives each frame when it is told to; a frame is out of its hands once it is asked again."""

    live, width, height, fps = True, 96, 64, 30.0

    def __init__(self, frames: int) -> None:
        self.may_give = [threading.Event() for _ in range(frames)]
        self.given = [threading.Event() for _ in range(frames)]
        self._n = 0

    def read(self) -> Frame | None:
        """The next frame, once it may be given."""
        if self._n:
            self.given[self._n - 1].set()
        if self._n == len(self.may_give):
            return None
        assert self.may_give[self._n].wait(patience(2.0))
        self._n += 1
        return Frame(self._n - 1, self._n / 30, np.full((64, 96, 3), 90, np.uint8))

    def give(self, n: int) -> None:
        """Give frame `n`, and come back when it can be taken."""
        self.may_give[n].set()
        assert self.given[n].wait(patience(2.0))

    def now_s(self) -> float:
        """Source time."""
        return self._n / 30

    def close(self) -> None:
        """Nothing to let go of."""


class Reader:
    """Sees nothing; what else happens meanwhile is up to the test."""

    in_turns = False
    reads_eyes = True
    eyes_in_turns = False
    follows_skin = True
    whole_face: np.ndarray | None = None

    def __init__(self) -> None:
        self.done: list[str] = []
        self.while_looking: Callable[[int], None] = lambda n: None
        self.while_measuring: Callable[[int], None] = lambda n: None

    def look(self, picture: object, n: int, t_s: float) -> Looked:
        """Note it."""
        self.while_looking(n)
        self.done.append(f"look {n}")
        return Looked(Reading(n=n, t_s=t_s, reason="no-face"))

    def complete(self, looked: Looked) -> Reading:
        """Note it."""
        self.while_measuring(looked.reading.n)
        self.done.append(f"measure {looked.reading.n}")
        return looked.reading

    def rest_result(self) -> None:
        """None was asked for."""

    def show_half(self, side: Side | None) -> None:
        """A white picture of either side."""
        self.whole_face = None if side is None else np.full((24, 19, 3), 255, np.uint8)


class Ear:
    """Both pipes, in memory."""

    lossy = False

    def __init__(self, *asked: ToWorker) -> None:
        self.closing = threading.Event()
        self.said: list[FromWorker] = []
        self.asked = list(asked)

    def drain(self) -> list[ToWorker]:
        """What the session says, if anything, it says at first."""
        said, self.asked = self.asked, []
        return said

    def put(self, message: FromWorker) -> None:
        """What the worker says."""
        self.said.append(message)


def serve(camera: Camera, reader: Reader, *asked: ToWorker) -> list[FromWorker]:
    """All that is said until the camera's last frame."""
    ear = Ear(*asked)
    live.serve(camera, cast(Any, reader), cast(Any, ear), cast(Any, ear), Workload())
    return ear.said


def test_a_frame_is_measured_although_no_newer_one_comes() -> None:
    """The camera's next frame comes only after this one was measured."""
    camera, reader = Camera(3), Reader()
    camera.may_give[0].set()

    def then_give_the_next(n: int) -> None:
        if n + 1 < 3:
            camera.may_give[n + 1].set()

    reader.while_measuring = then_give_the_next
    serve(camera, reader)

    assert reader.done == ["look 0", "measure 0", "look 1", "measure 1", "look 2", "measure 2"]


def test_a_newer_frame_is_looked_at_while_one_is_measured() -> None:
    """It had come by the time the face was found; measuring waits here until it is looked at."""
    camera, reader = Camera(3), Reader()
    camera.may_give[0].set()
    looked = [threading.Event() for _ in range(3)]

    def give_the_next(n: int) -> None:
        if n + 1 < 3:
            camera.give(n + 1)
        looked[n].set()

    def wait_for_it(n: int) -> None:
        assert n == 2 or looked[n + 1].wait(patience(2.0))

    reader.while_looking, reader.while_measuring = give_the_next, wait_for_it
    said = serve(camera, reader)

    assert [message.n for message in said if isinstance(message, Reading)] == [0, 1, 2]
    assert said[-1] == Ended(frames=3)
    assert reader.done.index("look 1") < reader.done.index("measure 0")


def test_of_the_frames_that_come_meanwhile_only_the_newest_is_looked_at() -> None:
    """Three come while one face is looked for: two of them are let go, so nothing is late."""
    camera, reader = Camera(5), Reader()
    camera.may_give[0].set()

    def give_three(n: int) -> None:
        if n == 0:
            for later in (1, 2, 3):
                camera.give(later)

    reader.while_looking = give_three
    reader.while_measuring = lambda n: camera.may_give[4].set() if n == 3 else None
    said = serve(camera, reader)

    assert [message.n for message in said if isinstance(message, Reading)] == [0, 3, 4]


def test_a_mirrored_half_is_sent_in_place_of_the_cameras_picture() -> None:
    """Once it is asked for; the camera's own picture is not."""
    camera = Camera(1)
    camera.may_give[0].set()
    said = serve(camera, Reader(), ShowPictures(width=64, height=80, half="right"))

    (picture,) = (message for message in said if isinstance(message, Picture))
    assert (picture.width, picture.height) == (19, 24)
    assert set(picture.rgb) == {255}
