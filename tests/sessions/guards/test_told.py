"""What a step is told with: how, its note, and the text that is read aloud."""

from msgspec.structs import replace

from routines.by_ear import seated
from routines.catalogue import exercises
from routines.model import Step
from sessions.engine.engine import Engine
from tests.routines.writing_routines import HEAD, read
from tests.sessions.driving import Drive, plan


def view_of(step: Step) -> Drive:
    """An engine that has begun with `step`."""
    return Drive(Engine(replace(plan(step), by_clock=True))).begin()


def test_a_note_of_the_therapist_is_shown() -> None:
    """After how it is done."""
    smile = exercises()["open-smile"]
    step = Step(exercise=smile, dose=smile.dose, note="Softer than last week.")

    how = (*smile.how, "Softer than last week.", *smile.cautions)
    assert view_of(step).engine.view().how == how


def test_shut_eyes_are_announced() -> None:
    """Seated, and tones will guide."""
    closing = exercises()["eye-closure"]

    view = view_of(Step(exercise=closing, dose=closing.dose)).engine.view()
    assert view.how[0] == seated("tones")


def test_the_text_of_the_day_is_there_to_be_read() -> None:
    """As the routine was read today."""
    (step,) = read(HEAD + '[[exercise]]\ndo = "read-aloud"\n').steps

    assert step.text
    assert view_of(step).engine.view().text == step.text


def test_hands_and_warmth_say_first_where_not() -> None:
    """A massage begins with its cautions, before the hands do."""
    massage = exercises()["massage-cheek"]
    how = view_of(Step(exercise=massage, dose=massage.dose)).engine.view().how

    assert massage.cautions
    assert how == (*massage.cautions, *massage.how)
