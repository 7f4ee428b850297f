"""Everything that stands against beginning a routine, in the order of its weight."""

import datetime

import pytest

from routines.reading.library import find
from sessions.care.access import Reason, Resting, against, unlocked
from sessions.care.settings import Settings
from tests.sessions.care.test_access import TODAY, answered

STROKE = answered(red_flags=("sudden-limbs-or-speech",))


def reasons(
    routine_id: str, settings: Settings, resting: Resting = "", *, look_due: bool = False
) -> tuple[Reason, ...]:
    """What stands against that routine of the library."""
    found = unlocked(settings, TODAY, look_due=look_due)
    return against(find(routine_id, today=TODAY), settings, resting, found)


@pytest.mark.parametrize("routine_id", ["daily-gentle", "wind-down"])
def test_an_emergency_and_a_missing_first_run_are_the_only_reason(routine_id: str) -> None:
    """Whatever else there is, for calm routines as well."""
    assert reasons(routine_id, STROKE, "cap") == ("emergency",)
    assert reasons(routine_id, Settings(), "cap") == ("unanswered",)


def test_an_answer_that_closes_a_routine_is_the_only_reason() -> None:
    """Its stage and the rest matter no more; what the answer leaves open has no reason."""
    held = answered(exercises_agreed=False)

    assert reasons("linked-movement", held, "cap") == ("closed",)
    assert reasons("tight-day", held, "cap") == ()


@pytest.mark.parametrize(
    ("routine_id", "resting", "found"),
    [
        ("daily-gentle", "", ()),
        ("daily-gentle", "gap", ("gap",)),
        ("daily-gentle", "cap", ("cap",)),
        ("linked-movement", "", ("stage",)),
        ("linked-movement", "gap", ("stage", "gap")),
        ("tight-day", "gap", ()),
        ("tight-day", "cap", ()),
    ],
)
def test_the_stage_comes_before_the_rest_and_only_active_work_rests(
    routine_id: str, resting: Resting, found: tuple[Reason, ...]
) -> None:
    """For somebody in the paretic stage to whom everything is open."""
    assert reasons(routine_id, answered(), resting) == found


def test_linked_movement_turns_the_stages_round() -> None:
    """The sentence that was chosen does not decide alone."""
    linked = answered(known_linked=True)

    assert reasons("linked-movement", linked) == ()
    assert reasons("daily-gentle", linked) == ("stage",)


def test_the_weekly_look_waits_for_its_week_and_for_rest() -> None:
    """Closed before its week is over; it is active work, so the face rests first."""
    flaccid = answered(stage="flaccid")

    assert reasons("weekly-look", flaccid) == ("closed",)
    assert reasons("weekly-look", flaccid, look_due=True) == ()
    assert reasons("weekly-look", flaccid, "gap", look_due=True) == ("gap",)
    assert reasons("weekly-look", answered(), look_due=True) == ("closed",)


def test_the_sixteen_weeks_of_an_injection_are_judged_on_the_day() -> None:
    """Closed until they are over."""
    injected = answered(not_for=("botulinum",), toxin_on=TODAY - datetime.timedelta(weeks=16))
    routine = find("daily-gentle", today=TODAY)

    assert against(routine, injected, "", unlocked(injected, TODAY)) == ()
    earlier = unlocked(injected, TODAY - datetime.timedelta(days=1))
    assert against(routine, injected, "", earlier) == ("closed",)
