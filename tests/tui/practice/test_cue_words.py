"""The words of each exercise, on the screen, in lines and spoken."""

from msgspec.structs import replace

from routines.catalogue import exercises
from routines.guided import Moment
from sessions.engine.interface.commands import Command, Cue, GuidedCue
from tests.tui.practice.test_cue_sounds import Recorder
from tests.tui.views import rep, view
from tui.practice.aloud.speech import Speech
from tui.practice.cue_sounds import CuePlayer
from tui.practice.cue_words import line_of, word_of
from tui.practice.view_words import about_last, cue_line, cue_word
from tui.texts import practice as words


class Said(Speech):
    """Writes down what it would speak."""

    def __init__(self) -> None:
        super().__init__(("true",), lambda: view(exercise_name="Look down"), ())
        self.lines: list[str] = []

    def say(self, text: str) -> None:
        """Keep it."""
        self.lines.append(text)


def turn(part: str, turn: int, *, at_s: float = 30.0, seconds: float = 2.0) -> GuidedCue:
    """A part of a turn of looking down."""
    moment = Moment(begins_s=at_s, seconds=seconds, part=part, turn=turn, turns=4)  # type: ignore[arg-type]
    return GuidedCue(at_s=at_s, exercise="look-down", eyes_shut=True, moment=moment)


def test_each_exercise_has_its_own_words() -> None:
    """Lift, close, round, smile; stay; let go or open."""
    moves = {
        id: word_of("rise", id) for id in ("brow-raise", "eye-closure", "pucker", "open-smile")
    }

    assert list(moves.values()) == ["Lift", "Close", "Round", "Smile"]
    assert word_of("hold", "open-smile") == "Stay"
    assert (word_of("release", "open-smile"), word_of("release", "eye-closure")) == (
        "Let go",
        "Open",
    )
    assert word_of("rest", "open-smile") == words.CUE["rest"]


def test_the_screen_shows_them() -> None:
    """The cue and, at one's own pace, the line."""
    assert cue_word(view(phase="rise", exercise_id="pucker")) == "Round"
    assert cue_line(view(phase="your-pace", exercise_id="eye-closure")).endswith(
        "Close. Stay. Open."
    )


def test_the_finger_has_its_place_at_the_cue() -> None:
    """Where the exercise says it; else in general."""
    assert line_of("assist", "open-smile") == exercises()["open-smile"].finger
    assert line_of("assist", "frown") == words.CUE_LINE["assist"]


def test_one_side_is_never_told_of_both() -> None:
    """Nor praised for coming together."""
    for exercise_id in ("one-corner", "other-corner"):
        for phase in ("rise", "hold", "release", "rest"):
            assert "both" not in line_of(phase, exercise_id)
        quick = view(exercise_id=exercise_id, last_rep=rep(lag_ms=10.0))
        assert about_last(quick, "left") == ""
    assert about_last(view(last_rep=rep(lag_ms=10.0)), "left") == words.LAG_TOGETHER


def test_a_closing_falls_and_an_opening_rises() -> None:
    """The tones are those that the text of the exercise names."""
    heard: list[Command] = [
        Cue(at_s=0.0, phase="rise", seconds=2.0, exercise="eye-closure"),
        Cue(at_s=2.0, phase="hold", seconds=1.0, exercise="eye-closure"),
        Cue(at_s=3.0, phase="release", seconds=2.0, exercise="eye-closure"),
        Cue(at_s=5.0, phase="rest", seconds=4.0, exercise="eye-closure"),
    ]
    recorder = Recorder()
    for command in heard:
        CuePlayer(recorder).hear(command)

    assert recorder.played == ["release", "hold", "rise", "rest"]


def test_turns_with_shut_eyes_are_sounded_and_spoken() -> None:
    """Down, stay, up; the number of the turn is said."""
    recorder, speech = Recorder(), Said()
    ears = CuePlayer(recorder)
    for part in ("move", "hold", "release", "rest"):
        ears.hear(turn(part, 3))
        speech.hear(turn(part, 3))

    assert recorder.played == ["release", "hold", "rise", "rest"]
    assert speech.lines == ["3. Look down", "Stay", "Look up", words.CUE["rest"]]


def test_every_sentence_with_shut_eyes_is_sounded_and_spoken() -> None:
    """A low tone for each after the first; a new place has one with open eyes too."""
    place = Moment(begins_s=12.0, seconds=9.0, part="station", text="Your jaw.", turn=2, turns=9)
    scan = GuidedCue(at_s=12.0, exercise="body-scan", eyes_shut=True, moment=place)
    recorder, speech = Recorder(), Said()
    told = replace(scan, moment=replace(place, part="told"))
    for command in (scan, replace(scan, eyes_shut=False), told, replace(told, eyes_shut=False)):
        CuePlayer(recorder).hear(command)
        speech.hear(command)

    assert recorder.played == ["rest", "rest", "rest"]
    assert speech.lines == ["Your jaw."] * 4


def test_a_long_hold_ticks_seldom() -> None:
    """A stretch of 15 seconds: every five, and silence once it is over."""
    recorder = Recorder()
    ears = CuePlayer(recorder)
    ears.hear(turn("hold", 1, at_s=30.0, seconds=15.0))
    for second in range(30, 50):
        ears.pass_time(float(second))

    assert recorder.played == ["hold"] * 3
