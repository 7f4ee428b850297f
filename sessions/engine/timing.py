"""Time-driven transitions: automatic pauses and resumes, and the end of timed phases."""

from sessions.engine.cards.stop_cards import leave_stop_card
from sessions.engine.exercises import READY_S, begin_step, lead_guided, next_step
from sessions.engine.pauses import advance_pause, pause_if_blind, watching
from sessions.engine.phases import enter
from sessions.engine.positioning import advance_positioning
from sessions.engine.repetitions import go_on, rest_over, your_pace_over
from sessions.engine.session_state import SessionState
from sessions.engine.states import POSITIONING, SessionError

FINGERS_OFF_S = 2.0
"""Time to take the helping finger away before the hold that is scored."""


def advance(state: SessionState, at_s: float) -> None:
    """Bring the session up to `at_s`: every phase that has ended leads to the next."""
    if state.phase == "done":
        return
    if state.pause is not None:
        advance_pause(state, at_s)
    elif watching(state) and pause_if_blind(state, at_s):
        return
    elif state.phase in POSITIONING:
        advance_positioning(state, at_s)
    else:
        lead_guided(state, at_s)
        while state.ends_s is not None and at_s >= state.ends_s:
            end_phase(state, state.ends_s)
            lead_guided(state, at_s)


def end_phase(state: SessionState, at_s: float) -> None:
    """End the phase and enter the next. Raises SessionError for a phase that only waits."""
    phase, step = state.phase, state.agenda.step
    if phase == "stopped":  # a card may stand after the last exercise
        leave_stop_card(state, at_s, state.after_stop)
        return
    if step is None:
        raise SessionError(f"{phase!r} with no exercise left")
    match phase:
        case "demonstration":
            enter(state, at_s, "ready", READY_S)
        case "ready" | "resuming":
            go_on(state, at_s, step)
        case "assist":
            enter(state, at_s, "fingers-off", FINGERS_OFF_S)
        case "rise" | "fingers-off":
            enter(state, at_s, "hold", step.dose.hold_s)
        case "hold":
            enter(state, at_s, "release", step.dose.release_s)
        case "release":
            enter(state, at_s, "rest", step.dose.rest_s)
        case "rest":
            rest_over(state, at_s, step)
        case "your-pace":
            your_pace_over(state, at_s, step)
        case "guided":
            state.something_kept = True
            state.out.append(state.agenda.end(at_s, "done"))
            next_step(state, at_s, step.dose.between_s)
        case "between" | "release-step" | "relax":
            begin_step(state, at_s)
        case _:
            raise SessionError(f"{phase!r} has no end of its own")
