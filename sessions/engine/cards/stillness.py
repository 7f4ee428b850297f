"""Detects a weak side that does not move, and offers massage and care instead of more effort.

After two repetitions without a movement of the weak side in each of two exercises, what is left
of the practice would train the strong side in its place. A card says so and offers massage and
care; the person may go on all the same. A first look and a weekly record run to their end.
"""

from sessions.engine import texts as words
from sessions.engine.cards.show_card import note_stopped, show_card
from sessions.engine.interface.commands import Hint
from sessions.engine.phases import enter, finish
from sessions.engine.session_state import SessionState
from sessions.reps.rep import Verdict

UNSEEN_REPS = 2
"""Repetitions of one exercise without a movement on the weak side. Engineering default."""
STILL_EXERCISES = 2
"""Exercises in which it stayed still."""
CARD_S = 30.0
"""The card leads on by itself after this long, as after a guard's stop."""


def note_rep(state: SessionState, at_s: float, *, seen: bool) -> None:
    """Count whether the weak side moved in a repetition that was judged; perhaps offer care."""
    index = state.agenda.index
    if index is None or state.plan.routine.kind != "practice":
        return
    if seen:
        state.moved.add(index)
        return
    state.hint = words.weak_side_unseen(state.plan.side)
    state.unseen_reps[index] = state.unseen_reps.get(index, 0) + 1
    still = {i for i, count in state.unseen_reps.items() if count >= UNSEEN_REPS} - state.moved
    if len(still) >= STILL_EXERCISES and index in still and not state.care_offered:
        _offer_care(state, at_s)


def begin_care(state: SessionState, at_s: float) -> bool:
    """Leave out all that asks muscles to work; False where nothing else is left: it ended."""
    sentence = words.no_movement_yet(state.plan.side)
    state.run = None
    state.rep_settled = True
    state.out.append(state.agenda.end(at_s, "left-out", sentence))
    state.out.extend(state.agenda.leave_active(at_s, sentence))
    if state.agenda.step is None:
        finish(state, at_s, "finished", words.CARE_IS_OPEN)
        return False
    return True


def _offer_care(state: SessionState, at_s: float) -> None:
    state.care_offered = True
    verdict = Verdict(
        rule="self",
        level="hint",
        t_s=at_s,
        rep=0 if state.run is None else state.run.rep_now,
        detail={"sign": "no movement seen"},
        sentence=words.no_movement_yet(state.plan.side),
    )
    state.hint = ""
    state.out.append(Hint(at_s=at_s, verdict=verdict))
    what_next = words.CARE_FOLLOWS if state.agenda.care_ahead else words.CARE_ELSEWHERE
    state.after_stop = "care"
    note_stopped(state)
    show_card(state, verdict, what_next, ("next", "continue", "enough"), offers_care=True)
    enter(state, at_s, "stopped", CARD_S)
