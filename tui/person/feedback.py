"""How much of the meters a person sees: what the plan says, else what the person answered.

The question is put once there are two weeks of practice; until it is answered they are always seen.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from routines.feedback import Feedback, Hidden, hidden_of_three
from routines.model import Routine
from routines.plan import Plan
from sessions.care.settings import Settings
from sessions.history.summary import SessionSummary

ALWAYS_FIRST = timedelta(days=14)
"""With every meter in sight, before fading is asked about; and with one of three hidden, before two
are. The issue's two weeks; no published figure."""


def feedback_now(plan: Plan | None, settings: Settings) -> Feedback:
    """The plan's word outranks the person's."""
    named = None if plan is None else plan.feedback
    return named or settings.feedback or "always"


def hidden_now(
    plan: Plan | None,
    settings: Settings,
    routine: Routine,
    sessions: Sequence[SessionSummary],
    today: date,
) -> Hidden:
    """In how many of three repetitions of `routine` the meters are hidden. A look has no goal, and
    hides nothing."""
    if routine.kind not in {"practice", "record"}:
        return 0
    began = next((s.started.date() for s in sessions if s.hid_meters), today)
    faded = today - began >= ALWAYS_FIRST
    record = routine.kind == "record"
    return hidden_of_three(feedback_now(plan, settings), faded=faded, record=record)


def may_ask_about_feedback(
    plan: Plan | None, settings: Settings, sessions: Sequence[SessionSummary], today: date
) -> bool:
    """Whether nobody has chosen yet, and two weeks of practice lie behind."""
    chosen = settings.feedback is not None or (plan is not None and plan.feedback is not None)
    first = next((s.started.date() for s in sessions if s.reps), today)
    return not chosen and today - first >= ALWAYS_FIRST
