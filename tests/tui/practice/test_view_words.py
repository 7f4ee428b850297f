"""What the person reads at each moment."""

import msgspec
import pytest
from msgspec.structs import replace

from routines.by_ear import LEADS, seated
from routines.catalogue import exercises, instructions
from routines.guided import Moment
from routines.model import LedBy, Step
from routines.movements import SIDES
from sessions.engine.interface.commands import Phase
from sessions.engine.texts import TURNED
from sessions.guards.synkinesis import LinkedReading
from sessions.readings import FaceBox, Reason, Turn
from sessions.reps.rep import Rule
from tests.tui.views import LEFT, RIGHT, card, rep, view
from tui.practice.cue_words import moment_word
from tui.practice.how_words import ladder_words, ready_lines
from tui.practice.stop_card_words import choice_lines
from tui.practice.view_words import (
    about_last,
    check_rows,
    count_line,
    cue_line,
    cue_word,
    hint_line,
    lag_words,
    linked_line,
    next_line,
    seconds_shown,
    what_to_do,
)
from tui.texts import how as words_how
from tui.texts import practice as words
from tui.texts import seeing as words_seeing
from tui.widgets.meter import meter_heading

REASONS: tuple[Reason, ...] = tuple(words.WHY_NOT_SCORED)


def test_the_seconds_count_down_to_one() -> None:
    """A phase of 3 s shows 3, 2, 1 and is then over; it never shows 0 while time is left."""
    shown = [seconds_shown(view(seconds_left=s)) for s in (3.0, 2.01, 2.0, 0.3)]

    assert shown == ["3", "3", "2", "1"]


def test_a_doubtful_movement_shows_no_number() -> None:
    """Neither beside its meter nor after the repetition."""
    meter = msgspec.structs.replace(LEFT, percent=None, mm=None, doubtful=True)
    assert words.METER_DOUBTFUL in meter_heading(meter)
    assert about_last(view(last_rep=rep(doubtful=("open-smile",))), "left") == words.REP_DOUBTFUL
    assert about_last(view(last_rep=rep(doubtful=("pucker",))), "left") != words.REP_DOUBTFUL


@pytest.mark.parametrize("led_by", LEADS)
def test_getting_ready_needs_one_line_and_what_to_be_careful_about(led_by: LedBy) -> None:
    """How it is done stood on the card before; a therapist's note stays."""
    closure = exercises()["eye-closure"]
    step = Step(exercise=closure, dose=closure.dose, note="Softer today.", led_by=led_by)
    how = instructions(step)

    assert ready_lines(view(exercise_id="eye-closure", how=how, rep=1)) == [
        seated(led_by),
        *closure.cautions,
        "Close. Stay. Open. 5 times, small and slow.",
        "Softer today.",
    ]


def test_after_a_pause_it_says_how_often_it_still_comes() -> None:
    """Not how often it came in all."""
    assert ready_lines(view(exercise_id="pucker", rep=5, how=()))[-1] == (
        "Round. Stay. Let go. Once, small and slow."
    )


@pytest.mark.parametrize("phase", ["guided", "done"])
def test_nothing_is_said_of_a_repetition_where_none_was_asked_for(phase: Phase) -> None:
    """It was one of an earlier exercise."""
    together = rep(lag_ms=10.0)
    assert about_last(view(last_rep=together, phase="rest"), "left")
    assert about_last(view(last_rep=together, phase=phase), "left") == ""


def test_a_coarse_movement_is_counted_and_not_called_unreadable_just_now() -> None:
    """It never has a size, so nothing promises one for later."""
    meter = msgspec.structs.replace(LEFT, percent=None, mm=None, doubtful=True, coarse=True)
    assert words.METER_COARSE in meter_heading(meter)
    last = view(exercise_id="lower-lip", last_rep=rep(doubtful=("lower-lip", "snarl")))
    assert about_last(last, "left") == words.REP_COARSE


@pytest.mark.parametrize("turned", list(words_seeing.TURNED_DRAWING))
def test_a_head_that_cannot_be_rest_is_told_what_to_move(turned: Turn) -> None:
    """The row has the short words, plain mode the sentence, the drawing fits a narrow screen."""
    turned_view = view(reading_reason="head-turned", turned=turned)
    assert words_seeing.TURNED_SHORT[turned] in "\n".join(check_rows(turned_view))
    assert what_to_do(turned_view) == TURNED[turned]
    assert max(map(len, words_seeing.TURNED_DRAWING[turned].splitlines())) <= 16


def test_a_long_rest_is_shown_in_minutes() -> None:
    """Two minutes read as 2:00, not as 120."""
    assert seconds_shown(view(seconds_left=120.0)) == "2:00"


