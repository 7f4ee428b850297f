"""Records are read back as they were written; damaged and newer ones are said, never touched."""

import tomllib
from datetime import timedelta, timezone
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.history.index import open_history
from sessions.log import record_files
from sessions.log.entries import NoteLine
from sessions.log.record_builder import record_of
from sessions.log.record_files import (
    RecordTrouble,
    parse_record,
    read_record,
    record_text,
    records,
    save_record,
)
from tests.sessions.log_samples import MORNING, header, many, whole

RECORD = record_of(header(), whole())


def test_a_record_is_read_back_as_it_was(tmp_path: Path) -> None:
    """Nothing is lost on the way through TOML, the hour's offset included."""
    back = read_record(save_record(tmp_path, RECORD))

    assert back == RECORD
    assert back.started.utcoffset() == timedelta(hours=1)


def test_it_stands_under_its_year_and_is_private(tmp_path: Path) -> None:
    """As the file format says."""
    path = save_record(tmp_path, RECORD)

    assert path.relative_to(tmp_path) == Path("sessions/2026/2026-11-21T08-30-00.toml")
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_same_session_is_never_written_twice(tmp_path: Path) -> None:
    """By its id, even under another name."""
    first = save_record(tmp_path, RECORD)

    assert save_record(tmp_path, RECORD) == first
    other = msgspec.structs.replace(RECORD, id="another")
    assert save_record(tmp_path, other).name == "2026-11-21T08-30-00-2.toml"


def test_text_says_what_it_is_to_a_person(tmp_path: Path) -> None:
    """The words of the file format stand in the file."""
    tables = tomllib.loads(record_text(RECORD))

    assert tables["schema"] == 1
    assert tables["ended"] == "finished"
    assert tables["side"] == "left"
    assert tables["routine"]["id"] == "daily-gentle"
    smile = tables["exercise"][0]
    assert smile["dose"]["hold_s"] == 3.0
    assert smile["thresholds"]["fatigue"]["stop_drop_percent"] == 30.0
    assert smile["set"][0]["rep"][0]["affected_mm"] == 4.0
    assert tables["measured"]["model_sha256"] == "64184e22"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no schema number"),
        (b"schema = 1", "id"),
        (b"schema = true", "no schema number"),
        (b"schema = 'one'", "no schema number"),
        (b"schema = 0", "not known"),
        (b"schema = 2", "newer version"),
        (b"schema = ", "cannot be understood, line 1: schema"),
        (b"\xfe", "UTF-8"),
        (b"a = " + b"[" * 5000, "cannot be understood"),
    ],
)
def test_a_damaged_record_is_named_with_its_problem(content: bytes, words: str) -> None:
    """One sentence: the file and what is wrong."""
    with pytest.raises(RecordTrouble, match=words) as caught:
        parse_record(Path("2026/x.toml"), content)

    assert caught.value.sentence.startswith("x.toml: ")
    assert caught.value.newer == (content == b"schema = 2")


@given(st.data())
def test_a_flipped_byte_is_a_problem_or_another_record_never_a_crash(data: st.DataObject) -> None:
    """Whatever is in the file, the answer is a record or a sentence."""
    content = bytearray(record_text(RECORD).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))

    problem = ""
    try:
        parse_record(Path("x.toml"), bytes(content))
    except RecordTrouble as trouble:
        problem = trouble.sentence

    assert not problem or problem.startswith("x.toml: ")


def test_one_bad_file_does_not_hide_the_others(tmp_path: Path) -> None:
    """Each file gives a record or its problem, in order of time, unchanged on disk."""
    first, second, third = many(tmp_path, 3)
    second.write_text("schema = 7\n")
    strange = third.with_name("notes.toml")
    strange.mkdir()

    found = list(records(tmp_path))

    assert [each.path for each in found] == [first, second, third, strange]
    assert [each.record is not None for each in found] == [True, False, True, False]
    assert "newer version" in (found[1].problem or "")
    assert second.read_text() == "schema = 7\n"


def test_a_file_far_too_large_is_not_read(tmp_path: Path) -> None:
    """Memory stays bounded."""
    path = tmp_path / "big.toml"
    with path.open("wb") as file:
        file.truncate(5_000_000)

    with pytest.raises(RecordTrouble, match="larger than"):
        read_record(path)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("affected_mm = 4.0", "affected_mm = nan", "cannot be understood"),
        ("affected_mm = 4.0", "affected_mm = 1e999", "cannot be understood"),
        ("started = 2026-", "started = 0001-", "cannot be"),
        ('ended = "finished"', 'ended = "perfect"', "not a session record"),
    ],
)
def test_values_that_cannot_be_are_refused(old: str, new: str, words: str) -> None:
    """A number that is none would spoil every median."""
    text = record_text(RECORD)
    assert old in text

    with pytest.raises(RecordTrouble, match=words):
        parse_record(Path("x.toml"), text.replace(old, new, 1).encode())


def test_a_time_written_by_hand_without_offset_is_local_time() -> None:
    """So that it can be put in order with the others."""
    text = record_text(RECORD).replace("08:30:00+01:00", "08:30:00")

    started = parse_record(Path("x.toml"), text.encode()).started
    assert started.tzinfo is not None
    assert started.hour == 8


def test_a_key_added_by_hand_does_no_harm() -> None:
    """People may write into their own records."""
    text = 'mine = "rainy day"\n' + record_text(RECORD)

    assert parse_record(Path("x.toml"), text.encode()) == RECORD


def test_a_note_with_every_character_comes_back(tmp_path: Path) -> None:
    """Escapes, newlines and quotes are data."""
    text = 'a\nb"""\x1b[31m\r\\ ../../etc \x00 😀'
    record = record_of(header(MORNING), [NoteLine(at_s=1.0, text=text)])

    assert read_record(save_record(tmp_path, record)).notes[0].text == text


@pytest.mark.parametrize("year", [1900, 1969, 1970, 2106, 9998])
def test_whatever_year_the_clock_shows_the_record_is_read_again(year: int, tmp_path: Path) -> None:
    """A clock that has lost its battery stands long ago; the practice is kept all the same."""
    for zone in (timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))):
        record = record_of(header(MORNING.replace(year=year, tzinfo=zone)), whole())
        assert read_record(save_record(tmp_path, record)) == record
    history = open_history(tmp_path)

    assert list(history.problems) == []
    assert [each.started.year for each in history.summaries] == [year, year]


def test_records_are_converted_one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two threads that meet the type for the first time at once would crash the process."""
    alone: list[bool] = []
    convert = msgspec.convert

    def noting(*given: Any) -> Any:
        alone.append(record_files._one_at_a_time.locked())
        return convert(*given)

    monkeypatch.setattr("sessions.log.record_files.msgspec.convert", noting)
    parse_record(Path("x.toml"), record_text(RECORD).encode())

    assert alone == [True]
