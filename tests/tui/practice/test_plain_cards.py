"""The lines of the cards of plain mode, and of guided steps."""

from routines.catalogue import exercises
from routines.guided import moments
from routines.model import Dose, Step
from tests.tui.views import view
from tui.practice.plain_cards import demonstration_lines, guided_line
from tui.texts import how as words_how


def lines_of(exercise_id: str, for_s: float) -> list[str]:
    """What is said of a guided exercise from begin to end."""
    step = Step(exercise=exercises()[exercise_id], dose=Dose(for_s=for_s))
    said = (guided_line(moment, exercise_id) for moment in moments(step))
    return [line for line in said if line]


def test_a_stretch_can_be_followed_without_looking() -> None:
    """The caution first; then each turn with its hold, the way back and the change of sides."""
    said = lines_of("neck-stretch", 75.0)

    assert said[0] == exercises()["neck-stretch"].cautions[0]
    turns = said[said.index("Turn. 1 of 2.") :]
    assert turns == [
        "Turn. 1 of 2.", "Stay. 15 seconds.", "Let go.", f"{words_how.CHANGE_SIDES}.",
        "Turn. 2 of 2.", "Stay. 15 seconds.", "Let go.",
    ]  # fmt: skip


def test_a_body_scan_names_every_place_and_opens_the_eyes() -> None:
    """From what to heed to the last place, each with its number."""
    said = lines_of("body-scan", 120.0)

    assert "eyes will be closed" in said[0]
    assert said[-9].startswith("Think of your feet.")
    assert said[-1] == "Now open your eyes slowly. 9 of 9."


def test_a_short_hold_has_no_line() -> None:
    """It would be over before it is read out."""
    assert not any(line.startswith("Stay") for line in lines_of("tongue-down", 40.0))


def test_how_it_is_done_waits_or_passes() -> None:
    """The lines of the card, then how it goes on."""
    step = Step(exercise=exercises()["pucker"], dose=Dose())
    waiting = demonstration_lines(view(phase="demonstration", seconds_left=None), step)
    passing = demonstration_lines(view(phase="demonstration", seconds_left=3.0), step)

    assert waiting[:-1] == passing[:-1]
    assert waiting[0].startswith("How: ")
    assert words_how.EFFORT in waiting
    assert (waiting[-1], passing[-1]) == (words_how.PLAIN_WHEN_READY, words_how.PASSES)
