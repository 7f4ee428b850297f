"""Stops requested by the person, and reported feelings. Pain ends the session."""

from msgspec.structs import replace

from sessions.engine import texts as words
from sessions.engine.cards.show_card import note_stopped, show_card
from sessions.engine.interface.events import Feeling
from sessions.engine.pauses import lift_pause
from sessions.engine.phases import enter, finish, keep_at, keep_verdict
from sessions.engine.repetitions import drop_rep
from sessions.engine.session_state import SessionState
from sessions.engine.states import POSITIONING
from sessions.reps.rep import Verdict


def feel(state: SessionState, at_s: float, feeling: Feeling) -> None:
    """Stop because of a feeling, or name it on a stop card."""
    if feeling == "pain":
        keep_verdict(state, at_s, _verdict(state, at_s, feeling))
        finish(state, at_s, "stopped", words.PAIN)
    elif state.phase == "stopped" and state.after_stop == "choose":
        _show_card(state, at_s, feeling)
    elif state.phase == "stopped" or state.card_left:
        _name_feeling(state, at_s, feeling)
    else:
        stop_by_person(state, at_s, feeling)


def stop_by_person(state: SessionState, at_s: float, feeling: Feeling | None) -> None:
    """End the set at once and let the person choose; before any exercise, end the session."""
    if state.phase in POSITIONING and state.run is None:
        finish(state, at_s, "stopped", words.BY_YOU)
        return
    if state.phase == "stopped":
        return
    if state.pause is not None:
        lift_pause(state, at_s)
    drop_rep(state)
    state.after_stop = "choose"
    note_stopped(state)
    _show_card(state, at_s, feeling)
    enter(state, at_s, "stopped", None)


def _show_card(state: SessionState, at_s: float, feeling: Feeling | None) -> None:
    verdict = _verdict(state, at_s, feeling)
    keep_verdict(state, at_s, verdict)
    choices = ("continue", "rest", "next", "enough")
    show_card(state, verdict, words.YOU_CHOOSE, choices, own=True, feeling=feeling)


def _name_feeling(state: SessionState, at_s: float, feeling: Feeling) -> None:
    """Keep how it felt beside the guard's stop, which stays the reason."""
    if state.stopped_at is None or (state.stop is not None and state.stop.feeling == feeling):
        return
    verdict = replace(_verdict(state, at_s, feeling), level="hint", sentence=words.FELT[feeling])
    keep_at(state, at_s, verdict, *state.stopped_at)
    if state.stop is not None:
        state.stop = replace(state.stop, feeling=feeling)


def _verdict(state: SessionState, at_s: float, feeling: Feeling | None) -> Verdict:
    return words.own_word(feeling, at_s, 0 if state.run is None else state.run.rep_now)
