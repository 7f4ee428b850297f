"""A second face is noticed, a poster is not, and a tracker that left its face is called back."""

from pathlib import Path

import numpy as np
import pytest

from sessions.face import second_face
from sessions.face.second_face import EVERY, EVERY_WITH_TWO, SecondFaceWatch
from sessions.scoring.landmarks import FACE_OVAL

Box = tuple[float, float, float]

PICTURE = np.zeros((480, 640, 3), np.uint8)
HERE: Box = (200.0, 240.0, 120.0)
BESIDE: Box = (500.0, 240.0, 110.0)
FAR_OFF: Box = (560.0, 90.0, 40.0)


class Counter:
    """A detector that finds what it is told to."""

    def __init__(self, model: Path) -> None:
        self.found: list[Box] = []
        self.looks = 0

    def boxes(self, rgb: object) -> list[Box]:
        """The faces."""
        self.looks += 1
        return self.found

    def close(self) -> None:
        """Nothing is held."""


@pytest.fixture
def counter(monkeypatch: pytest.MonkeyPatch) -> Counter:
    """The detector of the `SecondFaceWatch` made next."""
    counter = Counter(Path())
    monkeypatch.setattr(second_face, "FaceCounter", lambda model: counter)
    return counter


def face_at(box: Box) -> np.ndarray:
    """Landmarks whose oval is that of a face in `box`."""
    points = np.zeros((478, 3))
    angle = np.linspace(0.0, 2 * np.pi, len(FACE_OVAL), endpoint=False)
    x, y, width = box
    points[list(FACE_OVAL), 0] = x + width / 2 * np.cos(angle)
    points[list(FACE_OVAL), 1] = y + 0.7 * width * np.sin(angle)
    return points


def looks(watch: SecondFaceWatch, counter: Counter, frames: int) -> list[int]:
    """In which of so many frames the detector looked."""
    when: list[int] = []
    for n in range(frames):
        before = counter.looks
        watch.look(PICTURE, face_at(HERE))
        if counter.looks > before:
            when.append(n)
    return when


def test_it_looks_now_and_then_and_more_often_in_watch(counter: Counter) -> None:
    """The detector costs a fifth of a frame."""
    watch = SecondFaceWatch(Path(), stills=False)
    counter.found = [HERE]
    alone = looks(watch, counter, 2 * EVERY)
    counter.found = [HERE, BESIDE]
    joined = looks(watch, counter, 2 * EVERY_WITH_TWO)

    assert alone == [0, EVERY]
    assert joined == [0, EVERY_WITH_TWO]


def test_stills_are_looked_at_one_and_all(counter: Counter) -> None:
    """What was in one picture says nothing about the next."""
    counter.found = [HERE]

    assert looks(SecondFaceWatch(Path(), stills=True), counter, 3) == [0, 1, 2]


@pytest.mark.parametrize(
    ("found", "two"),
    [([], False), ([HERE], False), ([HERE, BESIDE], True), ([HERE, FAR_OFF], False)],
)
def test_two_are_two_faces_of_like_size(counter: Counter, found: list[Box], two: bool) -> None:
    """Somebody at the back of the room does not count."""
    watch = SecondFaceWatch(Path(), stills=True)
    counter.found = found
    watch.look(PICTURE, face_at(HERE))

    assert watch.two is two


def test_watch_that_has_gone_is_forgotten_at_the_next_look(counter: Counter) -> None:
    """Until then it is taken to be there."""
    watch = SecondFaceWatch(Path(), stills=False)
    counter.found = [HERE, BESIDE]
    watch.look(PICTURE, face_at(HERE))
    counter.found = [HERE]
    seen: list[bool] = []
    for _ in range(EVERY_WITH_TWO):
        watch.look(PICTURE, face_at(HERE))
        seen.append(watch.two)

    assert seen == [True] * (EVERY_WITH_TWO - 1) + [False]


@pytest.mark.parametrize(
    ("found", "lost"),
    [([HERE], True), ([BESIDE], False), ([HERE, BESIDE], False), ([], False)],
)
def test_points_on_no_face_are_a_lost_tracker(
    counter: Counter, found: list[Box], lost: bool
) -> None:
    """The landmarks lie where somebody sat; where the detector finds nobody nothing is known."""
    watch = SecondFaceWatch(Path(), stills=True)
    counter.found = found
    watch.look(PICTURE, face_at(BESIDE))

    assert watch.tracker_lost is lost


def test_astray_is_said_once(counter: Counter) -> None:
    """Between two looks nothing is known about it."""
    watch = SecondFaceWatch(Path(), stills=False)
    counter.found = [HERE]
    watch.look(PICTURE, face_at(BESIDE))
    first = watch.tracker_lost
    watch.look(PICTURE, face_at(BESIDE))

    assert first
    assert not watch.tracker_lost
