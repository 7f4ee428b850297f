"""Notices a second face in the picture, and a tracker that has left the face it followed.

A small detector runs on every tenth frame. Asking the landmarker itself for two faces would run its
detector on every frame, a quarter more time; and with one face asked for it may jump to another
person after an empty frame.
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sessions.face.landmarker import FaceCounter
from sessions.scoring.landmarks import FACE_OVAL

EVERY = 10
"""Frames between two runs of the detector: a third of a second at 30 a second."""
EVERY_WITH_TWO = 3
SMALLER = 0.4
"""A second face under this share of the first is a poster or somebody at the back of the room."""


class SecondFaceWatch:
    """Runs the detector on every tenth frame, on every third while there is a second face."""

    def __init__(self, model: Path, *, stills: bool) -> None:
        """`stills` looks at every picture. Raises `BrokenLibrary`."""
        self._counter = FaceCounter(model)
        self._stills = stills
        self._due = 0
        self.two = False
        """Whether a second face was there at the last look."""
        self.tracker_lost = False
        """Whether, in this frame, the points lie on none of the faces that the detector found."""

    def look(self, rgb: NDArray[np.uint8], points: NDArray[np.float64]) -> None:
        """Look if it is time to; `points` are those of the face that is followed, pixels."""
        self.tracker_lost = False
        self._due -= 1
        if self._due > 0 and not self._stills:
            return
        boxes = self._counter.boxes(rgb)
        widest = max((width for _, _, width in boxes), default=0.0)
        self.two = sum(width >= SMALLER * widest for _, _, width in boxes) > 1
        self._due = EVERY_WITH_TWO if self.two else EVERY
        oval = points[list(FACE_OVAL), :2]
        centre, size = oval.mean(axis=0), float(np.ptp(oval[:, 0]))
        away = [np.hypot(x - centre[0], y - centre[1]) for x, y, _ in boxes]
        self.tracker_lost = len(boxes) > 0 and float(min(away)) > size

    def close(self) -> None:
        """Let go of the library."""
        self._counter.close()
