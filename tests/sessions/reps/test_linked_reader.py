"""What moves along: the corner's pull counts in the direction a linked corner takes."""

import pytest

from routines.movements import MEASURES
from sessions.readings import Half
from sessions.reps.frames import RepFrame
from sessions.reps.linked_reader import LinkedReader

STILL = Half(tuple(0.0 for _ in MEASURES), 0.0, 0.0, 0.0)
TIMES = [i / 30 for i in range(90)]


def pulled(out_mm: float, up_mm: float) -> float | None:
    """The pull read when the affected corner goes there after a second of rest."""
    away = Half(STILL.mm, 0.0, out_mm, up_mm)
    halves = [STILL if t_s < 1 else away for t_s in TIMES]
    frames = [
        RepFrame(t_s, None, affected=half, unaffected=STILL)
        for t_s, half in zip(TIMES, halves, strict=True)
    ]
    linked = LinkedReader(("closure-corner",)).read(frames, range(40, 90), TIMES, 1.0)
    return linked.corner_mm


def test_a_corner_drawn_outwards_and_up_is_pull() -> None:
    """As a smile would draw it."""
    assert pulled(1.7, 2.5) == pytest.approx(3.0, abs=0.1)


def test_a_corner_that_seems_to_go_inwards_or_down_is_none() -> None:
    """A rolled head frame must not end a set."""
    inwards, down = pulled(-6.0, 1.0), pulled(0.5, -2.0)

    assert inwards is not None
    assert down is not None
    assert max(inwards, down) < 0
