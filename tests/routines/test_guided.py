"""The course of a guided step: sentences first, then counted turns, in the step's time."""

from itertools import pairwise

import pytest

from routines.catalogue import exercises, instructions
from routines.guided import Moment, moments, turns_of
from routines.model import Dose, Step

GUIDED = [e for e in exercises().values() if e.measure is None]


def step(exercise_id: str, for_s: float | None = None) -> Step:
    """A step of the catalogue, in its own time or in `for_s`."""
    exercise = exercises()[exercise_id]
    return Step(exercise=exercise, dose=exercise.dose if for_s is None else Dose(for_s=for_s))


def parts(found: tuple[Moment, ...]) -> list[str]:
    """What follows what."""
    return [moment.part for moment in found]


@pytest.mark.parametrize("exercise_id", [e.id for e in GUIDED])
@pytest.mark.parametrize("for_s", [None, 5.0, 20.0, 600.0])
def test_moments_fill_the_time_without_a_gap(exercise_id: str, for_s: float | None) -> None:
    """Whatever time a routine gives, each moment begins where the one before ends."""
    one = step(exercise_id, for_s)
    found = moments(one)

    assert found[0].begins_s == 0.0
    assert found[-1].ends_s == pytest.approx(one.dose.for_s)
    for before, after in pairwise(found):
        assert after.begins_s == pytest.approx(before.ends_s)
        assert before.seconds > 0


@pytest.mark.parametrize("exercise_id", [e.id for e in GUIDED])
def test_every_sentence_is_told_once(exercise_id: str) -> None:
    """In order, before anything is counted."""
    one = step(exercise_id)
    told = [moment.text for moment in moments(one) if moment.part == "told"]

    assert tuple(told) == instructions(one)
    counted = [n for n, moment in enumerate(moments(one)) if moment.turn]
    assert not counted or counted[0] == len(told)


def test_turns_are_whole_and_numbered() -> None:
    """Two holds of a stretch, each with its way there and back."""
    found = [moment for moment in moments(step("lid-stretch")) if moment.turn]

    assert parts(tuple(found)) == ["move", "hold", "release", "rest"] * 2
    assert [m.turn for m in found] == [1] * 4 + [2] * 4
    assert {m.turns for m in found} == {2}
    assert found[1].seconds == 15.0


def test_the_counts_of_the_sources_fit_the_time() -> None:
    """Ten lifts of the tongue in a minute; five openings of the eyes and no more."""
    assert turns_of(step("tongue-up")) == 10
    assert turns_of(step("eyes-wide")) == 5
    assert turns_of(step("massage-cheek")) == 0


def test_a_short_step_still_has_one_turn() -> None:
    """Made smaller to fit."""
    found = moments(step("neck-stretch", 20.0))

    assert {m.turn for m in found if m.turn} == {1}


def test_stations_share_the_time_after_the_sentences() -> None:
    """From feet to forehead, each as long as the others."""
    places = [m for m in moments(step("body-scan")) if m.part == "station"]

    assert [m.text for m in places] == list(exercises()["body-scan"].stations)
    assert len({round(m.seconds, 6) for m in places}) == 1
