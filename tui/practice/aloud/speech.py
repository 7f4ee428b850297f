"""Spoken cues by the system's own speech program, where there is one and the person wants it.

What is said is chosen in `spoken_words`. A new word ends the one before it, because a late word
would be a wrong word.
"""

import contextlib
import shutil
import subprocess
from collections.abc import Callable, Sequence

from routines.model import Step
from sessions.engine.interface.commands import Command, Cue, GuidedCue
from sessions.engine.interface.plan import SessionPlan
from sessions.engine.interface.view import SessionView
from tui.practice.aloud.hold_count import HoldCount
from tui.practice.aloud.late_words import LateWords
from tui.practice.aloud.spoken_words import spoken


class Speech:
    """Speaks what it hears of a session with these steps; `view` tells where it stands."""

    def __init__(
        self, command: tuple[str, ...], view: Callable[[], SessionView], steps: Sequence[Step]
    ) -> None:
        self._command = command
        self._view = view
        self._steps = steps
        self._late = LateWords()
        self._hold = HoldCount()
        self._speaking: subprocess.Popen[bytes] | None = None

    def hear(self, command: Command) -> None:
        """Say what belongs to the command, if anything does; count a long hold from now on."""
        if late := self._late.due(command):
            self.say(late)
        if text := spoken(command, self._view(), self._steps):
            self.say(text)
        if isinstance(command, Cue | GuidedCue):
            self._hold.end()
        if isinstance(command, GuidedCue) and command.moment.part == "hold":
            self._hold.begin(command.at_s, command.moment.seconds)

    def pass_time(self, at_s: float) -> None:
        """Say how many seconds of a long hold are left, when it is time."""
        if (left_s := self._hold.left_at(at_s)) is not None:
            self.say(str(left_s))

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


def speeches(view: Callable[[], SessionView], plan: SessionPlan, *, wanted: bool) -> list[Speech]:
    """The speech of a session; none where it is not wanted, or this computer has no voice."""
    program = find_speech() if wanted else None
    return [] if program is None else [Speech(program, view, plan.routine.steps)]


def find_speech(which: Callable[[str], str | None] = shutil.which) -> tuple[str, ...] | None:
    """The command that speaks the text after it; None where there is none."""
    for command in (("spd-say", "--wait"), ("espeak-ng",), ("say",)):
        if which(command[0]) is not None:
            return (*command, "--") if command[0] != "say" else command
    return None
