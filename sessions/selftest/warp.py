"""Real pixels moved by a known amount, one half at a time: the ground truth of the selftest.

Movements of skin are a smooth push (a Gaussian handle) that is exactly nothing beyond the
midline; an eye closes by its lid skin sliding down over an eyeball that stays where it is. What
moved by how much is known from the push itself, never from what a landmark model says
afterwards; landmarks of the untouched picture only say where to push. The head is turned on a
relief that is made deeper than the program believes, so that it is not tested against its own
opinion of depth.

Wrinkles and shadows do not come along, as they would on a living face.
"""

from collections.abc import Callable, Sequence
from functools import cached_property

import msgspec
import numpy as np
from numpy.typing import NDArray

from routines.movements import SIDES, MeasureKey, Side
from sessions.readings import SMILE_OUT, SMILE_UP, Pose
from sessions.scoring.arrays import Floats
from sessions.scoring.depth import surface
from sessions.scoring.geometry import iris_px_per_mm, rotation_of
from sessions.scoring.landmarks import (
    BROW,
    CANTHI,
    CORNER,
    DORSUM,
    INNER_BROW,
    LID_PAIRS,
    LOWER_LID,
    LOWER_LIP,
    NOSTRIL,
    OUTER_CANTHUS,
    OUTWARD,
    UPPER_LID,
    Points,
)
from sessions.scoring.measures import FROWN_SHARE
from sessions.scoring.size import size_by_landmarks
from sessions.selftest.numbers import PerSide

Push = Callable[[Floats], Floats]
Circle = tuple[Floats, float]
"""Middle and radius, px."""

EDGE_MM = 2.0
"""The push fades to exactly nothing over this distance from the midline."""
LID_SKIN_MM = 6.0
"""Height of the lid skin that stretches when an eye closes."""
LASH_LINE_MM = 0.3
"""By how much the lower edge of an upper lid lies below its landmarks."""
ROUNDS = 8
"""Fixed-point steps that turn a push round; each at least halves what is left."""
LEAST_PX = 0.01
DISTANCE_MM = 450.0
GRID = 41
RELIEF = 1.15
"""The turned head is this much deeper than the program believes; see the module docstring."""


class Handle(msgspec.Struct, frozen=True):
    """Where and how a movement pushes: the mean of `points`, along (`out`, `up`)."""

    points: dict[Side, Points]
    out: float
    up: float
    wide_mm: float
    tall_mm: float
    full_mm: float
    """A full movement of this kind, as large as skin in a picture can be pushed."""


HANDLES: dict[MeasureKey, Handle] = {
    "open-smile": Handle(CORNER, SMILE_OUT, SMILE_UP, 9.0, 9.0, 7.8),
    "brow-raise": Handle(BROW, 0.0, 1.0, 16.0, 8.0, 5.9),
    "pucker": Handle(CORNER, -1.0, 0.0, 9.0, 9.0, 4.9),
    "frown": Handle(INNER_BROW, -FROWN_SHARE, -FROWN_SHARE, 8.0, 8.0, 2.7),
    "snarl": Handle(NOSTRIL, 0.0, 1.0, 7.0, 7.0, 3.5),
    "lower-lip": Handle(LOWER_LIP, 0.0, -1.0, 9.0, 6.0, 3.5),
}