def test_a_pause_shows_its_reason_and_no_seconds() -> None:
    """The countdown stands, the reason is said, and how it goes on."""
    paused = view(paused="Paused: your face is out of the picture.", paused_reason="no-face")

    assert cue_word(paused) == words.CUE["paused"]
    assert cue_line(paused) == "Paused: your face is out of the picture."
    assert seconds_shown(paused) == ""
    assert hint_line(paused) == words.PAUSED_FACE_HINT


def test_an_own_pause_names_the_key() -> None:
    """Whoever paused by key is told which key goes on."""
    assert "Space" in hint_line(view(paused="Paused.", paused_reason="person"))


def test_a_guards_word_comes_before_everything_else() -> None:
    """One thing at a time: a hint hides the camera's trouble and the quiet state."""
    line = hint_line(view(hint="Smaller, softer.", reading_reason="too-dark"))

    assert line == "! Smaller, softer."


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_says_what_to_do(reason: Reason) -> None:
    """A frame that is not scored is named, with what helps."""
    line = hint_line(view(reading_reason=reason))

    assert words_seeing.WHAT_TO_DO[reason] in line


def test_an_eye_that_stays_open_is_asked_to_blink_in_every_rest() -> None:
    """Only in rests, and only for that eye."""
    assert hint_line(view(phase="rest"), blink=True) == words.BLINK
    assert hint_line(view(phase="rest"), blink=False) != words.BLINK
    assert hint_line(view(phase="hold"), blink=True) != words.BLINK


def test_a_blind_guard_is_said() -> None:
    """Where a guard cannot work the person is told to decide."""
    assert hint_line(view(blind=("You decide when to stop.",))) == "You decide when to stop."


def test_the_end_is_not_called_a_timed_step() -> None:
    """The session may have ended in any exercise."""
    assert hint_line(view(phase="guided", scored=False)) == words.NOT_MEASURED
    assert not hint_line(view(phase="done", scored=False))


def test_the_size_is_being_found_without_percent() -> None:
    """Percent is shown only where it is true."""
    finding = msgspec.structs.replace(LEFT, percent=None, band=None)

    assert "%" not in meter_heading(finding)
    assert words.METER_FINDING in meter_heading(finding)
    assert hint_line(view(finding_reference=True)) == words.FINDING_REFERENCE


def test_all_quiet_is_said_only_where_linked_movement_is_watched_and_quiet() -> None:
    """Neither over the caution nor where nothing is watched."""
    said = {now: hint_line(view(linked_now=now)) for now in ("quiet", "loud", "unwatched")}

    assert said == {"quiet": words.GUARDS_QUIET, "loud": "", "unwatched": ""}


def test_a_half_that_is_not_measured_says_so() -> None:
    """Neither percent nor millimetres: the words say that nothing is measured."""
    blank = msgspec.structs.replace(RIGHT, percent=None, mm=None, band=None)

    assert meter_heading(blank) == f"right: {words.METER_NOT_SEEN}"


@pytest.mark.parametrize(
    ("percent", "word"),
    [
        (5.0, words.METER_NEAR_REST),
        (50.0, words.METER_BELOW),
        (70.0, words.METER_IN_BAND),
        (110.0, words.METER_IN_BAND),
        (118.0, words.METER_ABOVE),
    ],
)
def test_the_band_is_named_in_words(percent: float, word: str) -> None:
    """Position is never told by colour alone; more than the band is no praise."""
    heading = meter_heading(msgspec.structs.replace(LEFT, percent=percent))

    assert heading == f"left (weak side): {word}  {percent:.0f} %"


def test_a_strong_side_that_takes_over_is_asked_to_be_softer() -> None:
    """A hint that holds shows at the meter it belongs to."""
    over = msgspec.structs.replace(RIGHT, percent=125.0, level="caution")

    assert meter_heading(over) == f"right: {words.METER_SOFTER}  125 %"


@pytest.mark.parametrize("affected", SIDES)
def test_the_later_half_is_named_from_the_persons_side(affected: str) -> None:
    """A positive lag is the weak side's, whichever that is."""
    later = lag_words(rep(lag_ms=420.0), affected)  # type: ignore[arg-type]

    assert later == f"{affected.capitalize()} a little later (0.4 s)."


def test_a_small_lag_counts_as_together() -> None:
    """Less than a person can see is together, either way; none is nothing."""
    assert lag_words(rep(lag_ms=-120.0), "left") == words.LAG_TOGETHER
    assert lag_words(rep(lag_ms=-400.0), "left") == "Right a little later (0.4 s)."
    assert lag_words(rep(lag_ms=None), "left") == ""


def test_a_repetition_that_was_not_scored_says_why() -> None:
    """Never guessed, never silent."""
    line = about_last(view(last_rep=rep(scored=False, reason="hand")), "left")

    assert "not scored" in line
    assert words.WHY_NOT_SCORED["hand"] in line


