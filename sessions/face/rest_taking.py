"""Collects the frames of a rest, judges whether they were still, and makes a `Rest` of them.

Frames are kept, cropped to the face, until there are enough; then the head's shape is
averaged, the half composites of the same frames are read, and the frames are dropped.
"""

from collections import Counter

import msgspec
import numpy as np
from numpy.typing import NDArray

from routines.movements import SIDES, MeasureKey, Side
from sessions.face.calibrated_face import closed_by, composite_moves
from sessions.face.composites import CompositeCanvas
from sessions.face.eye_reader import EyeCanvas, EyeReader, Gaps, Irises
from sessions.face.half_reader import HalfReader, whole_patch
from sessions.face.landmarker import Face
from sessions.face.registration import Skin, hold_still
from sessions.face.rest_head import head_of, place_all, size_at_rest
from sessions.face.rest_noise import noise_of
from sessions.face.rest_posture import SHUT_SHARE, opening
from sessions.face.skin.points import SkinPoints
from sessions.face.sparing.fixed_rest import Pictures, fixed_rest
from sessions.messages import NotRest, RestRefused, RestTaken
from sessions.readings import Noise, Turn
from sessions.scoring.arrays import Floats, Floats32
from sessions.scoring.at_rest import at_rest
from sessions.scoring.calibration import Rest
from sessions.scoring.eye_witnesses import EyeRest
from sessions.scoring.geometry import iris_px_per_mm
from sessions.scoring.landmarks import FACE_OVAL
from sessions.scoring.measures import Moves, lid_gap, moves_of

MOST_FRAMES = 24
"""More frames than this are thinned out: they would add memory and a pause, not accuracy."""
OPEN_EYED_SHARE = 0.85
"""Share of the median lid gap from which a frame counts as one with open eyes: no blink."""
STILL_MEASURES: tuple[MeasureKey, ...] = ("brow-raise", "open-smile")
STILL_MM = 0.6
"""Largest standard deviation of these measures that still counts as rest; gentle drift of the head
alone gives up to 0.6 mm (validity study, section 6)."""
MOST_SIZED = 8
"""Frames whose irises are read for the size of the face; one alone is read to 2 %."""
WARM_UP = 3
"""Composite readings thrown away first: the crop settles on the face."""


class Seen(msgspec.Struct, frozen=True):
    """One good frame of a rest: the face cropped out, its points moved along with the crop."""

    t_s: float
    rgb: NDArray[np.uint8]
    face: Face
    sharpness: float

    @classmethod
    def crop(
        cls,
        t_s: float,
        rgb: NDArray[np.uint8],
        face: Face,
        sharpness: float,
    ) -> "Seen":
        """Keep what the composites can reach: the face and a margin."""
        oval = face.points[list(FACE_OVAL), :2]
        low, high = oval.min(axis=0), oval.max(axis=0)
        margin = 0.5 * (high - low)
        size = (rgb.shape[1], rgb.shape[0])
        x0, y0 = np.clip(low - margin, 0, size).astype(int)
        x1, y1 = np.clip(high + margin, 0, size).astype(int)
        points = face.points - (x0, y0, 0)
        return cls(
            t_s, rgb[y0:y1, x0:x1].copy(), Face(points, face.rotation, face.focal_px), sharpness
        )


