"""Finds the one face of a picture, in the light that it is read in."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sessions.face import frame_checks
from sessions.face.exposure import Exposure
from sessions.face.landmarker import Face, Landmarker
from sessions.face.second_face import SecondFaceWatch
from sessions.scoring.quality import Look


class Found(NamedTuple):
    """The face in one picture."""

    rgb: NDArray[np.uint8]
    """HxWx3, brightened where the light is dim."""
    face: Face
    look: Look
    """Of the picture as it came."""


class FaceFinder:
    """Follows one face from frame to frame, or with `stills` finds it anew in each."""

    def __init__(self, model: Path, *, stills: bool) -> None:
        """Raises `sessions.face.landmarker.BrokenLibrary`."""
        self._landmarker = Landmarker(model, stills=stills)
        self._second_face = SecondFaceWatch(model, stills=stills)
        self.exposure = Exposure()

    @property
    def two_faces(self) -> bool:
        """Whether there is a second face beside it."""
        return self._second_face.two

    def find(self, rgb: NDArray[np.uint8], *, any_exposure: bool) -> Found | None:
        """The face in an HxWx3 uint8 picture; None where there is none, or another one is followed.

        With `any_exposure` it may be brightened otherwise than the last: while no rest is known.
        """
        found = self._find(rgb)
        if any_exposure and found is not None and self.exposure.suit(found.look.brightness):
            found = self._find(rgb)
        return found

    def _find(self, rgb: NDArray[np.uint8]) -> Found | None:
        lit = self.exposure.applied(rgb)
        face = self._landmarker.find(lit)
        if face is None:
            return None
        self._second_face.look(lit, face.points)
        if self._second_face.tracker_lost:
            self._landmarker.reset()
            return None
        patch = frame_checks.face_patch(rgb, face.points)
        return Found(lit, face, frame_checks.look_at(rgb, face.points, patch))

    def close(self) -> None:
        """Let go of the library."""
        self._landmarker.close()
        self._second_face.close()
