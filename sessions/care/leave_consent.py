"""Leaves of a therapist, confirmed once by the person before anything runs by them. Pure."""

from collections.abc import Iterator

from msgspec.structs import replace

from routines.model import Permission, Routine
from sessions.care.settings import Settings


def unconfirmed(routine: Routine, settings: Settings) -> list[Permission]:
    """Leaves that steps of today run by and that were not confirmed yet."""
    return [leave for leave in _running(routine) if mark(leave) not in settings.leaves_confirmed]


def confirmed_with(settings: Settings, routine: Routine) -> Settings:
    """`settings` with every leave of `routine` confirmed."""
    marks = (*settings.leaves_confirmed, *(mark(leave) for leave in _running(routine)))
    return replace(settings, leaves_confirmed=tuple(dict.fromkeys(marks)))


def without_unconfirmed(routine: Routine, settings: Settings, why: str) -> Routine:
    """`routine` with every step left out, for the reason `why`, whose leave was not confirmed."""
    marks = {mark(leave) for leave in unconfirmed(routine, settings)}
    steps = tuple(
        replace(step, skipped=why) if step.leave is not None and mark(step.leave) in marks else step
        for step in routine.steps
    )
    return replace(routine, steps=steps)


def mark(leave: Permission) -> str:
    """What tells one leave from every other."""
    return f"{leave.exercise} {leave.by} {leave.on} {leave.until}"


def _running(routine: Routine) -> Iterator[Permission]:
    return (step.leave for step in routine.steps if step.leave is not None and step.skipped is None)
