"""Which routines a person may choose from today, in an order that puts the fitting ones first. Pure
but for reading the files.
"""

from collections.abc import Collection

import msgspec

from routines.model import Routine
from routines.movements import Region, Stage
from routines.plan import default_plan
from routines.reading.library import list_all
from routines.stages import stage_refusal
from sessions.care.access import Unlocked, opened
from sessions.care.stage_today import stage_today
from tui.person.person import Person
from tui.texts import day as words_day
from tui.texts import holds as words_holds


class ClosedRoutine(msgspec.Struct, frozen=True, kw_only=True):
    """One that is not open for this person now."""

    routine: Routine
    why: str
    """Why not, and what opens it."""


class Shelf(msgspec.Struct, frozen=True, kw_only=True):
    """What may be chosen, and what is not to be had."""

    routines: tuple[Routine, ...]
    closed: tuple[ClosedRoutine, ...]
    broken: tuple[str, ...]
    """Files that cannot be run."""


def share_of(routine: Routine, regions: Collection[Region]) -> float:
    """How much of the movement in `routine` is of `regions`, 0 to 1; 0 where none is ticked."""
    active = [step.exercise.region for step in routine.steps if step.exercise.active]
    return sum(region in regions for region in active) / len(active) if active else 0.0


def _why_closed(routine: Routine, found: Unlocked, stage: Stage | None) -> str:
    """A stage that it is not for comes before an answer: that would not open it alone."""
    refusal = None if stage is None else stage_refusal(routine, stage)
    if refusal is not None:
        opens = words_holds.OPENS["flaccid"] if stage == "flaccid" else words_holds.STAGE_OPENS
        return f"{refusal} {opens}"
    for key in found.held_by:
        if key != "flaccid":
            return f"{words_holds.HOLDS[key]} {words_holds.OPENS.get(key, '')}".rstrip()
    return words_holds.LOOK_WAITS


def _unwanted(routine: Routine, person: Person) -> bool:
    """Whether it is made for a picture that the person has not switched on, or not for now."""
    steps = [step.exercise for step in routine.steps if step.exercise.mirrors_half]
    if routine.source != "library" or not steps:
        return False
    stage = stage_today(person.settings)
    return not person.settings.whole_face or not any(stage in each.stages for each in steps)


def shelf(person: Person, found: Unlocked) -> Shelf:
    """The routines that `found`, unlocked by an offer, leaves open to `person`."""
    stage = stage_today(person.settings)
    wished = person.settings.answers.regions
    kept: list[Routine] = []
    closed: list[ClosedRoutine] = []
    listed = list_all(person.routine_folders, today=person.today, ear_surgery=person.ear_surgery)
    for each in listed:
        if each.routine is None or _unwanted(each.routine, person):
            continue
        routine = opened(each.routine, found, words_day.LEFT_OUT_FOR_NOW)
        refused = stage is not None and stage_refusal(each.routine, stage) is not None
        if routine is None or (refused and routine.kind != "first-look"):
            why = _why_closed(each.routine, found, stage)
            closed.append(ClosedRoutine(routine=each.routine, why=why))
        else:
            kept.append(routine)

    usual = () if stage is None else default_plan(stage, person.today).slots
    planned = {routine_id for slot in usual for routine_id in slot.routines}

    def order(routine: Routine) -> tuple[bool, bool, bool, float, bool]:
        own = routine.source != "library"
        elsewhere = stage is not None and routine.stage != stage
        other = 1.0 - share_of(routine, wished)
        return (not own, routine.kind != "practice", elsewhere, other, routine.id not in planned)

    return Shelf(
        routines=tuple(sorted(kept, key=order)),
        closed=tuple(closed),
        broken=tuple(each.source for each in listed if each.trouble),
    )
