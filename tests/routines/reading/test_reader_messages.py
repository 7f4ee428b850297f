"""Twenty slips people make, and word for word what they are told."""

import pytest

from tests.routines.writing_routines import HEAD, STEP, messages

SLIPS = {
    "a key without its unit": (
        HEAD + "[dose]\nhold = 3\n" + STEP,
        (
            "my.toml, line 6: dose, hold: expected one of the keys sets, reps, rise_s, hold_s, "
            'release_s, rest_s, between_s, for_s. Did you mean "hold_s"?'
        ),
    ),
    "a misspelt exercise": (
        HEAD + '[[exercise]]\ndo = "open-smlie"\n',
        (
            "my.toml, line 6: exercise 1, do: expected the id of an exercise "
            '(python3 -m tui routine list --exercises shows them), found "open-smlie". '
            'Did you mean "open-smile"?'
        ),
    ),
    "a misspelt stage": (
        HEAD.replace("paretic", "parethic") + STEP,
        (
            "my.toml, line 4: stage: expected one of flaccid, paretic, synkinetic, "
            'found "parethic". Did you mean "paretic"?'
        ),
    ),
    "a number in quotation marks": (
        HEAD + STEP + 'reps = "5"\n',
        (
            "my.toml, line 8: exercise 1 (open-smile), reps: expected a whole number, "
            '1 to 8 repetitions, without quotation marks, found "5".'
        ),
    ),
    "too many repetitions": (
        HEAD + STEP + "reps = 30\n",
        "my.toml, line 8: exercise 1 (open-smile), reps: expected 1 to 8 repetitions, found 30.",
    ),
    "half a repetition": (
        HEAD + STEP + "reps = 4.5\n",
        (
            "my.toml, line 8: exercise 1 (open-smile), reps: expected a whole number, "
            "1 to 8 repetitions, without quotation marks, found 4.5."
        ),
    ),
    "too long a hold": (
        HEAD + STEP + "hold_s = 20\n",
        "my.toml, line 8: exercise 1 (open-smile), hold_s: expected 0.5 to 8 seconds, found 20.",
    ),
    "a decimal comma": (
        HEAD + STEP + "hold_s = 2,5\n",
        "my.toml, line 8: hold_s: expected a decimal number with a point, such as 2.5.",
    ),
    "text without quotation marks": (
        HEAD.replace('"paretic"', "paretic") + STEP,
        (
            "my.toml, line 4: stage: expected words in straight quotation marks, "
            'such as stage = "paretic".'
        ),
    ),
    "a quotation mark that is not closed": (
        HEAD.replace('"Test set"', '"Test set') + STEP,
        "my.toml, line 3: name: expected a closing quotation mark at the end of the text.",
    ),
    "curly quotation marks": (
        HEAD.replace('"Test set"', "“Test set”") + STEP,
        'my.toml, line 3: name: expected straight quotation marks ("), not curly ones.',
    ),
    "a no-break space": (
        HEAD + STEP + "reps\u00a0= 3\n",
        (
            "my.toml, line 8: reps: expected ordinary spaces, found a no-break space (U+00A0). "
            "Delete that character and type the space again."
        ),
    ),
    "a zero-width space in a word": (
        HEAD.replace("paretic", "paretic\u200b") + STEP,
        (
            "my.toml, line 4: stage: expected one of flaccid, paretic, synkinetic, "
            'found "paretic\\u200b" with a zero-width space (U+200B). Did you mean "paretic"?'
        ),
    ),
    "tables nested without end": (
        "schema = 1\n" + ".".join("a" * 3000) + " = 1\n",
        "my.toml: the file: expected lists and tables that are not nested this deeply.",
    ),
    "a key given twice": (
        HEAD + STEP + "reps = 3\nreps = 4\n",
        (
            "my.toml, line 9: reps: expected each key once only, and this one stands here "
            "for the second time."
        ),
    ),
    "single brackets around exercise": (
        HEAD + STEP.replace("[[", "[").replace("]]", "]"),
        (
            "my.toml, line 6: exercise: expected [[exercise]], found [exercise]. "
            "Write [[exercise]] with two brackets."
        ),
    ),
    "single brackets around a later exercise": (
        HEAD + STEP + STEP.replace("[[", "[").replace("]]", "]"),
        (
            "my.toml, line 9: exercise: expected [[exercise]], found [exercise]. "
            "Write [[exercise]] with two brackets."
        ),
    ),
    "double brackets around the dose": (
        HEAD + "[[dose]]\nreps = 4\n" + STEP,
        (
            "my.toml, line 5: dose: expected [dose], found [[dose]]. "
            "Write [dose] with single brackets."
        ),
    ),
    "a dose without its heading": (
        HEAD + "hold_s = 3\n" + STEP,
        "my.toml, line 5: hold_s: expected this key under a heading such as [dose].",
    ),
    "a limit without its guard": (
        HEAD + STEP + "[exercise.guards]\nstop_drop_percent = 30\n",
        (
            "my.toml, line 9: exercise 1 (open-smile), guards, stop_drop_percent: expected this "
            "key under a heading such as [exercise.guards.fatigue]."
        ),
    ),
    "the beginning of a key": (
        HEAD + "[guards.fatigue]\nstop_drop = 30\n" + STEP,
        (
            "my.toml, line 6: guards, fatigue, stop_drop: expected one of the keys "
            "caution_drop_percent, caution_floor_mm, stop_drop_percent, stop_floor_mm, stop_reps, "
            "hold_decay_percent, hold_decay_floor_mm, hold_decay_reps, slow_rise_percent, "
            "restless_ratio, help_growth_percent, spread_factor. "
            'Did you mean "stop_drop_percent"?'
        ),
    ),
    "a key like no other": (
        HEAD + STEP + "foo = 3\n",
        (
            "my.toml, line 8: exercise 1 (open-smile), foo: expected one of the keys do, pace, "
            "assist, note, target_percent, sets, reps, rise_s, hold_s, release_s, rest_s, "
            "between_s, guards."
        ),
    ),
    "no version": (
        HEAD.replace("schema = 1\n", "") + STEP,
        "my.toml: schema: expected schema = 1 as the first line of a routine.",
    ),
    "a version from the future": (
        HEAD.replace("schema = 1", "schema = 7") + STEP,
        (
            "my.toml, line 1: schema: expected 1 or older: this routine was written for a newer "
            "slowsmile, so update the program, or ask its author for an older form, found 7."
        ),
    ),
    "no id": (
        HEAD.replace('id = "test-set"\n', "") + STEP,
        "my.toml: id: expected id = ... to be given here.",
    ),
    "an id with spaces": (
        HEAD.replace("test-set", "Test Set") + STEP,
        (
            "my.toml, line 2: id: expected small letters, digits and hyphens, such as "
            '"morning-set", found "Test Set".'
        ),
    ),
    "an active exercise in a flaccid routine": (
        HEAD.replace("paretic", "flaccid") + STEP,
        (
            "my.toml, line 7: exercise 1 (open-smile), do: expected massage, calm or care: nothing "
            "active is done in a flaccid stage, found open-smile."
        ),
    ),
    "repetitions of a massage": (
        HEAD + '[[exercise]]\ndo = "massage-cheek"\nreps = 5\n',
        (
            "my.toml, line 7: exercise 1 (massage-cheek), reps: expected for_s = ... instead: "
            'this exercise is guided by time, found "reps".'
        ),
    ),
    "a time for a counted exercise": (
        HEAD + STEP + "for_s = 60\n",
        (
            "my.toml, line 8: exercise 1 (open-smile), for_s: expected reps = ... instead: "
            'this exercise is counted, found "for_s".'
        ),
    ),
    "a guard put to sleep": (
        HEAD + "[guards.fatigue]\nstop_drop_percent = 95\n" + STEP,
        "my.toml, line 6: guards, fatigue, stop_drop_percent: expected 5 to 60 percent, found 95.",
    ),
    "a guard that does not exist": (
        HEAD + "[guards.fatige]\nstop_drop_percent = 30\n" + STEP,
        (
            "my.toml, line 5: guards, fatige: expected one of the keys fatigue, overcompensation, "
            'synkinesis. Did you mean "fatigue"?'
        ),
    ),
    "a caution after its stop": (
        HEAD + STEP + "[exercise.guards.fatigue]\ncaution_drop_percent = 40\n",
        (
            "my.toml, line 9: exercise 1 (open-smile), guards, fatigue, caution_drop_percent: "
            "expected at most 30, the value of stop_drop_percent, found 40."
        ),
    ),
    "a blank leave": (
        HEAD
        + '[[exercise]]\ndo = "one-corner"\n'
        + '[[therapist_allows]]\nexercise = "one-corner"\nby = " "\n'
        + "on = 2026-11-01\nuntil = 2026-12-01\n",
        'my.toml, line 9: therapist_allows 1, by: expected some text, not a blank, found " ".',
    ),
    "a leave with a quoted date": (
        HEAD
        + '[[exercise]]\ndo = "one-corner"\n'
        + '[[therapist_allows]]\nexercise = "one-corner"\nby = "A. Example"\n'
        + 'on = "2026-11-01"\nuntil = 2026-12-01\n',
        (
            "my.toml, line 10: therapist_allows 1, on: expected a date without quotation marks, "
            'such as 2026-11-21, found "2026-11-01".'
        ),
    ),
    "too long a session": (
        HEAD + "[dose]\nreps = 8\nhold_s = 8\nrest_s = 20\nbetween_s = 60\n" + STEP * 3,
        (
            "my.toml: the routine: expected at most 10 minutes in all (fewer exercises, "
            "or split it into two routines), found 15.1 minutes."
        ),
    ),
    "an unknown routine to extend": (
        HEAD + 'extends = "dayly-gentle"\n' + STEP,
        (
            "my.toml, line 5: extends: expected the id of a routine "
            '(python3 -m tui routine list shows them), found "dayly-gentle".'
        ),
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_answered_word_for_word(slip: str) -> None:
    """File, line, key, what was expected, what was found, the nearest valid word."""
    text, told = SLIPS[slip]

    assert messages(text) == [told]


def test_a_slip_hides_no_other() -> None:
    """What is wrong with a leave, a limit and a dose stands in one list, by its lines."""
    text = (
        HEAD
        + '[[exercise]]\ndo = "one-corner"\nreps = 40\n'
        + "[guards.fatigue]\ncaution_drop_percent = 40\n"
        + '[[therapist_allows]]\nexercise = "one-corner"\n'
        + "on = 2026-11-01\nuntil = 2028-12-01\n"
        + '[[therapist_allows]]\nexercise = "other-corner"\nby = "A. Example"\n'
        + "on = 2026-11-01\nuntil = 2026-12-01\n"
    )

    told = [line.split(": ")[1] for line in messages(text)]

    assert told == [
        "exercise 1 (one-corner), reps",
        "guards, fatigue, caution_drop_percent",
        "therapist_allows 1, by",
        "therapist_allows 1, until",
        "therapist_allows 2, exercise",
    ]


def test_what_a_slip_explains_is_not_said_twice() -> None:
    """A refused limit and a misspelt exercise do not bring a second complaint each."""
    text = (
        HEAD
        + '[[exercise]]\ndo = "one-croner"\n'
        + "[guards.fatigue]\ncaution_drop_percent = 40\nstop_drop_percent = 95\n"
        + '[[therapist_allows]]\nexercise = "one-corner"\nby = "A. Example"\n'
        + "on = 2026-11-01\nuntil = 2026-12-01\n"
        + STEP
    )

    assert len(messages(text)) == 2
