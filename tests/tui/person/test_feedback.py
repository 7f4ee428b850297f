"""How much of the meters a person sees, and when that is asked."""

from datetime import timedelta

import msgspec

from routines.plan import default_plan
from routines.reading.library import find
from sessions.care.settings import Settings
from sessions.engine.interface.commands import KeptRep
from sessions.history.summary import SessionSummary, summarise
from sessions.log.record_builder import record_of
from tests.sessions.log_samples import MORNING, header, rep
from tui.person.feedback import feedback_now, hidden_now, may_ask_about_feedback

TODAY = MORNING.date()
PLAN = default_plan("paretic", TODAY)
DAILY = find("daily-gentle")


def practised(days_ago: int, *, hidden: bool = False) -> SessionSummary:
    """A session of one repetition."""
    kept = KeptRep(at_s=9.0, step=0, set=1, rep=rep(1), hidden=hidden)
    found = summarise(record_of(header(), [kept]))
    return msgspec.structs.replace(found, started=MORNING - timedelta(days=days_ago))


def test_the_plan_outranks_the_person_who_outranks_the_default() -> None:
    """A therapist's word, an answer, and always."""
    says = msgspec.structs.replace(PLAN, feedback="after")

    assert feedback_now(says, Settings(feedback="fading")) == "after"
    assert feedback_now(PLAN, Settings(feedback="fading")) == "fading"
    assert feedback_now(None, Settings()) == "always"


def test_fading_goes_from_one_to_two_of_three_in_two_weeks() -> None:
    """Counted from the first practice in which the meters were hidden."""
    fading = Settings(feedback="fading")
    young, old = [practised(40), practised(13, hidden=True)], [practised(14, hidden=True)]

    assert hidden_now(None, fading, DAILY, [], TODAY) == 1
    assert hidden_now(None, fading, DAILY, young, TODAY) == 1
    assert hidden_now(None, fading, DAILY, old, TODAY) == 2
    assert hidden_now(None, Settings(), DAILY, old, TODAY) == 0


def test_a_look_hides_nothing() -> None:
    """It has no meters that teach."""
    after = Settings(feedback="after")

    assert hidden_now(None, after, DAILY, [], TODAY) == 3
    assert hidden_now(None, after, find("weekly-look"), [], TODAY) == 0
    assert hidden_now(None, after, find("check-up"), [], TODAY) == 2


def test_it_is_asked_once_two_weeks_of_practice_lie_behind() -> None:
    """Not before, and never where the plan or the person has chosen."""
    two_weeks = [practised(14), practised(1)]
    chosen = msgspec.structs.replace(PLAN, feedback="always")

    assert may_ask_about_feedback(PLAN, Settings(), two_weeks, TODAY)
    assert not may_ask_about_feedback(PLAN, Settings(), two_weeks[1:], TODAY)
    assert not may_ask_about_feedback(chosen, Settings(), two_weeks, TODAY)
    assert not may_ask_about_feedback(PLAN, Settings(feedback="always"), two_weeks, TODAY)
