"""Every answer of the first run can be changed in Settings, by its own question."""

import datetime
from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import replace

from routines.language import choice
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
    assert said["flags"] == "2: Lump in front of the ear ..."
    assert said["not-for"] == "none"
    assert said["cause"] == "not said yet"
    assert empty["doctor"] == empty["flags"] == empty["cause"] == "not said yet"
    assert "operated" not in said


def test_a_language_is_asked_for_only_where_there_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It turns from the system's to English to each catalogue, and says from when on it counts."""
    assert "language" not in {row.id for row in rows(ANSWERED)}
    head = 'msgid ""\nmsgstr ""\n"X-Language-Name: Polski\\n"\n'
    (tmp_path / "pl.po").write_text(head, encoding="utf-8")
    monkeypatch.setattr(choice, "FOLDER", tmp_path)
    settings, told = ANSWERED, list[tuple[str, str]]()
    for _time in range(4):
        (row,) = (row for row in rows(settings) if row.id == "language")
        told.append((settings.language, row.value))
        assert row.turn is not None
        settings = row.turn(settings)

    assert told == [
        ("", "as the system (from the next start)"),
        ("en", "English (from the next start)"),
        ("pl", "Polski (from the next start)"),
        ("", "as the system (from the next start)"),
    ]


def test_a_language_that_is_gone_stands_as_it_was_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And turns over like any other."""
    (tmp_path / "pl.po").write_text("nonsense", encoding="utf-8")
    monkeypatch.setattr(choice, "FOLDER", tmp_path)
    (row,) = (row for row in rows(replace(ANSWERED, language="de")) if row.id == "language")

    assert row.value == "de (from the next start)"
    assert row.turn is not None
    assert row.turn(replace(ANSWERED, language="en")).language == "en"


def test_the_day_it_began_is_told_as_about() -> None:
    """It may have been told as a month, or as so many months ago."""
    answers = replace(ANSWERED.answers, onset=datetime.date(2026, 6, 30))
    said = {row.id: row.value for row in rows(replace(ANSWERED, answers=answers))}

    assert said["onset"] == "about 30 June 2026"


def test_an_answer_elsewhere_that_brings_a_line_is_told() -> None:
    """The line was not there before."""
    operated = replace(ANSWERED, answers=replace(ANSWERED.answers, cause="surgery"))

    assert "what it comes from is now An operation" in changed_elsewhere(ANSWERED, operated)
