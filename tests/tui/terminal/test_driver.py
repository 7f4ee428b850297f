"""What the pieces of a terminal's input mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.message import Message

from tui.terminal.driver import Meanings
from tui.terminal.key_reader import NO_TEXT, KeyReader, Piece


def keys(*pieces: Piece) -> list[str]:
    """The names of the keys that `pieces` are."""
    meanings = Meanings()
    messages = [message for piece in pieces for message in meanings.of(piece)]
    return [each.key for each in messages if isinstance(each, events.Key)]


@pytest.mark.parametrize(
    ("sequence", "expected"),
    [
        ("\x1b[A", ["up"]),
        ("\x1bOP", ["f1"]),
        ("\x1b[27u", ["escape"]),
        ("\x1b[99;5u", ["ctrl+c"]),
        ("\x1bx", ["alt+x"]),
        ("\x1bX", ["alt+shift+x"]),
        ("\x1b[1;9;9x", []),
        ("\x1bO9x", []),
        ("\x1b[97:65;2u", []),
        ("\x1b[9999999999999u", []),
        ("\x1b[48;1;1;0;0t", []),
    ],
)
def test_a_sequence_is_its_key_or_nothing(sequence: str, expected: list[str]) -> None:
    """And the key after it is heard."""
    pieces = Piece("sequence", sequence), Piece("text", "n")
    assert keys(*pieces) == [*expected, "n"]


def test_bytes_that_are_no_text_are_a_key_that_types_nothing() -> None:
    """A line of text is not spoilt by them."""
    (key,) = Meanings().of(Piece("text", NO_TEXT))
    assert isinstance(key, events.Key)
    assert not key.is_printable


def test_a_paste_is_a_paste() -> None:
    """Without NUL, as Textual gives it."""
    (paste,) = Meanings().of(Piece("paste", "one\x00two"))
    assert isinstance(paste, events.Paste)
    assert paste.text == "onetwo"


@given(st.lists(st.binary(max_size=24) | st.text("\x1b[]O<?;:0123456789uMmtRyxA~").map(str.encode)))
def test_no_bytes_end_it_and_the_next_key_is_heard(reads: list[bytes]) -> None:
    """Any bytes, many that look like sequences."""
    reader, meanings, at_s = KeyReader(0.1), Meanings(), 0.0
    for data in reads:
        at_s += 0.05
        for piece in reader.feed(data, at_s):
            meanings.of(piece)
    *_, last = reader.feed(b"x", at_s + 2.0)
    (message,) = meanings.of(last)
    assert isinstance(message, events.Key)
    assert message.key == "x"


def test_mouse_events_leave_nothing_behind() -> None:
    """Each is told as it comes; the parser holds no more after the last than after the first."""
    meanings = Meanings()
    told: list[type[Message]] = []
    kept: set[int] = set()
    for n in range(2000):
        report = Piece("sequence", f"\x1b[<35;{n % 223 + 1};{n % 50 + 1}M")
        told += [type(message) for message in meanings.of(report)]
        kept.add(len(meanings._tokens))

    assert told == [events.MouseMove] * 2000
    assert kept == {0}
    assert keys(Piece("text", "x")) == ["x"]
