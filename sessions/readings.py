"""Readings of single frames as plain records, without numpy.

A reading is one frame's worth of numbers for each half of the face, or the reason why there
are none. Millimetres are from the person's own rest. Left and right are always the
person's own. Readings may replace one another on the way; the other messages (`messages`) may not.
"""

from collections.abc import Callable
from typing import Literal, get_args

import msgspec

from routines.movements import MEASURES, MeasureKey, Side

Reason = Literal[
    "no-face",
    "two-faces",
    "too-near",
    "too-far",
    "off-centre",
    "head-turned",
    "too-dark",
    "too-bright",
    "blurred",
    "slow",
    "hand",
    "eye-covered",
]
"""Why a frame, or a rep, is not scored."""

Turn = Literal["from-below", "from-above", "to-left", "to-right", "tilted"]
"""Why a head cannot be rest: from where the camera sees it, or to which of the person's own sides
it is turned."""

SLOW_FPS = 6.0
"""Scored frames a second; below this a reading is not scored: the shortest time any rule looks at,
0.3 s, must hold a frame at each end. Holds are medians over seconds."""

Load = Literal["every-frame", "every-second", "in-turns", "eight-a-second"]
"""How much of what the camera sends is measured, most first; with `in-turns` about every second
frame and one half in each, with `eight-a-second` as many and one half in each."""
LOADS: tuple[Load, ...] = get_args(Load)

Confidence = Literal["normal", "low"]
Method = Literal["composite", "landmarks"]
"""Half composites, or openly the weaker plain landmarks when a composite found no face."""


class Half(msgspec.Struct, frozen=True, array_like=True):
    """One half of the face in one frame.

    `mm` holds the measures in the order of `MEASURES`, signed, from rest. `narrowing_percent`
    is 100 x (1 - lid aperture / own rest aperture). The corner is read in a head frame fitted on
    the nasal dorsum alone, because lids and brows drag the usual frame along and fake about
    1 mm of smile (validity study, section 10).
    """

    mm: tuple[float, ...]
    narrowing_percent: float
    corner_out_mm: float
    corner_up_mm: float

    def measure(self, key: MeasureKey) -> float:
        """The measure called `key`, mm."""
        return self.mm[_INDEX[key]]


SMILE_OUT, SMILE_UP = 0.57, 0.82
"""Direction in which a smile takes the mouth corner: the mean of healthy smiles (validity study,
section 2)."""

_INDEX = {key: index for index, key in enumerate(MEASURES)}


RestPart = Literal["corner", "eye", "brow"]
"""What is compared between the halves of a face at rest."""


class RestHalf(msgspec.Struct, frozen=True, kw_only=True):
    """One half of a face at rest, mm as `sessions.scoring.size` finds them. Heights are over the
    line through the eyes: a mouth corner has a negative one."""

    brow_mm: float
    """Height of the brow."""
    eye_mm: float
    """Opening between the lids."""
    corner_mm: float
    """Height of the mouth corner."""

    @classmethod
    def each(cls, value: Callable[[RestPart], float]) -> "RestHalf":
        """A half made of one number for each part, mm."""
        return cls(brow_mm=value("brow"), eye_mm=value("eye"), corner_mm=value("corner"))

    def of(self, part: RestPart) -> float:
        """The number of `part`, mm."""
        return {"brow": self.brow_mm, "eye": self.eye_mm, "corner": self.corner_mm}[part]


CLEAR_FROM = RestHalf(brow_mm=1.0, eye_mm=1.2, corner_mm=1.0)
"""What a difference must read to be told (see `sessions.scoring.at_rest`)."""


class AtRest(msgspec.Struct, frozen=True, kw_only=True):
    """Both halves of a face at rest."""

    left: RestHalf
    right: RestHalf
    clear_from: RestHalf
    """A difference of the halves that reads smaller than this, mm, is not a clear one."""
    sure: bool
    """Whether the head was straight enough for millimetres; if not, only words are said."""

    def half(self, side: Side) -> RestHalf:
        """The half on `side`."""
        return self.left if side == "left" else self.right


class Pose(msgspec.Struct, frozen=True, array_like=True):
    """Head pose in degrees: relative to rest once rest is known, absolute before."""

    yaw_deg: float
    pitch_deg: float
    roll_deg: float


class FaceBox(msgspec.Struct, frozen=True, array_like=True):
    """Where the face is in the picture, as fractions of its width and height, and its light."""

    centre_x: float
    centre_y: float
    width: float
    brightness: float
    """Mean grey of the face, 0 to 1."""


class Reading(msgspec.Struct, frozen=True, tag="reading", kw_only=True):
    """One frame. `left` and `right` are there exactly when `reason` is None and rest is known."""

    n: int
    """Frame number, from 0."""
    t_s: float
    """Source time: the container's for files, the monotonic clock's for cameras, simulated
    time for the simulator."""
    reason: Reason | None = None
    turned: Turn | None = None
    """While no rest is known: why this head cannot be rest. The reason is "head-turned" then."""
    confidence: Confidence = "normal"
    doubtful: tuple[MeasureKey, ...] = ()
    """Measures that are not to be trusted here. Their numbers stay, and are never shown, judged,
    or used for a reference or a trend."""
    method: Method = "composite"
    pose: Pose | None = None
    face: FaceBox | None = None
    left: Half | None = None
    right: Half | None = None
    outline: tuple[float, ...] = ()
    """x0, y0, x1, y1 ... of a few outline points, fractions of the picture, for the sketch."""
    fps: float = 0.0
    """Scored frames a second over the last second, 0 while unknown."""
    load: Load = "every-frame"
    """How much the worker measures now."""
    light_changed: bool = False
    """The light is no longer that of the rest: numbers are low confidence, a new rest helps."""
    camera_fps: float = 0.0
    """Pictures a second that the camera delivered over the last second, 0 while unknown."""
    working: bool = False
    """Measuring has taken most of the last seconds: what is slow is the computer."""

    @property
    def computer_busy(self) -> bool:
        """Whether too few frames are scored although the camera delivers enough, or although the
        worker does little else."""
        return self.reason == "slow" and (self.working or self.camera_fps >= SLOW_FPS)

    def half(self, side: Side) -> Half | None:
        """The half on `side`."""
        return self.left if side == "left" else self.right


class Noise(msgspec.Struct, frozen=True, array_like=True):
    """Own jitter of one half at rest: standard deviations of single frames."""

    mm: tuple[float, ...]
    narrowing_percent: float
    corner_mm: float

    def measure(self, key: MeasureKey) -> float:
        """Jitter of the measure called `key`, mm."""
        return self.mm[_INDEX[key]]
