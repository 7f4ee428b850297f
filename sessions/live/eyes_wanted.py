"""Asks the camera process for its second model of the eyes only where an exercise uses them."""

from collections.abc import Callable

from routines.model import Exercise
from routines.movements import is_eye_pair
from sessions.engine.interface.commands import Command, Cue
from sessions.live.request import SessionRequest
from sessions.messages import ReadEyes


def reads_the_eye(exercise: Exercise) -> bool:
    """Whether `exercise` is measured at the eye, or watches one that moves along."""
    return exercise.measure == "eye-closure" or any(map(is_eye_pair, exercise.watch))


class EyesWanted:
    """Hears which exercise begins; between two exercises what was wanted last stays."""

    def __init__(self, request: SessionRequest, tell: Callable[[ReadEyes], None]) -> None:
        """`tell` gets a message whenever something else is wanted; at first eyes are read."""
        self._used = {
            step.exercise.id: reads_the_eye(step.exercise) for step in request.plan.routine.steps
        }
        self._simulated = request.simulated
        self._tell = tell
        self._wanted = True

    def hear(self, command: Command) -> None:
        """The engine commanded something."""
        if not isinstance(command, Cue) or self._simulated:
            return
        wanted = self._used.get(command.exercise, self._wanted)
        if wanted != self._wanted:
            self._wanted = wanted
            self._tell(ReadEyes(wanted=wanted))

    def pass_time(self, at_s: float) -> None:
        """Nothing depends on the time."""
