"""Where a session stands, and the one way to go somewhere else.

The ground that `practice` and `engine` stand on: the phase and its time, the pause that lies over
it, what has been said and kept. Every transition goes through `_enter`, which `states` checks.
"""

from dataclasses import dataclass

from sessions.engine import states
from sessions.engine import texts as words
from sessions.engine.agenda import Course
from sessions.engine.commands import Command, Cue, Ending, Finished, KeptPause, KeptVerdict, Phase
from sessions.engine.exercise_run import SetRun
from sessions.engine.plan import SessionPlan
from sessions.engine.resume_point import position_after
from sessions.engine.view import StopCard
from sessions.messages import RestTaken
from sessions.readings import Reading
from sessions.reps.rep import Rep, Verdict


@dataclass(frozen=True)
class Pause:
    """Why a session stands still, and how far its phase had come."""

    words: str
    reason: str
    """A reading's reason, or "person", "camera", "asleep"."""
    elapsed_s: float
    rep_dropped: bool
    """Whether it fell into a repetition, which is asked for again."""


class Phases:
    """The state of one session. Times are seconds on the session's own clock."""

    def __init__(self, plan: SessionPlan) -> None:
        self.plan = plan
        self.phase: Phase = "finding-face"
        self.began_s = 0.0
        self.ends_s: float | None = None
        self.at_s = 0.0
        """Time of the last event."""
        self.pause: Pause | None = None
        self.rest: RestTaken | None = None
        self.reading: Reading | None = None
        self.run: SetRun | None = None
        """The exercise being done, if it is scored."""
        self.stop: StopCard | None = None
        self.hint = ""
        self.last_rep: Rep | None = None
        self.ended: Ending | None = None
        self.why_ended = ""
        self.by_clock = plan.by_clock
        self._position = position_after(plan.kept)
        self.course = Course(plan.routine, self._position.ended)
        self._something_kept = bool(plan.kept)
        self._settled = True
        """Whether the repetition last asked for was confirmed, unseen or dropped."""
        self._out: list[Command] = []

    def _enter(self, at_s: float, phase: Phase, seconds: float | None) -> None:
        states.check(self.phase, phase)
        self.phase = phase
        self.began_s = at_s
        self.ends_s = None if seconds is None else at_s + seconds
        self._cue(at_s, phase, seconds)

    def _cue(self, at_s: float, phase: Phase, seconds: float | None) -> None:
        exercise = None if self.course.step is None else self.course.step.exercise
        self._say(
            Cue(
                at_s=at_s,
                phase=phase,
                seconds=seconds,
                exercise="" if exercise is None else exercise.id,
                measure=None if exercise is None else exercise.measure,
                target_percent=100.0 if self.run is None else self.run.target_percent,
            )
        )

    def _pause(self, at_s: float, reason: str, sentence: str = "") -> None:
        why = sentence or words.paused(reason)
        elapsed_s = max(0.0, at_s - self.began_s)
        self.pause = Pause(why, reason, elapsed_s, rep_dropped=self._drop_rep())
        self._say(KeptPause(at_s=at_s, why=why))
        self._cue(at_s, "paused", None)

    def _drop_rep(self) -> bool:
        """Forget the repetition under way; True if it is to be asked for again."""
        dropped = self.run is not None and not self._settled
        if self.run is not None:
            self.run.abandon()
            self.run.asked -= dropped
        self._settled = True
        return dropped

    def _lift_pause(self, at_s: float) -> None:
        pause = self.pause
        if pause is None:
            return
        self.pause = None
        self.hint = ""
        stood_s = at_s - self.began_s - pause.elapsed_s
        self.began_s += stood_s
        if self.ends_s is not None:
            self.ends_s += stood_s
        self._say(KeptPause(at_s=at_s, why=""))

    def _finish(self, at_s: float, ended: Ending, why: str = "") -> None:
        if ended == "stopped" and not self._something_kept:
            ended = "abandoned"
        if ended != "finished" and self._something_kept:
            if self.run is not None or self.phase == "guided":
                self._say(self.course.end(at_s, "stopped", why))
            self._out.extend(self.course.leave_all(at_s, why))
        states.check(self.phase, "done")
        self.phase, self.pause, self.ends_s = "done", None, None
        self.ended, self.why_ended = ended, why
        self._cue(at_s, "done", None)
        self._say(Finished(at_s=at_s, ended=ended, why=why))

    def _keep_verdict(self, at_s: float, verdict: Verdict) -> None:
        index = self.course.index
        if index is not None:
            number = 1 if self.run is None else self.run.set
            self._say(KeptVerdict(at_s=at_s, step=index, set=number, verdict=verdict))

    def _say(self, command: Command) -> None:
        self._out.append(command)
