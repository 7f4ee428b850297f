"""A plan and its routines while they are being built: checked as files are, written as such files.

Pure but for `kept`. A draft may be wrong at any moment; it is kept only where nothing is.
"""

import re
import unicodedata
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

import msgspec
from msgspec.structs import replace

from routines.cards import findings
from routines.model import Dose, Permission, Routine, Step
from routines.movements import Stage
from routines.plan import FILE_NAME as PLAN
from routines.plan import Plan
from routines.reading.library import NOT_ROUTINES, library_ids
from routines.reading.problems import RoutineErrors
from routines.reading.reader import read_routine
from routines.writing import plan_text, routine_text
from sessions.exchange.archive import ROUTINES
from sessions.exchange.hand_over import problems_of
from sessions.exchange.taking import Kept, keep_texts

_SLUG = re.compile(r"[^a-z0-9]+")


class PlanDraft(msgspec.Struct, frozen=True, kw_only=True):
    """What would be kept."""

    plan: Plan
    routines: tuple[Routine, ...] = ()
    """Own ones, each with an id of its own."""
    gone: tuple[str, ...] = ()
    """Ids of own routines that were taken out."""

    def routine(self, routine_id: str) -> Routine | None:
        """The own routine of that id."""
        return next((each for each in self.routines if each.id == routine_id), None)

    def with_routine(self, routine: Routine) -> "PlanDraft":
        """With `routine` in the place of the one of its id, or after the others."""
        others = [each.id for each in self.routines]
        if routine.id in others:
            made = tuple(routine if each.id == routine.id else each for each in self.routines)
        else:
            made = (*self.routines, routine)
        gone = tuple(each for each in self.gone if each != routine.id)
        return replace(self, routines=made, gone=gone)

    def without_routine(self, routine_id: str) -> "PlanDraft":
        """Without it; where it lay on the disk, it is put into a backup once this is kept."""
        left = tuple(each for each in self.routines if each.id != routine_id)
        return replace(self, routines=left, gone=(*self.gone, routine_id))

    def used(self, routine_id: str) -> tuple[str, ...]:
        """Names of the slots that have it."""
        return tuple(slot.name for slot in self.plan.slots if routine_id in slot.routines)

    @property
    def texts(self) -> dict[str, str]:
        """Its files by name."""
        own = {f"{ROUTINES}/{each.id}.toml": routine_text(each) for each in self.routines}
        return own | {PLAN: plan_text(self.plan)}


def fresh_id(name: str, taken: Collection[str]) -> str:
    """An id made of `name`: none of `taken`, none of the library, no other file of the program."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    stem = _SLUG.sub("-", letters).strip("-")[:50] or "routine"
    known = {*taken, *library_ids(), *(name.removesuffix(".toml") for name in NOT_ROUTINES)}
    ids = (stem, *(f"{stem}-{n}" for n in range(2, len(known) + 3)))
    return next(each for each in ids if each not in known)


def empty_routine(routine_id: str, name: str, stage: Stage) -> Routine:
    """One to begin with."""
    return Routine(schema=1, id=routine_id, name=name, stage=stage, steps=())


def copied(base: Routine, routine_id: str, name: str) -> Routine:
    """`base` under another name, without the leaves in it."""
    steps = tuple(replace(step, leave=None) for step in base.steps)
    return replace(
        base, id=routine_id, name=name, steps=steps, allows=(), kind="practice", source=""
    )


def with_leave(routine: Routine, exercise: str, by: str, on: date, weeks: int) -> Routine:
    """`routine` with a leave for `exercise`, in place of an earlier one; none for 0 `weeks`."""
    others = tuple(each for each in routine.allows if each.exercise != exercise)
    if not weeks:
        return replace(routine, allows=others)
    until = on + timedelta(weeks=weeks)
    leave = Permission(exercise=exercise, by=by, on=on, until=until)
    return replace(routine, allows=(*others, leave))


def with_steps(routine: Routine, steps: Sequence[Step]) -> Routine:
    """`routine` with these; a leave for what it no longer has goes too."""
    there = {step.exercise.id for step in steps}
    allows = tuple(each for each in routine.allows if each.exercise in there)
    return replace(routine, steps=tuple(steps), allows=allows)


def with_dose(step: Step, key: str, value: float) -> Step:
    """`step` with one number of its dose changed."""
    return replace(
        step, dose=msgspec.convert({**msgspec.structs.asdict(step.dose), key: value}, Dose)
    )


def judged(routine: Routine, today: date) -> tuple[list[str], bool]:
    """What `check` says of it, and whether it may be run."""
    try:
        read = read_routine(routine_text(routine), source=routine.id, today=today)
    except RoutineErrors as errors:
        return [each.without_place for each in errors.problems], False
    return findings(read), True


def judged_plan(draft: PlanDraft, folders: Sequence[Path], today: date) -> list[str]:
    """All that stands against keeping `draft`, in `check`'s words; nothing where it may be kept."""
    return problems_of(draft.texts, folders, today)


def kept(data: Path, draft: PlanDraft, now: datetime) -> Kept:
    """Write it. Raises OSError, Trouble."""
    gone = tuple(f"{ROUTINES}/{each}.toml" for each in draft.gone)
    return keep_texts(data, draft.texts, now, gone)
