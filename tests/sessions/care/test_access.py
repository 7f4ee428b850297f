"""What the answers of the first run open, and why."""

import datetime

import msgspec
import pytest

from routines.catalogue import exercises
from routines.model import Exercise, Kind, Routine, Step
from routines.reading.library import find
from sessions.care.access import CARE, Unlocked, may_go_on, may_open, opened
from sessions.care.access import unlocked as unlocked_on
from sessions.care.settings import Answers, Settings
from sessions.care.stage_today import stage_today

DONE = Answers.__struct_fields__  # names that the builder below may change
TODAY = datetime.date(2026, 11, 21)


def answered(**changes: object) -> Settings:
    """Settings of a person whom everything is open to, with `changes` to it."""
    answers = Answers(
        finished_on=TODAY,
        seen_by_doctor=True,
        causes_ruled_out=True,
        swelling_settled=True,
        exercises_agreed=True,
    )
    own = {name: changes.pop(name) for name in list(changes) if name in DONE}
    settings = Settings(
        side="left", stage="paretic", answers=msgspec.structs.replace(answers, **own)
    )
    return msgspec.structs.replace(settings, **changes)


def unlocked(settings: Settings, *, look_due: bool = False) -> Unlocked:
    """What is open that day."""
    return unlocked_on(settings, TODAY, look_due=look_due)


def routine(*steps: Exercise, kind: Kind = "practice") -> Routine:
    """A routine of these exercises."""
    return Routine(
        schema=1,
        id="some",
        kind=kind,
        name="Some",
        stage="paretic",
        steps=tuple(Step(exercise=exercise, dose=exercise.dose) for exercise in steps),
    )


def is_open(given: Routine, found: Unlocked) -> bool:
    """Whether anything of `given` may run."""
    return opened(given, found, "Later.") is not None


SMILE = Exercise(id="open-smile", name="Smile", region="mouth", how=("Slowly.",))
MASSAGE = Exercise(id="massage-cheek", name="Massage", region="cheek", how=("Soft.",), active=False)
HAND_BLINK = exercises()["hand-blink"]
DROPS = Exercise(id="eye-care", name="Eye care", region="eye", how=("Drops.",), active=False)


def test_everything_answered_opens_everything() -> None:
    """Four times yes, a side and a stage: active movement is open."""
    assert unlocked(answered()).level == "active"
    assert unlocked(answered()).held_by == ()


def test_nothing_answered_opens_nothing() -> None:
    """Without a first run not even the first look, which moves the face too."""
    found = unlocked(Settings(side="left", stage="paretic"))

    assert found.level == "unanswered"
    assert not is_open(routine(SMILE, kind="first-look"), found)
    assert not is_open(routine(DROPS), found)


@pytest.mark.parametrize("answer", [False, None])
def test_a_face_no_doctor_has_seen_leaves_care(answer: bool | None) -> None:
    """No, or not sure: massage and heat wait, calm and advice for the eye do not."""
    found = unlocked(answered(seen_by_doctor=answer))

    assert (found.level, found.held_by) == ("care", ("seen-by-doctor",))
    assert not is_open(routine(MASSAGE), found)
    assert is_open(routine(DROPS), found)


@pytest.mark.parametrize("question", ["causes_ruled_out", "swelling_settled", "exercises_agreed"])
@pytest.mark.parametrize("answer", [False, None])
def test_any_no_leaves_soft_tissue(question: str, answer: bool | None) -> None:
    """No, or not sure, to any of these holds active movement back and says which."""
    found = unlocked(answered(**{question: answer}))

    assert found.level == "soft"
    assert found.held_by == (question.replace("_", "-"),)
    assert is_open(routine(MASSAGE), found)
    assert not is_open(routine(MASSAGE, SMILE), found)


@pytest.mark.parametrize(
    ("item", "without"), [("botulinum", "care"), ("graft-or-surgery", "care"), ("child", "soft")]
)
def test_a_therapists_plan_lifts_what_it_may(item: str, without: str) -> None:
    """After an injection or an operation no hands either; a child may have massage."""
    assert unlocked(answered(not_for=(item,))).level == without
    assert unlocked(answered(not_for=(item,), therapist_plan=True)).level == "active"


@pytest.mark.parametrize("item", ["stroke-or-brain", "both-sides"])
def test_nobody_lifts_what_this_program_is_not_for(item: str) -> None:
    """Stroke and two weak sides leave care, whatever else was answered."""
    assert unlocked(answered(not_for=(item,), therapist_plan=True)).level == "care"


def test_a_warning_sign_comes_before_everything() -> None:
    """A sign that belongs to a doctor leaves care, and is named first."""
    found = unlocked(answered(red_flags=("lump",), exercises_agreed=False))

    assert found.level == "care"
    assert found.held_by[0] == "flag-lump"
    assert not is_open(routine(MASSAGE), found)
    assert is_open(routine(DROPS), found)


