"""Asks the camera process for its second model of the eyes, and for the skin of brows and nose,
only where an exercise uses them."""

from collections.abc import Callable

from routines.model import Exercise
from routines.movements import MeasureKey, is_eye_pair
from sessions.engine.interface.commands import Command, Cue
from sessions.live.request import SessionRequest
from sessions.messages import ReadEyes

BY_SKIN: frozenset[MeasureKey] = frozenset({"brow-raise", "frown", "snarl"})
"""Measured at a brow or the nose (see `sessions.face.skin.points`)."""


def reads_the_eye(exercise: Exercise) -> bool:
    """Whether `exercise` is measured at the eye, or watches one that moves along."""
    return exercise.measure == "eye-closure" or any(map(is_eye_pair, exercise.watch))


def reads_the_skin(exercise: Exercise) -> bool:
    """Whether `exercise` is measured where skin is followed; what moves along is never a brow."""
    return exercise.measure in BY_SKIN


def used_by(exercise: Exercise) -> ReadEyes:
    """What `exercise` uses of what costs time."""
    return ReadEyes(wanted=reads_the_eye(exercise), skin=reads_the_skin(exercise))


class EyesWanted:
    """Hears which exercise begins; between two exercises what was wanted last stays."""

    def __init__(self, request: SessionRequest, tell: Callable[[ReadEyes], None]) -> None:
        """`tell` gets a message whenever something else is wanted; at first both are."""
        steps = request.plan.routine.steps
        self._used = {each.id: used_by(each) for each in (step.exercise for step in steps)}
        self._simulated = request.simulated
        self._tell = tell
        self._wanted = ReadEyes(wanted=True)

    def hear(self, command: Command) -> None:
        """The engine commanded something."""
        if not isinstance(command, Cue) or self._simulated:
            return
        wanted = self._used.get(command.exercise, self._wanted)
        if wanted != self._wanted:
            self._wanted = wanted
            self._tell(wanted)

    def pass_time(self, at_s: float) -> None:
        """Nothing depends on the time."""
