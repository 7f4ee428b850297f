"""Brow, inner brow, nose wing and lids, followed by their own skin.

Landmarks read a raised brow with a gain of 0.9 on one half and 1.3 on the other half of the same
face, and hardly see frown and snarl at all (gain 0.2). So their positions are only the start of a
search: a small piece of the picture of rest is laid on the present picture and shifted until both
agree, as `registration` does with the head. Seven portraits moved by known amounts: brow R2
0.97-1.00 on every face, frown and snarl gain 0.6, leak under 4 %.

Both pictures are of the head already held still, so a point measures movement of skin on bone.
Where the skin has no detail, or no longer looks alike, the landmarks' position is used. A brow is
also looked for under glasses and hair (`sessions.face.skin.worn`). The mouth
is not followed: it shows teeth when it moves. Of lids only the edges are, as one of the witnesses
of `sessions.scoring.closure`: landmarks read too much of a small narrowing (3.4 mm of 2.4 on a
rendered head) and jump, the skin too little (1.1 mm) and calmly. The lower lid is a part of it: a
smile narrows an eye from below, and where a raised brow drags the whole picture of the skin along,
both lids go with it and the opening between them stays. The more an eye closes, the less its
landmarks say where to search: those of a lower lid jump when the upper one meets it.
"""

from typing import NamedTuple, Self

import cv2
import msgspec
import numpy as np

from routines.movements import SIDES, Side
from sessions.face.registration import GRID_X_MM, GRID_Y_MM, STEP_MM, belief, best_step, slopes_of
from sessions.face.skin.worn import past_worn
from sessions.scoring.arrays import Floats, Floats32
from sessions.scoring.landmarks import BROW, INNER_BROW, LID_PAIRS, NOSTRIL, OUTWARD
from sessions.scoring.measures import Moves, Vector

ROUNDS = 5
NEAR_ENOUGH_MM = 0.05
LANDMARK_SHARE, LANDMARK_MM = 0.4, 0.6
"""How far off landmarks may be: a share of what they read, and a distance; the errors they made on
the portraits."""
TILT = 0.1
"""How much steeper a brow may become, as a slope: its outer end often rises less."""
MOST_ERRORS = 3.0
BELOW_MM = 3.0
LOWER_LID_MM = (4.0, 3.0)
"""The piece of a lower lid lies below its edge: one that holds the eye as well follows the upper
lid as it comes down (on one squinting face by 0.3 of the opening)."""


class SkinPoint:
    """One piece of skin at rest."""

    def __init__(
        self, points: Floats, rest: Floats32, margin_mm: tuple[float, float], *, tilts: bool
    ) -> None:
        """Around `points` (n, 2+, head-frame mm); `rest` is the skin's picture then."""
        low, high = points[:, :2].min(axis=0) - margin_mm, points[:, :2].max(axis=0) + margin_mm
        columns = np.flatnonzero((low[0] <= GRID_X_MM) & (high[0] >= GRID_X_MM))
        rows = np.flatnonzero((low[1] <= GRID_Y_MM) & (high[1] >= GRID_Y_MM))
        x, y = np.meshgrid(columns, rows)
        self._x, self._y = x.astype(np.float32), y.astype(np.float32)
        self._along = self._x - np.float32(x.mean()) if tilts else None
        self._rest = rest[y, x]
        slopes = [slope[y, x] for slope in slopes_of(rest)]
        if self._along is not None:
            along = slopes[1] * self._along * np.float32(STEP_MM)
            slopes.append(along.astype(np.float32))
        flat = np.stack([slope.ravel() for slope in slopes], axis=1)
        self.slopes = flat.astype(np.float32)
        """How each place changes with x, y (mm) and tilt (places, 2 or 3)."""

    def follow(self, now: Floats32, roughly: Vector) -> Vector:
        """Where it has gone, (x, y) mm, in the skin's picture of `now`; near `roughly`."""
        begin = np.array([*roughly, 0.0][: self.slopes.shape[1]])
        error = np.full(len(begin), LANDMARK_SHARE * float(np.hypot(*roughly)) + LANDMARK_MM)
        error[2:] = TILT
        by_landmarks = np.diag(error**-2.0)
        gone = begin.copy()
        for _ in range(ROUNDS):
            off = self.off(now, gone)
            step = best_step(self.slopes, off, belief(off), by_landmarks, gone - begin)
            gone += step
            if max(abs(float(step[0])), abs(float(step[1]))) < NEAR_ENOUGH_MM:
                break
        if np.any(np.abs(gone - begin) > MOST_ERRORS * error):
            return roughly
        return float(gone[0]), float(gone[1])

    def off(self, now: Floats32, gone: Floats) -> Floats32:
        """What differs from rest in the skin's picture of `now`, place by place, had it `gone` by
        x, y (mm) and a tilt."""
        return (self._rest - self._look(now, gone)).ravel()

    def _look(self, now: Floats32, gone: Floats) -> Floats32:
        across, down = (gone[:2] / STEP_MM).astype(np.float32)
        down = self._y + down
        if self._along is not None:
            down = down + np.float32(gone[2]) * self._along
        return np.asarray(
            cv2.remap(
                now, self._x + across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
            ),
            dtype=np.float32,
        )


