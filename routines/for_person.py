"""A routine as one person does it: hands and sides by stage, and what their eye does not allow."""

from msgspec.structs import replace

from routines.language import _
from routines.model import Routine, Step
from routines.movements import Stage

NOT_THIS_STAGE = _("Skipped: this one does not fit where you are now.")
EYE_STAYS_OPEN = _("Skipped: it is not sure that your eye closes, and this would dry it.")


def for_person(routine: Routine, stage: Stage | None, *, eye_closes: bool | None = None) -> Routine:
    """`routine` with the sentences of `stage`, and without the steps that do not fit.

    Which active exercise suits which stage is decided for the whole routine (`stages`); here only
    touch, stretch and care are left out by stage. Without a stage nothing is. An eye that was not
    said to close counts as one that stays open.
    """
    return replace(routine, steps=tuple(_fitted(s, stage, eye_closes) for s in routine.steps))


def _fitted(step: Step, stage: Stage | None, eye_closes: bool | None) -> Step:
    exercise = step.exercise
    if step.skipped is None and exercise.needs_closing_eye and eye_closes is not True:
        return replace(step, skipped=EYE_STAYS_OPEN)
    if stage is None:
        return step
    if step.skipped is None and not exercise.active and stage not in exercise.stages:
        return replace(step, skipped=NOT_THIS_STAGE)
    how = exercise.how_by_stage.get(stage, exercise.how)
    turn = exercise.turn_by_stage.get(stage, exercise.turn)
    return replace(step, exercise=replace(exercise, how=how, turn=turn))
