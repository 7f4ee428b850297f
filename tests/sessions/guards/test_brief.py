"""What is said in the middle of a practice: short, and without a number."""

import pytest

from sessions.guards.blind_sentences import (
    BLIND_BY_CLOCK,
    blind_to_tiring,
    late_for_growth,
    late_for_tiring,
)
from sessions.guards.brief import SET_OVER, brief, brief_blind
from sessions.guards.sentences import fill, told_in_last_rep
from sessions.reps.rep import Level, Rule, Verdict

DETAILS: list[tuple[Rule, dict[str, str | float]]] = [
    ("overcompensation", {"percent_of_reference": 174.0, "unaffected_mm": 3.1}),
    ("fatigue", {"sign": "drop", "drop_percent": 34.0, "affected_mm": 1.4}),
    ("fatigue", {"sign": "hold-decay", "decay_percent": 30.0, "decay_mm": 1.2}),
    ("synkinesis", {"sign": "smile-eye", "linked_points": 22.0}),
    ("synkinesis", {"sign": "closure-corner", "linked_mm": 2.6}),
]


def verdict(rule: Rule, level: Level, detail: dict[str, str | float]) -> Verdict:
    """With the sentence that is kept."""
    said = {"side": "left", **detail}
    return fill(Verdict(rule=rule, level=level, t_s=9.0, rep=4, detail=said))


@pytest.mark.parametrize("level", ["caution", "stop"])
@pytest.mark.parametrize(("rule", "detail"), DETAILS)
def test_it_has_no_number_and_is_short(
    rule: Rule, level: Level, detail: dict[str, str | float]
) -> None:
    """The kept sentence has the numbers."""
    told = verdict(rule, level, detail)

    assert any(sign.isdigit() for sign in told.sentence)
    assert not any(sign.isdigit() for sign in brief(told))
    assert len(brief(told).split()) <= 12


def test_a_caution_and_a_stop_differ() -> None:
    """The one is about now, the other about what was."""
    rule, detail = DETAILS[0]

    assert brief(verdict(rule, "caution", detail)) == "Your strong side moves too much."
    assert brief(verdict(rule, "stop", detail)) == "Your strong side moved too much."


def test_what_came_true_in_the_last_repetition_ends_nothing() -> None:
    """It says that the set is over, as the kept sentence does."""
    rule, detail = DETAILS[3]
    last = told_in_last_rep(verdict(rule, "stop", {**detail, "reps": 2}))

    assert brief(last).endswith(SET_OVER)
    assert last.sentence.endswith(SET_OVER)


def test_a_third_caution_in_the_last_repetition_says_that_the_set_is_over() -> None:
    """It counts cautions and no repetitions in a row."""
    detail: dict[str, str | float] = {"sign": "cautions", "percent_of_reference": 98.0}
    last = told_in_last_rep(verdict("overcompensation", "stop", {**detail, "cautions": 3.0}))

    assert brief(last) == f"Your strong side moved too much. {SET_OVER}"
    assert "3 repetitions" in last.sentence
    assert "98" not in last.sentence


def test_what_a_guard_cannot_see_is_said_without_numbers() -> None:
    """From when on it sees something is in the record."""
    for sentence in (
        late_for_tiring(3.1, 48.0),
        blind_to_tiring(0.8),
        late_for_growth(2.2, 180.0),
        BLIND_BY_CLOCK,
    ):
        told = brief_blind(sentence)
        assert not any(sign.isdigit() for sign in told)
        assert told.endswith(sentence.rsplit(". ", 1)[1])


def test_a_hint_and_the_own_word_stay_as_they_are() -> None:
    """They are short."""
    own = Verdict(rule="self", level="stop", t_s=1.0, rep=1, detail={}, sentence="You stopped.")

    assert brief(own) == "You stopped."
    assert brief(verdict("overcompensation", "hint", {})) == "Smaller, softer."
