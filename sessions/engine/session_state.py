"""The whole state of one session in one object.

`Engine` owns a `SessionState` and passes it to the functions of this package, which read and
change it. Nothing else is remembered between two events. Times are seconds on the session's own
clock, unless a field says otherwise.
"""

import math
from dataclasses import dataclass

from routines.guided import Moment
from sessions.engine.agenda import Agenda
from sessions.engine.exercise_run import ExerciseRun
from sessions.engine.face_presence import FacePresence
from sessions.engine.interface.commands import Command, Ending, Phase
from sessions.engine.interface.plan import SessionPlan
from sessions.engine.interface.view import AfterStop, StopCard
from sessions.engine.resume_point import position_after
from sessions.engine.states import SessionError
from sessions.messages import RestTaken
from sessions.readings import Load, Reading
from sessions.reps.rep import Rep, Verdict


@dataclass(frozen=True)
class Pause:
    """A pause that lies over the current phase."""

    words: str
    """The sentence shown."""
    reason: str
    """A reading's reason, or "person", "camera", "asleep"."""
    elapsed_s: float
    """How far the phase had come, seconds."""
    rep_dropped: bool
    """Whether a repetition was interrupted, which is then asked for again."""


class SessionState:
    """Where a session stands after its last event."""

    def __init__(self, plan: SessionPlan) -> None:
        self.plan = plan
        self.begun = False
        """Whether `Began` has come."""
        self.attended = False
        """Whether questions wait for an answer. See `Began`."""
        self.at_s = 0.0
        """Time of the last event."""
        self.out: list[Command] = []
        """Commands of the event being handled, in order."""

        self.phase: Phase = "finding-face"
        self.began_s = 0.0
        """When the phase began. A pause moves it forward."""
        self.ends_s: float | None = None
        """When the phase ends by itself; None where it waits."""
        self.pause: Pause | None = None
        """The pause over the phase, if there is one."""

        self.by_clock = plan.by_clock
        """Whether the exercises run by the clock alone, without the camera."""
        self.by_clock_since: int | None = None
        """The step in which the person chose that; later ones try the camera again."""
        self.camera_lost = False
        """Whether the camera is known to give no readings."""
        self.presence = FacePresence()
        self.reading: Reading | None = None
        """The last reading."""
        self.load: Load = "every-frame"
        """How much the worker measured in the last reading."""
        self.load_changed_s = -math.inf
        """When that was another than before."""
        self.positioning_since_s: float | None = None
        """Since when the face has been looked for; None while it is not."""
        self.rest: RestTaken | None = None
        """The face at rest that excursions are measured from."""

        self.resumed_from = position_after(plan.kept)
        """How far an interrupted session had come; its beginning if there was none."""
        self.agenda = Agenda(plan.routine, self.resumed_from.ended)
        if self.resumed_from.step is not None:
            self.agenda.first(self.resumed_from.step)
        self.moments: tuple[Moment, ...] = ()
        """The course of the guided step being done."""
        self.moment: Moment | None = None
        """Where it stands in that course."""
        self.run: ExerciseRun | None = None
        """The exercise being done, if it is scored."""
        self.shown: set[str] = set()
        """Exercises whose demonstration was shown."""
        self.rep_settled = True
        """Whether the repetition last asked for was confirmed, unseen or dropped."""
        self.last_rep: Rep | None = None
        """The last repetition of this exercise."""
        self.last_hidden = False
        """Whether it was done without seeing the meters."""
        self.hint = ""
        """The words shown for now; empty if there are none."""
        self.told: Verdict | None = None
        """The verdict whose sentence was shown last."""
        self.something_kept = bool(plan.kept)
        """Whether anything was done that is worth a record."""

        self.unseen_reps: dict[int, int] = {}
        """By step: repetitions in which the weak side was not seen to move. See `stillness`."""
        self.moved: set[int] = set()
        """Steps in which it was seen at least once."""
        self.care_offered = False
        """Whether massage and care were offered in place of what stays still."""
        self.stop: StopCard | None = None
        """The card of the last stop."""
        self.stopped_at: tuple[int, int] | None = None
        """The step and set which that card is about."""
        self.card_left = False
        """Whether that card was left, and no repetition asked for since."""
        self.stopped_begun = True
        """Whether anything of that step had been done."""
        self.after_stop: AfterStop = "next"
        """What follows that card."""
        self.stopped_exercises = self.resumed_from.stopped
        """How many exercises were ended by a stop."""

        self.ended: Ending | None = None
        """How the session ended; None while it runs."""
        self.why_ended = ""
        """Why it was cut short, in plain words."""

    def scored_exercise(self) -> tuple[ExerciseRun, int]:
        """The exercise being done and its step's number. Raises SessionError if there is none."""
        if self.run is None or self.agenda.index is None:
            raise SessionError(f"{self.phase!r} without an exercise")
        return self.run, self.agenda.index
