"""Halves in turns: one is read in each frame, beside what the other showed last."""

from concurrent.futures import Future
from typing import Any, cast

import numpy as np
import pytest

from routines.movements import SIDES, Side
from sessions.face.half_reader import CompositePoints, HalfReader

PICTURE = np.zeros((4, 4, 3), np.uint8)


class Now:
    """A thread that does what it is given at once, and counts."""

    def __init__(self) -> None:
        self.count = 0

    def submit(self, work: Any, *given: Any) -> "Future[CompositePoints]":
        """Done."""
        self.count += 1
        done: Future[CompositePoints] = Future()
        done.set_result(CompositePoints(None, np.full((1, 1), self.count, dtype=np.float64)))
        return done


@pytest.fixture
def reader() -> HalfReader:
    """A reader whose threads count; no model is loaded."""
    made = HalfReader.__new__(HalfReader)
    made.begin_turns()
    made._threads = cast(Any, {side: Now() for side in SIDES})  # pyright: ignore[reportPrivateUsage]
    return made


def counts(reader: HalfReader) -> dict[Side, int]:
    """How often each half was read."""
    threads = cast(Any, reader)._threads
    return {side: threads[side].count for side in SIDES}


def test_both_are_read_in_each_frame_at_first(reader: HalfReader) -> None:
    """Nothing is spared where nothing has to be."""
    canvas, place = cast(Any, object()), cast(Any, None)
    for _ in range(4):
        reader.submit(PICTURE, canvas, place)

    assert counts(reader) == dict.fromkeys(SIDES, 4)


def test_in_turns_each_is_read_in_every_second_frame(reader: HalfReader) -> None:
    """And both are there in each."""
    canvas, place = cast(Any, object()), cast(Any, None)
    reader.in_turns = True
    for _ in range(5):
        assert set(reader.submit(PICTURE, canvas, place)) == set(SIDES)

    assert counts(reader) == dict.fromkeys(SIDES, 3)


def test_after_a_new_rest_both_are_read_once(reader: HalfReader) -> None:
    """What was read on another canvas says nothing on this one."""
    place = cast(Any, None)
    reader.in_turns = True
    for canvas in (cast(Any, object()), cast(Any, object())):
        reader.submit(PICTURE, canvas, place)

    assert counts(reader) == dict.fromkeys(SIDES, 2)


def test_rest_is_read_from_both_halves_of_every_frame(reader: HalfReader) -> None:
    """Its noise is that of single frames."""
    canvas, place = cast(Any, object()), cast(Any, None)
    reader.in_turns = True
    for _ in range(3):
        reader.read(PICTURE, canvas, place)

    assert counts(reader) == dict.fromkeys(SIDES, 3)
