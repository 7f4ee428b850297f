"""Movement that a turned head or shut eyes fake in a still face: what opens must be larger."""

from sessions.readings import Reading

FREE_DEG = 3.0
POSE_MM_PER_DEG = 0.12
"""Head pose, relative to rest, fakes movement of a still face: 0.67 mm rms out to 12 and 0.28 mm
within 6 degrees on half composites (validity study, sections 5 and 8)."""

SHUT_PERCENT = 60.0
SHUT_MM = 1.3
"""Shut eyes drag the head frame and fake up to 1.3 mm at mouth and brow (section 10)."""


def faked_mm(reading: Reading, *, eyes_matter: bool) -> float:
    """How much a still half may seem to move in this reading, millimetres.

    With `eyes_matter` the eyes are the movement, and shutting them fakes nothing.
    """
    faked = 0.0
    if reading.pose is not None:
        turned = abs(reading.pose.yaw_deg) + abs(reading.pose.pitch_deg)
        faked = POSE_MM_PER_DEG * max(0.0, turned - FREE_DEG)
    if not eyes_matter and reading.left is not None and reading.right is not None:
        narrower = min(reading.left.narrowing_percent, reading.right.narrowing_percent)
        if narrower > SHUT_PERCENT:
            faked += SHUT_MM
    return faked
