"""Which sound belongs to which moment. The sounds themselves are made in `sound`.

A movement that goes down, as a closing lid, is led by the falling tone and its way back by the
rising one, so that the ear hears what the face does.
"""

from routines.guided import Moment
from sessions.engine.interface.commands import (
    Command,
    Cue,
    Finished,
    GuidedCue,
    Hint,
    KeptStepEnd,
    KeptVerdict,
    Phase,
)
from tui.practice.aloud.hold_count import EVERY_S, LONG_HOLD_S
from tui.practice.aloud.late_words import LateWords
from tui.practice.cue_words import cues_of
from tui.practice.sound import CueName, Speaker

_SOUND_OF: dict[Phase, CueName] = {
    "rise": "rise",
    "your-pace": "rise",
    "assist": "rise",
    "hold": "hold",
    "fingers-off": "hold",
    "release": "release",
    "rest": "rest",
    "guided": "rest",
    "release-step": "rest",
}
_TURNED: dict[CueName, CueName] = {"rise": "release", "release": "rise"}


class CuePlayer:
    """Listens to a session and plays its cues, with ticks through a hold."""

    def __init__(self, speaker: Speaker) -> None:
        self.speaker = speaker
        self._tick_at_s: float | None = None
        self._every_s = 1.0
        self._hold_ends_s = 0.0
        self._done_at_s = -1.0
        self._late = LateWords()

    def hear(self, command: Command) -> None:
        """Play what belongs to the command, if anything does. A caution that is told only when the
        repetition is over sounds like any other."""
        if self._late.due(command):
            self.speaker.play("caution")
        match command:
            case Cue(at_s=at_s, phase=phase, seconds=seconds, exercise=exercise):
                self._tick_at_s = None
                if phase == "hold" and seconds is not None:
                    self._ticks(at_s, seconds)
                if phase in _SOUND_OF:
                    self._play(_SOUND_OF[phase], exercise)
            case GuidedCue(at_s=at_s, exercise=exercise, eyes_shut=eyes_shut, moment=moment):
                self._tick_at_s = None
                self._guided(at_s, exercise, moment, eyes_shut=eyes_shut)
            case KeptVerdict(verdict=verdict) if verdict.level == "stop":
                self.speaker.play("stop")
            case Hint(verdict=verdict) if verdict.level != "stop":
                self.speaker.play("caution")
            case KeptStepEnd(at_s=at_s, ended="done") | Finished(at_s=at_s, ended="finished"):
                self._tick_at_s = None
                if at_s != self._done_at_s:
                    self.speaker.play("done")
                self._done_at_s = at_s
            case _:
                pass

    def pass_time(self, at_s: float) -> None:
        """Tick, when it is time in a hold."""
        if self._tick_at_s is None or at_s < self._tick_at_s:
            return
        self._tick_at_s += self._every_s
        if self._tick_at_s >= self._hold_ends_s:
            self._tick_at_s = None
        self.speaker.play("hold")

    def _play(self, name: CueName, exercise: str) -> None:
        self.speaker.play(_TURNED.get(name, name) if cues_of(exercise).falls else name)

    def _ticks(self, at_s: float, seconds: float) -> None:
        self._every_s = EVERY_S if seconds > LONG_HOLD_S else 1.0
        self._hold_ends_s = at_s + seconds
        first_s = at_s + self._every_s
        self._tick_at_s = first_s if first_s < self._hold_ends_s or self._every_s == 1.0 else None

    def _guided(self, at_s: float, exercise: str, moment: Moment, *, eyes_shut: bool) -> None:
        """Lead a turn, and sound each further place; with shut eyes each further sentence too."""
        match moment.part:
            case "move":
                self._play("rise", exercise)
            case "hold":
                self._ticks(at_s, moment.seconds)
                self.speaker.play("hold")
            case "release":
                self._play("release", exercise)
            case "change" | "station":
                self.speaker.play("rest")
            case "told" | "rest":
                if eyes_shut and moment.begins_s > 0:
                    self.speaker.play("rest")
