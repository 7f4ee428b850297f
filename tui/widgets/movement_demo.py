"""A small drawn face that shows the movement asked for, gently, on both halves alike.

It shows what to do, never what the person's own face does. `amount` is 0 at rest and 1 at the
gentle size; the drawing moves little, because a large movement would invite a large one.
"""

import math

from routines.movements import MeasureKey
from sessions.engine.interface.view import SessionView
from tui.widgets.canvas import Canvas, Point
from tui.widgets.glyphs import Glyphs, glyphs
from tui.widgets.lines import Lines

_STEPS = 16


def draw_face(
    measure: MeasureKey | None, amount: float, width: int, height: int, glyphs: Glyphs
) -> list[str]:
    """The face as lines of text."""
    canvas = Canvas(width, height, glyphs)
    canvas.path(_ellipse(0.5, 0.5, 0.40, 0.48))
    raised = amount if measure == "brow-raise" else 0.0
    frowned = amount if measure == "frown" else 0.0
    shut = amount if measure == "eye-closure" else 0.0
    snarl = amount if measure == "snarl" else 0.0
    for sign in (-1.0, 1.0):
        brow_y = 0.26 - 0.06 * raised + 0.03 * frowned
        inner = 0.5 + sign * (0.10 - 0.03 * frowned)
        canvas.path(
            [
                (inner, brow_y + 0.03 * frowned + 0.01),
                (0.5 + sign * 0.19, brow_y - 0.02),
                (0.5 + sign * 0.28, brow_y + 0.02),
            ]
        )
        eye = 0.055 * (1.0 - shut)
        canvas.path(_ellipse(0.5 + sign * 0.185, 0.39, 0.085, max(0.0, eye)))
        if shut < 0.6:
            canvas.dots([(0.5 + sign * 0.185, 0.39)])
        canvas.path(
            [(0.5 + sign * 0.05, 0.60 - 0.05 * snarl), (0.5 + sign * 0.015, 0.63 - 0.03 * snarl)]
        )
    canvas.path(_mouth(measure, amount))
    if measure == "open-smile" and amount > 0.3:
        canvas.path(_mouth(measure, amount, below=0.07 * amount))
    if measure == "lower-lip":
        canvas.path(_mouth(None, 0.0, below=0.05 + 0.05 * amount))
    return canvas.lines()


def _ellipse(x: float, y: float, across: float, down: float) -> list[Point]:
    turns = [2 * math.pi * step / (2 * _STEPS) for step in range(2 * _STEPS + 1)]
    return [(x + across * math.cos(turn), y + down * math.sin(turn)) for turn in turns]


def _mouth(measure: MeasureKey | None, amount: float, below: float = 0.0) -> list[Point]:
    half, lift = 0.17, 0.0
    if measure in {"open-smile", "closed-smile"}:
        half, lift = 0.17 + 0.06 * amount, 0.075 * amount
    elif measure == "lip-corner-out":
        half = 0.17 + 0.07 * amount
    elif measure == "pucker":
        half = 0.17 - 0.09 * amount
        if amount > 0.5:
            return _ellipse(0.5, 0.76, half, 0.05 * amount)
    points: list[Point] = []
    for step in range(_STEPS + 1):
        across = -1.0 + 2.0 * step / _STEPS
        points.append((0.5 + half * across, 0.77 - lift * across**2 + below * (1 - across**2)))
    return points


def amount_of(view: SessionView) -> float:
    """How far the drawn movement has come in this phase."""
    if view.paused is not None:
        return 0.0
    share = 1.0
    if view.seconds_left is not None and view.seconds_total:
        share = 1.0 - min(1.0, max(0.0, view.seconds_left / view.seconds_total))
    size = min(1.0, view.target_percent / 100.0)
    match view.phase:
        case "rise" | "assist":
            return size * share
        case "hold" | "fingers-off" | "your-pace":
            return size
        case "release":
            return size * (1.0 - share)
        case _:
            return 0.0


class DrawnFace(Lines):
    """The drawn face. With reduced motion it shows the end of the movement, and does not move."""

    def __init__(self, *, reduced_motion: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self._reduced_motion = reduced_motion

    def show(self, measure: MeasureKey | None, amount: float) -> None:
        """Draw the face at `amount` of the movement."""
        if self._reduced_motion:
            amount = 1.0 if amount > 0.0 else 0.0
        width, height = self.size
        stepped = round(amount * 12) / 12
        self.show_lines(draw_face(measure, stepped, width, height, glyphs()))
