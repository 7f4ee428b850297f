"""Whether a routine may be done today.

The stage decides before any dose does, and a tight day is for soft tissue only.
"""

from routines.model import Routine
from routines.movements import Stage

WEEKLY_LOOK = "weekly-look"


def is_weekly_look(routine: Routine) -> bool:
    """Whether it is the program's own weekly look, the one active thing in the flaccid stage.

    A file of somebody's own never is, whatever it says of itself.
    """
    return routine.kind == "weekly-look" and routine.source == "library"


def stage_refusal(routine: Routine, stage: Stage, *, tight: bool = False) -> str | None:
    """Why `routine` is not for someone in `stage` today, in words for the person, or None."""
    if tight and routine.active:
        return (
            f'"{routine.name}" has active exercises, and today is a tight day. '
            "Today only massage, warmth and calm: tight-day is made for it."
        )
    if routine.suits(stage):
        return None
    if stage == "flaccid":
        return (
            f'"{routine.name}" has active exercises, and nothing moves on the weak side yet. '
            "For now: flaccid-care."
        )
    return f'"{routine.name}" is for the {routine.stage} stage, and yours is {stage}.'
