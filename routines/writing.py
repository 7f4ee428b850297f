"""Routines and plans as TOML text. What is written here reads back equal.

A routine is written flat: what it took over from another one stands in it, and every dose is
given, so that a record or a hand-over does not change when the library does.
"""

import tomli_w
from msgspec import structs

from routines.model import Routine, Step
from routines.plan import Plan
from routines.reading.drafts import WHOLE, keys_of
from routines.thresholds import Thresholds

_USUAL = Thresholds()


def routine_text(routine: Routine) -> str:
    """`routine` as a file for `read_routine`."""
    return tomli_w.dumps(routine_document(routine), multiline_strings=True)


def routine_document(routine: Routine) -> dict[str, object]:
    """`routine` as the tables of its file."""
    document: dict[str, object] = {
        "schema": routine.schema,
        "id": routine.id,
        "name": routine.name,
        "stage": routine.stage,
    }
    if routine.about:
        document["about"] = routine.about
    if routine.kind != "practice":
        document["kind"] = routine.kind
    if routine.also_for:
        document["also_for"] = list(routine.also_for)
    if routine.lifts:
        document["lifts"] = dict(routine.lifts)
    if routine.steps:
        document["exercise"] = [_step(step) for step in routine.steps]
    if routine.allows:
        document["therapist_allows"] = [structs.asdict(leave) for leave in routine.allows]
    return document


def plan_text(plan: Plan) -> str:
    """`plan` as a file for `read_plan`."""
    document: dict[str, object] = {
        "schema": plan.schema,
        "stage": plan.stage,
        "daily_cap": plan.daily_cap,
        "gap_hours": plan.gap_hours,
    }
    if plan.review is not None:
        document["review"] = plan.review
    if plan.by:
        document["by"] = plan.by
    if plan.feedback is not None:
        document["feedback"] = plan.feedback
    if plan.comment:
        document["comment"] = plan.comment
    slots: list[dict[str, object]] = []
    for slot in plan.slots:
        table: dict[str, object] = {"name": slot.name, "at": f"{slot.at:%H:%M}"}
        table["routines"] = list(slot.routines)
        if slot.days:
            table["days"] = list(slot.days)
        slots.append(table)
    document["slot"] = slots
    return tomli_w.dumps(document, multiline_strings=True)


def _step(step: Step) -> dict[str, object]:
    table: dict[str, object] = {"do": step.exercise.id}
    for key in keys_of(step.exercise):
        value = getattr(step.dose, key)
        table[key] = int(value) if key in WHOLE else float(value)
    if step.pace != "timed":
        table["pace"] = step.pace
    if step.assist:
        table["assist"] = True
    if step.target_percent != 100.0:
        table["target_percent"] = float(step.target_percent)
    if step.note:
        table["note"] = step.note
    guards = _guards(step.thresholds) if step.scored else {}
    if guards:
        table["guards"] = guards
    return table


def _guards(thresholds: Thresholds) -> dict[str, dict[str, float]]:
    """The thresholds that differ from the usual ones."""
    found: dict[str, dict[str, float]] = {}
    for guard in thresholds.__struct_fields__:
        own, usual = getattr(thresholds, guard), getattr(_USUAL, guard)
        changed = {
            key: getattr(own, key)
            for key in own.__struct_fields__
            if getattr(own, key) != getattr(usual, key)
        }
        if changed:
            found[guard] = changed
    return found
