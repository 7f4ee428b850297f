"""Enters phases and ends the session. The only place where a session's phase changes."""

from sessions.engine import states
from sessions.engine.interface.commands import Cue, Ending, Finished, KeptVerdict, Phase
from sessions.engine.session_state import SessionState
from sessions.reps.rep import Verdict


def enter(state: SessionState, at_s: float, phase: Phase, seconds: float | None) -> None:
    """Go to `phase`, for `seconds` or (None) until something leads out of it.

    Raises SessionError for a transition that `states` does not list.
    """
    states.check(state.phase, phase)
    state.phase = phase
    state.began_s = at_s
    state.ends_s = None if seconds is None else at_s + seconds
    cue(state, at_s, phase, seconds)


def look_for_face(state: SessionState, at_s: float, hint: str = "") -> None:
    """Look for the face anew; what was seen of it before does not count."""
    state.hint = hint
    state.presence.forget()
    enter(state, at_s, "finding-face", None)


def cue(state: SessionState, at_s: float, phase: Phase, seconds: float | None) -> None:
    """Announce a phase, or "paused", with the exercise it belongs to."""
    exercise = None if state.agenda.step is None else state.agenda.step.exercise
    state.out.append(
        Cue(
            at_s=at_s,
            phase=phase,
            seconds=seconds,
            exercise="" if exercise is None else exercise.id,
            measure=None if exercise is None else exercise.measure,
            target_percent=100.0 if state.run is None else state.run.target_percent,
        )
    )


def finish(state: SessionState, at_s: float, ended: Ending, why: str = "") -> None:
    """End the session. Stopped before anything was done, it counts as abandoned."""
    if ended == "stopped" and not state.something_kept:
        ended = "abandoned"
    if ended != "finished" and state.something_kept:
        if state.run is not None or state.phase == "guided":
            state.out.append(state.agenda.end(at_s, "stopped", why))
        state.out.extend(state.agenda.leave_all(at_s, why))
    state.pause = None
    state.ended, state.why_ended = ended, why
    enter(state, at_s, "done", None)
    state.out.append(Finished(at_s=at_s, ended=ended, why=why))


def keep_verdict(state: SessionState, at_s: float, verdict: Verdict) -> None:
    """Keep a caution or a stop of the current step; without a step there is nothing to keep."""
    index = state.agenda.index
    if index is not None:
        keep_at(state, at_s, verdict, index, 1 if state.run is None else state.run.set)


def keep_at(state: SessionState, at_s: float, verdict: Verdict, step: int, set: int) -> None:
    """Keep a verdict of a step that may be over."""
    state.out.append(KeptVerdict(at_s=at_s, step=step, set=set, verdict=verdict))
