"""How full a paced breath is at a moment, and the circle that shows it. Pure."""

import math

from routines.guided import Moment

LEAST = 0.25
"""Radius of the circle after a breath out, share of the largest."""
CELL_ASPECT = 2.0
"""A cell of a terminal is about twice as high as it is wide."""


def fullness(moment: Moment | None, elapsed_s: float) -> float:
    """0 after a breath out and before the first breath, 1 after a breath in.

    `elapsed_s` is how far the step has come. It begins and ends each way softly and never stands
    still between them.
    """
    if moment is None or moment.turn == 0 or moment.part not in {"move", "release"}:
        return 0.0
    share = min(1.0, max(0.0, (elapsed_s - moment.begins_s) / moment.seconds))
    eased = (1.0 - math.cos(math.pi * share)) / 2.0
    return eased if moment.part == "move" else 1.0 - eased


def circle(full: float, width: int, height: int, *, ascii_only: bool = False) -> list[str]:
    """A filled circle in `width` by `height` cells, its radius by `full` (0 to 1).

    Drawn in half blocks, two to a cell; in ASCII a whole cell at a time.
    """
    rows = height if ascii_only else 2 * height
    unit = CELL_ASPECT if ascii_only else CELL_ASPECT / 2
    largest = min(width / 2.0, rows * unit / 2.0)
    radius = largest * (LEAST + (1.0 - LEAST) * min(1.0, max(0.0, full)))

    def inside(x: int, y: int) -> bool:
        across, down = x + 0.5 - width / 2.0, (y + 0.5 - rows / 2.0) * unit
        return math.hypot(across, down) <= radius

    if ascii_only:
        return ["".join("o" if inside(x, y) else " " for x in range(width)) for y in range(rows)]
    halves = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
    return [
        "".join(halves[inside(x, y), inside(x, y + 1)] for x in range(width))
        for y in range(0, rows, 2)
    ]
