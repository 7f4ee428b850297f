"""`slowsmile learn`: pages to read in a terminal."""

import pytest

from routines.learn import ORDER
from tui.cli import main

Out = pytest.CaptureFixture[str]


def test_without_a_topic_the_pages_are_listed(capsys: Out) -> None:
    """Id and title, in reading order."""
    assert main(["learn"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[: len(ORDER)]] == list(ORDER)


def test_a_topic_is_printed_plainly(capsys: Out) -> None:
    """Title, then text, no markup."""
    assert main(["learn", "linked-movement"]) == 0

    text = capsys.readouterr().out
    assert text.startswith("Linked movement\n\n")
    assert "#" not in text


def test_an_unknown_topic_is_answered_with_the_nearest(capsys: Out) -> None:
    """2, and nothing on stdout."""
    assert main(["learn", "eatting"]) == 2

    found = capsys.readouterr()
    assert 'Did you mean "eating"?' in found.err
    assert found.out == ""
