"""One definition for each movement, in one place: what is read on a half, in which direction, why.

Everything is millimetres from the person's own rest in the head frame, positive in the
direction of the movement; `out` is away from the midline, `up` towards the brow. What stands
here is applied to the half composites (see `sessions.camera.composites`), the mean of a composite's
two sides; where a composite has no face, to the plain landmarks, and marked `landmarks`.

| measure        | points (right / left)    | direction         | frame  | gain r. / photos | leak |
|----------------|--------------------------|-------------------|--------|------------------|------|
| brow-raise     | ten of each brow         | up                | stable | 0.69 / 0.78      | 7 %  |
| frown          | 107, 55 / 336, 285       | 0.7 in, 0.7 down  | stable | - / 0.1-0.2      | 15 % |
| eye-closure    | three lid gaps           | rest gap - gap    | -      | - / 0.75         | 3 %  |
| open-smile     | 61 / 291                 | 0.57 out, 0.82 up | stable | 0.99 / 0.93      | 6 %  |
| closed-smile   | 61 / 291                 | the same          | stable | the same         |      |
| lip-corner-out | 61 / 291                 | out               | stable | the same         |      |
| pucker         | 61 / 291                 | in                | stable | 0.5-0.85 / 0.74  | 7 %  |
| snarl          | nose wings               | up                | stable | - / 0.1          | 40 % |
| lower-lip      | three points each        | down              | stable | - / 0.6          | 14 % |

Gain is read over true, leak what a still half reads in percent of the moving one (mean size), on
MediaPipe 0.10.33: r. is four rendered heads with known movement (R2 over all frames: smile
0.96-1.00, brow 0.97, pucker 0.80-0.93), photos are five portraits warped by known amounts (R2
smile 0.98, brow 0.92-0.99, closure 0.94-0.99, pucker 0.85-0.97). The still halves of six real
one-sided recordings read 2-8 %. The same comes out of `slowsmile selftest`. Warped skin
brings no wrinkles, so frown and snarl are hardly seen there; both say "low confidence".

Why each is read as it is:
- *Frame.* A similarity on the stable points was the best of four frames for smile and brow
  (R2 of brow 0.97 and 0.98 against 0.94 and 0.97 on the dorsum alone). The corner that is
  *watched* while an eye closes or a brow rises is read on the dorsum alone, because those
  drag the canthi and fake a smile of about 1 mm.
- *Smile* is the composites' alone: mixing in plain landmarks bought nothing (validity study,
  section 9b) and would bring their leak back.
- *Eye closure* is straightened (`closed_share`); what is left is good to a tenth of the opening.
- *Optical flow* reads brow, pucker, snarl and lower lip more linearly while the light is constant
  and fails by millimetres when it is not; it is not used.
"""

import msgspec
import numpy as np
from numpy.typing import NDArray

from sessions.readings import Half
from sessions.scoring.landmarks import (
    BROW,
    CORNER,
    INNER_BROW,
    LID_PAIRS,
    LOWER_LIP,
    NOSTRIL,
)

Floats = NDArray[np.float64]
Vector = tuple[float, float]

SMILE_OUT, SMILE_UP = 0.57, 0.82
"""Direction of a smile at the corner, mean of healthy smiles (validity study, section 2)."""


LID_READ = (0.0, 0.10, 0.20, 0.40, 0.65, 0.95)
LID_TRUE = (0.0, 0.22, 0.43, 0.66, 0.88, 1.0)
"""Share of an eye's own opening that has closed: as the lid points tell it, and as it is. They
stay open too long and then fall shut. Taken from rendered lids on five heads, lids slid over
the eyes of six photographs and one man's full closures together; good to about 0.1."""


def closed_share(read: float) -> float:
    """The true closed share of an eye that reads as `read`; odd about 0, so jitter has no bias."""
    size = abs(read)
    if size > LID_READ[-1]:
        true = LID_TRUE[-1] + (size - LID_READ[-1])
    else:
        true = float(np.interp(size, LID_READ, LID_TRUE))
    return true if read >= 0 else -true


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


PLACES = (BROW, INNER_BROW, NOSTRIL, CORNER, LOWER_LIP)
"""In the order of `Moves`."""


def _means(index: int) -> Floats:
    """(places, 478): what to multiply points of a face with for the mean of each place."""
    weights = np.zeros((len(PLACES), 478))
    for row, pair in zip(weights, PLACES, strict=True):
        row[list(pair[index])] = 1.0 / len(pair[index])
    return weights


_MEANS = (_means(0), _means(1))
_LIDS = tuple(np.array(pairs).T for pairs in LID_PAIRS)


def lid_gap(points: Floats, index: int) -> float:
    """Mean opening of one eye (0 right, 1 left), in the unit of `points` (n, 2+)."""
    upper, lower = _LIDS[index]
    apart = points[upper, :2] - points[lower, :2]
    return float(np.hypot(apart[:, 0], apart[:, 1]).mean())


def moves_of(points: Floats, rest: Floats, index: int) -> Moves:
    """What half `index` (0 right, 1 left) of `points` (478, 2+, head-frame mm) did since `rest`."""
    away = -1.0 if index == 0 else 1.0
    gone: list[list[float]] = (_MEANS[index] @ (points[:, :2] - rest[:, :2])).tolist()
    brow, inner_brow, nose, corner, lower_lip = ((away * right, -down) for right, down in gone)
    opening = lid_gap(rest, index)
    closed = closed_share(1.0 - lid_gap(points, index) / max(opening, 1e-6))
    return Moves(brow, inner_brow, nose, corner, lower_lip, closed, opening)


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
    )


def half_of(moves: Moves) -> Half:
    """The measures of one half."""
    corner_out, corner_up = moves.corner
    smile = SMILE_OUT * corner_out + SMILE_UP * corner_up
    return Half(
        mm=(
            moves.brow[1],
            -0.71 * (moves.inner_brow[0] + moves.inner_brow[1]),
            moves.closed * moves.opening_mm,
            smile,
            smile,
            corner_out,
            -corner_out,
            moves.nose[1],
            -moves.lower_lip[1],
        ),
        narrowing_percent=100.0 * moves.closed,
        corner_out_mm=corner_out,
        corner_up_mm=corner_up,
    )
