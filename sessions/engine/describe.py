"""Turns a session's state into one frozen `SessionView`. Changes nothing."""

from routines.catalogue import instructions
from routines.movements import FELT_PARTS, FeltPart
from sessions.engine import texts as words
from sessions.engine.by_clock import may_go_by_clock
from sessions.engine.interface.view import Meter, SessionView
from sessions.engine.session_state import SessionState
from sessions.engine.slowness import clock_offered, load_told, slow_start
from sessions.engine.states import IN_A_REP
from sessions.guards.brief import brief
from sessions.readings import Reading
from sessions.reps.rep import Rule


def describe(state: SessionState) -> SessionView:
    """The session as it stands after its last event."""
    agenda, run, reading = state.agenda, state.run, state.reading
    step, following = agenda.step, agenda.following
    exercise = None if step is None else step.exercise
    at_s = state.at_s
    held_s = at_s if state.pause is None else state.began_s + state.pause.elapsed_s
    left_s = None if state.ends_s is None else max(0.0, state.ends_s - held_s)
    reason = None if reading is None else reading.reason
    hint = state.hint
    if not hint:
        hint = _remark(state, reading) if reading is not None else slow_start(state)
    steps = len(state.plan.routine.steps)
    watched = state.pause is None and state.phase in IN_A_REP
    hidden = run is not None and run.hidden and watched and state.phase != "rest"
    return SessionView(
        at_s=at_s,
        phase=state.phase,
        seconds_left=left_s,
        seconds_total=None if state.ends_s is None else state.ends_s - state.began_s,
        paused=None if state.pause is None else state.pause.words,
        paused_reason=None if state.pause is None else state.pause.reason,
        step=agenda.behind,
        steps=steps,
        exercise_id="" if exercise is None else exercise.id,
        exercise_name="" if exercise is None else exercise.name,
        how=() if step is None else (*instructions(step), *_loose(state)),
        text="" if step is None else step.text,
        mistake="" if exercise is None else exercise.mistake,
        eyes_shut=exercise is not None and exercise.eyes_shut,
        scored=step is not None and step.scored and not state.by_clock,
        set=1 if run is None else run.set,
        sets=1 if step is None else step.dose.sets,
        rep=_rep(state),
        reps=0 if step is None or not step.scored else step.dose.reps,
        finding_reference=run is not None and run.finding_reference,
        target_percent=100.0 if run is None else run.target_percent,
        meters=None if run is None or hidden else _meters(state),
        hidden=hidden,
        last_hidden=state.last_hidden,
        moment=state.moment if state.phase == "guided" else None,
        hint=hint,
        caution=_caution(state),
        last_rep=state.last_rep,
        reading_reason=reason,
        turned=None if reading is None else reading.turned,
        computer_busy=reading is not None and reading.computer_busy,
        method=None if reading is None else reading.method,
        pose=None if reading is None else reading.pose,
        face=None if reading is None else reading.face,
        outline=() if reading is None else reading.outline,
        fps=0.0 if reading is None else reading.fps,
        may_go_by_clock=may_go_by_clock(state),
        clock_offered=clock_offered(state),
        taking_long=slow_start(state),
        load=state.load,
        load_told=load_told(state),
        blind=() if run is None else run.blind,
        linked_now=run.linked_now if run is not None and watched else "unwatched",
        linked=run.linked_reading if run is not None and watched else None,
        ladder_percent=None if run is None else run.ladder_percent,
        start_percent=100.0 if run is None else run.start_percent,
        fingers=() if run is None or run.by_clock else run.fingers,
        stop=state.stop if state.phase in {"stopped", "relax"} else None,
        just_stopped=state.card_left,
        next_name="" if following is None else following.exercise.name,
        progress=agenda.behind / steps if steps else 1.0,
        ended=state.ended,
        why_ended=state.why_ended,
    )


def _rep(state: SessionState) -> int:
    """The repetition being done; before it is asked for, the one that comes."""
    if state.run is None:
        return 0
    return state.run.rep_next if state.phase in {"ready", "resuming"} else state.run.rep_now


def _caution(state: SessionState) -> Rule | None:
    """The rule of the caution that stands as the hint; a later hint takes its place."""
    told = state.told
    stands = told is not None and told.level == "caution" and brief(told) == state.hint
    return told.rule if told is not None and stands else None


def _loose(state: SessionState) -> tuple[str, ...]:
    """The reminder of parts that only the person can feel move along, where a muscle works."""
    step, plan = state.agenda.step, state.plan
    felt: list[FeltPart] = [part for part in FELT_PARTS if part in plan.linked_pairs]
    moves = step is not None and step.exercise.active
    return (words.keep_loose(felt),) if plan.known_linked and moves and felt else ()


def _remark(state: SessionState, reading: Reading) -> str:
    """What the person should know about the picture while nothing else is to be said."""
    if state.phase == "finding-face":
        if reading.computer_busy:
            return words.without_paused(words.COMPUTER_BUSY)
        if reading.reason is None:
            return slow_start(state)
        return words.not_now(reading.reason, reading.turned)
    if state.run is None or state.run.by_clock:
        return ""
    if reading.light_changed:
        return words.LIGHT_CHANGED
    return load_told(state)


def _meters(state: SessionState) -> tuple[Meter, Meter] | None:
    run, reading = state.run, state.reading
    if run is None or run.by_clock:
        return None
    return run.meters(None if state.pause is not None else reading)
