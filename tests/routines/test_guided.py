"""The course of a guided step: sentences first, then counted turns, in the step's time."""

from itertools import pairwise

import pytest

from routines.catalogue import exercises, instructions
from routines.for_person import for_person
from routines.guided import Moment, moments, turns_of
from routines.model import Dose, Routine, Step

GUIDED = [e for e in exercises().values() if e.measure is None]


def step(exercise_id: str, for_s: float | None = None) -> Step:
    """A step of the catalogue, in its own time or in `for_s`."""
    exercise = exercises()[exercise_id]
    return Step(exercise=exercise, dose=exercise.dose if for_s is None else Dose(for_s=for_s))


def read(exercise_id: str) -> Routine:
    """A routine of this exercise alone."""
    return Routine(schema=1, id="one", name="One", stage="flaccid", steps=(step(exercise_id),))


def parts(found: tuple[Moment, ...]) -> list[str]:
    """What follows what."""
    return [moment.part for moment in found]


@pytest.mark.parametrize("for_s", [None, 5.0, 20.0, 600.0])
def test_moments_fill_the_time_without_a_gap(for_s: float | None) -> None:
    """Whatever time a routine gives, each moment begins where the one before ends."""
    for exercise in GUIDED:
        one = step(exercise.id, for_s)
        found = moments(one)

        assert found[0].begins_s == 0.0, exercise.id
        assert found[-1].ends_s == pytest.approx(one.dose.for_s), exercise.id
        for before, after in pairwise(found):
            assert after.begins_s == pytest.approx(before.ends_s), exercise.id
            assert before.seconds > 0, exercise.id


def test_every_sentence_is_told_once() -> None:
    """In order, before anything is counted."""
    for exercise in GUIDED:
        one = step(exercise.id)
        told = [moment.text for moment in moments(one) if moment.part == "told"]

        assert tuple(told) == instructions(one)
        counted = [n for n, moment in enumerate(moments(one)) if moment.turn]
        assert not counted or counted[0] == len(told), exercise.id


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


def test_a_breath_is_led_in_and_out_and_never_held() -> None:
    """4 s in and 6 s out, as many whole ones as fit; what is left over is before the first."""
    found = [moment for moment in moments(step("breathing")) if moment.turn]

    assert parts(tuple(found)) == ["move", "release"] * 4
    assert {(m.part, round(m.seconds, 6)) for m in found} == {("move", 4.0), ("release", 6.0)}


def test_a_routine_may_change_the_breath() -> None:
    """Other lengths are taken from the dose."""
    dose = Dose(for_s=60, breath_in_s=3.0, breath_out_s=5.0)
    one = Step(exercise=exercises()["breathing"], dose=dose)
    found = [moment for moment in moments(one) if moment.turn]

    assert {(m.part, round(m.seconds, 6)) for m in found} == {("move", 3.0), ("release", 5.0)}


def test_sides_are_changed_between_two_turns() -> None:
    """Not after the last one, and not where only one side is stretched."""
    neck = step("neck-stretch")
    parts_found = parts(tuple(m for m in moments(neck) if m.turn))
    one_side = for_person(read("neck-stretch"), "flaccid").steps[0]

    assert parts_found == ["move", "hold", "release", "change", "move", "hold", "release", "rest"]
    assert "change" not in parts(moments(one_side))


def test_what_to_heed_takes_no_time_from_what_to_do() -> None:
    """A caution is told at reading speed; the sentences of what to do share the rest."""
    caution, *doing = moments(step("massage-cheek"))

    assert caution.text in exercises()["massage-cheek"].cautions
    assert caution.seconds < 6.0
    assert len({round(m.seconds, 6) for m in doing}) == 1


@pytest.mark.parametrize("exercise_id", ["release-cheek", "release-chin", "release-inner-cheek"])
def test_as_many_holds_fit_as_the_dose_names(exercise_id: str) -> None:
    """What the card of an exercise promises, its own time holds."""
    number = exercises()[exercise_id].dose_reason.split()[0]

    assert turns_of(step(exercise_id)) == {"Three": 3, "Five": 5}[number]


def test_stations_share_the_time_after_the_sentences() -> None:
    """From feet to forehead, each as long as the others."""
    places = [m for m in moments(step("body-scan")) if m.part == "station"]

    assert [m.text for m in places] == list(exercises()["body-scan"].stations)
    assert len({round(m.seconds, 6) for m in places}) == 1
