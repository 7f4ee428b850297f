"""Home offers one next thing, by answers, plan, cap, gap and pauses."""

import datetime

import pytest
from msgspec.structs import replace

from routines.plan import default_plan
from sessions.care.next_practice import offer, worked
from sessions.care.settings import Settings
from sessions.history.summary import SessionSummary
from tests.tui.people import ANSWERED, MORNING, session

PLAN = default_plan("paretic", MORNING.date())
HOUR = datetime.timedelta(hours=1)
DAY = datetime.timedelta(days=1)

PRACTISED = [session(20 * DAY), session(DAY)]
"""Somebody whose first two weeks are over."""


def test_before_the_answers_the_questions_are_offered() -> None:
    """Whatever the plan says."""
    found = offer(Settings(side="left", stage="paretic"), PLAN, [], MORNING)

    assert (found.kind, found.routine) == ("answer", None)


def test_a_doctor_first_leaves_care() -> None:
    """Care is offered, with its reason."""
    settings = replace(ANSWERED, answers=replace(ANSWERED.answers, red_flags=("lump",)))

    found = offer(settings, PLAN, [], MORNING)

    assert (found.kind, found.routine) == ("care", "flaccid-care")
    assert found.held_by == ("flag-lump",)


def test_the_plans_next_is_offered() -> None:
    """At nine the morning's slot has come."""
    found = offer(ANSWERED, PLAN, [], MORNING)

    assert (found.kind, found.routine, found.nth_today) == ("routine", "daily-gentle", 0)
    assert found.planned_at is None


def test_what_is_planned_for_later_may_be_done_sooner() -> None:
    """Its time is said."""
    early = MORNING.replace(hour=6)

    found = offer(ANSWERED, PLAN, [], early)

    assert found.kind == "routine"
    assert found.planned_at == early.replace(hour=8)


def test_a_missing_answer_plans_soft_tissue_in_place_of_active_work() -> None:
    """A stage that would be active makes no difference while an answer is missing."""
    answers = replace(ANSWERED.answers, exercises_agreed=False)

    found = offer(replace(ANSWERED, answers=answers), PLAN, [], MORNING)

    assert (found.kind, found.routine) == ("routine", "flaccid-care")
    assert found.held_by == ("exercises-agreed",)


def test_the_least_gap_is_respected() -> None:
    """An hour after a practice the face rests, and the time is said when it is over."""
    found = offer(ANSWERED, PLAN, [session(HOUR)], MORNING)

    assert found.kind == "wait"
    assert found.from_time == MORNING + HOUR
    assert found.nth_today == 1


def test_the_daily_cap_is_respected() -> None:
    """After three practices it is done for today; tomorrow it begins anew."""
    evening = MORNING.replace(hour=21)
    three = [session(-HOUR), session(-4 * HOUR), session(-9 * HOUR)]

    assert offer(ANSWERED, PLAN, three, evening).kind == "done"
    assert offer(ANSWERED, PLAN, three, MORNING + DAY).kind == "routine"


def test_a_week_without_practice_asks_for_a_small_restart() -> None:
    """Nothing that was missed is asked for."""
    found = offer(ANSWERED, PLAN, [session(8 * DAY)], MORNING)

    assert (found.kind, found.routine) == ("restart", "first-look")
    assert offer(ANSWERED, PLAN, [session(7 * DAY)], MORNING).kind == "restart"
    minute = datetime.timedelta(minutes=1)
    assert offer(ANSWERED, PLAN, [session(7 * DAY - minute)], MORNING).kind == "routine"
    assert offer(ANSWERED, PLAN, [session(8 * DAY), session(DAY)], MORNING).kind == "routine"


def test_a_restart_has_no_time_of_its_own() -> None:
    """The plan's time is that of another routine."""
    early = MORNING.replace(hour=6)

    found = offer(ANSWERED, PLAN, [session(8 * DAY)], early)

    assert (found.kind, found.planned_at) == ("restart", None)


