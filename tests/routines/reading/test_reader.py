"""A routine is read whole or not at all, with everything resolved."""

from datetime import date, timedelta

import pytest

from routines.catalogue import exercises
from routines.reading.library import library_text
from routines.reading.problems import RoutineErrors
from routines.reading.reader import read_routine
from routines.writing import routine_text
from tests.routines.writing_routines import HEAD, STEP, TODAY, messages, read

LEAVE = """
[[therapist_allows]]
exercise = "one-corner"
by = "A. Example"
on = 2026-11-01
until = 2026-12-01
"""
ONE_CORNER = '\n[[exercise]]\ndo = "one-corner"\n'


def test_doses_come_from_the_step_then_the_routine_then_the_catalogue() -> None:
    """The nearest word wins, key by key."""
    routine = read(
        HEAD + "[dose]\nreps = 4\nhold_s = 2.5\n" + STEP + "reps = 6\n"
        '[[exercise]]\ndo = "lower-lip"\n'
    )
    smile, lip = (step.dose for step in routine.steps)

    assert (smile.reps, smile.hold_s, smile.rise_s) == (6, 2.5, 2.0)
    assert (lip.reps, lip.hold_s) == (4, 2.5)


def test_files_written_while_vowels_were_counted_are_still_read() -> None:
    """Their keys of repetitions mean nothing any more; another guided exercise refuses them."""
    vowels = read(HEAD + '[[exercise]]\ndo = "vowel-series"\nreps = 3\nhold_s = 4.0\n')

    assert not vowels.steps[0].scored
    assert "for_s" in messages(HEAD + '[[exercise]]\ndo = "tongue-up"\nreps = 3\n')[0]


def test_guards_come_from_the_step_then_the_routine_then_the_defaults() -> None:
    """A threshold set for all may be set again for one exercise."""
    routine = read(
        HEAD
        + "[guards.fatigue]\nstop_drop_percent = 35\nstop_floor_mm = 2.0\n"
        + STEP
        + "[exercise.guards.fatigue]\nstop_drop_percent = 25\n"
        + '[[exercise]]\ndo = "frown"\n'
    )
    smile, frown = (step.thresholds.fatigue for step in routine.steps)

    assert (smile.stop_drop_percent, smile.stop_floor_mm, smile.stop_reps) == (25, 2.0, 2)
    assert (frown.stop_drop_percent, frown.stop_floor_mm) == (35, 2.0)


def test_all_problems_come_at_once_in_the_order_of_lines() -> None:
    """One reading finds them all, single keys and the whole alike."""
    told = messages(
        HEAD.replace("paretic", "flaccid")
        + "[dose]\nreps = 99\nhold = 3\n"
        + STEP
        + 'nte = "x"\n'
        + '[[exercise]]\ndo = "puker"\n'
    )

    assert [line.split(":")[0] for line in told] == [
        "my.toml, line 6",
        "my.toml, line 7",
        "my.toml, line 10",
        "my.toml, line 11",
        "my.toml, line 13",
    ]


def test_a_therapists_step_waits_for_a_leave() -> None:
    """It stands in the routine and is skipped, saying so."""
    (step,) = read(HEAD + ONE_CORNER).steps

    assert step.skipped is not None
    assert "therapist must allow" in step.skipped
    assert step.leave is None


def test_a_leave_lets_a_step_run_within_its_days() -> None:
    """First and last day included, and the leave travels with the step."""
    text = HEAD + ONE_CORNER + LEAVE
    for day in (date(2026, 11, 1), TODAY, date(2026, 12, 1)):
        (step,) = read(text, day).steps
        assert step.skipped is None
        assert step.leave is not None
        assert step.leave.by == "A. Example"


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 10, 31), "Skipped until 2026-11-01"),
        (date(2026, 12, 2), "allowed it until 2026-12-01"),
        (None, "therapist must allow"),
    ],
)
def test_a_leave_outside_its_days_is_refused(day: date | None, why: str) -> None:
    """Too early, expired, or on a day nobody knows."""
    (step,) = read(HEAD + ONE_CORNER + LEAVE, day).steps

    assert step.skipped is not None
    assert why in step.skipped


