"""A plan is built by typed lines alone: the same flows as on the screen, and the same files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from routines.reading.library import find
from sessions.care.day_plan import load_plan
from tests.tui.people import MORNING, somebody
from tui.cli import main
from tui.flows.plan.in_lines import plan_in_lines
from tui.texts.plan import in_lines as words

TODAY = MORNING.date()
BUILD = "1"
OWN_ROUTINE = (
    *("13", "Anna's set", "1"),
    *("a", "5", "1 3", "a", "5", "2"),
    *("4", "2", "3", "8", "70", "10", "Small.", "x"),
    *("l 3", "d 5", "y", "x"),
)
"""A name, begun with nothing; three exercises of the mouth; dose, aim and word of one; it is moved
down, and the last one is taken out."""


def typing(*typed: str) -> Callable[[str], str | None]:
    """Types these lines, then ends the input."""
    lines = iter(typed)
    return lambda question: next(lines, None)


def test_a_plan_is_signed_and_kept_with_another_time(tmp_path: Path) -> None:
    """What was changed is said, and what check says of it; nothing is kept before s."""
    person = somebody(tmp_path)
    said: list[str] = []
    ask = typing(BUILD, "1", "M. Weber", "6", "8 weeks", "8", "1", "7.30", "x", "s", "x", "x")

    plan_in_lines(person, ask, said.append)

    plan = load_plan(tmp_path, TODAY, ())
    assert plan is not None
    assert (plan.by, plan.slots[0].at.hour, plan.slots[0].at.minute) == ("M. Weber", 7, 30)
    assert "1  Made by: M. Weber" in said
    assert "No mistake was found. s keeps it." in said


def test_a_routine_of_its_own_is_built_in_lines(tmp_path: Path) -> None:
    """Exercises of the catalogue, dose, aim, word, order; with the words of `routine check`."""
    said: list[str] = []

    plan_in_lines(
        somebody(tmp_path), typing(BUILD, "1", "M. Weber", *OWN_ROUTINE, "s", "x", "x"), said.append
    )

    kept = find("anna-s-set", [tmp_path / "routines"], today=TODAY)
    assert [step.exercise.id for step in kept.steps] == ["well-eee", "open-smile"]
    first = kept.steps[0]
    assert (first.dose.reps, first.target_percent, first.note) == (3, 70.0, "Small.")
    assert any("Few repetitions: well-eee" in line for line in said)
    assert "Anna's set stands at no time of day yet." in said


@pytest.mark.parametrize("end", [(), ("x", "y", "x")])
def test_left_without_keeping_nothing_is_written(tmp_path: Path, end: tuple[str, ...]) -> None:
    """By x after a question; at the end of the input at once, and it does end."""
    person = somebody(tmp_path)

    plan_in_lines(person, typing(BUILD, "1", "M. Weber", *end), lambda line: None)

    assert not (tmp_path / "plan.toml").exists()


def test_what_is_no_answer_is_said_and_changes_nothing(tmp_path: Path) -> None:
    """Lines that mean nothing here, a number that no row has, a value out of bounds."""
    said: list[str] = []
    ask = typing(BUILD, "d", "z", "99", "e 1", "", "3", "9", "x", "?", "x", "x")

    plan_in_lines(somebody(tmp_path), ask, said.append)

    assert said.count(words.NOT_UNDERSTOOD) == 5
    assert any("no number from 1 to 5" in line for line in said)
    assert said.count("3  At most a day: 3") == 2


def test_codes_are_left_to_the_full_screen(tmp_path: Path) -> None:
    """It is said what does instead; a file works in lines."""
    said: list[str] = []
    kept = typing(BUILD, "1", "M. Weber", "s", "x", "2", "1", "1", "x")

    plan_in_lines(somebody(tmp_path), kept, said.append)

    assert words.NOT_IN_LINES in said


def test_the_sitting_says_what_lines_can_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It needs a camera and a screen."""
    assert main(["--data-dir", str(tmp_path), "setup", "--with-therapist", "--plain"]) == 2
    assert "setup --plan --plain" in " ".join(capsys.readouterr().err.split())
