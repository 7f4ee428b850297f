"""Whether a routine may be done today.

The stage decides before any dose does, and a tight day is for soft tissue only.
"""

from routines.language import _
from routines.model import Routine
from routines.movements import Stage

WEEKLY_LOOK = "weekly-look"


_FACES: dict[Stage, str] = {
    "flaccid": _("in which nothing moves yet"),
    "paretic": _("that moves a little, and nothing else moves"),
    "synkinetic": _("in which another part moves too"),
}
_SAID: dict[Stage, str] = {
    "flaccid": _("nothing moves yet"),
    "paretic": _("it moves a little, and nothing else moves"),
    "synkinetic": _("another part moves too, or it feels tight"),
}
"""The stages, each in the words in which the person is asked about it."""


def is_weekly_look(routine: Routine) -> bool:
    """Whether it is the program's own weekly look, the one active thing in the flaccid stage.

    A file of somebody's own never is, whatever it says of itself.
    """
    return routine.kind == "weekly-look" and routine.source == "library"


def stage_refusal(routine: Routine, stage: Stage, *, tight: bool = False) -> str | None:
    """Why `routine` is not for someone in `stage` today, in words for the person, or None."""
    if tight and routine.active:
        return _(
            '"{name}" has active exercises, and today is a tight day. '
            "Today only massage, warmth and calm: A tight day (tight-day) is made for it."
        ).format(name=routine.name)
    if routine.suits(stage):
        return None
    if stage == "flaccid":
        return _(
            '"{name}" has active exercises, and nothing moves on the weak side yet. '
            "For now: Care, massage and rest (flaccid-care)."
        ).format(name=routine.name)
    return _('"{name}" is for a face {faces}. You said: {said}.').format(
        name=routine.name, faces=_FACES[routine.stage], said=_SAID[stage]
    )
