"""Looking ahead changes when frames are read, and nothing else."""

import threading
from collections.abc import Callable, Iterator

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from routines.errors import Trouble
from sessions.face.face_reader import FaceReader, Looked
from sessions.messages import RestRefused, RestTaken
from sessions.readings import Reading
from sessions.selftest.numbers import PerSide
from sessions.worker import pipeline
from sessions.worker.pipeline import MeasuredFrame, Pipeline
from sessions.worker.recorded import AHEAD
from sessions.worker.sources.source import Frame
from tests.patience import patience
from tests.sessions.selftest.portraits import FPS, model, noisy, portrait


class Looker:
    """Sees nothing, and notes what was done when."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.meanwhile: Callable[[int], None] = lambda n: None
        """Called in the middle of measuring a frame."""

    def look(self, picture: object, n: int, t_s: float) -> Looked:
        """Note it."""
        self.done.append(f"look {n}")
        return Looked(Reading(n=n, t_s=t_s, reason="no-face"))

    def complete(self, looked: Looked) -> Reading:
        """Note it."""
        self.meanwhile(looked.reading.n)
        self.done.append(f"measure {looked.reading.n}")
        return looked.reading


def frame(n: int, *, empty: bool = False) -> Frame:
    """Frame `n`, grey."""
    return Frame(n, n / FPS, None if empty else np.full((64, 96, 3), 90, np.uint8))


def all_of(
    looker: pipeline.Looker, frames: Iterator[Frame], *, ahead_by: int = 1
) -> list[MeasuredFrame]:
    """What comes of all frames, so many of them looked at while one is measured."""
    found: list[MeasuredFrame] = []

    def take() -> Frame | None:
        return next(frames, None)

    with Pipeline(looker) as ahead:
        for _ in range(ahead_by):
            ahead.begin(take)
        while (done := ahead.finish(then=take)) is not None:
            found.append(done)
    return found


def test_the_next_frame_is_looked_at_while_one_is_measured() -> None:
    """Measuring frame 0 would wait for ever if nobody looked at frame 1 meanwhile."""
    looker, taken = Looker(), [threading.Event() for _ in range(4)]

    def frames() -> Iterator[Frame]:
        for n in range(4):
            taken[n].set()
            yield frame(n)

    def meanwhile(n: int) -> None:
        assert n == 3 or taken[n + 1].wait(patience(2.0))

    looker.meanwhile = meanwhile

    assert [done.reading.n for done in all_of(looker, frames())] == [0, 1, 2, 3]


@pytest.mark.parametrize("most", [1, 2])
def test_no_further_ahead_than_was_asked_for(most: int) -> None:
    """What comes later is left where it is until a frame is done with."""
    looker, ahead_by = Looker(), list[int]()
    taken = 0

    def frames() -> Iterator[Frame]:
        nonlocal taken
        for taken in range(20):
            yield frame(taken)

    looker.meanwhile = lambda n: ahead_by.append(taken - n)
    all_of(looker, frames(), ahead_by=most)

    assert set(ahead_by) <= set(range(most + 1))


def test_a_frame_without_picture_keeps_its_place() -> None:
    """It is told as no face, between its neighbours, together with the frame it belongs to."""
    looker = Looker()
    found = all_of(looker, iter([frame(0), frame(1, empty=True), frame(2)]))

    assert [(done.frame.n, done.reading.n) for done in found] == [(0, 0), (1, 1), (2, 2)]
    assert found[1].reading.reason == "no-face"
    assert not any(entry.endswith("1") for entry in looker.done)


def test_a_source_that_is_lost_loses_no_frame_before() -> None:
    """The trouble comes where its frame would have."""

    def frames() -> Iterator[Frame]:
        yield frame(0)
        yield frame(1)
        raise Trouble("The film is damaged.", "video")

    looker, source = Looker(), frames()
    with Pipeline(looker) as ahead:
        ahead.begin(lambda: next(source))
        told = [ahead.finish(then=lambda: next(source)) for _ in range(2)]
        with pytest.raises(Trouble):
            ahead.finish(then=lambda: next(source))

    assert [done and done.frame.n for done in told] == [0, 1]


def test_nothing_begun_is_nothing_to_finish() -> None:
    """Before the first frame, and after the last."""
    with Pipeline(Looker()) as ahead:
        assert ahead.finish() is None
        ahead.begin(lambda: frame(0))
        assert ahead.begun
        assert ahead.finish() is not None
        assert not ahead.begun
        assert ahead.finish() is None


def test_after_the_last_frame_it_may_begin_again() -> None:
    """What was begun in vain is forgotten."""
    told: list[int] = []
    with Pipeline(Looker()) as ahead:
        for film in (iter([frame(0)]), iter([frame(1), frame(2)])):
            ahead.begin(lambda film=film: next(film, None))
            ahead.begin(lambda film=film: next(film, None))
            while (done := ahead.finish(then=lambda film=film: next(film, None))) is not None:
                told.append(done.reading.n)

    assert told == [0, 1, 2]


def test_a_look_that_hangs_does_not_hold_up_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is waited for, but not for long."""
    monkeypatch.setattr(pipeline, "CLOSE_S", 0.01)
    hanging, free = threading.Event(), threading.Event()

    def take() -> None:
        hanging.set()
        free.wait(patience(2.0))

    ahead = Pipeline(Looker())
    ahead.begin(take)
    assert hanging.wait(patience(2.0))
    ahead.close()

    assert not free.is_set()
    free.set()


@pytest.mark.long
def test_readings_are_those_of_reading_frame_by_frame() -> None:
    """Bit for bit, as recordings are read, with a real face: while rest is taken, still, moving,
    gone, and not alone."""
    one_by_one, looking = list[Reading](), list[Reading]()
    with FaceReader(model()) as reader:
        reader.take_rest(0.3)
        for one in sitting():
            assert one.picture is not None
            one_by_one.append(reader.read(one.picture, one.n, one.t_s))
        rest = reader.rest_result()
    with FaceReader(model()) as reader:
        reader.take_rest(0.3)
        looking += [done.reading for done in all_of(reader, sitting(), ahead_by=AHEAD)]
        same_rest = reader.rest_result()

    assert looking == one_by_one
    assert not isinstance(rest, RestRefused)
    assert isinstance(same_rest, RestTaken)
    assert same_rest == rest
    assert {reading.reason for reading in looking} == {None, "no-face", "two-faces"}
    assert sum(reading.left is not None for reading in looking) >= 8


def sitting() -> Iterator[Frame]:
    """Some frames of the astronaut."""
    still = portrait().picture
    smiling = portrait().moved("open-smile", PerSide(left=0.3, right=1.0))
    empty = np.full_like(still, 90)
    pictures: list[NDArray[np.uint8]] = [still] * 11 + [smiling] * 3 + [empty] * 2 + [still] * 3
    pictures += [np.asarray(cv2.hconcat([still[:, 160:480]] * 2), dtype=np.uint8)] * 11
    for n, picture in enumerate(pictures):
        yield Frame(n, n / FPS, noisy(picture, n))
