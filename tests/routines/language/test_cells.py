"""Texts of wide letters and of combining accents stand in columns as others do."""

import pytest

from routines.language.cells import cells, cut, padded, wrapped

WIDE = "\u5f31\u3044\u5074"
"""Three letters of two cells each."""
ACCENT = "e\u0301"
"""One letter, made of two characters."""


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("weak", 4), (WIDE, 6), (ACCENT, 1), ("a\u00a0b", 3), ("\u200b", 0)],
)
def test_cells(text: str, width: int) -> None:
    """What a terminal takes for it."""
    assert cells(text) == width


def test_columns_are_straight() -> None:
    """Whatever letters they are of."""
    assert [cells(padded(text, 8)) for text in ("weak", WIDE, ACCENT)] == [8, 8, 8]
    assert padded(WIDE, 8, ">") == f"  {WIDE}"
    assert padded("longer than that", 4) == "longer than that"


def test_half_a_letter_is_never_shown() -> None:
    """What does not fit whole is left out; an accent stays on its letter."""
    assert cut(WIDE, 5) == WIDE[:2]
    assert cut(WIDE, 6) == WIDE
    assert cut(f"a{ACCENT}b", 2) == f"a{ACCENT}"
    assert cut("weak", 2) == "we"


def test_lines_break_between_wide_letters() -> None:
    """They stand without blanks; no line is wider than asked for."""
    lines = wrapped(f"- {WIDE * 5}, weak {WIDE}", 12, "  ")

    assert all(cells(line) <= 12 for line in lines)
    assert lines[0].startswith("- \u5f31")
    assert lines[1].startswith("  ")
    assert "".join(lines).replace(" ", "") == f"-{WIDE * 5},weak{WIDE}"


def test_lines_of_other_letters_break_at_blanks() -> None:
    """As always; a word of letters of one cell is not broken for a wide one beside it."""
    assert wrapped("one two three", 7) == ["one two", "three"]
    assert wrapped("", 7) == []
    assert wrapped(f"{WIDE} three four", 9) == [WIDE, "three", "four"]