def test_a_leave_is_looked_at_again_within_a_year() -> None:
    """A longer one is refused, as is one that ends before it begins."""
    for until in (date(2026, 11, 1) + timedelta(days=367), date(2026, 10, 31)):
        told = messages(HEAD + ONE_CORNER + LEAVE.replace("2026-12-01", str(until)))
        assert told == [
            (
                "my.toml, line 13: therapist_allows 1, until: expected a day within 366 days after "
                f"on = 2026-11-01, found {until}."
            )
        ]


def test_a_leave_for_what_is_not_there_is_pointed_out() -> None:
    """Most likely it names the wrong exercise."""
    (told,) = messages(HEAD + STEP + LEAVE)

    assert "an exercise that stands in this routine" in told


def test_no_air_is_held_after_surgery_on_the_ear() -> None:
    """Not even with a therapist's leave."""
    air = '[[exercise]]\ndo = "cheek-puff-both"\n[[exercise]]\ndo = "cheek-puff-one"\n'
    leave = LEAVE.replace("one-corner", "cheek-puff-one")

    after = read(HEAD + air + leave, ear_surgery=True)
    usual = read(HEAD + air + leave)

    assert all(step.skipped and "skull base" in step.skipped for step in after.steps)
    assert all(step.skipped is None for step in usual.steps)


def test_a_bound_is_lifted_only_by_name_and_only_so_far() -> None:
    """Fifteen repetitions with a reason; sixteen never; without a reason not at all."""
    lifted = '[lifts]\nreps = "The list this follows gives fifteen."\n'

    assert read(HEAD + lifted + STEP + "reps = 15\n").steps[0].dose.reps == 15
    assert "1 to 15 repetitions" in messages(HEAD + lifted + STEP + "reps = 16\n")[0]
    assert "some text" in messages(HEAD + '[lifts]\nreps = ""\n' + STEP + "reps = 3\n")[0]
    assert "lifts, hold_s" in messages(HEAD + '[lifts]\nhold_s = "Longer."\n' + STEP)[0]


def test_more_than_forty_repetitions_are_too_many() -> None:
    """Single exercises within bounds may still be too much together."""
    quick = "[dose]\nreps = 7\nrise_s = 1\nhold_s = 1\nrelease_s = 1\nrest_s = 2\nbetween_s = 3\n"
    told = messages(HEAD + quick + STEP * 6)

    assert len(told) == 1
    assert "at most 40 repetitions in all, found 42" in told[0]


def test_also_for_holds_the_routine_to_every_stage_it_names() -> None:
    """Nose wrinkling is not for the synkinetic stage, so the routine may not be either."""
    step = '[[exercise]]\ndo = "nose-wrinkle"\n'

    assert messages(HEAD + step) == []
    assert "synkinetic stage" in messages(HEAD + 'also_for = ["synkinetic"]\n' + step)[0]


def test_assist_is_for_exercises_a_finger_can_help() -> None:
    """Brow, corners and pucker: yes. A frown: no. And it makes each repetition longer."""
    brow = '[[exercise]]\ndo = "brow-raise"\n'

    with_finger = read(HEAD + brow + "assist = true\n")
    without = read(HEAD + brow)

    assert with_finger.seconds == without.seconds + 5 * 2.0
    assert "no assist" in messages(HEAD + '[[exercise]]\ndo = "frown"\nassist = true\n')[0]


def test_pace_may_be_the_persons_own() -> None:
    """For the routine, or for one exercise."""
    routine = read(HEAD + 'pace = "self"\n' + STEP + STEP + 'pace = "timed"\n')

    assert [step.pace for step in routine.steps] == ["self", "timed"]


def test_escape_sequences_do_not_reach_the_screen() -> None:
    """A name with control characters is refused, and not printed."""
    (told,) = messages(HEAD.replace("Test set", r"\u001b[2JTest") + STEP)

    assert "plain text on one line" in told
    assert "\x1b" not in told


