"""Spoken cues by the system's own speech program, where there is one and the person wants it.

Only the cue word, what a guard says, and the sentence of a stop card; in a guided step, which may
be done with shut eyes, every sentence and the number of each turn. A new word ends the one before
it, because a late word would be a wrong word.
"""

import contextlib
import shutil
import subprocess
from collections.abc import Callable

from routines.guided import Moment
from sessions.engine.interface.commands import (
    Command,
    Cue,
    Finished,
    GuidedCue,
    Hint,
    KeptVerdict,
)
from tui.practice.cue_words import moment_word, word_of
from tui.practice.linked_words import LinkedWords
from tui.texts import practice as words

_SPOKEN = (
    "rise",
    "hold",
    "release",
    "rest",
    "ready",
    "your-pace",
    "assist",
    "fingers-off",
    "release-step",
)


class Speech:
    """Speaks what it hears."""

    def __init__(self, command: tuple[str, ...]) -> None:
        self._command = command
        self._linked = LinkedWords()
        self._speaking: subprocess.Popen[bytes] | None = None

    def hear(self, command: Command) -> None:
        """Say what belongs to the command, if anything does."""
        if late := self._linked.due(command):
            self.say(late)
        match command:
            case Cue(phase=phase, exercise=exercise) if phase in _SPOKEN:
                self.say(word_of(phase, exercise))
            case GuidedCue(exercise=exercise, moment=moment):
                self.say(_guided(exercise, moment))
            case Hint(verdict=verdict):
                self.say(verdict.sentence)
            case KeptVerdict(verdict=verdict) if verdict.level == "stop":
                self.say(verdict.sentence)
            case Finished(ended=ended):
                self.say(words.ENDED[ended])
            case _:
                pass

    def pass_time(self, at_s: float) -> None:
        """Speech needs no ticks."""

    def say(self, text: str) -> None:
        """Begin to say it; a program that is gone means silence."""
        self.close()
        with contextlib.suppress(OSError):
            self._speaking = subprocess.Popen(
                (*self._command, text),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )

    def close(self) -> None:
        """End the word that is being said."""
        if self._speaking is not None:
            with contextlib.suppress(OSError):
                self._speaking.terminate()
            self._speaking.wait()
            self._speaking = None


def _guided(exercise: str, moment: Moment) -> str:
    """What is said in a guided step: a sentence, or the word of a turn, its first with a number."""
    if moment.part in {"told", "station"}:
        return moment.text
    word = moment_word(moment, exercise)
    return f"{moment.turn}. {word}" if moment.part == "move" else word


def find_speech(which: Callable[[str], str | None] = shutil.which) -> tuple[str, ...] | None:
    """The command that speaks the text after it; None where there is none."""
    for command in (("spd-say", "--wait"), ("espeak-ng",), ("say",)):
        if which(command[0]) is not None:
            return (*command, "--") if command[0] != "say" else command
    return None