class WarpedPortrait:
    """One still picture of a real face (HxWx3 uint8) with the places to push."""

    def __init__(self, picture: NDArray[np.uint8], points: Floats) -> None:
        """`points` are the 478 landmarks of the untouched picture, pixels."""
        self.picture = picture
        self.points = points
        self.px_per_mm = iris_px_per_mm(points)
        self._size = size_by_landmarks(points)
        left, right = (points[OUTER_CANTHUS[side], :2] for side in SIDES)
        across = left - right
        self._across = across / np.linalg.norm(across)
        self._down = np.array([-self._across[1], self._across[0]])
        eyes = points[list(CANTHI), :2].mean(axis=0)
        bridge = points[list(DORSUM), :2].mean(axis=0)
        self._centre = (eyes + bridge) / 2

    @cached_property
    def _relief(self) -> tuple[float, Floats]:
        """Reach of a square about the centre, and the depth on a grid over it, px."""
        head = self.points - (*self._centre, self.points[list(DORSUM), 2].mean())
        head[:, 2] *= RELIEF
        reach = 2.2 * float(np.abs(head[:, :2]).max())
        grid = np.linspace(-reach, reach, GRID)
        return reach, surface(head, grid, grid)

    def moved(self, key: MeasureKey, shares: PerSide) -> NDArray[np.uint8]:
        """The picture with each half moved by a share (0 to 1) of a full movement."""
        if key == "eye-closure":
            return self._eyes_closed(shares)
        handle = HANDLES[key]
        sides: list[Side] = [side for side in SIDES if shares.of(side) != 0.0]
        pushes = [self._push(handle, side, shares.of(side)) for side in sides]

        def back(at: Floats) -> Floats:
            source = at
            for _ in range(ROUNDS):
                source = at - sum(push(source) for push in pushes)
            return source

        def reached(at: Floats) -> Floats:
            return sum((np.abs(push(at)).sum(axis=1) for push in pushes), np.zeros(len(at)))

        within = [self._reach(handle, side, shares.of(side)) for side in sides]
        return self._resampled(back, reached, within)

    def truth_mm(self, key: MeasureKey, side: Side, share: float) -> float:
        """How far the half on `side` really moved along its direction, mm."""
        if key == "eye-closure":
            gaps = [
                abs(float((self.points[low, :2] - self.points[up, :2]) @ self._down))
                for up, low in LID_PAIRS[side]
            ]
            return self._size * share * (float(np.mean(gaps)) / self.px_per_mm - LASH_LINE_MM)
        handle = HANDLES[key]
        here = self.points[list(handle.points[side]), :2]
        along = self._direction(handle, side)
        pushed_px = float(np.mean(self._push(handle, side, share)(here) @ along))
        return self._size * pushed_px / self.px_per_mm

    def turned(self, pose: Pose, picture: NDArray[np.uint8] | None = None) -> NDArray[np.uint8]:
        """The picture (or that of a movement) with the head turned by `pose` on a deeper relief,
        before a camera at arm's length."""
        distance = DISTANCE_MM * self.px_per_mm
        reach, depth = self._relief
        turn = rotation_of(pose)
        flat = np.linalg.inv(turn[:2, :2])

        def back(at: Floats) -> Floats:
            target = at - self._centre
            source = target
            for _ in range(ROUNDS):
                z = _bilinear(depth[..., None], (source / reach + 1.0) * (GRID // 2))
                head = source * (1.0 + z / distance)
                away = 1.0 + (head @ turn[2, :2, None] + z * turn[2, 2]) / distance
                source = (target * away - z * turn[:2, 2]) @ flat.T / (1.0 + z / distance)
            return source + self._centre

        return self._resampled(back, picture=picture)

    def lit(self, strength: float) -> NDArray[np.uint8]:
        """The picture with light from the person's left: brighter there, darker on the right."""
        width = self.picture.shape[1]
        x: Floats = (np.arange(width, dtype=np.float64) - self._centre[0]) / (70.0 * self.px_per_mm)
        gain: Floats = 1.0 + strength * np.clip(x, -1.0, 1.0)
        return np.clip(self.picture * gain[None, :, None], 0.0, 255.0).astype(np.uint8)

    def _direction(self, handle: Handle, side: Side) -> Floats:
        return handle.out * (OUTWARD[side] * self._across) - handle.up * self._down

    def _push(self, handle: Handle, side: Side, share: float) -> Push:
        centre = self.points[list(handle.points[side]), :2].mean(axis=0)
        along = self._direction(handle, side) * handle.full_mm * share * self.px_per_mm
        outward = OUTWARD[side] * self._across

        def push(at: Floats) -> Floats:
            offset = (at - centre) / self.px_per_mm
            wide, tall = offset @ self._across, offset @ self._down
            near = np.exp(-0.5 * ((wide / handle.wide_mm) ** 2 + (tall / handle.tall_mm) ** 2))
            inside = np.clip(((at - self._centre) @ outward) / (EDGE_MM * self.px_per_mm), 0.0, 1.0)
            fade = inside * inside * (3.0 - 2.0 * inside)
            return (near * fade)[:, None] * along

        return push

    def _reach(self, handle: Handle, side: Side, share: float) -> Circle:
        """Beyond it the push is less than `LEAST_PX`, in x and y together."""
        most = np.sqrt(2.0) * handle.full_mm * abs(share) * self.px_per_mm
        deviations = np.sqrt(2.0 * np.log(max(most / LEAST_PX, 1.0)))
        centre = self.points[list(handle.points[side]), :2].mean(axis=0)
        return centre, deviations * max(handle.wide_mm, handle.tall_mm) * self.px_per_mm

    def _eyes_closed(self, shares: PerSide) -> NDArray[np.uint8]:
        def back(at: Floats) -> Floats:
            source = at.copy()
            for side in SIDES:
                if shares.of(side) > 0:
                    source += self._lid_slide(at, side, shares.of(side))[:, None] * self._down
            return source

        def reached(at: Floats) -> Floats:
            return np.abs(back(at) - at).sum(axis=1)

        within = [self._lid_reach(side) for side in SIDES if shares.of(side) > 0]
        return self._resampled(back, reached, within)

    def _lid_reach(self, side: Side) -> Circle:
        """Beyond it no skin of the lid slides."""
        lids = self.points[[*UPPER_LID[side], *LOWER_LID[side]], :2]
        centre = lids.mean(axis=0)
        farthest = float(np.linalg.norm(lids - centre, axis=1).max())
        return centre, farthest + (LID_SKIN_MM + LASH_LINE_MM) * self.px_per_mm

    def _lid_slide(self, at: Floats, side: Side, share: float) -> Floats:
        """How much further down its source lies, for every place, px."""
        upper = self._level(self.points[list(UPPER_LID[side]), :2])
        lower = self._level(self.points[list(LOWER_LID[side]), :2])
        here = self._level(at)
        x, y = here[:, 0], here[:, 1]
        margin = np.interp(x, upper[:, 0], upper[:, 1]) + LASH_LINE_MM * self.px_per_mm
        gap = np.maximum(np.interp(x, lower[:, 0], lower[:, 1]) - margin, 0.0)
        gap[(x < upper[0, 0]) | (x > upper[-1, 0])] = 0.0
        drop = share * gap
        skin = LID_SKIN_MM * self.px_per_mm
        top = margin - skin
        stretched = top + (y - top) * skin / (skin + drop)
        return np.where((y > top) & (y < margin + drop), stretched - y, 0.0)

    def _level(self, at: Floats) -> Floats:
        offset = at - self._centre
        return np.column_stack([offset @ self._across, offset @ self._down])

    def _resampled(
        self,
        back: Push,
        reached: Push | None = None,
        within: Sequence[Circle] | None = None,
        picture: NDArray[np.uint8] | None = None,
    ) -> NDArray[np.uint8]:
        """The picture taken from where `back` says, only where `reached` is not next to nothing;
        outside the circles `within`, where there are any, it is not asked."""
        picture = self.picture if picture is None else picture
        asked = np.full(picture.shape[:2], within is None)
        for (x, y), radius in within or ():
            top, left = max(int(y - radius), 0), max(int(x - radius), 0)
            asked[top : int(y + radius) + 2, left : int(x + radius) + 2] = True
        rows, columns = np.nonzero(asked)
        at = np.column_stack([columns, rows]).astype(float)
        chosen = (reached or self._near_face)(at) > LEAST_PX
        made = picture.copy()
        made[rows[chosen], columns[chosen]] = _bilinear(picture, back(at[chosen])).round()
        return made

    def _near_face(self, at: Floats) -> Floats:
        offset = self._level(at) / self.px_per_mm
        wide, tall = np.abs(offset[:, 0]), offset[:, 1]
        return np.where((wide < 90.0) & (tall > -80.0) & (tall < 120.0), 1.0, 0.0)


def _bilinear(field: NDArray[np.uint8] | Floats, at: Floats) -> Floats:
    height, width = field.shape[:2]
    x = np.clip(at[:, 0], 0, width - 1.001)
    y = np.clip(at[:, 1], 0, height - 1.001)
    left, top = x.astype(int), y.astype(int)
    fx, fy = (x - left)[:, None], (y - top)[:, None]
    upper = field[top, left] * (1 - fx) + field[top, left + 1] * fx
    lower = field[top + 1, left] * (1 - fx) + field[top + 1, left + 1] * fx
    return upper * (1 - fy) + lower * fy
