"""Whether a movement was held; what turns back at once is talk, chewing or a start."""

from collections.abc import Sequence

from sessions.reps import waveform as shape
from sessions.reps.rep import Rep

LEAST_STAY_S = 0.6
STAY_SHARE = 0.8
"""Least time at or above this share of the own level. Words and chewing drawn as humps stay 0.40 to
0.47 s, the shortest dose (1 s up, 0.5 s, 1 s down) 1.0 s."""

LEAST_UNSURE_HOLD_S = 0.5
"""Least hold where the confidence is low, as it is while somebody talks and looks about: lips and
lids of two people who talk on film were held for 0.07 to 0.47 s."""


def is_held(
    rep: Rep, lead: int, times: Sequence[float], values: Sequence[float], least_s: float
) -> bool:
    """Whether the half that moved most went beyond its noise and did not turn back at once.

    `values` are those of that half; `least_s` is shorter for a hold that is cut off.
    """
    half = (rep.affected, rep.unaffected)[lead]
    if half.hold_s is None:
        return False
    if rep.confidence == "low":
        return half.hold_s >= min(LEAST_UNSURE_HOLD_S, least_s)
    level = STAY_SHARE * half.excursion_mm
    return shape.longest_stay_s(times, shape.smooth(values), level) >= min(LEAST_STAY_S, least_s)
