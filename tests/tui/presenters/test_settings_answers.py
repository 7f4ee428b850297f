"""Every answer of the first run can be changed in Settings, by its own question."""

from typing import get_args

from msgspec.structs import replace

from routines.movements import LinkedPair
from sessions.care.settings import Settings
from tests.tui.people import ANSWERED
from tui.presenters.elsewhere import changed_elsewhere
from tui.presenters.first_run import ORDER
from tui.presenters.settings import rows

WITH_LINKED = ("welcome", "end", "linked-pairs")
"""Pages to read, and the list that follows "linked" by itself, as its sides do."""


def test_every_answer_has_its_line() -> None:
    """Where its question applies."""
    answers = replace(ANSWERED.answers, not_for=("botulinum",), cause="surgery")
    every = replace(
        ANSWERED,
        answers=answers,
        stage="synkinetic",
        known_linked=True,
        linked_pairs=get_args(LinkedPair),
    )
    there = {row.id for row in rows(every) if row.how == "page"}
    wanted = {each for each in ORDER if not each.startswith("linked-side-")} - {*WITH_LINKED}

    assert wanted <= there


def test_the_lines_say_what_was_answered() -> None:
    """In the words of the question; before the first run nothing is said yet."""
    answers = replace(ANSWERED.answers, red_flags=("lump", "worsening"), exercises_agreed=False)
    said = {row.id: row.value for row in rows(replace(ANSWERED, answers=answers))}
    empty = {row.id: row.value for row in rows(Settings())}

    assert said["doctor"] == "3 of 4 ticked"
    assert said["flags"] == "2: Lump before the ear ..."
    assert said["not-for"] == "none"
    assert said["cause"] == "not said yet"
    assert empty["doctor"] == empty["flags"] == empty["cause"] == "not said yet"
    assert "operated" not in said


def test_an_answer_elsewhere_that_brings_a_line_is_told() -> None:
    """The line was not there before."""
    operated = replace(ANSWERED, answers=replace(ANSWERED.answers, cause="surgery"))

    assert "what it comes from is now An operation" in changed_elsewhere(ANSWERED, operated)
