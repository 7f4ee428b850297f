"""Questions after which something is deleted take no answer typed before they stood there."""

import os
import pty
import termios
from collections.abc import Iterator

import pytest

from tui.terminal import typed_lines


@pytest.fixture
def hand(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The far end of a terminal that is standard input."""
    master, slave = pty.openpty()
    settings = termios.tcgetattr(slave)
    settings[3] &= ~termios.ECHO
    termios.tcsetattr(slave, termios.TCSANOW, settings)
    with os.fdopen(slave, "r") as terminal:
        monkeypatch.setattr("sys.stdin", terminal)
        yield master
    os.close(master)


def test_what_was_typed_before_is_dropped(hand: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what is typed afterwards is the answer."""
    os.write(hand, b"yes\n")

    def prompted(prompt: str) -> str:
        os.write(hand, b"no\n")
        return typed_lines.sys.stdin.readline().rstrip("\n")

    monkeypatch.setattr("builtins.input", prompted)

    assert typed_lines.typed_after("Delete it?") == "no"


def test_other_questions_keep_what_was_typed_ahead(hand: int) -> None:
    """Somebody who knows the questions may type faster than they are read out."""
    os.write(hand, b"2\n")

    assert typed_lines.typed_line("One number:") == "2"


def test_input_that_is_no_terminal_was_not_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe keeps its lines; no input at all is no error."""
    reading, writing = os.pipe()
    os.write(writing, b"forget\n")
    os.close(writing)
    with os.fdopen(reading) as pipe:
        monkeypatch.setattr("sys.stdin", pipe)
        typed_lines.drop_typed()
        assert pipe.readline() == "forget\n"
    monkeypatch.setattr("sys.stdin", None)
    typed_lines.drop_typed()


@pytest.mark.parametrize(("terminal", "lines"), [(True, 3), (False, 1)])
def test_lines_are_broken_at_words_on_a_terminal_only(
    terminal: bool,
    lines: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """No word is cut, and no line is wider than the terminal."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: terminal, raising=False)
    monkeypatch.setenv("COLUMNS", "24")
    line = "1  Eye pain, redness, light hurts, sight changed"
    typed_lines.say_line(line)
    said = capsys.readouterr().out

    assert said.split() == line.split()
    assert len(said.splitlines()) == lines
    assert not terminal or all(len(line) < 24 for line in said.splitlines())

    typed_lines.say_line(f"   {line}")
    below = capsys.readouterr().out.splitlines()
    assert all(each.startswith("   ") for each in below)


def test_a_question_is_broken_at_words_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal itself would break it in the middle of a word."""
    asked: list[str] = []
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "24")
    monkeypatch.setattr("builtins.input", lambda prompt: asked.append(prompt) or "")
    question = "A number changes a line, d and a number takes one out:"
    typed_lines.typed_line(question)

    assert asked[0].split() == question.split()
    assert all(len(line) <= 24 for line in asked[0].splitlines())
