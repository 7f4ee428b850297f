"""What is said on a slow machine: how much is read now, that something takes long, and the offer to
go on by the clock. The engine only tells; nobody is moved to the clock by it."""

from sessions.engine import texts as words
from sessions.engine.by_clock import may_go_by_clock
from sessions.engine.session_state import SessionState
from sessions.engine.states import POSITIONING
from sessions.readings import Reading

LOAD_TOLD_S = 8.0
"""Time to read a line that comes beside a movement."""
LONG_S = 6.0
"""A face is usually found and its rest read in three seconds; offered by then, the clock is there
within ten seconds of trouble also where the worker never says a word."""


def note_load(state: SessionState, at_s: float, reading: Reading) -> None:
    """Remember when the worker began to measure more or less."""
    if reading.load != state.load:
        state.load, state.load_changed_s = reading.load, at_s


def load_told(state: SessionState) -> str:
    """How much is read now, for a while after it changed."""
    told = not state.by_clock and state.at_s - state.load_changed_s < LOAD_TOLD_S
    return words.LOADS[state.load] if told else ""


def note_positioning(state: SessionState, at_s: float) -> None:
    """Remember since when the face has been looked for, through all tries."""
    if state.phase not in POSITIONING:
        state.positioning_since_s = None
    elif state.positioning_since_s is None:
        state.positioning_since_s = at_s


def slow_start(state: SessionState) -> str:
    """That the camera, or reading the face at rest, takes long; empty while it does not."""
    if not _long(state):
        return ""
    return words.SLOW_START if state.reading is None else words.SLOW_REST


def clock_offered(state: SessionState) -> bool:
    """Whether to offer the clock: in a pause of the camera's, and where the face cannot be seen, or
    taken at rest, in good time."""
    if not may_go_by_clock(state):
        return False
    unseen = state.reading is not None and state.reading.reason is not None
    return state.pause is not None or unseen or _long(state)


def _long(state: SessionState) -> bool:
    since_s = state.positioning_since_s
    return since_s is not None and state.at_s - since_s >= LONG_S
