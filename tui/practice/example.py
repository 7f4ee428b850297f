"""A short practice with the simulated patient, to show what a practice is like. Nothing is kept."""

import contextlib
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from routines.model import Dose, Routine, Step
from routines.reading.library import find
from sessions.care.settings import Settings
from sessions.live.request import SessionRequest
from tui.texts import practice as words

MOVEMENT = "open-smile"
DOSE = Dose(sets=1, reps=2, rise_s=2.0, hold_s=2.0, release_s=2.0, rest_s=2.0)
"""Two repetitions: with finding the face, its rest and the time to get ready, some 30 seconds."""


@contextlib.contextmanager
def example_request(settings: Settings, started: datetime) -> Iterator[SessionRequest]:
    """The practice, in a folder of its own that is deleted afterwards.

    Without sound until it was chosen, because the palsied ear may hurt.
    """
    quiet = "sound" in settings.still_to_ask or settings.answers.finished_on is None
    with tempfile.TemporaryDirectory(prefix="slowsmile-", ignore_cleanup_errors=True) as name:
        yield SessionRequest(
            routine=example_routine(),
            side=settings.side or "left",
            data=Path(name),
            source="sim:steady",
            sound=replace(settings.sound, on=settings.sound.on and not quiet),
            view="bars",
            reduced_motion=settings.reduced_motion,
            started=started,
        )


def example_routine() -> Routine:
    """One gentle smile, twice."""
    usual = find("daily-gentle")
    step = next(each for each in usual.steps if each.exercise.id == MOVEMENT)
    shown: Step = replace(step, dose=DOSE)
    return replace(usual, id="example", name=words.EXAMPLE_NAME, steps=(shown,))
