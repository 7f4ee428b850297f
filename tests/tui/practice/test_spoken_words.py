"""What is said aloud: every word that matters, and no more."""

from msgspec.structs import replace

from routines.catalogue import exercises
from routines.guided import moments
from routines.model import Dose, Step
from sessions.engine.interface.commands import (
    Cue,
    Finished,
    GuidedCue,
    Hint,
    KeptPause,
    KeptVerdict,
)
from sessions.guards.brief import brief
from sessions.reps.rep import Verdict
from tests.tui.practice.test_cue_words import Said
from tests.tui.views import card, rep, view
from tui.practice.aloud.spoken_words import spoken
from tui.texts import how as words_how
from tui.texts import practice as words
from tui.texts import summary as words_summary

CAUTION = Verdict(
    rule="synkinesis", level="caution", t_s=1.0, rep=2, detail={}, sentence="The eye comes along."
)
NECK = Step(exercise=exercises()["neck-stretch"], dose=Dose(for_s=75))


def test_a_guided_step_is_spoken_from_its_name_to_its_last_count() -> None:
    """With hold, change of sides and letting go; of a long hold every five seconds are counted."""
    speech = Said()
    for moment in moments(NECK):
        cue = GuidedCue(
            at_s=moment.begins_s, exercise="neck-stretch", eyes_shut=False, moment=moment
        )
        speech.hear(cue)
        for second in range(1, int(moment.seconds)):
            speech.pass_time(moment.begins_s + second)

    assert speech.lines[0].startswith("Look down. Stop if you feel dizzy")
    turned = speech.lines[speech.lines.index("1. Turn") :]
    half = ["Turn", "Stay", "10", "5", "Let go"]
    assert turned == [
        f"1. {half[0]}", *half[1:], words_how.CHANGE_SIDES, f"2. {half[0]}", *half[1:], "Rest"
    ]  # fmt: skip


def test_a_breath_has_no_number() -> None:
    """It is calmer without."""
    step = Step(exercise=exercises()["breathing"], dose=Dose(for_s=60))
    speech = Said()
    for moment in moments(step)[-4:]:
        speech.hear(GuidedCue(at_s=0.0, exercise="breathing", eyes_shut=False, moment=moment))

    assert speech.lines == ["Breathe in", "Breathe out"] * 2


def test_a_stop_card_is_spoken_whole() -> None:
    """What it is about, why, what follows, and the keys."""
    stopped = view(phase="stopped", stop=replace(card(), exercise="Small open smile"))
    said = spoken(Cue(at_s=1.0, phase="stopped", seconds=30.0), stopped, ())
    assert stopped.stop is not None

    for part in ("Small open smile", brief(stopped.stop.verdict), stopped.stop.what_next):
        assert part in said
    assert words.STOP_FEELING in said


def test_a_card_that_shows_a_movement_is_read_out() -> None:
    """Its name, and how it is done."""
    step = Step(exercise=exercises()["pucker"], dose=Dose())
    shows = Cue(at_s=1.0, phase="demonstration", seconds=None, exercise="pucker")
    said = spoken(shows, view(exercise_name="Pucker"), (step,))

    assert said.startswith("Pucker. ")
    assert step.exercise.how[0] in said


def test_cautions_pauses_and_ends_are_spoken() -> None:
    """And what comes next in a rest."""
    now = view(exercise_name="Pucker")
    assert spoken(Hint(at_s=1.0, verdict=CAUTION), now, ()) == f"Smaller. {brief(CAUTION)}"
    assert spoken(KeptPause(at_s=1.0, why="Paused."), now, ()) == "Paused."
    assert spoken(KeptPause(at_s=1.0, why=""), now, ()) == words.PLAIN_GOING_ON
    assert "Pucker" in spoken(Cue(at_s=1.0, phase="between", seconds=25.0), now, ())
    assert spoken(Finished(at_s=1.0, ended="finished"), now, ()) == words_summary.ENDED["finished"]


def test_what_can_wait_is_not_spoken() -> None:
    """A caution in the record is no second sentence; a guided part begins with its first one."""
    kept = KeptVerdict(at_s=1.0, step=0, set=1, verdict=CAUTION)

    assert spoken(kept, view(last_rep=rep()), ()) == ""
    assert spoken(Cue(at_s=1.0, phase="guided", seconds=60.0), view(), ()) == ""