def test_a_sore_eye_closes_what_touches_it() -> None:
    """Blinking by hand is care, but not of a sore eye; drops as prescribed stay."""
    sore = unlocked(answered(red_flags=("eye-pain-or-vision",)))
    lump = unlocked(answered(red_flags=("lump",)))

    assert not may_open(HAND_BLINK, sore)
    assert may_open(HAND_BLINK, lump)
    assert may_open(DROPS, sore)
    assert may_open(exercises()["breathing"], sore)


def test_what_is_for_today_is_named_first() -> None:
    """Eye, ear and the unseen face come before what can wait for an appointment."""
    flags = ("worsening", "ear-rash-or-hearing", "lump", "eye-pain-or-vision")
    found = unlocked(answered(red_flags=flags, seen_by_doctor=False, not_for=("botulinum",)))

    assert found.held_by == (
        "flag-eye-pain-or-vision",
        "flag-ear-rash-or-hearing",
        "seen-by-doctor",
        "flag-worsening",
        "flag-lump",
        "botulinum",
    )


def test_a_routine_of_active_movement_is_never_cut_down() -> None:
    """It runs whole or not at all."""
    assert not is_open(routine(DROPS, SMILE), Unlocked(level="soft"))
    assert not is_open(routine(DROPS, SMILE), Unlocked(level="care"))
    assert not is_open(routine(DROPS, MASSAGE, SMILE), Unlocked(level="care"))


def test_flaccid_is_locked_and_an_unknown_side_is_not_guessed() -> None:
    """No active movement while nothing moves, while the side or the stage is unknown."""
    assert unlocked(answered(stage="flaccid")).held_by == ("flaccid",)
    assert unlocked(answered(side=None)).held_by == ("side",)
    assert unlocked(answered(stage=None)).held_by == ("stage",)


def test_care_leaves_out_what_is_not_care() -> None:
    """A routine of care and massage runs its care, and says why the rest waits."""
    found = opened(routine(DROPS, MASSAGE), Unlocked(level="care"), "Later.")

    assert found is not None
    assert [step.skipped for step in found.steps] == [None, "Later."]


def test_care_exercises_are_in_the_catalogue() -> None:
    """Every exercise named as care exists, and none of them is active movement."""
    assert all(not exercises()[id].active for id in CARE)


@pytest.mark.parametrize(
    ("given", "level"),
    [
        (None, "care"),
        (TODAY - datetime.timedelta(days=111), "care"),
        (TODAY - datetime.timedelta(days=112), "active"),
        (TODAY + datetime.timedelta(days=1), "care"),
        (datetime.date.min, "active"),
        (datetime.date.max, "care"),
    ],
)
def test_botulinum_toxin_holds_for_sixteen_weeks(given: datetime.date | None, level: str) -> None:
    """From its date; for as long as the date is not known."""
    found = unlocked(answered(not_for=("botulinum",), toxin_on=given))

    assert found.level == level
    assert found.held_by == (("botulinum",) if level == "care" else ())


def test_a_stage_with_linked_movement_is_the_synkinetic_one_and_flaccid_outranks_it() -> None:
    """Whatever other sentence was chosen; what was not chosen is not guessed."""
    assert stage_today(answered(stage="paretic", known_linked=True)) == "synkinetic"
    assert stage_today(answered(stage="synkinetic", known_linked=False)) == "synkinetic"
    assert stage_today(answered(stage="flaccid", known_linked=True)) == "flaccid"
    assert stage_today(answered(stage=None, known_linked=True)) is None
    assert unlocked(answered(stage="flaccid", known_linked=True)).level == "soft"


def test_a_file_that_calls_itself_a_weekly_look_is_none() -> None:
    """Only the program's own opens while nothing moves."""
    own = routine(SMILE, kind="weekly-look")
    found = unlocked(answered(stage="flaccid"), look_due=True)

    assert found.look
    assert not is_open(own, found)
    assert is_open(find("weekly-look"), found)


def test_what_was_interrupted_goes_on_only_where_all_of_it_is_still_open() -> None:
    """Not where a part would be left out by now; a weekly look goes on within its week."""
    today = answered(exercises_agreed=False)
    care = answered(seen_by_doctor=False)

    assert may_go_on(routine(DROPS, MASSAGE), today, TODAY)
    assert not may_go_on(routine(DROPS, MASSAGE), care, TODAY)
    assert may_go_on(routine(SMILE), answered(), TODAY)
    assert not may_go_on(routine(SMILE), today, TODAY)
    assert may_go_on(find("weekly-look"), answered(stage="flaccid"), TODAY)
