"""Numbers of a reading in the steps in which they are kept.

The engine decides on the rounded numbers, so what is kept is what it decided on, to the bit. The
steps are far below what the camera can tell: a still half jitters by 0.02 mm and more from frame
to frame, lids by a point and more.
"""

import math

import msgspec

from sessions.messages import RestTaken
from sessions.readings import Half, Pose, Reading

PER_MM = 100
PER_POINT = 4
PER_DEGREE = 4
PER_S = 1000
"""Steps in a millimetre, a point of narrowing, a degree, a second."""


def rounded(reading: Reading) -> Reading:
    """The same reading on the grid of what is kept; a second time changes nothing.

    Halves or a pose with a number that is not finite are left out, so nothing is judged by them.
    """
    pose, left, right = reading.pose, reading.left, reading.right
    if not (_finite(left) and _finite(right)):
        left = right = None
    if pose is not None and not all(map(math.isfinite, _angles(pose))):
        pose = None
    return msgspec.structs.replace(
        reading,
        t_s=round(reading.t_s * PER_S) / PER_S,
        pose=None if pose is None else Pose(*(_degrees(angle) for angle in _angles(pose))),
        left=_half(left),
        right=_half(right),
    )


def without_picture(rest: RestTaken) -> RestTaken:
    """The same rest without its calibration, which is made of a picture and is never kept."""
    return msgspec.structs.replace(rest, calibration=b"")


def _half(half: Half | None) -> Half | None:
    if half is None:
        return None
    lengths = *half.mm, half.corner_out_mm, half.corner_up_mm
    *mm, out, up = [round(value * PER_MM) / PER_MM for value in lengths]
    return Half(tuple(mm), round(half.narrowing_percent * PER_POINT) / PER_POINT, out, up)


def _finite(half: Half | None) -> bool:
    if half is None:
        return True
    others = half.narrowing_percent, half.corner_out_mm, half.corner_up_mm
    return all(map(math.isfinite, half.mm)) and all(map(math.isfinite, others))


def _degrees(value: float) -> float:
    return round(value * PER_DEGREE) / PER_DEGREE


def _angles(pose: Pose) -> tuple[float, float, float]:
    return pose.yaw_deg, pose.pitch_deg, pose.roll_deg
