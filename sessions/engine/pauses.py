"""Pauses: when the session stands still, and how it goes on.

A pause the person asked for ends when the person says so. Any other ends by itself as soon as
there is a face again; a repetition that it interrupted is asked for once more, after a countdown.
From a pause that the camera causes the person may go on without it (`by_clock`).
"""

from sessions.engine import texts as words
from sessions.engine.interface.commands import KeptPause
from sessions.engine.phases import cue, enter
from sessions.engine.repetitions import drop_rep
from sessions.engine.session_state import Pause, SessionState
from sessions.engine.states import IN_A_REP, POSITIONING

RESUMING_S = 3.0
"""Countdown before an interrupted repetition is asked for again."""
_WATCHED = IN_A_REP | POSITIONING | {"resuming"}


def pause(state: SessionState, at_s: float, reason: str, sentence: str = "") -> None:
    """Stand still over the current phase. `sentence` replaces the usual words for `reason`."""
    why = sentence or words.paused(reason)
    elapsed_s = max(0.0, at_s - state.began_s)
    state.pause = Pause(why, reason, elapsed_s, rep_dropped=drop_rep(state))
    state.out.append(KeptPause(at_s=at_s, why=why))
    cue(state, at_s, "paused", None)


def pause_unseen(state: SessionState, at_s: float, reason: str, sentence: str = "") -> None:
    """Pause because no readings come; what was seen before is no sign of a face now."""
    state.presence.forget()
    pause(state, at_s, reason, sentence)


def lift_pause(state: SessionState, at_s: float) -> None:
    """End the pause; the phase has as much time left as when it began."""
    lifted = state.pause
    if lifted is None:
        return
    state.pause = None
    state.hint = ""
    stood_s = at_s - state.began_s - lifted.elapsed_s
    state.began_s += stood_s
    if state.ends_s is not None:
        state.ends_s += stood_s
    state.out.append(KeptPause(at_s=at_s, why=""))


def resume(state: SessionState, at_s: float) -> None:
    """Go on: with a countdown where a repetition was interrupted, else where the phase stood."""
    dropped = state.pause is not None and state.pause.rep_dropped
    lift_pause(state, at_s)
    state.presence.forget()
    if dropped or state.phase == "resuming":
        enter(state, at_s, "resuming", RESUMING_S)
    else:
        cue(state, at_s, state.phase, None if state.ends_s is None else state.ends_s - at_s)


def advance_pause(state: SessionState, at_s: float) -> None:
    """End a pause that the person did not ask for, as soon as the session can go on."""
    if state.pause is None or state.pause.reason == "person":
        return
    if not watching(state) or (not state.camera_lost and state.presence.found(at_s)):
        resume(state, at_s)


def watching(state: SessionState) -> bool:
    """Whether the session cannot go on without the camera at this moment."""
    return not state.by_clock and state.phase in _WATCHED


def pause_if_blind(state: SessionState, at_s: float) -> bool:
    """Pause when the camera is gone or the face has been lost for long enough; True if so."""
    presence = state.presence
    if state.camera_lost or presence.silent(at_s):
        pause_unseen(state, at_s, "camera")
        return True
    # The helping finger was asked for, and is away before anything is scored.
    finger = state.phase in {"assist", "fingers-off"} and presence.reason == "hand"
    lost = state.phase not in POSITIONING and not finger and presence.lost(at_s)
    if lost and presence.reason is not None:
        busy = state.reading is not None and state.reading.computer_busy
        pause(state, at_s, presence.reason, words.COMPUTER_BUSY if busy else "")
    return lost
