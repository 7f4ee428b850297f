"""Which exercises of a routine are new to a person, or were not done for a while."""

from collections.abc import Iterable
from datetime import date, timedelta

from routines.model import Routine
from sessions.history.summary import SessionSummary

KNOWN_FOR = timedelta(days=14)
"""An exercise done in this time is known. Engineering default: no published figure."""


def to_demonstrate(
    routine: Routine, sessions: Iterable[SessionSummary], today: date, *, simulated: bool = False
) -> tuple[str, ...]:
    """Ids of the scored exercises to be shown before they are done, in order, each once.

    An exercise counts as done where a repetition of it was asked for; the simulated patient has
    its own past.
    """
    done = {
        exercise.id
        for session in sessions
        if session.simulated == simulated and today - session.started.date() <= KNOWN_FOR
        for exercise in session.exercises
        if exercise.reps or exercise.unseen
    }
    steps = (step for step in routine.steps if step.scored and step.skipped is None)
    return tuple(dict.fromkeys(s.exercise.id for s in steps if s.exercise.id not in done))
