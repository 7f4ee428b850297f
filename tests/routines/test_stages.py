"""The stage decides which routines may be done."""

from msgspec.structs import replace

from routines.movements import STAGES
from routines.reading.library import find
from routines.stages import is_weekly_look, stage_refusal
from tests.routines.writing_routines import TODAY


def test_active_work_is_refused_while_nothing_moves() -> None:
    """With what to do instead."""
    refusal = stage_refusal(find("daily-gentle", today=TODAY), "flaccid")

    assert refusal is not None
    assert "flaccid-care" in refusal


def test_a_routine_of_another_stage_is_refused() -> None:
    """Repeating through linked movement would teach it."""
    assert stage_refusal(find("daily-gentle", today=TODAY), "synkinetic") is not None
    assert stage_refusal(find("linked-movement", today=TODAY), "paretic") is not None
    assert stage_refusal(find("mouth-set", today=TODAY), "synkinetic") is None


def test_a_tight_day_is_for_soft_tissue_only() -> None:
    """In any stage."""
    for stage in STAGES:
        assert stage_refusal(find("tight-day", today=TODAY), stage, tight=True) is None
    refusal = stage_refusal(find("daily-gentle", today=TODAY), "paretic", tight=True)
    assert refusal is not None
    assert "tight-day" in refusal


def test_only_the_programs_own_file_is_the_weekly_look() -> None:
    """Neither another routine of the library, nor a file that says it is one."""
    look = find("weekly-look", today=TODAY)

    assert is_weekly_look(look)
    assert not is_weekly_look(find("daily-gentle", today=TODAY))
    assert not is_weekly_look(replace(look, source="weekly-look.toml"))
