"""A lighter version of a routine for a tired day: one set, about half the work. Pure."""

import math

from msgspec.structs import replace

from routines.model import Dose, Routine

SHARE = 0.6
FEWEST_REPS = 2
SHORTEST_S = 20.0


def lighter(routine: Routine) -> Routine:
    """`routine` with fewer repetitions and shorter guided steps; never more than it was."""
    steps = tuple(replace(step, dose=_lighter(step.dose)) for step in routine.steps)
    return replace(routine, steps=steps)


def _lighter(dose: Dose) -> Dose:
    reps = min(dose.reps, max(FEWEST_REPS, math.ceil(dose.reps * SHARE)))
    return replace(
        dose, sets=1, reps=reps, for_s=min(dose.for_s, max(SHORTEST_S, dose.for_s * SHARE))
    )