def test_low_confidence_is_said() -> None:
    """A weakly measured repetition carries its warning."""
    assert words.LOW_CONFIDENCE in about_last(view(last_rep=rep(confidence="low")), "left")


def test_repetitions_sets_and_a_smaller_target_are_counted() -> None:
    """Rep of reps; sets only when there are several; a retry shows its size."""
    assert count_line(view()) == "rep 3 of 5"
    assert "set 2 of 3" in count_line(view(set=2, sets=3))
    assert "80 %" in count_line(view(target_percent=80.0))
    assert count_line(view(reps=0)) == ""


def test_what_comes_next_is_named() -> None:
    """In the last rest of an exercise, where it helps; and the last one is called the last."""
    over = view(phase="rest", rep=5)
    assert next_line(over) == "Next: Pucker"
    assert next_line(replace(over, next_name="")) == words.LAST_ONE
    assert next_line(replace(over, rep=4)) == ""
    assert next_line(replace(over, phase="hold")) == ""
    assert next_line(replace(over, paused="Paused.")) == ""


def test_a_turn_counts_its_own_seconds_down() -> None:
    """And its word is the exercise's own; between turns the whole step's time is shown."""
    hold = Moment(begins_s=22.0, seconds=15.0, part="hold", turn=1, turns=2)
    now = view(
        phase="guided",
        exercise_id="lid-stretch",
        moment=hold,
        seconds_total=90.0,
        seconds_left=60.0,
    )

    assert (cue_word(now), seconds_shown(now)) == ("Stay", "7")
    resting = msgspec.structs.replace(now, moment=msgspec.structs.replace(hold, part="rest"))
    assert (cue_word(resting), seconds_shown(resting)) == (words.CUE["rest"], "60")


def test_the_camera_is_starting_until_there_is_a_reading() -> None:
    """Before the first frame nothing is claimed to be good."""
    assert check_rows(view(fps=0.0, face=None)) == [words_seeing.SEE_STARTING]


def test_checks_point_at_what_is_wrong() -> None:
    """One row is marked, with what to do; the others are good."""
    face = FaceBox(0.5, 0.5, 0.3, 0.5)
    rows = check_rows(view(reading_reason="too-far", face=face))

    (marked,) = [row for row in rows if row.startswith("[!]")]
    assert words_seeing.WHAT_TO_DO["too-far"] in marked
    assert marked.startswith("[!] distance")


def test_without_a_face_nothing_about_it_is_called_good() -> None:
    """Distance, middle, light and level wait for the face."""
    rows = check_rows(view(reading_reason="no-face", face=None))

    assert sum(words_seeing.SEE_WAIT in row for row in rows) == 4


def test_the_stop_card_shows_only_the_keys_that_lead_on() -> None:
    """No choice is offered that does nothing."""
    lines = choice_lines(view(phase="stopped", stop=card()))
    held = choice_lines(view(phase="stopped", stop=card(), paused="Paused."))

    assert [line.split()[0] for line in lines] == ["Enter", "e"]
    assert [line.split()[0] for line in held] == ["e"]


@pytest.mark.parametrize(
    ("width", "told"),
    [
        (40, "left (weak side): a little less  120 %"),
        (33, "left (weak): a little less  120 %"),
        (28, "left: a little less  120 %"),
    ],
)
def test_a_heading_with_little_room_shortens_the_name(width: int, told: str) -> None:
    """Number and word stay whole; which half it is stays told."""
    assert meter_heading(msgspec.structs.replace(LEFT, percent=120.0), width) == told


def test_a_pause_of_the_camera_offers_the_clock() -> None:
    """Only where it can be taken; a busy computer is not called a bad light."""
    paused = view(paused="Paused.", paused_reason="no-face", may_go_by_clock=True)
    busy = view(reading_reason="slow", computer_busy=True)

    assert words.BY_CLOCK_OFFER in hint_line(paused)
    assert words.BY_CLOCK_OFFER not in hint_line(view(paused="Paused.", paused_reason="person"))
    assert words.COMPUTER_BUSY in hint_line(busy)


@pytest.mark.parametrize(
    ("value", "word", "bar"),
    [
        (-2.0, "still", "..........|....."),
        (5.0, "a little", "#####.....|....."),
        (40.0, "moves along", "##########|#####"),
    ],
)
def test_the_small_meter_shows_the_linked_part_beside_its_limit(
    value: float, word: str, bar: str
) -> None:
    """A word, and a place on the bar."""
    reading = LinkedReading("pucker-eye", value, 10.0, "points")
    line = linked_line(view(phase="hold", linked=reading), "left")

    assert line == f"left eye: {word}  [{bar}]"
    assert linked_line(view(phase="hold"), "left") == ""


