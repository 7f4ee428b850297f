"""Dots into text, in three kinds of terminal."""

import pytest

from tui.widgets.canvas import Canvas
from tui.widgets.glyphs import Glyphs, glyphs_for


def test_braille_has_eight_dots_a_cell() -> None:
    """Top left and bottom right of one cell."""
    canvas = Canvas(1, 1, Glyphs.BRAILLE)
    canvas.dots([(0.0, 0.0), (0.99, 0.99)])

    assert canvas.lines() == [chr(0x2800 + 0x01 + 0x80)]


def test_half_blocks_have_two() -> None:
    """Upper, lower, both."""
    canvas = Canvas(3, 1, Glyphs.BLOCKS)
    canvas.dots([(0.1, 0.1), (0.5, 0.9), (0.9, 0.1), (0.9, 0.9)])

    assert canvas.lines() == ["\u2580\u2584\u2588"]


def test_ascii_has_one() -> None:
    """A diagonal of stars."""
    canvas = Canvas(3, 3, Glyphs.ASCII)
    canvas.line((0.0, 0.0), (0.99, 0.99))

    assert canvas.lines() == ["*  ", " * ", "  *"]


def test_a_line_has_no_gaps() -> None:
    """Every column between its ends is set."""
    canvas = Canvas(20, 4, Glyphs.BRAILLE)
    canvas.line((0.0, 0.1), (0.99, 0.7))

    columns = {x for line in canvas.lines() for x, glyph in enumerate(line) if glyph != " "}
    assert columns == set(range(20))


def test_what_lies_outside_is_left_out() -> None:
    """No wrapping round, no error, and an empty sheet is fine."""
    canvas = Canvas(2, 1, Glyphs.ASCII)
    canvas.dots([(-0.1, 0.5), (1.0, 0.5), (0.5, 7.0)])

    assert canvas.lines() == ["  "]
    assert Canvas(0, 0, Glyphs.BRAILLE).lines() == []


@pytest.mark.parametrize(
    ("encoding", "term", "expected"),
    [
        ("utf-8", "xterm-256color", Glyphs.BRAILLE),
        ("UTF-8", "linux", Glyphs.BLOCKS),
        ("iso8859-1", "xterm", Glyphs.ASCII),
        ("ascii", "linux", Glyphs.ASCII),
    ],
)
def test_the_terminal_decides(encoding: str, term: str, expected: Glyphs) -> None:
    """A console without braille gets blocks; one without UTF-8 gets letters."""
    assert glyphs_for(encoding, term) is expected
