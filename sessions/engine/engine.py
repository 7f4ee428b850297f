"""A session, without input or output: events in, commands out.

`Engine.handle` takes one event that carries its own time and returns what is to be done; equal
lists of events give equal lists of commands. It never sleeps, never asks the time, opens
nothing, and never raises for a bad reading.

What is remembered is one `SessionState`. `states` lists which phase may follow which and
`phases` enters them. `positioning`, `exercises`, `repetitions`, `pauses`, `by_clock` and the
modules of `cards` each do one part of a session; `timing` and `user_actions` call them when time
passes or the person asks; `describe` turns the state into a view for a screen.
"""

from sessions.engine import texts as words
from sessions.engine.cards.person_stop import feel
from sessions.engine.cards.stop_cards import resume_after_stop
from sessions.engine.describe import describe
from sessions.engine.exercises import begin_step
from sessions.engine.interface.commands import Command, Ending, KeptStepEnd, Phase
from sessions.engine.interface.events import (
    ActionRequested,
    Began,
    CameraBack,
    CameraLost,
    Closed,
    Event,
    Felt,
    Read,
    RestKnown,
    RestNotTaken,
    SourceEnded,
    Ticked,
)
from sessions.engine.interface.plan import SessionPlan
from sessions.engine.interface.view import ReadFor, SessionView
from sessions.engine.pauses import pause_unseen, watching
from sessions.engine.phases import cue, finish
from sessions.engine.positioning import rest_known, rest_not_taken
from sessions.engine.repetitions import feed_reading, keep_rep
from sessions.engine.session_state import Pause, SessionState
from sessions.engine.slowness import load_told, note_load, note_positioning
from sessions.engine.states import IN_A_REP, POSITIONING, SessionError
from sessions.engine.timing import advance
from sessions.engine.user_actions import act
from sessions.readings import Reading

ASLEEP_AFTER_S = 3.0
"""A gap between events this long means the computer slept or stood still."""


class Engine:
    """One session from `Began` to `Finished`."""

    def __init__(self, plan: SessionPlan) -> None:
        self._state = SessionState(plan)
        self._view: SessionView | None = None
        """Of the last event: a screen asks once for each of its keys."""

    @property
    def plan(self) -> SessionPlan:
        """What the session was given before it began."""
        return self._state.plan

    @property
    def at_s(self) -> float:
        """Time of the last event, seconds on the session's clock."""
        return self._state.at_s

    @property
    def phase(self) -> Phase:
        """The current phase; a pause leaves it as it is."""
        return self._state.phase

    @property
    def ends_s(self) -> float | None:
        """When the phase ends by itself, seconds on the session's clock; None where it waits."""
        return self._state.ends_s

    @property
    def pause(self) -> Pause | None:
        """The pause over the phase, if there is one."""
        return self._state.pause

    @property
    def by_clock(self) -> bool:
        """Whether the exercise runs by the clock alone."""
        return self._state.by_clock

    @property
    def ended(self) -> Ending | None:
        """How the session ended; None while it runs."""
        return self._state.ended

    @property
    def reads_for(self) -> ReadFor | None:
        """What the next reading is read for; None where it only tells whether a face is there."""
        state = self._state
        if state.run is None or state.pause is not None or state.phase not in IN_A_REP:
            return None
        return state.run.reads_for

    @property
    def smooth(self) -> bool:
        """Whether nothing is to be told of the camera: the face is seen, and nothing is slow."""
        state = self._state
        seen = state.reading is not None and state.reading.reason is None
        under_way = state.pause is None and state.phase not in POSITIONING
        return seen and under_way and not load_told(state)

    def view(self) -> SessionView:
        """The session as it stands after the last event."""
        if self._view is None:
            self._view = describe(self._state)
        return self._view

    def handle(self, event: Event) -> tuple[Command, ...]:
        """Take one event; return what is to be done, in order. After the end, nothing is.

        Raises SessionError for misuse: time running backwards, or an event before `Began`.
        """
        state = self._state
        if state.phase == "done":
            return ()
        if event.at_s < state.at_s:
            raise SessionError(f"time ran backwards, {state.at_s} to {event.at_s}")
        if state.begun == isinstance(event, Began):
            raise SessionError(f"{type(event).__name__} out of place: a session begins once")
        self._view = None
        state.out = []
        if state.begun and state.pause is None and event.at_s - state.at_s > ASLEEP_AFTER_S:
            pause_unseen(state, state.at_s, "asleep")
        state.at_s = event.at_s
        _take(state, event)
        advance(state, event.at_s)
        note_positioning(state, event.at_s)
        return tuple(state.out)


def _take(state: SessionState, event: Event) -> None:
    match event:
        case Read(at_s, reading):
            _read(state, at_s, reading)
        case Ticked():
            pass
        case Began(at_s, attended):
            state.attended = attended
            _begin(state, at_s)
        case RestKnown(at_s, rest):
            rest_known(state, at_s, rest)
        case RestNotTaken(at_s, reason, turned):
            rest_not_taken(state, at_s, reason, turned)
        case CameraLost(at_s, sentence):
            state.camera_lost = True
            if state.pause is None and watching(state):
                pause_unseen(state, at_s, "camera", sentence)
        case CameraBack():
            state.camera_lost = False
            state.presence.forget()
        case SourceEnded(at_s):
            _end_source(state, at_s)
        case ActionRequested(at_s, action):
            act(state, at_s, action)
        case Felt(at_s, feeling):
            feel(state, at_s, feeling)
        case Closed(at_s):
            finish(state, at_s, "abandoned", words.CLOSED)


def _begin(state: SessionState, at_s: float) -> None:
    state.begun = True
    for step, sentence in state.resumed_from.halted.items():
        state.out.append(KeptStepEnd(at_s=at_s, step=step, ended="stopped", why=sentence))
    if state.resumed_from.pain:
        finish(state, at_s, "stopped", words.PAIN)
        return
    if resume_after_stop(state, at_s):
        return
    steps = state.plan.routine.steps
    if not state.by_clock and any(s.scored and s.skipped is None for s in steps):
        state.began_s = at_s
        cue(state, at_s, "finding-face", None)
    else:
        begin_step(state, at_s)


def _read(state: SessionState, at_s: float, reading: Reading) -> None:
    note_load(state, at_s, reading)
    state.reading = reading
    state.presence.see(at_s, reading)
    if state.pause is None and state.phase in IN_A_REP:
        feed_reading(state, at_s, reading)


def _end_source(state: SessionState, at_s: float) -> None:
    if state.run is not None and state.phase in IN_A_REP:
        rep = state.run.close(at_s)
        if rep is not None:
            keep_rep(state, at_s, rep)
    finish(state, at_s, "stopped", words.SOURCE_ENDED)
