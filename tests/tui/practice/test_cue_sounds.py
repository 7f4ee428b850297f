"""Which sound belongs to which moment."""

from sessions.engine.interface.commands import Cue, Finished, Hint, KeptStepEnd, KeptVerdict
from sessions.reps.rep import Verdict
from tui.practice.aloud.speech import find_speech
from tui.practice.cue_sounds import CuePlayer
from tui.practice.sound import CueName


class Recorder:
    """A speaker that writes down what it was asked to play."""

    def __init__(self) -> None:
        self.played: list[CueName] = []

    def play(self, cue: CueName) -> None:
        """Write it down."""
        self.played.append(cue)

    def close(self) -> None:
        """Nothing to let go of."""


def test_a_repetition_can_be_followed_by_ear() -> None:
    """Rise, one tick at the beginning and after each second of the hold, release, rest."""
    recorder = Recorder()
    ears = CuePlayer(recorder)
    ears.hear(Cue(at_s=0.0, phase="rise", seconds=2.0))
    ears.hear(Cue(at_s=2.0, phase="hold", seconds=3.0))
    for tenth in range(20, 51):
        ears.pass_time(tenth / 10)
    ears.hear(Cue(at_s=5.0, phase="release", seconds=2.0))
    ears.hear(Cue(at_s=7.0, phase="rest", seconds=4.0))

    assert recorder.played == ["rise", "hold", "hold", "hold", "release", "rest"]


def test_a_pause_in_a_hold_is_silent() -> None:
    """Ticks belong to a hold that goes on."""
    recorder = Recorder()
    ears = CuePlayer(recorder)
    ears.hear(Cue(at_s=0.0, phase="hold", seconds=3.0))
    ears.hear(Cue(at_s=0.5, phase="paused", seconds=None))
    ears.pass_time(2.0)

    assert recorder.played == ["hold"]


def test_guards_are_heard() -> None:
    """A caution and a stop sound different."""
    recorder = Recorder()
    ears = CuePlayer(recorder)
    caution = Verdict(rule="overcompensation", level="caution", t_s=1.0, rep=4, detail={})
    stop = Verdict(rule="overcompensation", level="stop", t_s=2.0, rep=5, detail={})
    ears.hear(Hint(at_s=1.0, verdict=caution))
    ears.hear(KeptVerdict(at_s=2.0, step=0, set=1, verdict=stop))

    assert recorder.played == ["caution", "stop"]


def test_a_caution_that_comes_late_sounds_like_any_other() -> None:
    """That the weak side tires is known when the repetition is over."""
    recorder = Recorder()
    ears = CuePlayer(recorder)
    tired = Verdict(rule="fatigue", level="caution", t_s=1.0, rep=4, detail={})
    ears.hear(Cue(at_s=0.0, phase="rise", seconds=2.0))
    ears.hear(KeptVerdict(at_s=2.0, step=0, set=1, verdict=tired))

    assert recorder.played == ["rise", "caution"]


def test_the_end_sounds_once() -> None:
    """The last exercise and the session end in the same moment."""
    recorder = Recorder()
    ears = CuePlayer(recorder)
    ears.hear(KeptStepEnd(at_s=9.0, step=0, ended="done"))
    ears.hear(Finished(at_s=9.0, ended="finished"))

    assert recorder.played == ["done"]


def test_a_speech_program_is_found_or_not() -> None:
    """Whatever there is, in this order; none is fine."""
    assert find_speech({"say": "/usr/bin/say"}.get) == ("say",)
    assert find_speech({"espeak-ng": "/usr/bin/espeak-ng"}.get) == ("espeak-ng", "--")
    assert find_speech({}.get) is None
