"""Positioning phases: wait for a face, then request the rest calibration; repeated on request."""

from sessions.engine import texts as words
from sessions.engine.cards.show_card import may_take_rest
from sessions.engine.exercises import READY_S, begin_step
from sessions.engine.interface.commands import AskForRest, KeptRest
from sessions.engine.pauses import lift_pause
from sessions.engine.phases import enter, look_for_face
from sessions.engine.repetitions import drop_rep
from sessions.engine.session_state import SessionState
from sessions.engine.states import POSITIONING
from sessions.messages import RestTaken
from sessions.readings import Reason, Turn

FACE_FOR_S = 0.5
"""The face is there this long, good to score, before rest is taken."""
REST_FOR_S = 1.0
"""Length of the rest that is taken (validity study, section 12: at least a second)."""
REST_WITHIN_S = 8.0
"""Without an answer by then, the face is looked for again."""


def rest_anew(state: SessionState, at_s: float) -> None:
    """Look for the face and take rest anew, if an exercise is being done. Ends a pause."""
    lift_pause(state, at_s)
    if state.run is not None and state.phase not in POSITIONING:
        drop_rep(state)
        look_for_face(state, at_s)


def rest_after_stop(state: SessionState, at_s: float) -> None:
    """Leave a stop card for the face and its rest, then go on where the card would lead."""
    if may_take_rest(state):
        lift_pause(state, at_s)
        look_for_face(state, at_s)


def advance_positioning(state: SessionState, at_s: float) -> None:
    """Ask for rest once the face is there; look again when no answer comes."""
    if state.phase == "finding-face":
        if state.presence.found(at_s, FACE_FOR_S):
            enter(state, at_s, "taking-rest", REST_FOR_S)
            state.out.append(AskForRest(at_s=at_s, seconds=REST_FOR_S))
    elif at_s - state.began_s > REST_WITHIN_S:
        look_for_face(state, at_s)


def rest_known(state: SessionState, at_s: float, rest: RestTaken) -> None:
    """Keep the rest that was taken and begin, or go on with, the exercise."""
    state.rest = rest
    state.out.append(
        KeptRest(
            at_s=at_s,
            mm_per_px=rest.mm_per_px,
            left=rest.left,
            right=rest.right,
            at_rest=rest.at_rest,
            iris_mm_per_px=rest.iris_mm_per_px,
        )
    )
    if state.phase != "taking-rest":
        return
    state.hint = ""
    if state.run is None:
        begin_step(state, at_s)
    else:
        state.run.rest_anew(rest)
        enter(state, at_s, "ready", READY_S)


def rest_not_taken(
    state: SessionState, at_s: float, reason: Reason | str, turned: Turn | None = None
) -> None:
    """Look for the face again, saying what helps."""
    if state.phase == "taking-rest":
        look_for_face(state, at_s, words.rest_not_taken(reason, turned))
