"""A session, without input or output: events in, commands out.

`Engine.handle` takes one event that carries its own time and returns what is to be done; equal
lists of events give equal lists of commands. It never sleeps, never asks the time, opens
nothing, and never raises for a bad reading. `states` says which phase may follow which,
`phases` keeps where the session stands, `practice` goes through the exercises, `pausing` holds
them while nothing can be seen, `set_run` judges the repetitions of one, and `viewing` describes
it all for a screen.
"""

from sessions.engine import texts as words
from sessions.engine.commands import AskForRest, Command, Hint, KeptRest
from sessions.engine.describe import describe
from sessions.engine.events import (
    Asked,
    Began,
    CameraBack,
    CameraLost,
    Closed,
    Event,
    Feeling,
    Felt,
    Read,
    RestKnown,
    RestNotTaken,
    SourceEnded,
    Ticked,
    Wish,
)
from sessions.engine.exercises import READY_S, RELAX_S
from sessions.engine.pauses import RESUMING_S, Pausing
from sessions.engine.plan import SessionPlan
from sessions.engine.states import IN_A_REP, SessionError
from sessions.engine.view import SessionView, StopCard
from sessions.messages import RestTaken
from sessions.readings import Reading
from sessions.reps.rep import Verdict

FACE_FOR_S = 0.5
"""The face is there this long, good to score, before rest is taken."""
REST_FOR_S = 1.0
"""Length of the rest that is taken (validity study, section 12: at least a second)."""
REST_WITHIN_S = 8.0
"""Without an answer by then, the face is looked for again."""
FINGERS_OFF_S = 2.0
MORE_REST_S = 15.0
ASLEEP_AFTER_S = 3.0
"""A gap between events this long means the computer slept or stood still."""


