"""What moved along with a movement: lids and mouth corners over its hold, from their own rest.

Medians throughout, so that a blink weighs nothing; eyes that stay narrow do. A linked corner is
read where a smile takes it (the lifting muscles; Beurskens 2010): one that seems to go inwards or
down while an eye shuts is a head frame that has rolled.
"""

from collections.abc import Iterable, Sequence
from statistics import median

from routines.movements import Watch
from sessions.readings import SMILE_OUT, SMILE_UP, Half
from sessions.reps.frames import RepFrame, RestLevel, before_rise
from sessions.reps.rep import Linked

REST_EYE_POINTS = 15.0
REST_CORNER_MM = 1.5
"""A rest that has moved by this much is a new rest; less is mostly noise."""


class LinkedReader:
    """Reads the watched parts of one exercise, through all its repetitions."""

    def __init__(self, watch: tuple[Watch, ...]) -> None:
        self._eye = any(pair.endswith("-eye") for pair in watch)
        self._corner = any(pair.endswith("-corner") for pair in watch)
        self._lids = (RestLevel(REST_EYE_POINTS), RestLevel(REST_EYE_POINTS))
        self._out = (RestLevel(REST_CORNER_MM), RestLevel(REST_CORNER_MM))
        self._up = (RestLevel(REST_CORNER_MM), RestLevel(REST_CORNER_MM))

    def read(
        self, good: Sequence[RepFrame], kept: Sequence[int], times: Sequence[float], onset_s: float
    ) -> Linked:
        """Over the frames of the hold, `kept`, of all frames with numbers, `good`."""
        before = range(*before_rise(times, onset_s).indices(len(times)))
        eyes: list[float | None] = [None, None]
        corners: list[float | None] = [None, None]
        for i in (0, 1):
            rest, held = _halves(good, before, i), _halves(good, kept, i)
            if self._eye:
                lids = self._lids[i].follow([h.narrowing_percent for h in rest])
                eyes[i] = median([h.narrowing_percent for h in held]) - lids
            if self._corner:
                out = self._out[i].follow([h.corner_out_mm for h in rest])
                up = self._up[i].follow([h.corner_up_mm for h in rest])
                out = median([h.corner_out_mm for h in held]) - out
                up = median([h.corner_up_mm for h in held]) - up
                corners[i] = SMILE_OUT * out + SMILE_UP * up
        return Linked(
            eye_narrowing_percent=eyes[0],
            other_eye_narrowing_percent=eyes[1],
            corner_mm=corners[0],
            other_corner_mm=corners[1],
        )


def _halves(good: Sequence[RepFrame], which: Iterable[int], half: int) -> list[Half]:
    """One half in some of the frames: 0 is the affected one."""
    picked = ((good[i].affected, good[i].unaffected)[half] for i in which)
    return [h for h in picked if h is not None]
