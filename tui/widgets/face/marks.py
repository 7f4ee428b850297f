"""What is marked on a drawn face: the muscle's area, the part to keep quiet, a finger and its way.

Pure; places are in face heights, from the midline outwards and from the crown down.
"""

import math
from typing import NamedTuple

from tui.widgets.face.expression import Area, Quiet
from tui.widgets.face.sheet import Sheet

Point = tuple[float, float]

_AREAS: dict[Area, tuple[tuple[float, float, float, float], ...]] = {
    "forehead": ((0.15, 0.220, 0.135, 0.070),),
    "glabella": ((0.055, 0.320, 0.075, 0.055),),
    "eye-ring": ((0.185, 0.445, 0.150, 0.110),),
    "smile-muscle": (
        (0.285, 0.565, 0.05, 0.05),
        (0.25, 0.64, 0.05, 0.055),
        (0.21, 0.72, 0.05, 0.05),
    ),
    "lip-ring": ((0.0, 0.785, 0.195, 0.105),),
    "lip-depressor": ((0.11, 0.855, 0.05, 0.045), (0.125, 0.91, 0.05, 0.045)),
    "cloth": ((0.13, 0.235, 0.17, 0.055), (0.24, 0.70, 0.13, 0.13)),
    "half": ((0.185, 0.445, 0.13, 0.09), (0.25, 0.66, 0.10, 0.09), (0.13, 0.86, 0.09, 0.07)),
    "nose": ((0.08, 0.48, 0.035, 0.05), (0.10, 0.57, 0.035, 0.06), (0.12, 0.66, 0.035, 0.05)),
}
_RINGS: dict[Quiet, tuple[float, float, float, float]] = {
    "eye": (0.185, 0.445, 0.155, 0.110),
    "corner": (0.165, 0.785, 0.085, 0.080),
}
_TURNS = 24
RING_UNIT = 66
"""On a face of fewer samples a dashed ring would hide what it is around; a tint stands for it."""


class Marks(NamedTuple):
    """The marks of one half."""

    area: Area | None = None
    quiet: Quiet = ""
    finger: Point | None = None
    """Where a fingertip lies."""
    held: Point | None = None
    """Where a hand holds still."""
    trail: tuple[Point, ...] = ()
    """The way of the hand; an arrow stands at its end."""

    def area_discs(self) -> tuple[tuple[float, float, float, float], ...]:
        """Ellipses that cover the muscle: middle and half axes."""
        return () if self.area is None else _AREAS[self.area]


NO_MARKS = Marks()


def quiet_ring(quiet: Quiet) -> list[Point]:
    """A ring around the part that is to stay quiet; empty where there is none."""
    if not quiet:
        return []
    u, v, ru, rv = _RINGS[quiet]
    turns = [2 * math.pi * n / _TURNS for n in range(_TURNS + 1)]
    return [(u + ru * math.cos(turn), v + rv * math.sin(turn)) for turn in turns]


def _as_tint(sheet: Sheet) -> bool:
    return sheet.tints and sheet.unit < RING_UNIT


def lay_area(sheet: Sheet, marks: Marks) -> None:
    """Shade where the muscle lies; features are laid over it."""
    for u, v, ru, rv in marks.area_discs():
        sheet.disc(u, v, ru, rv, "muscle", 0.6)
    if marks.quiet and _as_tint(sheet):
        u, v, ru, rv = _RINGS[marks.quiet]
        sheet.disc(u, v, ru, rv, "quiet", 0.3)


def lay_marks(sheet: Sheet, marks: Marks) -> None:
    """Ring, way and fingertip, over all."""
    ring = [] if _as_tint(sheet) else quiet_ring(marks.quiet)
    for one, other in zip(ring[::2], ring[1::2], strict=False):
        sheet.stroke([one, other], 0.018, "quiet")
    if len(marks.trail) > 1:
        sheet.stroke(list(marks.trail), 0.020, "arrow")
        for wing in _arrow_head(marks.trail[-2], marks.trail[-1]):
            sheet.stroke([marks.trail[-1], wing], 0.020, "arrow")
    for tip in (marks.held, marks.finger):
        if tip is None:
            continue
        u, v = tip
        sheet.disc(u, v, 0.050, 0.058, "arrow", 0.9)
        sheet.disc(u, v, 0.038, 0.046, "finger")
        sheet.disc(u, v - 0.012, 0.020, 0.022, "nail")


def _arrow_head(before: Point, end: Point) -> tuple[Point, Point]:
    heading = math.atan2(end[1] - before[1], end[0] - before[0])
    back = [heading + math.pi + turn for turn in (-0.6, 0.6)]
    one, other = ((end[0] + 0.06 * math.cos(b), end[1] + 0.06 * math.sin(b)) for b in back)
    return one, other
