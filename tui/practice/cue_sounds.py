"""Which sound belongs to which moment. The sounds themselves are made in `sound`."""

from sessions.engine.interface.commands import (
    Command,
    Cue,
    Finished,
    Hint,
    KeptStepEnd,
    KeptVerdict,
    Phase,
)
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


class Ears:
    """Listens to a session and plays its cues, with a tick for each second of a hold."""

    def __init__(self, speaker: Speaker) -> None:
        self.speaker = speaker
        self._tick_at_s: float | None = None
        self._hold_ends_s = 0.0
        self._done_at_s = -1.0

    def hear(self, command: Command) -> None:
        """Play what belongs to the command, if anything does."""
        match command:
            case Cue(at_s=at_s, phase=phase, seconds=seconds):
                self._tick_at_s = None
                if phase == "hold" and seconds is not None:
                    self._tick_at_s, self._hold_ends_s = at_s + 1.0, at_s + seconds
                if phase in _SOUND_OF:
                    self.speaker.play(_SOUND_OF[phase])
            case KeptVerdict(verdict=verdict) if verdict.level == "stop":
                self.speaker.play("stop")
            case Hint(verdict=verdict) if verdict.level != "stop":
                self.speaker.play("caution")
            case KeptStepEnd(at_s=at_s, ended="done") | Finished(at_s=at_s, ended="finished"):
                if at_s != self._done_at_s:
                    self.speaker.play("done")
                self._done_at_s = at_s
            case _:
                pass

    def pass_time(self, at_s: float) -> None:
        """Tick, when a second of the hold has gone by."""
        if self._tick_at_s is None or at_s < self._tick_at_s:
            return
        self._tick_at_s += 1.0
        if self._tick_at_s >= self._hold_ends_s:
            self._tick_at_s = None
        self.speaker.play("hold")