def test_extending_changes_in_place_adds_and_drops() -> None:
    """Doses change where the exercise stands; new ones come last; dropped ones go."""
    routine = read_routine(
        'schema = 1\nid = "mine"\nextends = "daily-gentle"\ndrop = ["pucker"]\n'
        "[dose]\nrest_s = 6.0\n"
        '[[exercise]]\ndo = "open-smile"\nreps = 3\n'
        '[[exercise]]\ndo = "frown"\n',
        source="my.toml",
        today=TODAY,
        bases=library_text,
    )

    assert [step.exercise.id for step in routine.steps] == [
        "brow-raise",
        "open-smile",
        "eye-closure",
        "closed-smile",
        "massage-cheek",
        "frown",
    ]
    assert (routine.id, routine.name, routine.stage) == ("mine", "Gentle daily set", "paretic")
    assert routine.steps[1].dose.reps == 3
    assert {step.dose.rest_s for step in routine.steps if step.scored} == {6.0}


def test_an_extended_routine_may_bring_the_missing_leave() -> None:
    """How a therapist lets a library routine run whole."""
    routine = read_routine(
        'schema = 1\nid = "mine"\nextends = "mimic-set"\n' + LEAVE,
        source="my.toml",
        today=TODAY,
        bases=library_text,
    )

    skipped = [step.exercise.id for step in routine.steps if step.skipped]
    assert skipped == ["other-corner"]


def test_a_leave_goes_with_what_it_allowed() -> None:
    """Who leaves an exercise out need not take its leave back."""
    below = HEAD + '[[exercise]]\ndo = "one-corner"\n' + STEP + LEAVE
    routine = read_routine(
        'schema = 1\nid = "mine"\nextends = "below"\ndrop = ["one-corner"]\n',
        source="my.toml",
        today=TODAY,
        bases={"below": below}.get,
    )

    assert [step.exercise.id for step in routine.steps] == ["open-smile"]
    assert routine.allows == ()


def test_extending_in_a_circle_ends() -> None:
    """A routine that leads back to itself is an error, not an endless loop."""
    texts = {
        "a": 'schema = 1\nid = "a"\nextends = "b"\n',
        "b": 'schema = 1\nid = "b"\nextends = "a"\n',
    }
    with pytest.raises(RoutineErrors, match="does not lead back"):
        read_routine(texts["a"], source="a.toml", today=TODAY, bases=texts.get)


def test_an_empty_file_says_where_to_begin() -> None:
    """The first thing a newcomer sees."""
    assert messages("") == ["my.toml: schema: expected schema = 1 as the first line of a routine."]


def test_errors_end_with_what_to_do_next() -> None:
    """The sentence on the screen names the command that checks."""
    with pytest.raises(RoutineErrors) as caught:
        read(HEAD)

    assert caught.value.sentence.splitlines()[-1] == (
        "Nothing was run. Correct the file, then try: python3 -m tui routine check my.toml"
    )
    assert caught.value.kind == "settings"


def test_an_enormous_file_is_not_read() -> None:
    """Somebody named a video, most likely."""
    (told,) = messages("x" * 300_000)

    assert "at most 200000 characters" in told


def test_another_text_is_read_every_day() -> None:
    """All of them in turn."""
    text = HEAD + '[[exercise]]\ndo = "read-aloud"\n'
    days = [TODAY + timedelta(days=n) for n in range(len(exercises()["read-aloud"].texts))]
    seen = {read(text, day).steps[0].text for day in days}

    assert seen == {text.strip() for text in exercises()["read-aloud"].texts}
    assert read(text, None).steps[0].text in seen


def test_a_breath_has_its_own_lengths() -> None:
    """They are read and written back; a longer breath in is refused, and so is one elsewhere."""
    breath = '\n[[exercise]]\ndo = "breathing"\nbreath_in_s = 3.0\nbreath_out_s = 5.0\n'
    routine = read(HEAD + breath)
    dose = routine.steps[0].dose

    assert (dose.breath_in_s, dose.breath_out_s) == (3.0, 5.0)
    assert read(routine_text(routine)).steps[0].dose == dose
    longer_in = messages(HEAD + breath.replace("breath_in_s = 3.0", "breath_in_s = 6.0"))
    assert "breath_out_s: expected at least 6 seconds" in longer_in[0]
    assert "only a paced breath has it" in messages(HEAD + STEP + "breath_in_s = 3.0\n")[0]
