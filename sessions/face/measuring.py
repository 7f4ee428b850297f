"""A frame whose face was found, between looking at it and measuring its halves."""

from concurrent.futures import Future

import msgspec
import numpy as np
from numpy.typing import NDArray

from sessions.face.calibrated_face import CalibratedFace, MeasuredHalves
from sessions.face.eye_reader import Gaps
from sessions.face.half_reader import PendingHalves, result_of
from sessions.face.sparing.head_follower import FollowedFace
from sessions.scoring.geometry import Placement


class Measuring(msgspec.Struct, frozen=True):
    """A frame of a calibrated face whose halves are being read."""

    known: CalibratedFace
    """The face by the rest that was known when the frame was looked at."""
    rgb: NDArray[np.uint8]
    followed: FollowedFace
    placement: Placement
    pending: PendingHalves
    pending_eyes: Future[Gaps] | None = None
    """None where the second model does not read the eyes."""
    follows_skin: bool = True
    """Whether brows and nose are followed by their skin."""

    def result(self) -> MeasuredHalves | None:
        """Wait for the halves and measure them; None where the landmarks would have to be measured,
        and are those of an earlier frame."""
        both = result_of(self.pending)
        gaps = {} if self.pending_eyes is None else self.pending_eyes.result()
        face, carried = self.followed.face, self.followed.carried
        measured = self.known.measure(
            self.rgb, face, self.placement, both, gaps, follows_skin=self.follows_skin
        )
        return None if carried and measured.method == "landmarks" else measured
