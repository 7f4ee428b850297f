"""Stop cards: what they are about, and what they offer."""

from sessions.engine.interface.events import Feeling
from sessions.engine.interface.view import StopCard, StopChoice
from sessions.engine.session_state import SessionState
from sessions.reps.rep import Verdict


def show_card(
    state: SessionState,
    verdict: Verdict,
    what_next: str,
    choices: tuple[StopChoice, ...],
    *,
    own: bool = False,
    offers_care: bool = False,
    feeling: Feeling | None = None,
) -> None:
    """Put up the card about the step that `note_stopped` remembered; `after_stop` is set."""
    index = None if state.stopped_at is None else state.stopped_at[0]
    steps = state.plan.routine.steps
    state.stop = StopCard(
        verdict=verdict,
        what_next=what_next,
        choices=choices,
        exercise="" if index is None else steps[index].exercise.name,
        follows=state.after_stop,
        begun=state.stopped_begun,
        own=own,
        offers_care=offers_care,
        feeling=feeling,
        may_take_rest=may_take_rest(state),
    )


def note_stopped(state: SessionState) -> None:
    """Remember the step and set being done as what the next card is about."""
    index = state.agenda.index
    set_now = 1 if state.run is None else state.run.set
    state.stopped_at = None if index is None else (index, set_now)
    run_begun = state.run is not None and state.run.begun
    state.stopped_begun = run_begun or state.phase == "guided"


def may_take_rest(state: SessionState) -> bool:
    """Whether a stop card can lead on by taking the face at rest anew."""
    return state.rest is not None and not state.by_clock and state.agenda.step is not None
