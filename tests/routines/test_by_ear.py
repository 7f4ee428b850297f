"""What is said of an exercise with shut eyes fits what is heard."""

import pytest

from routines.by_ear import LEADS, led, without_signals
from routines.catalogue import exercises, instructions
from routines.model import Exercise, LedBy, Step
from tests.routines.writing_routines import HEAD, read

SHUT = [each for each in exercises().values() if each.eyes_shut]


@pytest.mark.parametrize("led_by", [each for each in LEADS if each != "tones"])
def test_no_tone_is_named_where_none_sounds(led_by: LedBy) -> None:
    """Every exercise, not only those with shut eyes; each sentence still begins as one."""
    for exercise in exercises().values():
        said = instructions(Step(exercise=exercise, dose=exercise.dose, led_by=led_by))
        heard = [line for line in said if "tone" in line.lower() or "tick" in line.lower()]

        assert not heard, exercise.id
        assert all(line[0].isupper() for line in said)


@pytest.mark.parametrize("exercise", SHUT, ids=[each.id for each in SHUT])
def test_what_leads_is_said_first(exercise: Exercise) -> None:
    """Tones, spoken words, or nothing but one's own count."""
    for by, said in LEADS.items():
        step = Step(exercise=exercise, dose=exercise.dose, led_by=by)
        assert instructions(step)[0].endswith(said)


def test_a_sentence_keeps_its_words_without_the_signal() -> None:
    """Two signals in one sentence too."""
    said = "A rising tone: open slowly. A low tone: rest."

    assert without_signals(said) == "Open slowly. Rest."
    assert without_signals("Lips loose.") == "Lips loose."


def test_a_whole_routine_is_told_alike() -> None:
    """Each of its steps."""
    routine = read(HEAD + '[[exercise]]\ndo = "eye-closure"\n[[exercise]]\ndo = "pucker"\n')

    assert [step.led_by for step in led(routine, "words").steps] == ["words", "words"]
