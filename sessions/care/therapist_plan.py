"""What a sitting with a therapist makes: a short measuring routine, its ranges, a plan, an own set.

Pure. Movements are taken gently, a few times, at the person's own pace; guards stay on, so a set
that overdrives the strong side ends here as it does at home.
"""

from collections.abc import Sequence
from datetime import date, time, timedelta

from msgspec.structs import replace

from routines.catalogue import exercises
from routines.counted import rounded
from routines.language import _
from routines.model import Dose, Exercise, Permission, Routine, Step
from routines.movements import LOW_CONFIDENCE, MEASURES, MeasureKey, Stage
from routines.plan import REVIEW_AFTER, Plan, Slot
from sessions.care.therapist_file import ShownRange
from sessions.guards.reference import LEAST_MM, REPS
from sessions.log.record import SessionRecord
from sessions.storage.file_patterns import OWN_SET

_MEASURE: dict[str, MeasureKey] = {key: key for key in MEASURES}
_HOURS: dict[int, tuple[tuple[str, int], ...]] = {
    1: ((_("morning"), 9),),
    2: ((_("morning"), 9), (_("afternoon"), 16)),
    3: ((_("morning"), 9), (_("afternoon"), 14), (_("evening"), 19)),
}


def range_choices() -> dict[str, str]:
    """The movements whose range can be taken: every measure has an exercise of its name."""
    return {
        key: exercises()[key].name + (f" ({_('low confidence')})" if key in LOW_CONFIDENCE else "")
        for key in MEASURES
    }


RANGE = "with-therapist"
"""Id of the routine in which a sitting measures the range."""


def range_routine(keys: Sequence[str], stage: Stage) -> Routine:
    """Each movement three times at the own pace, no more: enough for a reference."""
    steps = tuple(
        Step(
            exercise=exercises()[key],
            dose=Dose(reps=REPS, hold_s=3.0, rest_s=6.0, between_s=10.0),
            pace="self",
        )
        for key in keys
    )
    return Routine(
        schema=1,
        id=RANGE,
        name="Range with a therapist",
        stage=stage,
        steps=steps,
        kind="record",
        source="set-up",
    )


def ranges_of(record: SessionRecord) -> dict[MeasureKey, ShownRange]:
    """The gentle ranges a measuring session found; a movement without a reference has none."""
    found: dict[MeasureKey, ShownRange] = {}
    for exercise in record.exercises:
        reference = exercise.reference
        key = _MEASURE.get(exercise.measure or "")
        if reference is None or key is None:
            continue
        if min(reference.affected_mm, reference.unaffected_mm) >= LEAST_MM:
            found[key] = ShownRange(
                affected_mm=rounded(reference.affected_mm, 2),
                unaffected_mm=rounded(reference.unaffected_mm, 2),
            )
    return found


def variants(stage: Stage) -> dict[str, str]:
    """Exercises that need a therapist's leave and fit `stage`."""
    return {
        exercise.id: exercise.name
        for exercise in exercises().values()
        if exercise.therapist_only and stage in exercise.stages
    }


def techniques() -> dict[str, str]:
    """What a therapist should have shown before it is done alone."""
    return {
        exercise.id: exercise.name
        for exercise in exercises().values()
        if exercise.taught and not exercise.therapist_only
    }


def own_set(base: Routine, allowed: Sequence[str], by: str, on: date, weeks: int) -> Routine:
    """`base` with the allowed variants at its end, signed with name and dates."""
    until = on + timedelta(weeks=weeks)
    leaves = tuple(Permission(exercise=key, by=by, on=on, until=until) for key in allowed)
    steps = tuple(_variant(exercises()[leave.exercise], leave) for leave in leaves)
    return replace(
        base,
        id=OWN_SET,
        name=f"{base.name}, with {by}",
        steps=(*base.steps, *steps),
        allows=leaves,
        source="set-up",
    )


def _variant(exercise: Exercise, leave: Permission) -> Step:
    dose = replace(exercise.dose, sets=1, reps=min(3, exercise.dose.reps))
    return Step(exercise=exercise, dose=dose, leave=leave)


def plan_with(
    stage: Stage, routine_id: str, times_a_day: int, by: str, comment: str, today: date
) -> Plan:
    """A plan signed by the therapist; the program never writes over it."""
    slots = tuple(
        Slot(name=name, at=time(hour), routines=(routine_id,)) for name, hour in _HOURS[times_a_day]
    )
    return Plan(
        stage=stage,
        slots=slots,
        daily_cap=times_a_day,
        review=today + REVIEW_AFTER,
        by=by,
        comment=comment,
    )
