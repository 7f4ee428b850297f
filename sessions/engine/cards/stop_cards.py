"""What follows a guard's stop.

After overcompensation the exercise is tried once more, smaller; after fatigue or linked movement
it ends, and the next one comes from another region of the face. The second stopped exercise ends
the session unless the person goes on: a question that waits where somebody can answer it.
"""

from sessions.engine import texts as words
from sessions.engine.cards.show_card import note_stopped, show_card
from sessions.engine.cards.stillness import begin_care
from sessions.engine.exercises import begin_step
from sessions.engine.interface.view import AfterStop, StopChoice
from sessions.engine.phases import enter, finish
from sessions.engine.session_state import SessionState
from sessions.engine.states import SessionError
from sessions.reps.rep import Verdict

RELAX_S = 30.0
"""Rest after a stopped exercise (clinical brief, row 26: 30 to 60 s)."""
STOPS_THAT_END = 2
"""So many stopped exercises end the session unless the person goes on (row 26)."""


def stop_by_guard(state: SessionState, at_s: float, verdict: Verdict) -> None:
    """End the set, decide what comes after it, and show the card that says so."""
    run, _ = state.scored_exercise()
    step = state.agenda.step
    if step is None:
        raise SessionError("a stop without its exercise")
    note_stopped(state)
    rest_s = RELAX_S
    if verdict.rule == "overcompensation" and run.may_retry:
        rest_s = step.thresholds.overcompensation.rest_s
        run.retry_smaller()
        state.after_stop = "retry"
        what_next = words.then_smaller(rest_s)
    else:
        _end_stopped(state, at_s, verdict)
        state.out.extend(state.agenda.other_region_first(at_s, step.exercise.region))
        following = state.agenda.step
        if following is None:
            state.after_stop, what_next = "next", words.LAST_ONE
        elif state.stopped_exercises >= STOPS_THAT_END:
            _ask_to_end(state, at_s, verdict)
            return
        else:
            state.after_stop = "next"
            what_next = words.then_next(following.exercise.name, RELAX_S)
    retries = state.after_stop == "retry"
    choices: tuple[StopChoice, ...] = ("continue", *(("next",) if retries else ()), "enough")
    show_card(state, verdict, what_next, choices)
    enter(state, at_s, "stopped", rest_s)


def resume_after_stop(state: SessionState, at_s: float) -> bool:
    """Go on where a session was broken off after a guard's stop, before another exercise began.

    As then, the next step comes from another region, and the second stop asks whether to go on;
    returns whether that question is put.
    """
    kept = state.resumed_from.stopped_last
    if kept is None:
        return False
    region = state.plan.routine.steps[kept.step].exercise.region
    state.out.extend(state.agenda.other_region_first(at_s, region))
    if state.agenda.step is None or state.stopped_exercises < STOPS_THAT_END:
        return False
    state.stopped_at = (kept.step, kept.set)
    _ask_to_end(state, at_s, kept.verdict)
    return True


def leave_stop_card(state: SessionState, at_s: float, how: AfterStop) -> None:
    """Go where the card leads. Raises SessionError if no card is shown."""
    card = state.stop
    if card is None:
        raise SessionError("a stop without its card")
    if how == "end":
        finish(state, at_s, "stopped", words.TWO_STOPPED)
        return
    if state.after_stop == "care" and how in {"care", "next"}:
        if begin_care(state, at_s):
            begin_step(state, at_s)
        return
    if how == "next" and state.after_stop in {"retry", "choose"}:
        _end_stopped(state, at_s, card.verdict)
    begin_step(state, at_s)


def _ask_to_end(state: SessionState, at_s: float, verdict: Verdict) -> None:
    """Put up the card of the second stop. It waits where somebody can answer."""
    state.after_stop = "end"
    show_card(state, verdict, words.ENOUGH_FOR_TODAY, ("continue", "enough"))
    enter(state, at_s, "stopped", None if state.attended else RELAX_S)


def _end_stopped(state: SessionState, at_s: float, verdict: Verdict) -> None:
    state.run = None
    state.stopped_exercises += 1
    state.out.append(state.agenda.end(at_s, "stopped", verdict.sentence))
