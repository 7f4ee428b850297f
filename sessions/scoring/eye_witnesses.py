"""What each witness of an eye read at rest, and the closure they tell together from then on."""

from collections.abc import Sequence

import msgspec
import numpy as np

from sessions.scoring.closure import (
    IRIS_MODEL,
    LID_POINTS,
    LID_SKIN,
    Closure,
    Evidence,
    straightened,
    together,
)
from sessions.scoring.measures import Moves

ALIKE = 1.25
"""Quotient of an eye's two openings at rest up to which both models see the same eye. On five
photographs and twenty rendered rests it is 0.80 to 1.25; under glasses that reflect, hair and a
fringe drawn on the rendered heads 1.23 to 1.42; of a laughing face, off centre, 0.4."""


class EyeRest(msgspec.Struct, frozen=True, kw_only=True):
    """One eye at rest. Noise is the standard deviation of single frames, in shares of its opening,
    straightened."""

    lid_noise: float = 0.0
    skin_noise: float = 0.0
    iris_gap_mm: float | None = None
    """Opening as the iris model reads it; None where it was not asked."""
    iris_noise: float = 0.0

    @classmethod
    def of(cls, moves: Sequence[Moves], gaps: Sequence[float | None]) -> "EyeRest":
        """From what one half seemed to do in each frame of a rest, and the eye's opening in them by
        the iris model."""
        skin = [straightened(LID_SKIN, one.lid_skin) for one in moves if one.lid_skin is not None]
        found = [gap for gap in gaps if gap is not None]
        gap_mm = float(np.mean(found)) if found else 0.0
        iris = [straightened(IRIS_MODEL, 1.0 - gap / gap_mm) for gap in found] if gap_mm else []
        return cls(
            lid_noise=_spread([one.closed for one in moves]),
            skin_noise=_spread(skin),
            iris_gap_mm=gap_mm or None,
            iris_noise=_spread(iris),
        )

    def opening_mm(self, composite_mm: float) -> float:
        """How far the eye is open at rest, of which a closure is a share: the geometric mean of
        what its half's composite shows and of what the iris model reads, where it was asked.

        By the composites alone two eyes that are alike read as much as 15 % apart, by the iris
        model others; so a known closure of both was read as two.
        """
        return (
            composite_mm if self.iris_gap_mm is None else (composite_mm * self.iris_gap_mm) ** 0.5
        )

    def openings_alike(self, composite_mm: float) -> bool:
        """Whether both models see the same eye at rest. What lies over an eye, hair or the glare of
        glasses, is a part of it for one and not for the other, and closures are then misread by
        all witnesses alike."""
        gap_mm = self.iris_gap_mm
        return gap_mm is None or 1.0 / ALIKE <= composite_mm / gap_mm <= ALIKE

    def closure(self, moves: Moves, gap_mm: float | None) -> Closure:
        """How far the eye has closed in one frame: by the lid points and skin of `moves`, and by
        its opening in the iris model where that was asked now and at rest."""
        heard = [Evidence(LID_POINTS, moves.closed, self.lid_noise)]
        if moves.lid_skin is not None:
            skin = straightened(LID_SKIN, moves.lid_skin)
            heard.append(Evidence(LID_SKIN, skin, self.skin_noise))
        if gap_mm is not None and self.iris_gap_mm is not None:
            iris = straightened(IRIS_MODEL, 1.0 - gap_mm / self.iris_gap_mm)
            heard.append(Evidence(IRIS_MODEL, iris, self.iris_noise))
        return together(heard)


def _spread(values: Sequence[float]) -> float:
    return float(np.std(values)) if values else 0.0
