"""Handles the user actions of `ActionRequested`: pause, skip, more rest, stop and others."""

from sessions.engine import texts as words
from sessions.engine.by_clock import go_by_clock, may_go_by_clock, may_watch_again, watch_again
from sessions.engine.cards.person_stop import stop_by_person
from sessions.engine.cards.stop_cards import RELAX_S, leave_stop_card
from sessions.engine.exercises import skip_step
from sessions.engine.interface.events import UserAction
from sessions.engine.interface.view import AfterStop
from sessions.engine.pauses import RESUMING_S, pause, resume
from sessions.engine.phases import enter, finish
from sessions.engine.positioning import rest_after_stop, rest_anew
from sessions.engine.repetitions import drop_rep
from sessions.engine.session_state import SessionState
from sessions.engine.states import IN_A_REP
from sessions.engine.timing import end_phase

MORE_REST_S = 15.0
"""Added to a rest by "more-rest"."""
MORE_REST = frozenset({"between", "release-step", "rest", "ready", "relax", "stopped"})
"""Phases that may be made longer."""
CONTINUED = frozenset({"demonstration", "ready", "between", "release-step", "guided", "relax"})
"""Phases that "continue" ends at once."""


def act(state: SessionState, at_s: float, action: UserAction) -> None:
    """Perform a user action; an action that is not valid in the current phase is ignored."""
    match action:
        case "pause" if state.pause is None:
            pause(state, at_s, "person")
        case "resume" if state.pause is not None and not state.camera_lost:
            resume(state, at_s)
        case "continue" if state.pause is not None and state.pause.reason == "eye-covered":
            go_by_clock(state, at_s)
        case "by-clock" if may_go_by_clock(state):
            go_by_clock(state, at_s)
        case "by-clock" if may_watch_again(state):
            watch_again(state, at_s)
        case "enough":
            finish(state, at_s, "stopped", words.BY_YOU)
        case "stop-set":
            stop_by_person(state, at_s, None)
        case "new-rest" if state.phase == "stopped":
            rest_after_stop(state, at_s)
        case "new-rest" if state.rest is not None and state.phase != "relax":
            rest_anew(state, at_s)
        case _ if state.pause is not None:
            pass
        case "continue":
            _continue(state, at_s)
        case "skip" if state.phase in {"between", "release-step"}:
            end_phase(state, at_s)
        case "skip" if state.phase in IN_A_REP | {"demonstration", "ready", "resuming", "guided"}:
            skip_step(state, at_s)
        case "again" if state.run is not None and state.phase in IN_A_REP:
            drop_rep(state)
            enter(state, at_s, "ready", RESUMING_S)
        case "more-rest" if state.phase in MORE_REST:
            state.ends_s = None if state.ends_s is None else state.ends_s + MORE_REST_S
        case "rest" if state.phase == "stopped" and state.after_stop == "choose":
            enter(state, at_s, "relax", RELAX_S)
        case "next" if state.phase == "stopped":
            leave_stop_card(state, at_s, "next")
        case _:
            pass


def _continue(state: SessionState, at_s: float) -> None:
    at_rest = state.run is None or not state.run.open
    if state.phase in CONTINUED or (state.phase == "rest" and at_rest):
        end_phase(state, at_s)
    elif state.phase == "stopped":
        on: dict[AfterStop, AfterStop] = {"end": "next", "care": "choose"}
        leave_stop_card(state, at_s, on.get(state.after_stop, state.after_stop))
