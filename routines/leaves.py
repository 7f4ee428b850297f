"""Therapist permissions (leaves) for restricted exercises: validity dates and absolute exclusions.

A leave counts from its first to its last day and is confirmed once by the person, which is the
screen's part. No leave outranks a surgery that forbids holding air.
"""

from collections.abc import Sequence
from datetime import date

from routines.language import _
from routines.model import Exercise, Permission


def leave_for(
    exercise: Exercise, leaves: Sequence[Permission], today: date | None
) -> Permission | None:
    """The leave that lets `exercise` run on `today`, if there is one."""
    if not exercise.therapist_only or today is None:
        return None
    for leave in leaves:
        if leave.exercise == exercise.id and leave.on <= today <= leave.until:
            return leave
    return None


def reason_to_skip(
    exercise: Exercise,
    leave: Permission | None,
    leaves: Sequence[Permission],
    today: date | None,
    ear_surgery: bool,
) -> str | None:
    """Why `exercise` is passed over today, in words for the person, or None."""
    if exercise.holds_air and ear_surgery:
        return _(
            "Skipped: it holds air in the cheeks. Not after surgery on the ear or skull base, "
            "nor before Settings knows what your palsy comes from."
        )
    if not exercise.therapist_only or leave is not None:
        return None
    own = [entry for entry in leaves if entry.exercise == exercise.id]
    ended = [entry for entry in own if today is not None and entry.until < today]
    coming = [entry for entry in own if today is not None and entry.on > today]
    if coming:
        return _("Skipped until {on}: {by} allows it from then.").format(
            on=coming[0].on, by=coming[0].by
        )
    if ended:
        last = max(ended, key=lambda entry: entry.until)
        return _("Skipped: {by} allowed it until {until}. Ask if you may go on.").format(
            by=last.by, until=last.until
        )
    return _("Skipped: your therapist must allow this exercise first.")
