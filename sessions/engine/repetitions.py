"""The repetitions of a scored exercise: asked for, found by movement, kept, or not seen."""

from routines.model import Step
from sessions.engine import texts as words
from sessions.engine.cards.stillness import note_rep
from sessions.engine.cards.stop_cards import stop_by_guard
from sessions.engine.exercises import next_step
from sessions.engine.interface.commands import Hint, Judged, KeptRep, KeptUnseen
from sessions.engine.phases import enter, keep_verdict
from sessions.engine.session_state import SessionState
from sessions.guards.brief import brief
from sessions.guards.sentences import told_in_last_rep
from sessions.readings import Reading
from sessions.reps.rep import Rep, Verdict

SETTLE_S = 6.0
"""How long the rest may grow until both halves are back."""
YOUR_PACE_S = 45.0
"""At the person's own pace: this long without movement counts as one not seen."""
RELEASE_STEP_S = 10.0
"""Relaxing what moved along: two holds of 5 s, as long as releases are held (PMC9682287)."""
LOOK_AGAIN_S = 0.25
"""A rest that is over while a half is not back is looked at again after this long."""


def begin_rep(state: SessionState, at_s: float, step: Step) -> None:
    """Ask for one repetition."""
    run, _ = state.scored_exercise()
    state.rep_settled = False
    state.card_left = False
    state.hint = ""
    run.ask()
    if step.assist:
        enter(state, at_s, "assist", step.dose.rise_s)
    elif step.pace == "self" and not run.by_clock:
        enter(state, at_s, "your-pace", YOUR_PACE_S)
    else:
        enter(state, at_s, "rise", step.dose.rise_s)


def feed_reading(state: SessionState, at_s: float, reading: Reading) -> None:
    """Hand one reading to the exercise; keep the repetition and the words that come of it."""
    if state.run is None:
        return
    rep, verdict = state.run.feed(reading, state.phase)
    if verdict is not None:
        state.hint, state.told = brief(verdict), verdict
        state.out.append(Hint(at_s=at_s, verdict=verdict))
        if verdict.level == "caution":
            keep_verdict(state, at_s, verdict)
    if rep is not None:
        keep_rep(state, at_s, rep)


def keep_rep(state: SessionState, at_s: float, rep: Rep) -> None:
    """Keep a repetition that is over and let the guards judge it; a stop ends the set."""
    run, index = state.scored_exercise()
    state.rep_settled = True
    state.something_kept = True
    asked_percent = run.target_percent
    rep, verdicts = run.judge(rep)
    if run.set_over:
        verdicts = _nothing_left_to_end(verdicts)
    state.last_rep, state.last_hidden = rep, run.hidden
    state.out.append(
        KeptRep(
            at_s=at_s,
            step=index,
            set=run.set,
            rep=rep,
            target_percent=asked_percent,
            hidden=run.hidden,
        )
    )
    state.out.append(Judged(at_s=at_s, step=index, set=run.set, rep=rep.n, looks=run.looks))
    state.out.extend(run.reference.news(at_s))
    if run.reference.hint:
        state.hint, run.reference.hint = run.reference.hint, ""
    for verdict in verdicts:
        state.hint, state.told = brief(verdict), verdict
        if verdict.level != "hint":
            keep_verdict(state, at_s, verdict)
        if verdict.level == "stop":
            stop_by_guard(state, at_s, verdict)
            return
    if rep.scored and rep.confidence == "normal":
        note_rep(state, at_s, seen=rep.affected.seen)
    if state.phase == "your-pace" and state.agenda.step is not None:
        enter(state, at_s, "rest", state.agenda.step.dose.rest_s)


def _nothing_left_to_end(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """The verdicts of a set's last repetition: a stop is told in place of its rule's cautions."""
    stops = [v for v in verdicts if v.level == "stop"]
    rules = {v.rule for v in stops}
    told = tuple(told_in_last_rep(stop) for stop in stops)
    return (*(v for v in verdicts if v.rule not in rules), *told)


def drop_rep(state: SessionState) -> bool:
    """Forget the repetition under way; True if it is to be asked for again."""
    dropped = state.run is not None and not state.rep_settled
    if state.run is not None:
        state.run.abandon()
        state.run.asked -= dropped
    state.rep_settled = True
    return dropped


def rest_over(state: SessionState, at_s: float, step: Step) -> None:
    """The rest after a repetition is over: the next one, the next set, or the next step.

    While a half is not back at rest, the rest grows, for `SETTLE_S` at most.
    """
    run, _ = state.scored_exercise()
    if run.open:
        if at_s - state.began_s < step.dose.rest_s + SETTLE_S:
            state.hint = words.LET_GO_ALL_THE_WAY
            state.ends_s = at_s + LOOK_AGAIN_S
            return
        rep = run.close(at_s)
        if rep is not None:
            keep_rep(state, at_s, rep)
            if state.phase != "rest":
                return
    if not state.rep_settled:
        _keep_unseen(state, at_s)
        if state.phase != "rest":
            return
    release = run.take_release()
    if not run.set_over and release is not None:
        state.hint = words.relax_linked(release)
        enter(state, at_s, "release-step", RELEASE_STEP_S)
    else:
        go_on(state, at_s, step)


def go_on(state: SessionState, at_s: float, step: Step) -> None:
    """Ask for the next repetition; the next set or step follows where the set has all of them."""
    run, _ = state.scored_exercise()
    if not run.set_over:
        begin_rep(state, at_s, step)
    elif run.set < step.dose.sets:
        run.next_set()
        enter(state, at_s, "between", step.dose.between_s)
    else:
        state.run = None
        state.out.append(state.agenda.end(at_s, "done"))
        next_step(state, at_s, step.dose.between_s)


def your_pace_over(state: SessionState, at_s: float, step: Step) -> None:
    """The person's own time for a repetition is over: keep what there was of it, then rest."""
    run, _ = state.scored_exercise()
    rep = run.close(at_s) if run.open else None
    if rep is not None:
        keep_rep(state, at_s, rep)
    else:
        _keep_unseen(state, at_s)
        if state.phase == "your-pace":
            enter(state, at_s, "rest", step.dose.rest_s)


def _keep_unseen(state: SessionState, at_s: float) -> None:
    run, index = state.scored_exercise()
    state.rep_settled = True
    if run.by_clock:
        state.something_kept = True
        why = words.RAN_BY_THE_CLOCK
    else:
        why = words.NOT_SEEN
    state.out.append(KeptUnseen(at_s=at_s, step=index, set=run.set, why=why))
    if not run.by_clock:
        state.hint = words.NOT_SEEN
        note_rep(state, at_s, seen=False)