class RestTaker:
    """One attempt at a rest of `seconds`; 0 takes the first good frame."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._began_s: float | None = None
        self._last_s: float | None = None
        self._frames: list[Seen] = []
        self._reasons: Counter[tuple[NotRest, Turn | None]] = Counter()

    def bad(self, t_s: float, reason: NotRest, turned: Turn | None = None) -> None:
        """A frame that cannot be rest; what was collected before it is let go."""
        self._tick(t_s)
        self._reasons[reason, turned] += 1
        self._frames.clear()

    def good(self, seen: Seen) -> None:
        """A frame that can."""
        self._tick(seen.t_s)
        self._frames.append(seen)

    @property
    def is_empty(self) -> bool:
        """Whether no good frame has been collected."""
        return not self._frames

    def long_enough(self, seconds: float) -> bool:
        """Whether the good stretch is."""
        if not self._frames:
            return False
        span = self._frames[-1].t_s - self._frames[0].t_s
        step = span / max(len(self._frames) - 1, 1)
        return span + 1.05 * step >= seconds

    def drop_older_half(self) -> None:
        """The stretch was not still; go on with its younger half."""
        self._reasons.clear()
        del self._frames[: (len(self._frames) + 1) // 2]

    @property
    def overdue(self) -> bool:
        """Whether to give up: three times the asked-for time and two seconds have gone."""
        if self._began_s is None or self._last_s is None:
            return False
        return self._last_s - self._began_s > 3 * self.seconds + 2.0

    def eyes_shut(self) -> bool:
        """Whether both eyes are shut in most of the good stretch; if so, it is let go."""
        if float(np.median([opening(seen.face.points) for seen in self._frames])) >= SHUT_SHARE:
            return False
        self._reasons["eyes-shut", None] += len(self._frames)
        self._frames.clear()
        return True

    def refusal(self, otherwise: NotRest = "moving") -> RestRefused:
        """Why it was given up; `otherwise` where nothing was wrong with any frame."""
        return refusal_of(self._reasons) or RestRefused(reason=otherwise)

    def frames(self) -> list[Seen]:
        """The collected frames, thinned out."""
        if len(self._frames) <= MOST_FRAMES:
            return list(self._frames)
        keep = np.linspace(0, len(self._frames) - 1, MOST_FRAMES).round().astype(int)
        return [self._frames[i] for i in keep]

    def span(self) -> tuple[float, float]:
        """First and last time of the stretch."""
        return self._frames[0].t_s, self._frames[-1].t_s

    def _tick(self, t_s: float) -> None:
        self._last_s = t_s
        if self._began_s is None:
            self._began_s = t_s


def refusal_of(reasons: Counter[tuple[NotRest, Turn | None]]) -> RestRefused | None:
    """The commonest of the reasons why frames could not be rest; None where there are none."""
    for (reason, turned), _ in reasons.most_common(1):
        return RestRefused(reason=reason, turned=turned)
    return None


def make_rest(
    frames: list[Seen],
    halves: HalfReader,
    eyes: EyeReader | None,
    full_closure: float,
    *,
    must_be_still: bool = False,
) -> Rest | None:
    """The rest in `frames`; None, before gains are measured, which takes longest, where the face
    had to be still and was not. `full_closure` as in `CalibratedFace`."""
    lids = np.array([sum(lid_gap(seen.face.points, side) for side in SIDES) for seen in frames])
    open_eyed = lids >= OPEN_EYED_SHARE * float(np.median(lids))
    scales = np.array([iris_px_per_mm(seen.face.points) for seen in frames])
    px_per_mm = float(np.median(scales[open_eyed]))
    faces = [seen.face for seen in frames]
    head, plain = head_of(faces, open_eyed, px_per_mm)
    # Placed anew on this very head, through which readings are taken too; with the placements that
    # it was averaged from, a still face would read up to a millimetre.
    canvas, skin = CompositeCanvas.of(head), Skin(head)
    steady = hold_still(skin, [seen.rgb for seen in frames], place_all(head, faces))
    for _ in range(WARM_UP):
        halves.read(frames[0].rgb, canvas, steady.placements[0])
    read = [
        halves.read(seen.rgb, canvas, placement)
        for seen, placement in zip(frames, steady.placements, strict=True)
    ]
    pictures = [one for one, fine in zip(steady.pictures, open_eyed, strict=True) if fine]
    times = [seen.t_s for seen, fine in zip(frames, open_eyed, strict=True) if fine]
    skin_points = SkinPoints(head, steady.mean)
    placed = zip(frames, steady.placements, open_eyed, strict=True)
    shown_at = [(seen.rgb, at) for seen, at, fine in placed if fine]
    gaps, irises = list[Gaps]({} for _ in times), list[Irises | None]()
    if eyes is not None:
        gaps, irises = _eyes_in(shown_at, eyes, EyeCanvas.of(head))
    size = size_at_rest([face for face, fine in zip(faces, open_eyed, strict=True) if fine], irises)
    base: dict[Side, Floats] = {}
    noise: dict[Side, Noise] = {}
    eye: dict[Side, EyeRest] = {}
    for side in SIDES:
        found = [both[side].points for both, fine in zip(read, open_eyed, strict=True) if fine]
        base[side] = _average(found)
        moves = _moves(found, base[side], pictures, skin_points, side)
        plain_moves = [moves_of(points, head, side) for points in plain]
        shown = [i for i, points in enumerate(found) if points is not None] if moves else []
        openings = [gaps[i].get(side) for i in shown]
        eye[side] = EyeRest.of(moves, openings)
        closed = [
            closed_by(
                one,
                eye[side].closure(one, gap),
                full_closure,
                eye[side].opening_mm(one.opening_mm),
            )
            for one, gap in zip(moves, openings, strict=True)
        ]
        noise[side] = (
            noise_of([times[i] for i in shown], closed, size)
            if moves
            else noise_of(times, plain_moves, size)
        )
    restless_mm = max(one.measure(key) for one in noise.values() for key in STILL_MEASURES)
    if must_be_still and restless_mm > STILL_MM:
        return None
    fixed = fixed_rest(shown_at, halves, canvas, head, base)
    rotations = np.array([placement.rotation for placement in steady.placements])
    u, _, vt = np.linalg.svd(rotations.mean(axis=0))
    return Rest(
        head=head,
        left=base["left"],
        right=base["right"],
        rotation=u @ vt,
        px_per_mm=px_per_mm,
        size=size,
        patch=np.mean([whole_patch(both) for both in read], axis=0),
        skin=steady.mean,
        sharpness=float(np.median([seen.sharpness for seen in frames])),
        noise_left=noise["left"],
        noise_right=noise["right"],
        eye_left=eye["left"],
        eye_right=eye["right"],
        fixed_left=fixed["left"].points,
        fixed_right=fixed["right"].points,
        gain_left=fixed["left"].gain,
        gain_right=fixed["right"].gain,
    )


def _eyes_in(
    pictures: Pictures, eyes: EyeReader, canvas: EyeCanvas
) -> tuple[list[Gaps], list[Irises | None]]:
    """The gaps in each picture, the irises in `MOST_SIZED` of them."""
    gaps: list[Gaps] = []
    irises: list[Irises | None] = []
    every = -(-len(pictures) // MOST_SIZED)
    for n, (rgb, at) in enumerate(pictures):
        if n % every == 0:
            gap, both = eyes.read_with_irises(rgb, canvas, at)
            irises.append(both)
        else:
            gap = eyes.read(rgb, canvas, at)
        gaps.append(gap)
    return gaps, irises


def taken(rest: Rest, span: tuple[float, float], asked_s: float) -> RestTaken:
    """The message that tells the session."""
    return RestTaken(
        calibration=rest.to_bytes(),
        begin_s=span[0],
        end_s=span[1],
        short=asked_s < 0.95,
        left=rest.noise_left,
        right=rest.noise_right,
        mm_per_px=rest.size / rest.px_per_mm,
        iris_mm_per_px=1.0 / rest.px_per_mm,
        at_rest=at_rest(rest),
    )


def _average(readings: list[Floats | None]) -> Floats:
    found = [points for points in readings if points is not None]
    if len(found) < max(1, len(readings) // 2):
        return np.empty((0, 2))
    return np.mean(found, axis=0)


def _moves(
    composites: list[Floats | None],
    base: Floats,
    pictures: list[Floats32],
    skin_points: SkinPoints,
    side: Side,
) -> list[Moves]:
    """What one half seemed to do in each frame; nothing where its composite showed no face."""
    if not len(base):
        return []
    return [
        skin_points.follow(side, composite_moves(points, base), now)
        for points, now in zip(composites, pictures, strict=True)
        if points is not None
    ]
