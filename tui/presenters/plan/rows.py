"""The lines of the sheets on which a plan is built. Pure."""

from collections.abc import Mapping

import msgspec

from routines.bounds import GUARDS
from routines.cards import dose_in_words
from routines.language import _
from routines.language.lists import listed
from routines.model import Routine, Step
from routines.plan import DAYS, Slot
from routines.reading.drafts import keys_of
from routines.thresholds import Thresholds
from sessions.exchange.plan_draft import PlanDraft
from sessions.report.days import WEEKDAYS
from tui.texts.dates import day_in_words
from tui.texts.plan import building as words

USUAL = Thresholds()

_ROW_OF_KEY = {
    "by": "by",
    "stage": "stage",
    "daily_cap": "cap",
    "gap_hours": "gap",
    "feedback": "feedback",
    "review": "review",
    "comment": "comment",
}
"""The lines of the sheet by their keys in plan.toml."""


class SheetRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line. A heading cannot be chosen."""

    id: str
    label: str
    value: str = ""
    heading: bool = False


def _heading(name: str, label: str) -> SheetRow:
    return SheetRow(id=f"heading {name}", label=label, heading=True)


def as_on_screen(problem: str) -> str:
    """A problem of `check`, with the plan's own keys called as the sheet calls them."""
    key, colon, rest = problem.partition(": ")
    row = _ROW_OF_KEY.get(key)
    return f"{words.PLAN_LABELS[row]}{colon}{rest}" if row and colon else problem


def plan_rows(draft: PlanDraft, names: Mapping[str, str]) -> list[SheetRow]:
    """The plan, its times, and the own routines; `names` are those of routines by id."""
    plan, labels = draft.plan, words.PLAN_LABELS
    values = {
        "by": plan.by or words.NOT_SAID,
        "stage": plan.stage,
        "cap": str(plan.daily_cap),
        "gap": f"{plan.gap_hours:g}",
        "feedback": words.FEEDBACK[plan.feedback],
        "review": words.NOT_SAID if plan.review is None else day_in_words(plan.review),
        "comment": " ".join(plan.comment.split()) or words.NOT_SAID,
    }
    return [
        _heading("plan", words.HEADINGS["plan"]),
        *(SheetRow(id=key, label=labels[key], value=value) for key, value in values.items()),
        _heading("slots", words.HEADINGS["slots"]),
        *(
            SheetRow(
                id=f"slot {place}", label=f"{slot.at:%H:%M} {slot.name}", value=_of(slot, names)
            )
            for place, slot in sorted(enumerate(plan.slots), key=lambda each: each[1].at)
        ),
        SheetRow(id="add-slot", label=words.ADD_SLOT),
        _heading("routines", words.HEADINGS["routines"]),
        *(
            SheetRow(id=f"routine {each.id}", label=each.name, value=_length(each))
            for each in draft.routines
        ),
        SheetRow(id="add-routine", label=words.ADD_ROUTINE),
    ]


def _of(slot: Slot, names: Mapping[str, str]) -> str:
    routines = " / ".join(names.get(each, each) for each in slot.routines)
    return listed((routines, *(WEEKDAYS[DAYS.index(day)] for day in slot.days)))


def _length(routine: Routine) -> str:
    return f"{round(routine.seconds / 60)} min"


def routine_rows(routine: Routine) -> list[SheetRow]:
    """A routine: what it is called, and its exercises in order."""
    return [
        SheetRow(id="name", label=words.ROUTINE_LABELS["name"], value=routine.name),
        SheetRow(id="stage", label=words.ROUTINE_LABELS["stage"], value=routine.stage),
        _heading("exercises", words.EXERCISES),
        *(
            SheetRow(id=f"step {place}", label=step.exercise.name, value=dose_in_words(step))
            for place, step in enumerate(routine.steps)
        ),
        SheetRow(id="add", label=words.ADD_EXERCISE),
    ]


def step_rows(routine: Routine, step: Step) -> list[SheetRow]:
    """One exercise: its dose, and what is said and allowed of it."""
    dose = [
        SheetRow(id=key, label=words.DOSE_LABELS[key], value=f"{getattr(step.dose, key):g}")
        for key in keys_of(step.exercise)
    ]
    exercise, labels = step.exercise, words.STEP_LABELS
    rest: dict[str, str] = {}
    if step.scored:
        rest["target"] = f"{step.target_percent:g}"
        rest["pace"] = words.PACES[step.pace]
    if exercise.assist_allowed:
        rest["assist"] = words.YES if step.assist else words.NO
    rest["note"] = step.note or words.NOT_SAID
    if exercise.therapist_only:
        rest["leave"] = _leave(routine, exercise.id)
    if step.scored:
        count = len(changed_limits(step.thresholds))
        rest["guards"] = words.LIMITS_CHANGED.format(count=count) if count else words.LIMITS_USUAL
    return dose + [SheetRow(id=key, label=labels[key], value=said) for key, said in rest.items()]


def _leave(routine: Routine, exercise: str) -> str:
    for each in routine.allows:
        if each.exercise == exercise:
            return words.LEAVE_UNTIL.format(until=each.until, by=each.by)
    return words.LEAVE_NONE


def changed_limits(thresholds: Thresholds) -> list[str]:
    """The limits that are not the usual ones, as `guard key`."""
    return [
        f"{guard} {key}"
        for guard, keys in GUARDS.items()
        for key in keys
        if getattr(getattr(thresholds, guard), key) != getattr(getattr(USUAL, guard), key)
    ]


def guard_rows(thresholds: Thresholds) -> list[SheetRow]:
    """Every limit, by guard."""
    rows: list[SheetRow] = []
    changed = changed_limits(thresholds)
    for guard, keys in GUARDS.items():
        rows.append(_heading(guard, words.GUARD_NAMES[guard]))
        for key, bound in keys.items():
            name = f"{guard} {key}"
            value = getattr(getattr(thresholds, guard), key)
            usual = getattr(getattr(USUAL, guard), key)
            text = words.GUARD_CHANGED if name in changed else words.GUARD_USUAL
            said = text.format(value=value, unit=_(bound.unit), usual=usual)
            rows.append(SheetRow(id=name, label=key.replace("_", " "), value=said))
    return rows
