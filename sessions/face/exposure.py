"""Brightens the pictures of a face in dim light, by one factor from its rest on.

The landmark network reads a face in dim light as moving less: four rendered heads at three tenths
of their light, with a camera's noise, smiled with a gain of 0.67 to 0.83, brightened with 0.73 to
0.88 (0.75 to 0.89 in full light). Dark skin is affected first.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

DIM = 0.25
"""Mean grey of a face, 0 to 1, below which pictures are brightened. Rendered heads in full light:
0.42 (dark skin) to 0.62 (light skin)."""
WANTED = 0.40
"""Mean grey that a dim face is brought to."""
MOST = 5.0
"""Largest factor: beyond it there is more noise than face."""
ABOUT_THE_SAME = 1.2
"""A face that wants another factor by less than this, either way, keeps the one it has."""


class Exposure:
    """The factor that holds for the face being read."""

    def __init__(self, factor: float = 1.0) -> None:
        self.factor = factor
        """1.0 where nothing is brightened."""

    def suit(self, brightness: float) -> bool:
        """Choose the factor for a face of this mean grey, 0 to 1; returns whether it changed."""
        wanted = min(WANTED / max(brightness, 1e-3), MOST) if brightness < DIM else 1.0
        if 1 / ABOUT_THE_SAME < wanted / self.factor < ABOUT_THE_SAME:
            return False
        self.factor = wanted
        return True

    def applied(self, rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """`rgb`, HxWx3, brightened; the very same array where nothing is to do."""
        if self.factor == 1.0:
            return rgb
        return np.asarray(cv2.convertScaleAbs(rgb, alpha=self.factor), dtype=np.uint8)
