"""The questions in lines of text: the same pages, the same rules, no screen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from sessions.care.triage import EMERGENCY
from tests.tui.people import ANSWERED, MORNING, somebody
from tui.flows.plain_questions import ask_doctor_looked, ask_in_lines
from tui.texts.eye import GAP_TITLE

EVERYTHING = ("0", "0", "1 2 3 4", "1", "2", "5 weeks", "0", "2", "1", "1")
"""No sign, four ticks, left, it moves a little, five weeks, no linked movement, the eye shuts; at
the end Bell's palsy."""


def typing(*typed: str) -> Callable[[str], str | None]:
    """Types these lines, then ends the input."""
    lines = iter(typed)
    return lambda question: next(lines, None)


def test_every_answer_that_decides_is_asked(tmp_path: Path) -> None:
    """Afterwards the first run is over and everything is open."""
    person = somebody(tmp_path, None)
    said: list[str] = []

    assert ask_in_lines(person, typing(*EVERYTHING), said.append)

    settings = person.settings
    assert settings.answers.finished_on == MORNING.date()
    assert (settings.side, settings.stage) == ("left", "paretic")
    assert settings.answers.swelling_settled is True
    assert settings.eye_closes is True
    assert settings.answers.cause == "bells"
    assert "cause" not in settings.still_to_ask
    assert any("gentle movement for your stage are open" in line for line in said)


@pytest.mark.parametrize(("answer", "sent"), [("1", False), ("2", True), ("3", False)])
def test_a_gap_that_stays_sends_to_an_eye_doctor_at_once(
    tmp_path: Path, answer: str, sent: bool
) -> None:
    """With the answer itself."""
    said: list[str] = []

    ask_in_lines(somebody(tmp_path, None), typing(*EVERYTHING[:8], answer), said.append)

    assert (f"{GAP_TITLE}." in said) is sent


def test_what_is_no_answer_is_asked_again(tmp_path: Path) -> None:
    """Enter alone answers nothing, nor does a number that is not in the list."""
    person = somebody(tmp_path, None)
    said: list[str] = []

    assert not ask_in_lines(person, typing("", "9", "0 1", "-1", "two", "5"), said.append)

    assert person.settings.answers.red_flags == ("lump",)
    assert sum("did not understand" in line for line in said) == 5


def test_an_emergency_ends_the_questions_at_once(tmp_path: Path) -> None:
    """No further question, the answer kept, the first run not over."""
    person = somebody(tmp_path, None)

    assert not ask_in_lines(person, typing("1 5", *EVERYTHING[1:]), lambda line: None)

    assert person.settings.answers.red_flags == (EMERGENCY, "lump")
    assert person.settings.answers.finished_on is None
    assert person.settings.answers.seen_by_doctor is None


def test_the_end_of_the_input_leaves_the_first_run_open(tmp_path: Path) -> None:
    """What was answered is kept."""
    person = somebody(tmp_path, None)

    assert not ask_in_lines(person, typing("0", "0", "1"), lambda line: None)

    assert person.settings.answers.seen_by_doctor is True
    assert person.settings.answers.finished_on is None


def test_the_way_out_of_the_card_is_said_twice(tmp_path: Path) -> None:
    """Anything but "seen" and then "yes" changes nothing."""
    stroke = replace(ANSWERED, answers=replace(ANSWERED.answers, red_flags=(EMERGENCY,)))
    person = somebody(tmp_path, stroke)
    for typed in ((), ("",), ("yes",), ("seen",), ("seen", ""), ("seen", "no")):
        ask_doctor_looked(person, typing(*typed), lambda line: None)
        assert person.settings == stroke

    ask_doctor_looked(person, typing("seen", "yes"), lambda line: None)

    assert person.settings.answers.red_flags == ()
    assert person.settings.answers.emergency_seen_on == MORNING.date()


def test_which_pairs_are_linked_is_asked_in_lines_too(tmp_path: Path) -> None:
    """Only after a yes; 0 means that the person is not sure, and lists nothing."""
    before, after = (*EVERYTHING[:7], "1"), EVERYTHING[8:]

    listed = somebody(tmp_path / "listed", None)
    assert ask_in_lines(listed, typing(*before, "3 1", "1", "2", *after), lambda line: None)
    unsure = somebody(tmp_path / "unsure", None)
    assert ask_in_lines(unsure, typing(*before, "0", *after), lambda line: None)

    assert listed.settings.linked_pairs == ("smile-eye", "closure-corner")
    assert listed.settings.linked_sides == {"closure-corner": "unaffected"}
    assert (unsure.settings.known_linked, unsure.settings.linked_pairs) == (True, ())


def test_left_with_x_it_goes_on_from_there(tmp_path: Path) -> None:
    """Nothing that was answered is asked again; the theme is said again."""
    person = somebody(tmp_path, None)
    said: list[str] = []
    assert not ask_in_lines(person, typing("0", "0", "1 2 3 4", "x"), said.append)
    assert any("Three minutes" in line for line in said)
    said.clear()

    assert ask_in_lines(person, typing(*EVERYTHING[3:]), said.append)

    assert person.settings.answers.finished_on == MORNING.date()
    assert "Palsy 3 of 5." in said
    assert "A doctor first" not in said


@pytest.mark.parametrize(("typed", "shown"), [("e", 1), ("", 0)])
def test_an_example_is_offered_before_the_first_question(
    tmp_path: Path, typed: str, shown: int
) -> None:
    """And not where the questions are gone on with."""
    person, examples = somebody(tmp_path, None), list[str]()

    def example() -> None:
        examples.append("shown")

    assert not ask_in_lines(person, typing(typed, "0", "0"), lambda line: None, example)
    assert len(examples) == shown
    assert not ask_in_lines(person, typing("e"), lambda line: None, example)
    assert len(examples) == shown
