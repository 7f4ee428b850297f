"""Starts, skips and ends the steps of a routine, and schedules the cues of guided steps."""

from routines.guided import moments
from sessions.engine import texts as words
from sessions.engine.exercise_run import ExerciseRun
from sessions.engine.interface.commands import GuidedCue, KeptBlind
from sessions.engine.phases import enter, finish, look_for_face
from sessions.engine.session_state import SessionState

READY_S = 5.0
"""Posture line, and two seconds to find the muscle."""
DEMONSTRATION_S = 3.0
"""How long a demonstration stands where nobody can press Enter. Engineering default."""


def begin_step(state: SessionState, at_s: float) -> None:
    """Begin the step that is due, or go on with its exercise; finish if none is left."""
    state.out.extend(state.agenda.pass_skipped(at_s))
    step, index = state.agenda.step, state.agenda.index
    if step is None or index is None:
        finish(state, at_s, "finished")
        return
    state.card_left = state.stop is not None
    state.stop = None
    state.hint = ""
    if not step.scored:
        state.moments, state.moment = moments(step), None
        enter(state, at_s, "guided", step.dose.for_s)
        return
    if state.rest is None and not state.by_clock:
        look_for_face(state, at_s)
        return
    if state.run is None:
        _try_camera_again(state, at_s, index)
        state.last_rep = None
        state.run = ExerciseRun(state.plan, index, state.rest, by_clock=state.by_clock)
        if state.resumed_from.step == index:
            state.run.go_on_from(state.resumed_from)
        for why in state.run.blind:
            state.out.append(KeptBlind(at_s=at_s, step=index, why=why))
        if state.resumed_from.step != index and _is_to_be_shown(state, step.exercise.id):
            enter(state, at_s, "demonstration", None if state.attended else DEMONSTRATION_S)
            return
    enter(state, at_s, "ready", READY_S)


def _is_to_be_shown(state: SessionState, exercise: str) -> bool:
    """Whether the exercise's demonstration is due, which then counts as shown."""
    due = exercise in state.plan.demonstrated and exercise not in state.shown
    state.shown.add(exercise)
    return due


def _try_camera_again(state: SessionState, at_s: float, index: int) -> None:
    """Watch this exercise if an earlier one was begun with the camera and it sees a face now."""
    since = state.by_clock_since
    if (
        since is not None
        and index > since
        and state.rest is not None
        and not state.camera_lost
        and state.presence.found(at_s)
    ):
        state.by_clock, state.by_clock_since = False, None


def lead_guided(state: SessionState, at_s: float) -> None:
    """Give the cues of a guided step whose time has come."""
    step = state.agenda.step
    if state.phase != "guided" or step is None:
        return
    for moment in state.moments:
        begins_s = state.began_s + moment.begins_s
        begun = state.moment is not None and moment.begins_s <= state.moment.begins_s
        if begun or begins_s > at_s:
            continue
        state.moment = moment
        exercise = step.exercise
        state.out.append(
            GuidedCue(
                at_s=begins_s,
                exercise=exercise.id,
                eyes_shut=exercise.eyes_shut,
                moment=moment,
            )
        )


def next_step(state: SessionState, at_s: float, between_s: float) -> None:
    """Go to the next step, after `between_s` of rest if one is left."""
    state.out.extend(state.agenda.pass_skipped(at_s))
    if state.agenda.step is not None and between_s > 0:
        enter(state, at_s, "between", between_s)
    else:
        begin_step(state, at_s)


def skip_step(state: SessionState, at_s: float) -> None:
    """End the step being done as skipped and begin the next at once."""
    state.out.append(state.agenda.end(at_s, "skipped", words.BY_YOU))
    state.run = None
    state.rep_settled = True
    next_step(state, at_s, 0.0)
