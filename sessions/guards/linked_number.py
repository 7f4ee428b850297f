"""Which number of a linked pair is judged, in which unit, against which limits.

The guard judges repetitions with it as they happen, the history judges those of records: one rule
for both.
"""

from typing import Literal, NamedTuple

from routines.movements import Watch, is_eye_pair
from sessions.reps.rep import Linked

OF_THE_AFFECTED_HALF: frozenset[Watch] = frozenset({"pucker-eye", "closure-corner"})
"""Judged by the affected half alone. In the other pairs a healthy half moves along too, so they are
judged by affected minus other."""


class LimitNames(NamedTuple):
    """The fields of `SynkinesisThresholds` that hold a pair's limits; records keep these names."""

    caution: str
    stop: str


LIMITS: dict[Watch, LimitNames] = {
    "pucker-eye": LimitNames("pucker_eye_caution_points", "pucker_eye_stop_points"),
    "smile-eye": LimitNames("smile_eye_difference_points", "smile_eye_difference_points"),
    "closure-corner": LimitNames("closure_corner_caution_mm", "closure_corner_stop_mm"),
    "brow-corner": LimitNames("brow_corner_difference_mm", "brow_corner_difference_mm"),
}


def unit(pair: Watch) -> Literal["points", "mm"]:
    """Points of eye narrowing, or millimetres of a mouth corner."""
    return "points" if is_eye_pair(pair) else "mm"


def judged(pair: Watch, linked: Linked) -> float | None:
    """The number that is judged; None where it was not read."""
    eye = is_eye_pair(pair)
    value = linked.eye_narrowing_percent if eye else linked.corner_mm
    other = linked.other_eye_narrowing_percent if eye else linked.other_corner_mm
    if value is None or pair in OF_THE_AFFECTED_HALF:
        return value
    return None if other is None else value - other
