"""One half of a face mirrored into a whole one, to be looked at. It needs no rest.

The composites that are measured are laid out on the head at rest (`calibrated_face`). To be looked
at, the shape of the first face that looks at the camera is enough: later frames are laid on it,
each in its own pose. Nothing is measured in what comes out.
"""

import numpy as np
from numpy.typing import NDArray

from routines.movements import Side
from sessions.face.composites import CANTHI_PX, CANVAS_PX, ORIGIN_Y_PX, CompositeCanvas
from sessions.face.landmarker import Face
from sessions.scoring.arrays import Floats
from sessions.scoring.geometry import Placement, angles, head_from
from sessions.scoring.rest_pose import turn_of

MOST_YAW_DEG, MOST_PITCH_DEG = 20.0, 30.0
"""Beyond these the half that is turned away is drawn from too few pixels; by eye."""

_ACROSS, _UP, _DOWN = 0.95 * CANTHI_PX, 0.90 * CANTHI_PX, 1.50 * CANTHI_PX
"""From the middle between the eyes to each side, to the hair and to the chin. Adult faces are about
1.6 canthal widths wide, and 2.2 high from hairline to chin."""
FRAME = (
    slice(max(0, round(ORIGIN_Y_PX - _UP)), min(CANVAS_PX, round(ORIGIN_Y_PX + _DOWN))),
    slice(round(CANVAS_PX / 2 - _ACROSS), round(CANVAS_PX / 2 + _ACROSS)),
)
"""Rows and columns of the canvas that hold the face."""


class WholeFace:
    """Makes whole faces of the halves of one person's face."""

    def __init__(self) -> None:
        self._head: Floats | None = None
        self._canvas: CompositeCanvas | None = None

    def of(self, rgb: NDArray[np.uint8], face: Face, side: Side) -> NDArray[np.uint8] | None:
        """The half of `face` on `side` as a whole face, RGB; None where the head is turned too far,
        or none has looked at the camera yet."""
        pose = angles(face.rotation)
        if abs(pose.yaw_deg) > MOST_YAW_DEG or abs(pose.pitch_deg) > MOST_PITCH_DEG:
            return None
        if self._head is None or self._canvas is None:
            if turn_of(pose) is not None:
                return None
            # One pixel is as good a unit as a millimetre here: a placement finds its own scale.
            self._head = head_from(face.points, face.rotation, 1.0)
            self._canvas = CompositeCanvas.of(self._head)
        placement = Placement.fit_stable(self._head, face.points, face.rotation, face.focal_px)
        return self._canvas.picture(rgb, placement, side)[FRAME]
