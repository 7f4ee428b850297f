"""A routine with the dose a person agreed to, kept as an own file that outranks the library's.

A therapist's routine, or a routine of a plan a therapist signed, is never written over.
"""

from pathlib import Path

from msgspec.structs import replace

from routines.model import Dose, Routine
from routines.plan import Plan
from routines.reading.library import library_ids
from routines.writing import routine_text
from sessions.history.proposals import Proposal
from sessions.storage.private_files import write_private


def may_change(data: Path, routine: Routine, plan: Plan | None) -> bool:
    """Whether the program may keep a changed dose of `routine` by itself."""
    if plan is not None and plan.by:
        return False
    return routine.id in library_ids() and routine.source in {
        "library",
        str(own_file(data, routine.id)),
    }


def own_file(data: Path, routine_id: str) -> Path:
    """Where the person's own version of a routine stands."""
    return data / "routines" / f"{routine_id}.toml"


def with_proposal(routine: Routine, proposal: Proposal) -> Routine:
    """`routine` with the proposed dose for its exercise."""

    def dose(old: Dose) -> Dose:
        reps = old.reps if proposal.reps is None else proposal.reps
        hold_s = old.hold_s if proposal.hold_s is None else proposal.hold_s
        return replace(old, reps=reps, hold_s=hold_s)

    steps = tuple(
        replace(step, dose=dose(step.dose)) if step.exercise.id == proposal.exercise else step
        for step in routine.steps
    )
    return replace(routine, steps=steps)


def keep_dose(data: Path, routine: Routine) -> None:
    """Write the own file. Raises OSError."""
    write_private(own_file(data, routine.id), routine_text(routine))