class Engine(Pausing):
    """One session from `Began` to `Finished`."""

    def __init__(self, plan: SessionPlan) -> None:
        super().__init__(plan)
        self._begun = False

    def view(self) -> SessionView:
        """The session as it stands after the last event."""
        return describe(self)

    def handle(self, event: Event) -> tuple[Command, ...]:
        """Take one event; return what is to be done, in order. After the end, nothing is.

        Raises SessionError for misuse: time running backwards, or an event before `Began`.
        """
        if self.phase == "done":
            return ()
        if event.at_s < self.at_s:
            raise SessionError(f"time ran backwards, {self.at_s} to {event.at_s}")
        if self._begun == isinstance(event, Began):
            raise SessionError(f"{type(event).__name__} out of place: a session begins once")
        self._out = []
        if self._begun and self.pause is None and event.at_s - self.at_s > ASLEEP_AFTER_S:
            self._stand_still(self.at_s, "asleep")
        self.at_s = event.at_s
        self._take(event)
        self._advance(event.at_s)
        return tuple(self._out)

    # Events

    def _take(self, event: Event) -> None:
        match event:
            case Read(at_s, reading):
                self._read(at_s, reading)
            case Ticked():
                pass
            case Began(at_s):
                self._begin(at_s)
            case RestKnown(at_s, rest):
                self._rest_known(at_s, rest)
            case RestNotTaken(at_s, reason):
                if self.phase == "taking-rest":
                    self._look_for_face(at_s, words.rest_not_taken(reason))
            case CameraLost(at_s, sentence):
                self._camera_lost = True
                if self.pause is None and self._watching():
                    self._stand_still(at_s, "camera", sentence)
            case CameraBack():
                self._camera_lost = False
                self.attention.forget()
            case SourceEnded(at_s):
                self._source_ended(at_s)
            case Asked(at_s, wish):
                self._asked(at_s, wish)
            case Felt(at_s, feeling):
                self._felt(at_s, feeling)
            case Closed(at_s):
                self._finish(at_s, "abandoned", words.CLOSED)

    def _begin(self, at_s: float) -> None:
        self._begun = True
        steps = self.plan.routine.steps
        if not self.by_clock and any(s.scored and s.skipped is None for s in steps):
            self.began_s = at_s
            self._cue(at_s, "finding-face", None)
        else:
            self._begin_step(at_s)

    def _read(self, at_s: float, reading: Reading) -> None:
        self.reading = reading
        self.attention.see(at_s, reading)
        if self.pause is not None or self.run is None or self.phase not in IN_A_REP:
            return
        rep, verdict = self.run.feed(reading, self.phase)
        if verdict is not None:
            self.hint = verdict.sentence
            self._say(Hint(at_s=at_s, verdict=verdict))
            if verdict.level == "caution":
                self._keep_verdict(at_s, verdict)
        if rep is not None:
            self._rep(at_s, rep)

    def _rest_known(self, at_s: float, rest: RestTaken) -> None:
        self.rest = rest
        self._say(KeptRest(at_s=at_s, mm_per_px=rest.mm_per_px, left=rest.left, right=rest.right))
        if self.phase != "taking-rest":
            return
        self.hint = ""
        if self.run is None:
            self._begin_step(at_s)
        else:
            self.run.rest_anew(rest)
            self._enter(at_s, "ready", READY_S)

    def _source_ended(self, at_s: float) -> None:
        if self.run is not None and self.phase in IN_A_REP:
            rep = self.run.close(at_s)
            if rep is not None:
                self._rep(at_s, rep)
        self._finish(at_s, "stopped", words.SOURCE_ENDED)

    # Wishes

    def _asked(self, at_s: float, wish: Wish) -> None:
        match wish:
            case "pause" if self.pause is None:
                self._pause(at_s, "person")
            case "resume" if self.pause is not None and not self._camera_lost:
                self._resume(at_s)
            case "continue" if self.pause is not None and self.pause.reason == "eye-covered":
                self._go_by_clock(at_s)
            case "enough":
                self._finish(at_s, "stopped", words.BY_YOU)
            case "stop-set":
                self._stop_by_person(at_s, None)
            case "new-rest" if self.rest is not None and self.phase not in {"stopped", "relax"}:
                self._new_rest(at_s)
            case _ if self.pause is not None:
                pass
            case "continue":
                self._continue(at_s)
            case "skip":
                self._skip(at_s)
            case "again" if self.run is not None and self.phase in IN_A_REP:
                self._drop_rep()
                self._enter(at_s, "ready", RESUMING_S)
            case "more-rest" if self.phase in {"between", "rest", "ready", "relax", "stopped"}:
                self.ends_s = None if self.ends_s is None else self.ends_s + MORE_REST_S
            case "rest" if self.phase == "stopped" and self._after_stop == "choose":
                self._enter(at_s, "relax", RELAX_S)
            case "next" if self.phase == "stopped":
                self._leave_stop_card(at_s, "next")
            case _:
                pass

    def _continue(self, at_s: float) -> None:
        settled = self.run is None or not self.run.open
        if self.phase in {"ready", "between", "guided", "relax"} or (
            self.phase == "rest" and settled
        ):
            self._phase_over(at_s)
        elif self.phase == "stopped" and self._after_stop != "choose":
            self._leave_stop_card(at_s, "next" if self._after_stop == "end" else self._after_stop)

    def _skip(self, at_s: float) -> None:
        if self.phase == "between":
            self._phase_over(at_s)
        elif self.phase in IN_A_REP or self.phase in {"ready", "resuming", "guided"}:
            self._say(self.course.end(at_s, "skipped", words.BY_YOU))
            self.run = None
            self._next_step(at_s, 0.0)

    def _new_rest(self, at_s: float) -> None:
        if self.pause is not None:
            self._lift_pause(at_s)
        if self.run is not None and self.phase not in {"finding-face", "taking-rest"}:
            self._drop_rep()
            self._look_for_face(at_s)

    def _felt(self, at_s: float, feeling: Feeling) -> None:
        if feeling == "pain":
            self._keep_verdict(at_s, self._own_word(feeling, at_s))
            self._finish(at_s, "stopped", words.PAIN)
        elif self.phase == "stopped" and self._after_stop == "choose":
            verdict = self._own_word(feeling, at_s)
            self._keep_verdict(at_s, verdict)
            self._show_own_card(verdict)
        else:
            self._stop_by_person(at_s, feeling)

    def _stop_by_person(self, at_s: float, feeling: Feeling | None) -> None:
        if self.phase in {"finding-face", "taking-rest"} and self.run is None:
            self._finish(at_s, "stopped", words.BY_YOU)
            return
        if self.phase == "stopped":
            return
        if self.pause is not None:
            self._lift_pause(at_s)
        self._drop_rep()
        verdict = self._own_word(feeling, at_s)
        self._keep_verdict(at_s, verdict)
        self._after_stop = "choose"
        self._show_own_card(verdict)
        self._enter(at_s, "stopped", None)

    def _own_word(self, feeling: Feeling | None, at_s: float) -> Verdict:
        return words.own_word(feeling, at_s, 0 if self.run is None else self.run.rep_now)

    def _show_own_card(self, verdict: Verdict) -> None:
        self.stop = StopCard(
            verdict=verdict,
            what_next=words.YOU_CHOOSE,
            choices=("rest", "next", "enough"),
            may_name_feeling=True,
        )

    # Time

    def _advance(self, at_s: float) -> None:
        if self.phase == "done":
            return
        if self.pause is not None:
            if self.pause.reason != "person" and self._may_go_on(at_s):
                self._resume(at_s)
            return
        if self._watching() and self._cannot_see(at_s):
            return
        if self.phase == "finding-face" and self.attention.found(at_s, FACE_FOR_S):
            self._enter(at_s, "taking-rest", REST_FOR_S)
            self._say(AskForRest(at_s=at_s, seconds=REST_FOR_S))
        elif self.phase == "taking-rest":
            if at_s - self.began_s > REST_WITHIN_S:
                self._look_for_face(at_s)
        else:
            while self.ends_s is not None and at_s >= self.ends_s:
                self._phase_over(self.ends_s)

    def _phase_over(self, at_s: float) -> None:
        """The phase has had its time; go where it leads."""
        phase, step = self.phase, self.course.step
        if phase == "stopped":  # a card may stand after the last exercise
            self._leave_stop_card(at_s, self._after_stop)
            return
        if step is None:
            raise SessionError(f"{phase!r} with no exercise left")
        match phase:
            case "ready" | "resuming":
                self._begin_rep(at_s, step)
            case "assist":
                self._enter(at_s, "fingers-off", FINGERS_OFF_S)
            case "rise" | "fingers-off":
                self._enter(at_s, "hold", step.dose.hold_s)
            case "hold":
                self._enter(at_s, "release", step.dose.release_s)
            case "release":
                self._enter(at_s, "rest", step.dose.rest_s)
            case "rest":
                self._rest_over(at_s, step)
            case "your-pace":
                self._your_pace_over(at_s, step)
            case "guided":
                self._something_kept = True
                self._say(self.course.end(at_s, "done"))
                self._next_step(at_s, step.dose.between_s)
            case "between":
                self._begin_step(at_s)
            case "relax":
                self._begin_step(at_s)
            case _:
                raise SessionError(f"{phase!r} has no end of its own")
