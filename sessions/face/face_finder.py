"""Finds the one face of a picture, in the light that it is read in."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from sessions.face import frame_checks
from sessions.face.calibrated_face import CalibratedFace
from sessions.face.exposure import Exposure
from sessions.face.second_face import SecondFaceWatch
from sessions.face.sparing.head_follower import FollowedFace, HeadFollower
from sessions.scoring.quality import EYE_COVERED, Look


class Found(NamedTuple):
    """The face in one picture."""

    rgb: NDArray[np.uint8]
    """HxWx3, brightened where the light is dim."""
    followed: FollowedFace
    look: Look
    """Of the picture as it came."""


class FaceFinder:
    """Follows one face from frame to frame, or with `stills` finds it anew in each."""

    def __init__(self, model: Path, *, stills: bool) -> None:
        """Raises `sessions.face.landmarker.BrokenLibrary`."""
        self._follower = HeadFollower(model, stills=stills)
        self._second_face = SecondFaceWatch(model, stills=stills)
        self.exposure = Exposure()
        self._eye_detail = 1.0

    @property
    def two_faces(self) -> bool:
        """Whether there is a second face beside it."""
        return self._second_face.two

    def find(
        self,
        rgb: NDArray[np.uint8],
        t_s: float,
        known: CalibratedFace | None,
        *,
        any_exposure: bool,
    ) -> Found | None:
        """The face in an HxWx3 uint8 picture of `t_s` seconds, placed by the rest `known`; None
        where there is none, or another one is followed.

        With `any_exposure` it may be brightened otherwise than the last: while no rest is known.
        """
        found = self._find(rgb, t_s, known)
        if any_exposure and found is not None and self.exposure.suit(found.look.brightness):
            found = self._find(rgb, t_s, known)
        return found

    def _find(
        self, rgb: NDArray[np.uint8], t_s: float, known: CalibratedFace | None
    ) -> Found | None:
        lit = self.exposure.applied(rgb)
        followed = self._follower.find(lit, t_s, known)
        if followed is None:
            return None
        points = followed.face.points
        self._second_face.look(lit, points)
        if self._second_face.tracker_lost:
            self._follower.reset()
            return None
        look = frame_checks.look_at(rgb, points, frame_checks.face_patch(rgb, points))
        if followed.carried:
            # Its eyes may have shut since; shut ones would look covered where open ones were.
            if look.eye_detail < EYE_COVERED.good:
                self._follower.look_again_soon()
            look = replace(look, eye_detail=self._eye_detail)
        self._eye_detail = look.eye_detail
        return Found(lit, followed, look)

    def close(self) -> None:
        """Let go of the library."""
        self._follower.close()
        self._second_face.close()
