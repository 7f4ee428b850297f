"""A circle that grows with the breath in and shrinks with the longer breath out. Pure.

How long each takes is the step's (`routines.guided`): 4 s in and 6 s out where a routine says
nothing else, six breaths a minute (Russo 2017), and none is held.
"""

import math

from routines.guided import Moment
from tui.widgets.face.cells import Cell, Rgb, shaded_cell, stroke_text
from tui.widgets.face.palette import mix
from tui.widgets.face.portrait import Rows, Style
from tui.widgets.glyphs import Glyphs

SMALLEST = 0.35
"""Radius after the breath out, as a share of the largest."""
STEPS = 24


def fullness(moment: Moment | None, elapsed_s: float) -> float:
    """How far the breath has come in, 0 to 1, going softly over; 0 before the first breath.

    `elapsed_s` is how far the step has come, `moment` its breath in ("move") or out ("release").
    """
    if moment is None or moment.turn == 0 or moment.part not in {"move", "release"}:
        return 0.0
    share = min(1.0, max(0.0, (elapsed_s - moment.begins_s) / moment.seconds))
    eased = (1.0 - math.cos(math.pi * share)) / 2.0
    return round((eased if moment.part == "move" else 1.0 - eased) * STEPS) / STEPS


def breath(share: float, width: int, height: int, style: Style) -> Rows:
    """The circle `share` of the way in, within a ring that it grows into."""
    across, down = 2 * width, 4 * height
    most = min(across, down) / 2 - 1
    radius = most * (SMALLEST + (1.0 - SMALLEST) * share)
    rows: list[tuple[Cell, ...]] = []
    for row in range(height):
        cells: list[Cell] = []
        for column in range(width):
            away = [
                math.hypot(2 * column + side + 0.5 - across / 2, 4 * row + sub + 0.5 - down / 2)
                for sub in range(4)
                for side in (0, 1)
            ]
            cells.append(_cell(away, radius, most, style))
        rows.append(tuple(cells))
    return tuple(rows)


def _cell(away: list[float], radius: float, most: float, style: Style) -> Cell:
    if style.look is None or style.glyphs is Glyphs.ASCII:
        mask = sum(1 << n for n, d in enumerate(away) if d < radius or abs(d - most) < 0.6)
        if style.glyphs is Glyphs.ASCII:
            return Cell("o" if mask.bit_count() >= 4 else "." if mask.bit_count() >= 2 else " ")
        return Cell(stroke_text(mask, style.glyphs))
    look = style.look

    def colour(d: float) -> Rgb:
        if d < radius + 0.5:
            glow = mix(look.background, look.primary, 0.85 - 0.35 * min(1.0, d / max(1.0, radius)))
            return mix(glow, look.background, min(1.0, max(0.0, d - radius + 0.5)))
        ring = max(0.0, 1.0 - abs(d - most))
        return mix(look.background, look.primary, 0.35 * ring)

    samples = [colour(d) for d in away]
    if all(sample == look.background for sample in samples):
        return Cell(" ")
    return shaded_cell(samples)
