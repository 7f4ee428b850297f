"""A routine as one person does it."""

import pytest

from routines.catalogue import exercises
from routines.for_person import EYE_STAYS_OPEN, NOT_THIS_STAGE, for_person
from routines.movements import STAGES, Stage
from routines.reading.library import find, library_ids
from tests.routines.writing_routines import TODAY


def how(exercise_id: str, stage: Stage | None, routine_id: str = "soft-tissue") -> tuple[str, ...]:
    """The sentences of an exercise in a routine, for a stage."""
    routine = for_person(find(routine_id, today=TODAY), stage)
    return next(s.exercise.how for s in routine.steps if s.exercise.id == exercise_id)


def skipped(routine_id: str, stage: Stage, *, eye_closes: bool | None = None) -> dict[str, str]:
    """What a stage leaves out, with why; without what waits for a therapist."""
    routine = for_person(find(routine_id, today=TODAY), stage, eye_closes=eye_closes)
    return {
        s.exercise.id: s.skipped
        for s in routine.steps
        if s.skipped is not None and not s.exercise.therapist_only
    }


def test_stretches_go_by_stage_and_side() -> None:
    """The strong side while nothing moves, the tight side with linked movement; always down."""
    flaccid = " ".join(how("stretch-both-sides", "flaccid"))
    linked = " ".join(how("stretch-both-sides", "synkinetic"))

    assert "weak cheek up" in flaccid
    assert "strong side" in flaccid
    assert "feels tight" in linked
    assert "first three months" in linked
    assert all("down and outwards" in said for said in (flaccid, linked))
    assert "Do not stretch" in " ".join(how("brow-stretch", "flaccid"))


def test_the_weak_side_is_relaxed_where_it_is_tight() -> None:
    """With linked movement the weak side; else the strong one."""
    assert "weak side" in " ".join(how("relax-face", "synkinetic", "tight-day"))
    assert "strong side" in " ".join(how("relax-face", "paretic", "tight-day"))


def test_brush_and_tapping_are_left_out_with_linked_movement() -> None:
    """They wake muscles that are too awake; the other stages keep them."""
    assert skipped("soft-tissue", "synkinetic") == dict.fromkeys(
        ("soft-brush", "fingertip-tap"), NOT_THIS_STAGE
    )
    assert skipped("soft-tissue", "flaccid") == {}


def test_an_eye_that_does_not_close_is_not_opened_wide() -> None:
    """Nor one of which it is not sure: an answer left out opens no more than the careful one."""
    for careful in (False, None):
        assert skipped("bells-2", "paretic", eye_closes=careful) == {"eyes-wide": EYE_STAYS_OPEN}
    assert skipped("bells-2", "paretic", eye_closes=True) == {}


@pytest.mark.parametrize("stage", STAGES)
def test_only_touch_and_care_are_left_out_by_stage(stage: Stage) -> None:
    """What is active is decided for the whole routine, elsewhere."""
    left_out = {id for routine in library_ids() for id in skipped(routine, stage, eye_closes=True)}
    assert not [id for id in left_out if exercises()[id].active]


def test_without_a_stage_nothing_changes() -> None:
    """As for the simulated patient before any answer."""
    routine = find("soft-tissue", today=TODAY)

    assert for_person(routine, None, eye_closes=True) == routine


def test_the_eyelid_set_is_closed_while_nothing_moves() -> None:
    """It asks the lid to close; then the finger of flaccid-care helps it instead."""
    assert not find("eyelid-set", today=TODAY).suits("flaccid")
    assert "hand-blink" in {s.exercise.id for s in find("flaccid-care", today=TODAY).steps}
