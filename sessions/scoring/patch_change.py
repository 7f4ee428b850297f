"""Detects changed light and a hand on the face, from a coarse grey patch of the face.

MediaPipe gives no sign of a hand: it goes on drawing a face over it. But the pose-stabilised
patch of the face stays the same at rest and in movement except around eyes and mouth. What has
changed elsewhere is split in two: a smooth slope over the whole face is light, what is left is
something in front of it.

Limits come from recordings: four people in movement left a residue under 0.45, hands and a
sleeve on the face 0.5 to 1.9; with constant light the slope stayed under 0.05.
"""

import msgspec
import numpy as np

from sessions.scoring.arrays import Floats
from sessions.scoring.geometry import inside
from sessions.scoring.landmarks import BROWS, FACE_OVAL, MOUTH
from sessions.scoring.quality import Limit

HAND = Limit(bad=0.55, good=0.45)
LIGHT = Limit(bad=0.25, good=0.18)
"""Natural logarithm: a fifth to a quarter brighter or darker, or that much from side to side."""

_SOFT = 10.0
"""Added to grey values, so that noise in the dark is no change."""
_WORST_BLOCKS = 4
_MOUTH_HALF_MM = 38.0
_MOUTH_MARGIN_MM = 6.0
_BROW_RISE_MM = 12.0
_LIDS_MM = 14.0
"""Under the line between the canthi."""
_UNIT_MM = 40.0


class PatchChange(msgspec.Struct, frozen=True):
    """What changed since rest."""

    residue: float
    """Mean of the worst blocks after the slope is taken out; natural logarithm."""
    slope: float
    """Largest change of light: all over, or across 40 mm; natural logarithm."""


class PatchWatch:
    """Compares patches of one face with that of its rest."""

    def __init__(self, head: Floats, x_mm: Floats, y_mm: Floats, rest: Floats) -> None:
        """`head` (478, 3) at rest; `rest` (len(y), len(x)) its patch, 0 to 255."""
        x, y = np.meshgrid(x_mm, y_mm)
        mouth = head[list(MOUTH), 1]
        at_mouth = (np.abs(x) < _MOUTH_HALF_MM) & (
            (y > mouth.min() - _MOUTH_MARGIN_MM) & (y < mouth.max() + _MOUTH_MARGIN_MM)
        )
        brows = float(head[list(BROWS), 1].min())
        at_eyes = (y > brows - _BROW_RISE_MM) & (y < _LIDS_MM)
        oval = head[list(FACE_OVAL), :2]
        self._skin = inside(oval * 0.93 + oval.mean(axis=0) * 0.07, x, y) & ~at_mouth & ~at_eyes
        self._rest = np.log(rest[self._skin] + _SOFT)
        self._slopes = np.column_stack(
            [np.ones(len(self._rest)), x[self._skin] / _UNIT_MM, y[self._skin] / _UNIT_MM]
        )

    def compare(self, patch: Floats) -> PatchChange:
        """What changed between rest and `patch`, of the same shape."""
        if len(self._rest) < 2 * _WORST_BLOCKS:
            return PatchChange(0.0, 0.0)
        change = np.log(patch[self._skin] + _SOFT) - self._rest
        weight = np.ones(len(change))
        residue, slope = change, np.zeros(3)
        for _ in range(3):
            slope = np.linalg.lstsq(self._slopes * weight[:, None], change * weight, rcond=None)[0]
            residue = change - self._slopes @ slope
            weight = 1.0 / np.sqrt(np.maximum(np.abs(residue), 0.05))
        worst = np.sort(np.abs(residue))[-_WORST_BLOCKS:]
        return PatchChange(float(worst.mean()), float(np.abs(slope).max()))
