"""How a movement is done, in words and as a drawing that goes round."""

import pytest
from msgspec.structs import replace

from routines.catalogue import exercises
from routines.model import Dose, Step
from tui.practice.how_words import PAUSE_S, how_lines, in_one_line, shown_at
from tui.texts import how as words

DOSE = Dose(rise_s=2.0, hold_s=3.0, release_s=4.0)


def step(id: str, *, assist: bool = False) -> Step:
    """A step of the catalogue."""
    return Step(exercise=exercises()[id], dose=DOSE, assist=assist)


def test_a_card_says_what_to_do_what_stays_quiet_and_how_much() -> None:
    """Effort stands once, in its own line; cautions come last."""
    how, quiet, effort, care = how_lines(step("open-smile"))

    assert how.startswith("How: Lips apart, jaw loose. Move both mouth corners")
    assert "effort" not in how.lower()
    assert quiet == words.QUIET.format(text=words.QUIET_EYES)
    assert effort == words.EFFORT
    assert care.startswith("Care: If the weak eye narrows")


def test_where_the_finger_goes_is_said_only_where_one_helps() -> None:
    """On a face that is measured without, a hand would be in the way."""
    helped = how_lines(step("brow-raise", assist=True))

    assert [line for line in helped if line.startswith("Finger: Put a fingertip just above")]
    assert not [line for line in how_lines(step("brow-raise")) if line.startswith("Finger")]
    rests = how_lines(step("brow-raise"), ("brow-corner",))
    assert words.FINGER.format(text=words.FINGER_RESTS.format(part="mouth corner")) in rests


@pytest.mark.parametrize("id", [e.id for e in exercises().values() if e.measure is not None])
def test_no_card_speaks_of_effort_twice(id: str) -> None:
    """Each movement of the catalogue."""
    assert sum("effort" in line.lower() for line in how_lines(step(id))) == 1


def test_one_sided_exercises_keep_the_other_side_still() -> None:
    """Whatever is watched."""
    assert words.QUIET.format(text=words.QUIET_SIDE["weak"]) in how_lines(step("one-corner"))


def test_a_known_movement_needs_one_line() -> None:
    """Its own words, and how often."""
    smile = replace(step("open-smile"), dose=Dose(reps=6))

    assert in_one_line(smile) == "Smile. Stay. Let go. 6 times, small and slow."
    assert in_one_line(replace(smile, dose=Dose(reps=1))).endswith("Once, small and slow.")


@pytest.mark.parametrize(
    ("at_s", "shown"),
    [
        (0.0, ("rise", 0.0)),
        (1.0, ("rise", 0.5)),
        (4.0, ("hold", 1.0)),
        (7.0, ("release", 0.5)),
        (9.5, ("rest", 0.0)),
        (9.0 + PAUSE_S + 1.0, ("rise", 0.5)),
    ],
)
def test_the_drawing_goes_round_at_the_speed_of_the_cues(
    at_s: float, shown: tuple[str, float]
) -> None:
    """Two seconds up, three held, four back, a pause, and again."""
    assert shown_at(at_s, DOSE) == shown
