"""What moves along elsewhere on the simulated patient's face, by pair and side.

A healthy eye narrows in a smile too. The affected half does all that the other does, and its link
comes on top, so that affected minus other is the link alone.
"""

from routines.movements import WATCHED_WITH, MeasureKey, is_eye_pair
from sessions.simulator.profile import Profile

_MOUTH = frozenset({"open-smile", "closed-smile", "lip-corner-out", "pucker", "lower-lip"})


def link(profile: Profile, measure: MeasureKey, drive: float, rep: int) -> tuple[float, float]:
    """Narrowing of the affected eye, percent, and pull of the affected corner, mm, beyond what
    moves along on the other half.

    `drive` is the size of the movement as a share of a full gentle one, `rep` the repetition of
    the exercise, from 1.
    """
    if rep < profile.linked_from_rep or drive <= 0.0:
        return 0.0, 0.0
    grown = drive**profile.linked_effort_power
    grown *= 1.0 + profile.linked_gain_per_rep * max(0, rep - profile.linked_from_rep)
    grown *= (1.0 - profile.linked_fade_per_week) ** profile.weeks_practised
    pair = WATCHED_WITH.get(measure)
    if measure in _MOUTH:
        eye = profile.linked_eye_percent
        return grown * (eye if pair is None else profile.links.get(pair, eye)), 0.0
    if pair is None:
        return 0.0, 0.0
    return 0.0, grown * profile.links.get(pair, profile.linked_corner_mm)


def other_link(profile: Profile, measure: MeasureKey, drive: float) -> tuple[float, float]:
    """What moves along on the other half, in step with the movement; on the affected one too."""
    pair = WATCHED_WITH.get(measure)
    if pair is None or drive <= 0.0:
        return 0.0, 0.0
    along = drive * profile.other_links.get(pair, 0.0)
    return (along, 0.0) if is_eye_pair(pair) else (0.0, along)
