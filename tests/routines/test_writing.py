"""What is written reads back equal."""

import pytest

from routines.reading.library import find, library_ids
from routines.reading.reader import read_routine
from routines.writing import routine_text
from tests.routines.writing_routines import HEAD, STEP, TODAY, messages, read

RICH = (
    HEAD
    + 'about = """\nTwo lines\nwith a "quote" and a \\\\ in it."""\npace = "self"\n'
    + '[lifts]\nreps = "Because."\n[dose]\nrest_s = 3\nfor_s = 90\n'
    + "[guards.fatigue]\nstop_drop_percent = 35\nstop_reps = 3\n"
    + STEP
    + 'reps = 12\nnote = "Softly."\n[exercise.guards.synkinesis]\nknown_corner_mm = 2\n'
    + '[[exercise]]\ndo = "brow-raise"\nassist = true\npace = "timed"\n'
    + '[[exercise]]\ndo = "massage-chin"\n'
    + '[[exercise]]\ndo = "squint"\n'
    + '[[therapist_allows]]\nexercise = "squint"\nby = "A. Example"\n'
    + "on = 2026-11-01\nuntil = 2026-12-01\n"
)


@pytest.mark.parametrize("routine_id", library_ids())
def test_library_routines_survive_the_round_trip(routine_id: str) -> None:
    """Doses, limits, lifts, notes, skipped steps."""
    routine = find(routine_id, today=TODAY)

    assert read_routine(routine_text(routine), source="library", today=TODAY) == routine


def test_a_smaller_aim_is_for_what_is_scored_and_never_a_larger_one() -> None:
    """Half to all of the own gentle size; a base's aim holds until the file says another."""
    routine = read(HEAD + STEP + "target_percent = 70\n")

    assert routine.steps[0].target_percent == 70
    assert read(routine_text(routine)) == routine
    for do, wrong in (("open-smile", 110), ("massage-cheek", 80)):
        (said,) = messages(f'{HEAD}[[exercise]]\ndo = "{do}"\ntarget_percent = {wrong}')
        assert "target_percent" in said


def test_everything_a_routine_can_say_survives_the_round_trip() -> None:
    """Guards, assist, pace, leave and awkward text too."""
    routine = read(RICH)

    assert read(routine_text(routine)) == routine
    assert routine.steps[2].dose.for_s == 90
