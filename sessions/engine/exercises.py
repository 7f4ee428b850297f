"""Going through a routine: its exercises, their repetitions, and what follows a stop.

Built on `phases`; `engine` puts events, wishes and time on top. The guards say when a set ends;
this says what happens then: rest and one smaller retry after overcompensation, the end of the
exercise after fatigue or linked movement, the person's choice after the person's own word.
"""

from typing import Literal

from routines.model import Step
from sessions.engine import texts as words
from sessions.engine.commands import KeptBlind, KeptRep, KeptUnseen
from sessions.engine.exercise_run import SetRun
from sessions.engine.phases import Phases
from sessions.engine.plan import SessionPlan
from sessions.engine.states import SessionError
from sessions.engine.view import StopCard
from sessions.reps.rep import Rep, Verdict

READY_S = 5.0
"""Posture line, and two seconds to find the muscle."""
SETTLE_S = 6.0
"""How long the rest may grow until both halves are back."""
YOUR_PACE_S = 45.0
"""At the person's own pace: this long without movement counts as one not seen."""
RELAX_S = 30.0
"""Rest after a stopped exercise (clinical brief, row 26: 30 to 60 s)."""
STOPS_THAT_END = 2
"""So many stopped exercises end the session unless the person goes on (row 26)."""

AfterStop = Literal["retry", "next", "end", "choose"]


class Practice(Phases):
    """The way through the exercises of one session."""

    def __init__(self, plan: SessionPlan) -> None:
        super().__init__(plan)
        self._stopped_exercises = self._position.stopped
        self._after_stop: AfterStop = "next"

    # Exercises

    def _begin_step(self, at_s: float) -> None:
        self._out.extend(self.course.pass_skipped(at_s))
        step, index = self.course.step, self.course.index
        if step is None or index is None:
            self._finish(at_s, "finished")
            return
        self.stop = None
        self.hint = ""
        if not step.scored:
            self._enter(at_s, "guided", step.dose.for_s)
            return
        if self.run is None:
            self.last_rep = None
            self.run = SetRun(self.plan, index, self.rest, by_clock=self.by_clock)
            if self._position.step == index:
                self.run.go_on_from(self._position)
            for why in self.run.blind:
                self._say(KeptBlind(at_s=at_s, step=index, why=why))
        self._enter(at_s, "ready", READY_S)

    def _next_step(self, at_s: float, between_s: float) -> None:
        self._out.extend(self.course.pass_skipped(at_s))
        if self.course.step is not None and between_s > 0:
            self._enter(at_s, "between", between_s)
        else:
            self._begin_step(at_s)

    def _working(self) -> tuple[SetRun, int]:
        run, index = self.run, self.course.index
        if run is None or index is None:
            raise SessionError(f"{self.phase!r} without an exercise")
        return run, index

    # Repetitions

    def _begin_rep(self, at_s: float, step: Step) -> None:
        run, _ = self._working()
        self._settled = False
        self.hint = ""
        run.ask()
        if step.assist:
            self._enter(at_s, "assist", step.dose.rise_s)
        elif step.pace == "self" and not run.by_clock:
            self._enter(at_s, "your-pace", YOUR_PACE_S)
        else:
            self._enter(at_s, "rise", step.dose.rise_s)

    def _rep(self, at_s: float, rep: Rep) -> None:
        run, index = self._working()
        self._settled = True
        self._something_kept = True
        rep, verdicts = run.judge(rep)
        self.last_rep = rep
        self._say(
            KeptRep(at_s=at_s, step=index, set=run.set, rep=rep, target_percent=run.target_percent)
        )
        self._out.extend(run.news(at_s))
        if run.hint:
            self.hint, run.hint = run.hint, ""
        for verdict in verdicts:
            self.hint = verdict.sentence
            if verdict.level != "hint":
                self._keep_verdict(at_s, verdict)
            if verdict.level == "stop":
                self._stop_by_guard(at_s, verdict)
                return
        if self.phase == "your-pace" and self.course.step is not None:
            self._enter(at_s, "rest", self.course.step.dose.rest_s)

    def _rest_over(self, at_s: float, step: Step) -> None:
        run, index = self._working()
        if run.open:
            if at_s - self.began_s < step.dose.rest_s + SETTLE_S:
                self.hint = words.LET_GO_ALL_THE_WAY
                self.ends_s = at_s + 0.25
                return
            rep = run.close(at_s)
            if rep is not None:
                self._rep(at_s, rep)
                if self.phase != "rest":
                    return
        if not self._settled:
            self._unseen(at_s, run, index)
        if not run.set_over:
            self._begin_rep(at_s, step)
        elif run.set < step.dose.sets:
            run.next_set()
            self._enter(at_s, "between", step.dose.between_s)
        else:
            self.run = None
            self._say(self.course.end(at_s, "done"))
            self._next_step(at_s, step.dose.between_s)

    def _your_pace_over(self, at_s: float, step: Step) -> None:
        run, index = self._working()
        rep = run.close(at_s) if run.open else None
        if rep is not None:
            self._rep(at_s, rep)
        else:
            self._unseen(at_s, run, index)
            self._enter(at_s, "rest", step.dose.rest_s)

    def _unseen(self, at_s: float, run: SetRun, index: int) -> None:
        self._settled = True
        if run.by_clock:
            self._something_kept = True
            why = words.RAN_BY_THE_CLOCK
        else:
            why = self.hint = words.NOT_SEEN
        self._say(KeptUnseen(at_s=at_s, step=index, set=run.set, why=why))

    # Stops

    def _stop_by_guard(self, at_s: float, verdict: Verdict) -> None:
        run, _ = self._working()
        step = self.course.step
        if step is None:
            raise SessionError("a stop without its exercise")
        rest_s = RELAX_S
        if verdict.rule == "overcompensation" and run.may_retry:
            rest_s = step.thresholds.overcompensation.rest_s
            run.retry_smaller()
            self._after_stop = "retry"
            what_next = words.then_smaller(rest_s)
        else:
            self._end_stopped(at_s, verdict)
            self._out.extend(self.course.other_region_first(at_s, step.exercise.region))
            following = self.course.step
            if following is None:
                self._after_stop, what_next = "next", words.LAST_ONE
            elif self._stopped_exercises >= STOPS_THAT_END:
                self._after_stop, what_next = "end", words.ENOUGH_FOR_TODAY
            else:
                self._after_stop = "next"
                what_next = words.then_next(following.exercise.name, rest_s)
        choices = (
            ("continue", "next", "enough")
            if self._after_stop == "retry"
            else ("continue", "enough")
        )
        self.stop = StopCard(verdict=verdict, what_next=what_next, choices=choices)
        self._enter(at_s, "stopped", rest_s)

    def _end_stopped(self, at_s: float, verdict: Verdict) -> None:
        self.run = None
        self._stopped_exercises += 1
        self._say(self.course.end(at_s, "stopped", verdict.sentence))

    def _leave_stop_card(self, at_s: float, how: AfterStop) -> None:
        card = self.stop
        if card is None:
            raise SessionError("a stop without its card")
        if how == "end":
            self._finish(at_s, "stopped", words.TWO_STOPPED)
            return
        if how == "next" and self._after_stop in {"retry", "choose"}:
            self._end_stopped(at_s, card.verdict)
        self._begin_step(at_s)
