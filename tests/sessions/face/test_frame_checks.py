"""What the numbers of one frame's look say of real pixels."""

import cv2
import numpy as np

from sessions.face.frame_checks import face_patch, look_at
from sessions.scoring.landmarks import LIPS
from sessions.scoring.quality import MOUTH_COVERED
from tests.sessions.selftest.portraits import portrait


def test_a_smooth_mask_hides_the_lips_and_a_mouth_does_not() -> None:
    """The contrast of lips is far on the good side; that of an even cloth on the bad one."""
    face = portrait()
    rgb = np.ascontiguousarray(face.picture[:, :, ::-1])
    masked = rgb.copy()
    low, high = (f(face.points[list(LIPS), :2], axis=0).astype(int) for f in (np.min, np.max))
    cv2.rectangle(masked, (low - 12).tolist(), (high + 12).tolist(), (190, 200, 205), -1)

    free, covered = (
        look_at(picture, face.points, face_patch(picture, face.points)).mouth_detail
        for picture in (rgb, masked)
    )
    assert free > 2 * MOUTH_COVERED.good
    assert covered < MOUTH_COVERED.bad
