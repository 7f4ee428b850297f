"""The cards of a practice as lines of text: how a movement is done, a guided step, and why a set
ended. Pure."""

from routines.guided import Moment
from routines.model import Step
from sessions.engine.interface.view import SessionView, StopCard
from tui.practice.cue_words import breathes, moment_word, turn_count
from tui.practice.how_words import how_lines
from tui.practice.stop_card_words import choices_told, kind_line
from tui.texts import how as words_how
from tui.texts import practice as words

SAID_HOLD_S = 2.0
"""A shorter hold is over before a line about it is read aloud. No published figure."""


def guided_line(moment: Moment, exercise: str) -> str:
    """What is said when this moment of a guided step begins; empty for a rest."""
    word = moment_word(moment, exercise)
    match moment.part:
        case "told":
            return moment.text
        case "station":
            return f"{moment.text} {turn_count(moment)}."
        case "move" if not breathes(exercise):
            return f"{word}. {turn_count(moment)}."
        case "hold":
            seconds = words.PLAIN_SECONDS.format(seconds=round(moment.seconds))
            return f"{word}. {seconds}." if moment.seconds >= SAID_HOLD_S else ""
        case "rest":
            return ""
        case _:
            return f"{word}."


def demonstration_lines(view: SessionView, step: Step) -> list[str]:
    """How it is done, and whether it waits."""
    waits = view.seconds_left is None
    follows = words_how.PLAIN_WHEN_READY if waits else words_how.PASSES
    return [*how_lines(step, view.fingers), follows]


def stop_card_lines(view: SessionView, card: StopCard, *, asks: bool) -> list[str]:
    """What follows, what is kept, the keys that lead on, and (`asks`) the question how it felt."""
    choices = ", ".join(f"{key}: {text}" for _, (key, text) in choices_told(view))
    told = (
        card.what_next,
        kind_line(view, card),
        f"{choices}.",
        f"{words.STOP_FEELING}." if asks else "",
    )
    return [line for line in told if line]
