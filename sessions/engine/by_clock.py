"""Practice without the camera: by the clock, when the person asks for it, and back again.

By the clock nothing is measured and no guard works; that is said and recorded. Only the person
chooses it, from any moment in which the session waits for the camera. The camera is tried again
at the next exercise, unless the person began without it.
"""

from sessions.engine.exercises import begin_step
from sessions.engine.interface.commands import KeptBlind
from sessions.engine.pauses import resume
from sessions.engine.positioning import rest_anew
from sessions.engine.session_state import SessionState
from sessions.engine.states import POSITIONING
from sessions.guards import blind_sentences


def may_go_by_clock(state: SessionState) -> bool:
    """Whether the session waits for the camera, so that going on without it can be offered."""
    if state.by_clock:
        return False
    if state.pause is not None:
        return state.pause.reason != "person" or state.camera_lost
    return state.phase in POSITIONING


def go_by_clock(state: SessionState, at_s: float) -> None:
    """Go on by the clock at once; a repetition that was interrupted is asked for again."""
    positioning = state.phase in POSITIONING
    state.by_clock = True
    index = state.agenda.index
    state.by_clock_since = index
    if state.run is not None and index is not None:
        state.run.go_by_clock()
        state.out.append(KeptBlind(at_s=at_s, step=index, why=blind_sentences.BLIND_BY_CLOCK))
    resume(state, at_s)
    if positioning:
        begin_step(state, at_s)


def may_watch_again(state: SessionState) -> bool:
    """Whether an exercise is done by the clock which the camera could watch."""
    return (
        state.by_clock
        and not state.plan.by_clock
        and state.run is not None
        and state.phase not in {"stopped", "relax"}
    )


def watch_again(state: SessionState, at_s: float) -> None:
    """Look for the face and take rest anew; the exercise goes on with the camera."""
    state.by_clock = False
    rest_anew(state, at_s)
