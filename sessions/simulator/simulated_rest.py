"""How the halves of the simulated patient compare at rest: as the profile says, without noise."""

from routines.movements import Side
from sessions.readings import CLEAR_FROM, AtRest, RestHalf
from sessions.simulator.profile import Profile
from sessions.simulator.simulated_face import EYE_MM

USUAL = RestHalf(brow_mm=20.0, eye_mm=EYE_MM, corner_mm=-65.0)
"""A face somewhere between people; only differences of the halves are ever shown."""


def simulated_rest(profile: Profile, affected: Side) -> AtRest:
    """A usual face whose half on `affected` differs as `profile` says. Known exactly."""
    half = RestHalf(
        brow_mm=USUAL.brow_mm + profile.rest_brow_mm,
        eye_mm=USUAL.eye_mm + profile.rest_eye_mm,
        corner_mm=USUAL.corner_mm + profile.rest_corner_mm,
    )
    left, right = (half, USUAL) if affected == "left" else (USUAL, half)
    return AtRest(left=left, right=right, clear_from=CLEAR_FROM, sure=True)
