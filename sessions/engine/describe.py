"""Describes an engine as one frozen `SessionView`. Reads it, changes nothing."""

from routines.catalogue import told
from sessions.engine import texts as words
from sessions.engine.phases import Phases
from sessions.engine.view import Meter, SessionView
from sessions.readings import Reading


def describe(engine: Phases) -> SessionView:
    """The session as it stands after the engine's last event."""
    course, run, reading = engine.course, engine.run, engine.reading
    step, following = course.step, course.following
    exercise = None if step is None else step.exercise
    at_s = engine.at_s
    held_s = at_s if engine.pause is None else engine.began_s + engine.pause.elapsed_s
    left_s = None if engine.ends_s is None else max(0.0, engine.ends_s - held_s)
    reason = None if reading is None else reading.reason
    hint = engine.hint
    if not hint and reading is not None:
        hint = _remark(engine, reading)
    steps = len(engine.plan.routine.steps)
    return SessionView(
        at_s=at_s,
        phase=engine.phase,
        seconds_left=left_s,
        seconds_total=None if engine.ends_s is None else engine.ends_s - engine.began_s,
        paused=None if engine.pause is None else engine.pause.words,
        paused_reason=None if engine.pause is None else engine.pause.reason,
        step=course.behind,
        steps=steps,
        exercise_id="" if exercise is None else exercise.id,
        exercise_name="" if exercise is None else exercise.name,
        how=() if step is None else told(step),
        text="" if step is None else step.text,
        mistake="" if exercise is None else exercise.mistake,
        eyes_shut=exercise is not None and exercise.eyes_shut,
        scored=step is not None and step.scored and not engine.by_clock,
        set=1 if run is None else run.set,
        sets=1 if step is None else step.dose.sets,
        rep=0 if run is None else run.rep_now,
        reps=0 if step is None or not step.scored else step.dose.reps,
        reps_done=0 if run is None else run.done,
        finding_reference=run is not None and run.finding_reference,
        target_percent=100.0 if run is None else run.target_percent,
        meters=None if run is None else _meters(engine),
        hint=hint,
        last_rep=engine.last_rep,
        reading_reason=reason,
        method=None if reading is None else reading.method,
        confidence_low=reading is not None and reading.confidence == "low",
        pose=None if reading is None else reading.pose,
        face=None if reading is None else reading.face,
        outline=() if reading is None else reading.outline,
        fps=0.0 if reading is None else reading.fps,
        blind=() if run is None else run.blind,
        stop=engine.stop if engine.phase in {"stopped", "relax"} else None,
        next_name="" if following is None else following.exercise.name,
        progress=course.behind / steps if steps else 1.0,
        ended=engine.ended,
        why_ended=engine.why_ended,
    )


def _remark(engine: Phases, reading: Reading) -> str:
    """What the person should know about the picture while nothing else is to be said."""
    if engine.phase == "finding-face":
        return "" if reading.reason is None else words.not_now(reading.reason)
    if engine.run is None or engine.run.by_clock:
        return ""
    if reading.light_changed:
        return words.LIGHT_CHANGED
    if reading.strained and engine.phase in {"ready", "between"}:
        return words.SLOW_COMPUTER
    return ""


def _meters(engine: Phases) -> tuple[Meter, Meter] | None:
    run, reading = engine.run, engine.reading
    if run is None or run.by_clock:
        return None
    return run.meters(None if engine.pause is not None else reading)