class _HalfPoints(NamedTuple):
    brow: SkinPoint
    inner_brow: SkinPoint
    nose: SkinPoint
    upper_lid: SkinPoint
    lower_lid: SkinPoint

    @classmethod
    def of(cls, head: Floats, rest: Floats32, side: Side) -> Self:
        upper_lid, lower_lid = (list(lid) for lid in zip(*LID_PAIRS[side], strict=True))
        return cls(
            brow=SkinPoint(head[list(BROW[side])], rest, (5.0, 4.0), tilts=True),
            inner_brow=SkinPoint(head[list(INNER_BROW[side])], rest, (7.0, 7.0), tilts=False),
            nose=SkinPoint(head[list(NOSTRIL[side])], rest, (5.0, 6.0), tilts=False),
            upper_lid=SkinPoint(head[upper_lid], rest, (4.0, 2.5), tilts=False),
            lower_lid=SkinPoint(
                head[lower_lid] + (0.0, BELOW_MM, 0.0), rest, LOWER_LID_MM, tilts=False
            ),
        )


class SkinPoints:
    """The followed points of both halves."""

    def __init__(self, head: Floats, rest: Floats32) -> None:
        """`head` (478, 3) and the picture of its skin, at rest."""
        self._halves = {side: _HalfPoints.of(head, rest, side) for side in SIDES}

    def follow(self, side: Side, moves: Moves, now: Floats32, *, lids_alone: bool = False) -> Moves:
        """`moves` with the points of `side` where their skin is in the skin's picture of `now`;
        with `lids_alone` brow and nose stay where landmarks say."""
        outward, half = OUTWARD[side], self._halves[side]

        def gone(point: SkinPoint, out_up: Vector) -> Vector:
            x, y = point.follow(now, (outward * out_up[0], -out_up[1]))
            return outward * x, -y

        down = -gone(half.upper_lid, (0.0, -moves.closed * moves.opening_mm))[1]
        open_still = min(max(1.0 - moves.closed, 0.0), 1.0)
        up = gone(half.lower_lid, (0.0, open_still * moves.lower_lid_mm))[1]
        lid_skin = (down + up) / max(moves.opening_mm, 1e-6)
        if lids_alone:
            return msgspec.structs.replace(moves, lid_skin=lid_skin)
        followed = half.brow.follow(now, (outward * moves.brow[0], -moves.brow[1]))
        (across, below), worn_over = past_worn(half.brow, now, followed)
        return msgspec.structs.replace(
            moves,
            brow=(outward * across, -below),
            brow_worn_over=worn_over,
            inner_brow=gone(half.inner_brow, moves.inner_brow),
            nose=gone(half.nose, moves.nose),
            lid_skin=lid_skin,
        )
