"""Whether a frame can be trusted, and if not, why. Pure numbers in, a reason out.

Each limit has hysteresis: one value to fail and a laxer one to recover, so that a face at the limit
does not flicker. The pose gate has none: its limits are part of what is promised.
"""

from typing import Literal

import msgspec

from sessions.readings import Confidence, Pose, Reason

GOOD_POSE = Pose(6.0, 5.0, 8.0)
"""Relative to rest. Halving the pose halves the error (validity study, section 8)."""
LOW_POSE = Pose(10.0, 12.0, 15.0)
"""Scored with low confidence up to here (clinical brief, row 9); beyond, not scored."""


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """What one frame looks like, measured by the camera's side."""

    canthi_px: float
    """Between the outer canthi."""
    face_width: float
    """Of the face, as a fraction of the picture's width."""
    margin: float
    """Smallest distance of the face oval to the picture's edge, fraction of its width;
    negative outside."""
    brightness: float
    """Mean grey of the face, 0 to 1."""
    blown: float
    """Share of the face that is pure white."""
    sharpness: float
    """Fine detail over contrast in the face, at a fixed face size."""
    eye_detail: float
    """Contrast inside the less detailed open eye over the mean grey of the face; 1 where both
    are shut."""
    mouth_detail: float
    """Contrast of the lips over their mean grey."""


class Limit(msgspec.Struct, frozen=True):
    """Bad beyond `bad`; good again only on the other side of `good`."""

    bad: float
    good: float

    def crossed(self, value: float, was: bool) -> bool:
        """Whether `value` is bad, having been so or not."""
        edge = self.good if was else self.bad
        return value < edge if self.good > self.bad else value > edge


TOO_FAR = Limit(bad=50.0, good=54.0)
"""Pixels between the outer canthi: about 85 cm at 640x480, where a pixel is two millimetres. Noise
was measured to 70 cm (validity study, section 6)."""
TOO_NEAR = Limit(bad=0.92, good=0.88)
OFF_CENTRE = Limit(bad=-0.02, good=0.0)
TOO_DARK = Limit(bad=0.07, good=0.085)
"""What counts is the face's own brightness, so that dark skin is refused in no light in which it
can be read: brightened, four rendered heads at 0.08 to 0.12 read as in full light, R2 0.98 and more
for the smile, at 0.06 only 0.95."""
TOO_BRIGHT = Limit(bad=0.12, good=0.08)
BLURRED = Limit(bad=0.35, good=0.45)
"""Sharpness over that of rest: a Gaussian blur of 2 px on a face 95 px between the canthi."""
REST_SHARPNESS = 0.2
"""Stands in for rest while it is not known: portraits have 0.4 to 0.5, their 3 px blur 0.15."""
EYE_COVERED = Limit(bad=0.06, good=0.09)
"""Open eyes of six portraits: 0.23 to 0.31; covered ones: 0.01."""

MOUTH_COVERED = Limit(bad=0.05, good=0.07)
"""Lips of ten faces, bearded, scarved, in dim light and before a window too: 0.09 to 0.48; smooth
masks on the same faces: 0.01 to 0.02. A mask with deep folds has 0.12 and is not noticed."""


FURTHER = Limit(bad=0.65, good=0.70)
NEARER = Limit(bad=1.55, good=1.45)
"""Size over that of rest: a changed distance needs a new rest (validity study, section 12), and may
be another's face, as that of a photo on the wall when the person has gone."""


class Gate:
    """Remembers which limits were crossed; gives the first reason, gravest first."""

    def __init__(self) -> None:
        self._was: dict[str, bool] = {}

    def judge(self, look: Look, rest_sharpness: float | None) -> Reason | None:
        """The reason why this frame is not scored, or None."""
        values: tuple[tuple[Reason, Limit, float], ...] = (
            ("too-far", TOO_FAR, look.canthi_px),
            ("too-near", TOO_NEAR, look.face_width),
            ("off-centre", OFF_CENTRE, look.margin),
            ("too-dark", TOO_DARK, look.brightness),
            ("too-bright", TOO_BRIGHT, look.blown),
            ("blurred", BLURRED, look.sharpness / (rest_sharpness or REST_SHARPNESS)),
            ("eye-covered", EYE_COVERED, look.eye_detail),
        )
        found: list[Reason] = [
            name for name, limit, now in values if self.crossed(name, limit, now)
        ]
        if self.crossed("mouth", MOUTH_COVERED, look.mouth_detail):
            found.append("hand")
        return found[0] if found else None

    def moved_away(self, size: float) -> Reason | None:
        """The reason why a face of `size`, over its size at rest, is not scored, or None."""
        further = self.crossed("further", FURTHER, size)
        nearer = self.crossed("nearer", NEARER, size)
        return "too-far" if further else "too-near" if nearer else None

    def crossed(
        self,
        reason: Reason | Literal["light", "further", "nearer", "mouth"],
        limit: Limit,
        value: float,
    ) -> bool:
        """Whether `value` is bad for `reason`, whose past is remembered."""
        now = limit.crossed(value, self._was.get(reason, False))
        self._was[reason] = now
        return now


def within(pose: Pose, limit: Pose) -> bool:
    """Whether no angle of `pose` exceeds `limit`."""
    return (
        abs(pose.yaw_deg) <= limit.yaw_deg
        and abs(pose.pitch_deg) <= limit.pitch_deg
        and abs(pose.roll_deg) <= limit.roll_deg
    )


def pose_confidence(pose: Pose) -> Confidence | None:
    """Confidence by pose relative to rest; None where the frame is not scored."""
    if within(pose, GOOD_POSE):
        return "normal"
    return "low" if within(pose, LOW_POSE) else None