def test_soft_tissue_needs_no_restart() -> None:
    """The first look is active; who may not do active movement keeps what is planned."""
    answers = replace(ANSWERED.answers, exercises_agreed=False)

    found = offer(replace(ANSWERED, answers=answers), PLAN, [session(8 * DAY)], MORNING)

    assert (found.kind, found.routine) == ("routine", "flaccid-care")


@pytest.mark.parametrize(("source", "kind"), [("sim:steady", "wait"), ("camera:0", "routine")])
def test_the_simulated_patient_has_days_of_his_own(source: str, kind: str) -> None:
    """Trying the program out does not count against one's own practice."""
    settings = replace(ANSWERED, source=source)

    assert offer(settings, PLAN, [session(HOUR)], MORNING).kind == kind


def test_a_session_in_which_nothing_was_done_does_not_count() -> None:
    """Broken off before anything was counted: the face needs no rest."""
    empty = session(HOUR, ended="abandoned", exercises=())

    assert offer(ANSWERED, PLAN, [empty], MORNING).kind == "routine"
    assert offer(ANSWERED, PLAN, [session(8 * DAY), empty], MORNING).kind == "restart"


def test_without_a_plan_the_careful_default_counts() -> None:
    """A missing plan file is no reason to have nothing to do."""

    assert offer(ANSWERED, None, [], MORNING).routine == "daily-gentle"


def massage(ago: datetime.timedelta) -> SessionSummary:
    """A session of hands alone."""
    done = session(ago)
    (_, hands) = done.exercises
    return replace(done, routine_id="soft-tissue", exercises=(hands,))


def test_massage_asks_for_no_rest_and_uses_up_no_practice() -> None:
    """Three massages this morning: the first practice is still to come."""
    three = [*PRACTISED, massage(2 * HOUR), massage(HOUR), massage(HOUR / 2)]

    found = offer(ANSWERED, PLAN, three, MORNING)

    assert (found.kind, found.routine, found.nth_today) == ("routine", "daily-gentle", 0)
    assert found.resting == ""


@pytest.mark.parametrize(("done", "resting"), [(1, "gap"), (3, "cap")])
def test_care_is_offered_while_the_face_rests(done: int, resting: str) -> None:
    """The evening's winding down needs no rest; what is active still has to wait."""
    evening = MORNING.replace(hour=20, minute=30)
    sessions = [session(-(11 - n) * HOUR) for n in range(done)]

    found = offer(ANSWERED, PLAN, sessions, evening, lambda routine_id: routine_id != "wind-down")

    assert (found.kind, found.routine, found.resting) == ("routine", "wind-down", resting)


@pytest.mark.parametrize(
    ("reps", "ended", "active"),
    [(1, "not-reached", True), (0, "done", True), (0, "stopped", True), (0, "skipped", False)],
)
def test_an_active_exercise_that_was_begun_needs_rest(reps: int, ended: str, active: bool) -> None:
    """With a repetition, or gone through to its end or to a stop."""
    done = session(HOUR)
    begun = replace(done.exercises[0], reps=reps, ended=ended)
    starts = worked(ANSWERED, [replace(done, exercises=(begun,))])

    assert starts == ([done.started] if active else [])


def test_an_exercise_that_is_no_longer_known_needs_rest() -> None:
    """Whether it moved anything cannot be looked up, so that it counts."""
    done = session(HOUR)
    unknown = replace(done.exercises[1], id="of-an-earlier-version", ended="done")

    assert worked(ANSWERED, [replace(done, exercises=(unknown,))]) == [done.started]


def test_a_damaged_record_counts_as_a_practice() -> None:
    """What was done in it is not known: it opens no further practice, and its gap holds."""
    today = [MORNING.replace(hour=hour, tzinfo=None) for hour in (8, 10, 12)]
    noon = MORNING.replace(hour=13)

    waits = offer(ANSWERED, PLAN, PRACTISED, noon, damaged=today[2:])
    assert (waits.kind, waits.resting, waits.nth_today) == ("wait", "gap", 1)
    assert waits.from_time == MORNING.replace(hour=14)
    assert offer(ANSWERED, PLAN, PRACTISED, noon, damaged=today).resting == "cap"
    assert offer(ANSWERED, PLAN, PRACTISED, noon).kind == "routine"
