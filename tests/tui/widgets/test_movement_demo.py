"""The drawn face shows the movement, alike on both halves."""

import pytest

from routines.movements import MEASURES, MeasureKey
from sessions.engine.interface.commands import Phase
from tests.tui.views import view
from tui.widgets.canvas import Canvas
from tui.widgets.glyphs import Glyphs
from tui.widgets.movement_demo import amount_of, draw_face


@pytest.mark.parametrize("measure", MEASURES)
def test_every_movement_looks_different_from_rest(measure: MeasureKey) -> None:
    """At the gentle size something has visibly moved."""
    rest = draw_face(measure, 0.0, 40, 20, Glyphs.BRAILLE)
    moved = draw_face(measure, 1.0, 40, 20, Glyphs.BRAILLE)

    assert rest != moved


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("amount", [0.0, 0.4, 1.0])
def test_both_halves_do_the_same(measure: MeasureKey, amount: float) -> None:
    """The picture is its own mirror image, up to the width of a dot."""
    lines = draw_face(measure, amount, 41, 21, Glyphs.ASCII)
    unlike = sum(a != b for line in lines for a, b in zip(line, reversed(line), strict=True))

    assert unlike <= 0.06 * 41 * 21


@pytest.mark.parametrize(
    ("phase", "left", "amount"),
    [
        ("rise", 2.0, 0.0),
        ("rise", 1.0, 0.5),
        ("hold", 1.0, 1.0),
        ("release", 0.5, 0.25),
        ("rest", 1.0, 0.0),
        ("between", 1.0, 0.0),
    ],
)
def test_the_face_keeps_the_pace(phase: Phase, left: float, amount: float) -> None:
    """It rises with the cue, stays for the hold, and sinks again."""
    now = view(phase=phase, seconds_left=left, seconds_total=2.0)

    assert amount_of(now) == pytest.approx(amount)


def test_a_smaller_target_is_drawn_smaller_and_a_pause_at_rest() -> None:
    """The retry after too much asks for less, and the picture asks for less too."""
    assert amount_of(view(phase="hold", target_percent=80.0)) == pytest.approx(0.8)
    assert amount_of(view(phase="hold", paused="Paused.")) == 0.0


def test_a_face_without_room_is_no_error() -> None:
    """Before the first layout widgets have no size."""
    assert (
        draw_face("open-smile", 1.0, 0, 0, Glyphs.BRAILLE) == Canvas(0, 0, Glyphs.BRAILLE).lines()
    )
