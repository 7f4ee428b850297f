"""All steps of a guided exercise, the present one bright with its own time."""

from routines.catalogue import exercises
from routines.guided import moments
from routines.model import Dose, Step
from tui.practice.guided_rows import Row, guided_rows, step_lines

MASSAGE = Step(exercise=exercises()["massage-cheek"], dose=Dose(for_s=60))
DOWN = Step(exercise=exercises()["look-down"], dose=Dose(for_s=60))
ROWS = [Row("One is behind."), Row("Two is done now.", now=True, seconds=7), Row("Three.")]


def test_every_step_is_in_sight_and_the_present_one_has_its_time() -> None:
    """Two seconds into the second sentence."""
    second = moments(MASSAGE)[1]
    rows = guided_rows(MASSAGE, second, second.begins_s + 2.0)

    assert [row.text for row in rows] == [each.text for each in moments(MASSAGE)]
    assert [row.now for row in rows].index(True) == 1
    assert rows[1].seconds is not None
    assert second.seconds - 2.0 <= rows[1].seconds < second.seconds - 1.0


def test_turns_are_one_row_that_counts() -> None:
    """While the sentences are told it waits; then it is the present one."""
    before = guided_rows(DOWN, moments(DOWN)[0], 0.0)[-1]
    third = next(each for each in moments(DOWN) if each.turn == 3)
    during = guided_rows(DOWN, third, third.begins_s)

    assert not before.now
    assert during[-1].now
    assert f"3 of {third.turns}" in during[-1].text
    assert sum(row.now for row in during) == 1


def test_the_present_step_is_marked_without_colour_too() -> None:
    """With its seconds; its lines are the bright ones."""
    lines, bright = step_lines(ROWS, 40, 10)

    assert lines == ["  One is behind.", "> Two is done now.  7 s", "  Three."]
    assert bright == {1}


def test_in_a_low_window_what_is_behind_goes_first() -> None:
    """The present step is never cut off."""
    lines, bright = step_lines(ROWS, 40, 2)

    assert lines == ["> Two is done now.  7 s", "  Three."]
    assert bright == {0}


def test_each_step_has_its_own_time() -> None:
    """The present one what is left, one to come how long it takes, one behind none."""
    second = moments(MASSAGE)[1]
    behind, now, *coming = guided_rows(MASSAGE, second, second.begins_s + 1.0)

    assert behind.seconds is None
    assert now.seconds is not None
    assert [row.seconds for row in coming] == [round(m.seconds) for m in moments(MASSAGE)[2:]]


def test_a_breath_has_its_two_words_and_no_hold() -> None:
    """In the row that counts."""
    breathing = Step(exercise=exercises()["breathing"], dose=Dose(for_s=60))
    row = guided_rows(breathing, moments(breathing)[-1], 59.0)[-1]

    assert row.text.startswith("Breathe in. Breathe out. ")
    assert row.now