def test_the_ladder_says_up_to_where_it_was_quiet() -> None:
    """Before the set; without a ladder nothing."""
    said = {percent: ladder_words(percent) for percent in (None, 50.0, 70.0, 100.0)}

    assert said[None] == ""
    assert said[50.0].startswith("Begin at 50 %")
    assert said[70.0].startswith("Nothing else moved up to 60 %. Today 70 %")
    assert said[100.0].startswith("Nothing else moved up to 90 %. Today your own full")
    assert linked_line(view(phase="ready", ladder_percent=70.0), "left") == said[70.0]


def test_the_small_meter_fits_beside_the_drawing() -> None:
    """The longest name and word: in the 43 columns that a window of 80 leaves it in one line, and
    in any less with six cells."""
    reading = LinkedReading("brow-corner", 12.3, 2.0, "mm")
    now = view(phase="hold", linked=reading)

    for width in (43, 53, 80):
        line = linked_line(now, "right", width)
        assert line.startswith("right mouth corner: moves along  [")
        assert len(line) <= width
    assert linked_line(now, "right", 10, "#.|", "").endswith("  ####|##")


class TestOneVoice:
    """A caution takes the large place, and nothing is praised beside it."""

    BIG = "Smaller, softer. Your strong side moved too much."
    TOLD = view(caution="overcompensation", hint=BIG, last_rep=rep(lag_ms=10.0))

    @pytest.mark.parametrize(
        ("rule", "exercise", "word"),
        [
            ("overcompensation", "open-smile", "Softer"),
            ("synkinesis", "pucker", "Smaller"),
            ("fatigue", "open-smile", "Softer"),
            ("overcompensation", "one-corner", "Still"),
        ],
    )
    def test_while_the_muscle_works_the_caution_is_the_large_word(
        self, rule: Rule, exercise: str, word: str
    ) -> None:
        """With its sentence below in place of the phase's, and said once."""
        now = view(phase="hold", caution=rule, hint=self.BIG, exercise_id=exercise)

        assert (cue_word(now), cue_line(now), hint_line(now)) == (word, self.BIG, "")

    @pytest.mark.parametrize("phase", ["release", "rest"])
    def test_letting_go_and_resting_stay_what_there_is_to_do(self, phase: Phase) -> None:
        """The caution stands below."""
        now = replace(self.TOLD, phase=phase)

        assert cue_word(now) == words.CUE[phase]
        assert hint_line(now) == f"! {self.BIG}"

    def test_praise_is_silent_beside_a_caution(self) -> None:
        """No seconds in the band, no "started together"; a later side is still told."""
        late = replace(self.TOLD, last_rep=rep(lag_ms=400.0))

        assert "in the band" in count_line(replace(self.TOLD, caution=None), 2.0)
        assert "in the band" not in count_line(self.TOLD, 2.0)
        assert about_last(self.TOLD, "left") == ""
        assert "later" in about_last(late, "left")

    def test_a_hint_is_no_caution(self) -> None:
        """It stands in the line of hints; the movement keeps its word."""
        now = view(phase="rise", hint="Smaller, softer.")

        assert cue_word(now) == "Smile"
        assert hint_line(now) == "! Smaller, softer."


def test_large_letters_have_short_words() -> None:
    """Of a breath, and of changing sides; a line and the ear have the whole ones."""
    breath = Moment(begins_s=20.0, seconds=6.0, part="release", turn=1, turns=4)
    change = replace(breath, part="change")

    assert cue_word(view(phase="guided", exercise_id="breathing", moment=breath)) == "Out"
    assert moment_word(breath, "breathing") == "Breathe out"
    assert cue_word(view(phase="guided", exercise_id="neck-stretch", moment=change)) == "Change"
    assert moment_word(change, "neck-stretch") == words_how.CHANGE_SIDES


def test_a_hidden_repetition_is_said_and_its_sizes_are_told_in_the_rest() -> None:
    """A caution comes before; in the next repetition the sizes are gone."""
    assert hint_line(view(phase="hold", hidden=True, meters=None)) == words.HIDDEN
    assert hint_line(view(phase="hold", hidden=True, hint="Softer.")) == "! Softer."
    done = view(phase="rest", last_rep=rep(), last_hidden=True)

    assert about_last(done, "left") == "You moved: left 98 %, right 98 %."
    unknown = replace(rep().affected, percent_of_reference=None)
    first = rep(affected=unknown, unaffected=unknown, lag_ms=400.0)
    assert about_last(replace(done, last_rep=first), "left").startswith("Left a little later")
    assert "98" not in about_last(replace(done, phase="rise"), "left")
    assert "98" not in about_last(replace(done, last_hidden=False), "left")
