"""What the answers of the first run open, and why."""

import msgspec
import pytest

from routines.catalogue import exercises
from routines.model import Exercise, Kind, Routine, Step
from sessions.care.access import CARE, Level, Unlocked, opened, unlocked
from sessions.care.settings import Answers, Settings

DONE = Answers.__struct_fields__  # names that the builder below may change
TODAY = "2026-11-21"


def answered(**changes: object) -> Settings:
    """Settings of a person whom everything is open to, with `changes` to it."""
    import datetime

    answers = Answers(
        finished_on=datetime.date.fromisoformat(TODAY),
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
DROPS = Exercise(id="eye-care", name="Eye care", region="eye", how=("Drops.",), active=False)


def test_everything_answered_opens_everything() -> None:
    """Four times yes, a side and a stage: active movement is open."""
    assert unlocked(answered()).level == "active"
    assert unlocked(answered()).held_by == ()


def test_nothing_answered_leaves_first_look_and_care() -> None:
    """Without a first run only the first look and care are open."""
    found = unlocked(Settings(side="left", stage="paretic"))

    assert found.level == "first-look"
    assert is_open(routine(SMILE, kind="first-look"), found)
    assert is_open(routine(DROPS), found)
    assert not is_open(routine(SMILE), found)
    assert not is_open(routine(MASSAGE), found)


@pytest.mark.parametrize("level", ["care", "soft"])
def test_the_first_look_is_open_before_the_answers_only(level: Level) -> None:
    """Once an answer holds active movement back, the active first look is held back too."""
    assert not is_open(routine(SMILE, kind="first-look"), Unlocked(level=level))


@pytest.mark.parametrize(
    "question", ["seen_by_doctor", "causes_ruled_out", "swelling_settled", "exercises_agreed"]
)
@pytest.mark.parametrize("answer", [False, None])
def test_any_no_leaves_soft_tissue(question: str, answer: bool | None) -> None:
    """No, or not sure, to any of the four holds active movement back and says which."""
    found = unlocked(answered(**{question: answer}))

    assert found.level == "soft"
    assert found.held_by == (question.replace("_", "-"),)
    assert is_open(routine(MASSAGE), found)
    assert not is_open(routine(MASSAGE, SMILE), found)


@pytest.mark.parametrize("item", ["botulinum", "graft-or-surgery", "child"])
def test_a_therapists_plan_lifts_what_it_may(item: str) -> None:
    """After an injection, an operation, or for a child: only with a therapist's plan."""
    assert unlocked(answered(not_for=(item,))).level == "soft"
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
