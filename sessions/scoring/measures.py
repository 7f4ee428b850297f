"""One definition for each movement, in one place: what is read on a half, in which direction, why.

Everything is millimetres from the person's own rest in the head frame, positive in the
direction of the movement; `out` is away from the midline, `up` towards the brow. What stands
here is applied to the half composites (see `sessions.face.composites`), the mean of a composite's
two sides; where a composite has no face, to the plain landmarks, and marked `landmarks`.

| measure        | points (left / right) | direction         | by skin | gain r. / photos | leak |
|----------------|-----------------------|-------------------|---------|------------------|------|
| brow-raise     | ten of each brow      | up                | yes     | 1.05 / 0.9-1.1   | 1 %  |
| frown          | 336, 285 / 107, 55    | 0.7 in, 0.7 down  | yes     | - / 0.5-0.7      | 2 %  |
| eye-closure    | three lid gaps        | rest gap - gap    | also    | 1.15 / 0.7-0.95  | 1 %  |
| open-smile     | 291 / 61              | 0.57 out, 0.82 up | no      | 1.05 / 0.8-1.1   | 1 %  |
| closed-smile   | 291 / 61              | the same          | no      | the same         |      |
| lip-corner-out | 291 / 61              | out               | no      | the same         |      |
| pucker         | 291 / 61              | in                | no      | 0.95 / 0.6-1.05  | 2 %  |
| snarl          | nose wings            | up                | yes     | - / 0.5-0.7      | 1 %  |
| lower-lip      | three points each     | down              | no      | - / 0.5-0.8      | 4 %  |

Gain is read over true, leak what a still half reads in percent of the moving one (mean size), on
MediaPipe 0.10.33: r. is five rendered heads with known movement (R2 over all frames: smile
0.97-1.00, brow 0.99, pucker 0.88-0.97), photos are seven portraits warped by known amounts (R2
smile 0.98-1.00, brow 0.98-1.00, pucker 0.98-1.00, closure 0.91-0.99, snarl 0.97-1.00, frown
0.86-0.99, lower lip 0.80-0.99). The still halves of six real one-sided recordings read 1-7 %.
`slowsmile selftest` prints the same for one picture. Warped skin brings no wrinkles and no teeth.

Why each is read as it is:
- *Frame.* The head is held still by its own skin (`sessions.face.registration`), so a place is
  read straight in the head frame. Laying each reading on canthi and dorsum anew, as was done
  before, cost a fifth of a brow's movement (gain 0.81 for 1.01) and R2 everywhere, and lids that
  drag the canthi faked a smile of a millimetre.
- *By skin*: the landmarks say where to search for the skin of a point
  (`sessions.face.skin.points`). Pictures are compared without their light, so a changed light does
  not move a point; skin that no longer looks alike is not followed.
- *Smile* is the composites' alone: mixing in plain landmarks bought nothing (validity study,
  section 9b) and would bring their leak back.
- *Eye closure* is straightened, and weighed against the skin of the lids' edges and a second model
  that sees the eye alone (`sessions.scoring.closure`). Between people a full closure of a
  photograph reads 0.7 to 0.95 of itself.
"""

import msgspec
import numpy as np

from routines.movements import MEASURES, SIDES, MeasureKey, Side
from sessions.readings import SMILE_OUT, SMILE_UP, Half
from sessions.scoring.arrays import Floats
from sessions.scoring.closure import LID_POINTS, straightened
from sessions.scoring.landmarks import (
    BROW,
    CORNER,
    INNER_BROW,
    LID_PAIRS,
    LOWER_LIP,
    NOSTRIL,
    OUTWARD,
)

Vector = tuple[float, float]

FROWN_SHARE = 0.71
"""Direction of a frown at the inner brow: this much in and this much down (sine of 45 degrees)."""


class Moves(msgspec.Struct, frozen=True):
    """What one half did since rest: (out, up) of each place in millimetres, and its eye."""

    brow: Vector
    inner_brow: Vector
    nose: Vector
    corner: Vector
    lower_lip: Vector
    closed: float
    """Share of the eye's own opening at rest."""
    opening_mm: float
    """That opening."""
    lid_skin: float | None = None
    """The same share as the skin at the edges of both lids reads it, not straightened."""
    lower_lid_mm: float = 0.0
    """How far the lower lid has risen, by its landmarks."""
    brow_worn_over: bool = False
    """Whether something lies still over the brow: it was found only by leaving that out, or not at
    all."""


PLACES = (BROW, INNER_BROW, NOSTRIL, CORNER, LOWER_LIP)
"""In the order of `Moves`."""


def _means(side: Side) -> Floats:
    """(places, 478): what to multiply points of a face with for the mean of each place."""
    weights = np.zeros((len(PLACES), 478))
    for row, place in zip(weights, PLACES, strict=True):
        row[list(place[side])] = 1.0 / len(place[side])
    return weights


_MEANS = {side: _means(side) for side in SIDES}
_LIDS = {side: np.array(LID_PAIRS[side]).T for side in SIDES}


def lid_gap(points: Floats, side: Side) -> float:
    """Mean opening of one eye, in the unit of `points` (n, 2+)."""
    upper, lower = _LIDS[side]
    apart = points[upper, :2] - points[lower, :2]
    return float(np.hypot(apart[:, 0], apart[:, 1]).mean())


def moves_of(points: Floats, rest: Floats, side: Side) -> Moves:
    """What the half on `side` of `points` (478, 2+, head-frame mm) did since `rest`."""
    outward = OUTWARD[side]
    gone: list[list[float]] = (_MEANS[side] @ (points[:, :2] - rest[:, :2])).tolist()
    brow, inner_brow, nose, corner, lower_lip = ((outward * x, -down) for x, down in gone)
    opening = lid_gap(rest, side)
    closed = straightened(LID_POINTS, 1.0 - lid_gap(points, side) / max(opening, 1e-6))
    low = _LIDS[side][1]
    risen = float((rest[low, 1] - points[low, 1]).mean())
    return Moves(brow, inner_brow, nose, corner, lower_lip, closed, opening, lower_lid_mm=risen)


def mean_moves(a: Moves, b: Moves) -> Moves:
    """The mean of two readings of one half."""

    def mean(one: Vector, other: Vector) -> Vector:
        return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2

    return Moves(
        mean(a.brow, b.brow),
        mean(a.inner_brow, b.inner_brow),
        mean(a.nose, b.nose),
        mean(a.corner, b.corner),
        mean(a.lower_lip, b.lower_lip),
        (a.closed + b.closed) / 2,
        (a.opening_mm + b.opening_mm) / 2,
        lower_lid_mm=(a.lower_lid_mm + b.lower_lid_mm) / 2,
    )


def half_of(moves: Moves, size: float) -> Half:
    """The measures of one half; `size` is how many millimetres the unit of `moves` is."""
    corner_out, corner_up = moves.corner
    smile = SMILE_OUT * corner_out + SMILE_UP * corner_up
    moved: dict[MeasureKey, float] = {
        "brow-raise": moves.brow[1],
        "frown": -FROWN_SHARE * (moves.inner_brow[0] + moves.inner_brow[1]),
        "eye-closure": moves.closed * moves.opening_mm,
        "open-smile": smile,
        "closed-smile": smile,
        "lip-corner-out": corner_out,
        "pucker": -corner_out,
        "snarl": moves.nose[1],
        "lower-lip": -moves.lower_lip[1],
    }
    return Half(
        mm=tuple(size * moved[key] for key in MEASURES),
        narrowing_percent=100.0 * moves.closed,
        corner_out_mm=size * corner_out,
        corner_up_mm=size * corner_up,
    )
