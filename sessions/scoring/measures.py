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
from sessions.scoring.geometry import settle
from sessions.scoring.landmarks import (
    BROW,
    CORNER,
    DORSUM,
    INNER_BROW,
    LID_PAIRS,
    LOWER_LIP,
    NOSTRIL,
    STABLE,
)

Floats = NDArray[np.float64]

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


class Moved(msgspec.Struct, frozen=True):
    """What each point of a face did since rest, mm: in the stable frame and the dorsum frame."""

    stable: Floats
    dorsum: Floats
    gaps: tuple[float, float]
    """Lid gap of the right and left eye now, mm."""


def lid_gap(points: Floats, index: int) -> float:
    """Mean opening of one eye (0 right, 1 left), in the unit of `points` (n, 2+)."""
    return float(
        np.mean([np.linalg.norm(points[up, :2] - points[low, :2]) for up, low in LID_PAIRS[index]])
    )


def moved(points: Floats, rest: Floats) -> Moved:
    """Movement of `points` (478, 2+, head-frame mm) since `rest`, in both frames."""
    return Moved(
        stable=settle(points, rest, STABLE, turn=True) - rest[:, :2],
        dorsum=settle(points, rest, DORSUM, turn=False) - rest[:, :2],
        gaps=(lid_gap(points, 0), lid_gap(points, 1)),
    )


def read_half(move: Moved, index: int, rest_gap: float) -> Half:
    """The measures of the half `index` (0 right, 1 left)."""
    away = -1.0 if index == 0 else 1.0

    def out(points: tuple[tuple[int, ...], tuple[int, ...]], frame: Floats) -> float:
        return away * float(frame[list(points[index]), 0].mean())

    def up(points: tuple[tuple[int, ...], tuple[int, ...]], frame: Floats) -> float:
        return -float(frame[list(points[index]), 1].mean())

    corner_out, corner_up = out(CORNER, move.stable), up(CORNER, move.stable)
    smile = SMILE_OUT * corner_out + SMILE_UP * corner_up
    frown = -0.71 * (out(INNER_BROW, move.stable) + up(INNER_BROW, move.stable))
    closed = closed_share(1.0 - move.gaps[index] / max(rest_gap, 1e-6))
    return Half(
        mm=(
            up(BROW, move.stable),
            frown,
            closed * rest_gap,
            smile,
            smile,
            corner_out,
            -corner_out,
            up(NOSTRIL, move.stable),
            -up(LOWER_LIP, move.stable),
        ),
        narrowing_percent=100.0 * closed,
        corner_out_mm=out(CORNER, move.dorsum),
        corner_up_mm=up(CORNER, move.dorsum),
    )


def mean_half(a: Half, b: Half) -> Half:
    """The mean of two readings of one half."""
    return Half(
        mm=tuple((x + y) / 2 for x, y in zip(a.mm, b.mm, strict=True)),
        narrowing_percent=(a.narrowing_percent + b.narrowing_percent) / 2,
        corner_out_mm=(a.corner_out_mm + b.corner_out_mm) / 2,
        corner_up_mm=(a.corner_up_mm + b.corner_up_mm) / 2,
    )
