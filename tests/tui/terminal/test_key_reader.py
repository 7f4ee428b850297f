"""Bytes of a terminal, cut into keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.terminal.key_reader import NO_TEXT, PASTE_QUIET_S, KeyReader, Piece

DELAY_S = 0.1


def pieces(*reads: tuple[bytes, float], until_s: float = 100.0) -> list[Piece]:
    """All pieces of some reads, each with its time."""
    reader = KeyReader(DELAY_S)
    found = [piece for data, at_s in reads for piece in reader.feed(data, at_s)]
    return found + reader.tick(until_s)


def text(*characters: str) -> list[Piece]:
    """Typed characters."""
    return [Piece("text", each) for each in characters]


ESCAPE = Piece("escape", "\x1b")


@pytest.mark.parametrize("noise", [b"\xe9", b"\xf8", b"\xff", b"\xc3", b"\x80", b"\xf0\x9f"])
def test_a_key_after_bytes_that_are_no_text_is_heard(noise: bytes) -> None:
    """It is not taken for their continuation."""
    assert pieces((noise, 1.0), (b"x", 2.0)) == text(NO_TEXT, "x")


def test_a_character_in_two_reads_is_one_key() -> None:
    """A read may end between its bytes."""
    assert pieces((b"\xd1", 1.0), (b"\x87", 1.01)) == text("ч")


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[A",
        "\x1b[1;5x",
        "\x1b[[x",
        "\x1b[Mxyp",
        "\x1bOx",
        "\x1bO5x",
        "\x1bx",
        "\x1b\x1b[x",
        "\x1b]11;rgb:x/y/p\x07",
        "\x1b[" + "1;" * 200 + "x",
    ],
)
def test_a_sequence_is_one_piece_and_no_letter_of_it_a_key(sequence: str) -> None:
    """CSI, SS3, Alt, mouse, strings, overlong ones."""
    found = pieces((sequence.encode(), 1.0), (b"n", 1.0))
    assert [piece.kind for piece in found] == ["sequence", "text"]
    assert found[-1] == Piece("text", "n")


def test_a_string_closed_by_st_is_nothing_else() -> None:
    """ST is no key."""
    assert pieces((b"\x1bPxyp\x1b\\n", 1.0)) == text("n")


@pytest.mark.parametrize("begun", ["\x1b[", "\x1b[1;", "\x1bO", "\x1b]11;", "\x1b[M"])
def test_a_sequence_that_does_not_go_on_takes_no_later_key(begun: str) -> None:
    """It is given up after the escape delay."""
    assert pieces((begun.encode(), 1.0), (b"x", 1.0 + DELAY_S)) == text("x")


def test_esc_alone_is_a_key_when_the_delay_is_over() -> None:
    """And not before."""
    reader = KeyReader(DELAY_S)
    assert reader.feed(b"\x1b", 1.0) == []
    assert reader.due_s == 1.0 + DELAY_S
    assert reader.tick(1.05) == []
    assert reader.tick(1.0 + DELAY_S) == [ESCAPE]
    assert reader.due_s is None


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\x1b\x1b", [ESCAPE]),
        (b"\x1b\x1bx", [ESCAPE, Piece("sequence", "\x1bx")]),
        (b"\x1b\x1b\x1b\x1b", [ESCAPE, ESCAPE, ESCAPE]),
        (b"\x1b\x03", text("\x03")),
    ],
)
def test_esc_more_than_once_is_never_lost(data: bytes, expected: list[Piece]) -> None:
    """Pressed twice, held down, or before another key."""
    assert pieces((data, 1.0)) == expected


def test_a_paste_is_one_piece_in_however_many_reads() -> None:
    """No letter of it is a key."""
    reads = ((b"\x1b[200~one x", 1.0), (b" two y", 1.5), (b"three\x1b[201~n", 1.6))
    assert pieces(*reads) == [Piece("paste", "one x two ythree"), *text("n")]


@pytest.mark.parametrize("key", [b"x", "ч".encode(), b"\x03", b"\x1b[27u"])
def test_a_key_by_itself_ends_an_unfinished_paste(key: bytes) -> None:
    """A hand is slower than a paste."""
    found = pieces((b"\x1b[200~words", 1.0), (key, 1.0 + DELAY_S))
    assert found[0] == Piece("paste", "words")
    assert found[1].text == key.decode()


def test_esc_ends_an_unfinished_paste() -> None:
    """And is a key."""
    assert pieces((b"\x1b[200~words\x1b", 1.0))[-1] == ESCAPE


def test_an_unfinished_paste_ends_by_itself() -> None:
    """After a second of quiet everything is keys again."""
    found = pieces((b"\x1b[200~words", 1.0), (b"xy", 1.0 + PASTE_QUIET_S))
    assert found == [Piece("paste", "words"), *text("x", "y")]


@given(st.lists(st.tuples(st.binary(max_size=20), st.floats(0, 2)), max_size=8))
def test_after_any_bytes_and_a_second_of_quiet_a_key_is_heard(
    reads: list[tuple[bytes, float]],
) -> None:
    """Nothing deafens it for longer."""
    reader, at_s = KeyReader(DELAY_S), 0.0
    for data, wait_s in reads:
        at_s += wait_s
        reader.feed(data, at_s)
    assert reader.feed(b"x", at_s + PASTE_QUIET_S)[-1] == Piece("text", "x")


MOUSE = (
    (lambda n: b"\x1b[<35;%d;%dM" % (n % 223 + 1, n % 50 + 1)),
    (lambda n: b"\x1b[M%c%c%c" % (67, 33 + n % 90, 33 + n % 50)),
    (lambda n: b"\x1b[67;%d;%dM" % (n % 223 + 1, n % 50 + 1)),
)
"""A moved mouse as terminals tell it: SGR, the oldest way, urxvt's."""
TYPED = "xpyqn "


@pytest.mark.parametrize("thousands", [10, pytest.param(50, marks=pytest.mark.long)])
def test_among_thousands_of_mouse_events_no_key_is_lost(thousands: int) -> None:
    """Reads end anywhere, also within a report; each report is one piece, and nothing is kept."""
    stream = bytearray()
    for n in range(1000 * thousands):
        stream += MOUSE[n % 3](n)
        if n % 1000 == 0:
            stream += TYPED[n // 1000 % len(TYPED)].encode()
    reader, found, most = KeyReader(DELAY_S), list[Piece](), 0
    for begin in range(0, len(stream), 4093):
        found += reader.feed(bytes(stream[begin : begin + 4093]), 1.0 + begin / 1e6)
        most = max(most, held(reader))

    heard = [piece.text for piece in found if piece.kind == "text"]
    assert heard == [TYPED[n % len(TYPED)] for n in range(thousands)]
    assert sum(piece.kind == "sequence" for piece in found) == 1000 * thousands
    assert len(found) == 1001 * thousands
    assert most < 100


def held(reader: KeyReader) -> int:
    """How many characters and pieces the reader keeps from one read to the next."""
    return sum(len(kept) for kept in vars(reader).values() if isinstance(kept, str | list))
