"""What stands against beginning a routine now, in words."""

import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from routines.model import Routine
from routines.reading.library import find
from sessions.care.access import Resting, Unlocked, unlocked
from sessions.care.next_practice import Offer
from sessions.care.settings import Settings
from tests.tui.people import ANSWERED, MORNING, somebody
from tui.person.objections import objections
from tui.texts.day import LOOK_CLOSED
from tui.texts.holds import HOLDS

PATIENT = replace(ANSWERED, source="camera:0")
"""Somebody to whom everything is open, practising with a camera."""

HELD = replace(
    PATIENT,
    answers=replace(PATIENT.answers, seen_by_doctor=False, exercises_agreed=False),
)
"""Somebody whom two answers hold back."""


def overrides(data: Path, settings: Settings, routine: Routine, resting: Resting) -> list[str]:
    """What the record would say if the person went on; empty where nobody may."""
    person = somebody(data, settings)
    offered = Offer(kind="routine", open=opens(settings), nth_today=1, resting=resting)
    return [one.override for one in objections(person, routine, offered)]


def opens(settings: Settings) -> Unlocked:
    """What these answers open while no weekly look is due."""
    return unlocked(settings, MORNING.date())


def routine(name: str) -> Routine:
    """One of the library's."""
    return find(name, today=MORNING.date())


def test_nothing_stands_against_what_is_due(own_home: Path) -> None:
    """Everything answered, the stage fits, the face has rested."""
    assert overrides(own_home, PATIENT, routine("daily-gentle"), "") == []


def test_the_simulated_patient_meets_no_objection(own_home: Path) -> None:
    """Whatever the answers say."""
    settings = replace(HELD, source="sim:steady")

    assert overrides(own_home, settings, routine("daily-gentle"), "cap") == []


def test_what_is_not_answered_is_not_opened_and_nobody_goes_past_it(own_home: Path) -> None:
    """Without the first run nothing begins, whatever else stands in the way."""
    settings = Settings(source="camera:0")

    assert overrides(own_home, settings, routine("daily-gentle"), "cap")[0] == ""


def test_an_answer_holds_active_movement_back(own_home: Path) -> None:
    """The weightiest answer is named, and only that one; nobody goes past it."""
    person = somebody(own_home, HELD)

    offered = Offer(kind="routine", open=opens(HELD), nth_today=0)
    (held,) = objections(person, routine("daily-gentle"), offered)

    assert "not open to you now. A face that is newly weak needs a doctor today." in held.sentence
    assert "therapist" not in held.sentence
    assert held.override == ""


def test_the_stage_stands_against_another_stages_routine(own_home: Path) -> None:
    """Repeating through linked movement would teach it."""
    found = overrides(own_home, PATIENT, routine("linked-movement"), "")

    assert found == ["the stage this routine is made for"]


def test_an_unknown_stage_is_the_answers_matter(own_home: Path) -> None:
    """It is held back for the missing answer, once."""
    settings = replace(PATIENT, stage=None)

    found = overrides(own_home, settings, routine("daily-gentle"), "")

    assert found == [""]


@pytest.mark.parametrize(
    ("resting", "override"),
    [
        ("gap", "before the rest between practices was over"),
        ("cap", "more often than the plan says for a day"),
    ],
)
def test_cap_and_gap_stand_against_active_movement_only(
    own_home: Path, resting: Resting, override: str
) -> None:
    """Massage, warmth and calm are open at any time."""
    assert overrides(own_home, PATIENT, routine("daily-gentle"), resting) == [override]
    assert overrides(own_home, PATIENT, routine("tight-day"), resting) == []


def test_the_end_of_the_gap_is_said(own_home: Path) -> None:
    """As the time of day."""
    half_past = datetime.datetime(2026, 11, 21, 10, 30, tzinfo=MORNING.tzinfo)
    offered = Offer(
        kind="wait", open=opens(PATIENT), nth_today=1, resting="gap", from_time=half_past
    )

    (wait,) = objections(somebody(own_home, PATIENT), routine("daily-gentle"), offered)

    assert "resting until 10:30." in wait.sentence


def sentence(data: Path, settings: Settings, routine_id: str) -> str:
    """The one thing that is said, while the week of the look is not over."""
    offered = Offer(kind="routine", open=opens(settings), nth_today=0)
    (only,) = objections(somebody(data, settings), routine(routine_id), offered)
    return only.sentence


def test_only_the_weightiest_of_several_answers_is_said(own_home: Path) -> None:
    """The others are named once it is changed."""
    two = replace(HELD, answers=replace(HELD.answers, red_flags=("lump",)))

    said = sentence(own_home, two, "daily-gentle")

    assert said.endswith(HOLDS["seen-by-doctor"])
    assert HOLDS["flag-lump"] not in said


def test_the_stage_is_refused_in_its_words(own_home: Path) -> None:
    """With both stages."""
    said = sentence(own_home, PATIENT, "linked-movement")

    assert "is for a face in which another part moves too. You said: it moves a little" in said


def test_the_weekly_look_has_its_own_words_where_only_the_stage_closes_it(own_home: Path) -> None:
    """Not yet due, or no longer needed; another answer, or another routine, has its reason."""
    flaccid = replace(PATIENT, stage="flaccid")

    assert sentence(own_home, flaccid, "weekly-look") == LOOK_CLOSED["flaccid"]
    assert sentence(own_home, PATIENT, "weekly-look") == LOOK_CLOSED["moving"]
    assert sentence(own_home, HELD, "weekly-look").endswith(HOLDS["seen-by-doctor"])
    assert sentence(own_home, flaccid, "daily-gentle").endswith(HOLDS["flaccid"])


def test_nothing_stands_against_a_look_that_is_offered(own_home: Path) -> None:
    """Home says that its week is over."""
    flaccid = replace(PATIENT, stage="flaccid")
    person = somebody(own_home, flaccid)
    found = unlocked(flaccid, MORNING.date(), look_due=True)
    offered = Offer(kind="look", open=found, routine="weekly-look", nth_today=0)

    assert objections(person, routine("weekly-look"), offered) == []
