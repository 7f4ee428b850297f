"""Finds the face of each frame, and runs the landmarker on every few of them only.

The landmarks of the whole face say where the head is, roughly; its skin then says it exactly (see
`registration`), and what the halves do is read from their composites. So while the skin holds the
head from frame to frame the landmarks are not needed: the face seen last is moved along with it.
Landmarks are read anew after `CARRY_S`, of a head that has kept still after `STILL_CARRY_S`, and at
once where the skin does not hold the head. An eye that has shut and one that is covered look alike
where it was open: then a still head waits no longer than any other.
"""

from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from sessions.face.calibrated_face import CalibratedFace, HeadPlacement, PlacedFace
from sessions.face.landmarker import Face, Landmarker
from sessions.scoring.geometry import Placement

CARRY_S = 0.15
"""Four of five frames of a camera at 30 a second. A head turns a few degrees in this time."""
STILL_CARRY_S = 0.6
"""Of a head that has not left the place where its landmarks were read."""
STILL = 1.0
"""Of the landmarks' errors: a millimetre and 1.2 to 2 degrees; the skin tells it to a tenth."""


class FollowedFace(msgspec.Struct, frozen=True):
    """The face of one frame."""

    face: Face
    head: HeadPlacement | None
    """None where no rest is known."""
    carried: bool
    """Whether only its head was looked at: the eyes and the mouth are those of an earlier frame."""


class HeadFollower:
    """Follows one head, frame after frame."""

    def __init__(self, model: Path, *, stills: bool) -> None:
        """`stills` reads every picture by itself.

        Raises `sessions.face.landmarker.BrokenLibrary`.
        """
        self._landmarker = Landmarker(model, stills=stills)
        self._stills = stills
        self._known: CalibratedFace | None = None
        self._seen: PlacedFace | None = None
        self._seen_s = 0.0
        self._before: Placement | None = None
        self._soon = False

    def find(
        self, rgb: NDArray[np.uint8], t_s: float, known: CalibratedFace | None
    ) -> FollowedFace | None:
        """The face in an HxWx3 uint8 RGB picture of `t_s` seconds, placed by the rest `known`."""
        carried = self._carried(rgb, t_s, known)
        if carried is not None:
            self._before = carried.head.placement
            return FollowedFace(carried.face, carried.head, carried=True)
        self._seen, self._soon = None, False
        face = self._landmarker.find(rgb)
        if face is None:
            return None
        if known is None:
            return FollowedFace(face, None, carried=False)
        head = known.place(rgb, face)
        self._known, self._seen, self._seen_s = known, PlacedFace(face, head), t_s
        self._before = head.placement
        return FollowedFace(face, head, carried=False)

    def look_again_soon(self) -> None:
        """Read the landmarks after `CARRY_S`, however still the head is."""
        self._soon = True

    def reset(self) -> None:
        """Forget the face that was followed."""
        self._seen = None
        self._landmarker.reset()

    def close(self) -> None:
        """Let go of the library."""
        self._landmarker.close()

    def _carried(
        self, rgb: NDArray[np.uint8], t_s: float, known: CalibratedFace | None
    ) -> PlacedFace | None:
        seen, before = self._seen, self._before
        if self._stills or known is None or known is not self._known:
            return None
        if not known.rest.has_composites:  # then the landmarks themselves are measured
            return None
        if seen is None or before is None:
            return None
        for_s = t_s - self._seen_s
        if not 0.0 <= for_s < (CARRY_S if self._soon else STILL_CARRY_S):
            return None
        if for_s >= CARRY_S and known.gone(seen.head.placement, before) >= STILL:
            return None
        return known.carry(rgb, seen, before)
