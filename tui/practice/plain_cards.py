"""The cards of a practice as lines of text: how a movement is done, and why a set ended. Pure."""

from routines.model import Step
from sessions.engine.interface.view import SessionView, StopCard
from tui.practice.how_words import how_lines
from tui.practice.stop_card_words import choices_told
from tui.texts import how as words_how
from tui.texts import practice as words


def demonstration_lines(view: SessionView, step: Step) -> list[str]:
    """How it is done, and whether it waits."""
    waits = view.seconds_left is None
    follows = words_how.PLAIN_WHEN_READY if waits else words_how.PASSES
    return [*how_lines(step, view.fingers), follows]


def stop_card_lines(view: SessionView, card: StopCard, *, asks: bool) -> list[str]:
    """What follows, the keys that lead on, and (`asks`) the question how it felt."""
    choices = ", ".join(f"{key}: {text}" for _, (key, text) in choices_told(view))
    return [card.what_next, f"{choices}.", *([f"{words.STOP_FEELING}."] if asks else [])]
