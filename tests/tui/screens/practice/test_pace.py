"""How often a practice is drawn."""

import pytest
from msgspec.structs import replace

from sessions.readings import Load
from tests.tui.views import QUIET
from tui.screens.practice.parts import Pace


def drawn(pace: Pace, load: Load, ticks: int) -> int:
    """How many of so many ticks in one phase are drawn."""
    view = replace(QUIET, load=load)
    due = 0
    for _ in range(ticks):
        if pace.due(view):
            pace.drawn(view)
            due += 1
    return due


@pytest.mark.parametrize(
    ("load", "pictures"),
    [("every-frame", 20), ("every-second", 20), ("in-turns", 10), ("eight-a-second", 10)],
)
def test_a_busy_computer_draws_half_as_often(load: Load, pictures: int) -> None:
    """Ten a second, or five."""
    pace = Pace()
    assert pace.due(QUIET)
    pace.drawn(QUIET)

    assert drawn(pace, load, 20) == pictures


def test_what_is_new_is_drawn_at_once() -> None:
    """A phase, a step, a pause; then the footer's keys are others too."""
    busy = replace(QUIET, load="eight-a-second")
    pace = Pace()
    assert pace.drawn(busy)
    assert not pace.drawn(busy)
    for new in (
        replace(busy, phase="release"),
        replace(busy, step=busy.step + 1),
        replace(busy, paused_reason="camera"),
    ):
        assert pace.due(new)
        assert pace.drawn(new)
