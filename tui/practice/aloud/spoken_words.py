"""What is said aloud of a session: every word that matters to somebody who does not look. Pure.

Cue words, sentences and counts of guided steps, cautions, pauses, and the whole stop card. Praise
and sizes are not spoken: they can wait until the practice is over.
"""

from collections.abc import Sequence

from routines.guided import Moment
from routines.model import Step
from sessions.engine.interface.commands import (
    Command,
    Cue,
    Finished,
    GuidedCue,
    Hint,
    KeptPause,
    KeptStepEnd,
    KeptVerdict,
    Phase,
)
from sessions.engine.interface.view import SessionView
from sessions.guards.brief import brief
from tui.practice.cue_words import breathes, line_of, moment_word, told_now, word_of
from tui.practice.how_words import how_lines
from tui.practice.plain_cards import stop_card_lines
from tui.texts import practice as words
from tui.texts import summary as words_summary

_WORD_ALONE: frozenset[Phase] = frozenset(
    {
        "rise",
        "hold",
        "release",
        "rest",
        "ready",
        "your-pace",
        "fingers-off",
        "relax",
        "resuming",
    }
)
_WITH_LINE: frozenset[Phase] = frozenset({"finding-face", "taking-rest", "assist"})


def spoken(command: Command, view: SessionView, steps: Sequence[Step]) -> str:
    """What is said when `command` comes; empty for most. `view` is the session after it."""
    match command:
        case Cue(phase=phase, exercise=exercise):
            return _cue(phase, exercise, view, steps)
        case GuidedCue(moment=moment, exercise=exercise):
            said = _guided(exercise, moment)
            return f"{view.exercise_name}. {said}" if moment.begins_s == 0 else said
        case Hint(verdict=verdict):
            return told_now(verdict, view.exercise_id)
        case KeptVerdict(verdict=verdict) if verdict.level == "stop":
            return brief(verdict)
        case KeptPause(why=why):
            return why or words.PLAIN_GOING_ON
        case KeptStepEnd(ended="skipped", why=why):
            return why
        case Finished(ended=ended, why=why):
            return f"{words_summary.ENDED[ended]} {why}".strip()
        case _:
            return ""


def _cue(phase: Phase, exercise: str, view: SessionView, steps: Sequence[Step]) -> str:
    word = word_of(phase, exercise)
    if phase in _WORD_ALONE:
        return word
    if phase in _WITH_LINE:
        return f"{word}. {line_of(phase, exercise)}"
    if phase == "between":
        return f"{word}. {words.NEXT.format(name=view.exercise_name)}."
    if phase == "release-step":
        return f"{word}. {view.hint}"
    if phase == "stopped" and view.stop is not None:
        card = view.stop
        follows = stop_card_lines(view, card, asks=True)
        return " ".join([f"{word}. {card.exercise}.", brief(card.verdict), *follows])
    if phase == "demonstration":
        step = next((s for s in steps if s.exercise.id == exercise), None)
        lines = [] if step is None else how_lines(step, view.fingers)
        return " ".join([f"{view.exercise_name}.", *lines])
    return ""


def _guided(exercise: str, moment: Moment) -> str:
    """A sentence, or the word of a turn; its first with a number, but for a breath."""
    if moment.part in {"told", "station"}:
        return moment.text
    word = moment_word(moment, exercise)
    numbered = moment.part == "move" and not breathes(exercise)
    return f"{moment.turn}. {word}" if numbered else word
