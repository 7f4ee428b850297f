"""Practice strength as blocks and a word."""

import pytest

from tui.widgets.glyphs import Glyphs, draw_strength


@pytest.mark.parametrize(
    ("strength", "full", "word"),
    [(100.0, 10, "steady"), (75.0, 8, "steady"), (50.0, 5, "on most days"), (0.0, 1, "now and")],
)
def test_blocks_and_a_word(strength: float, full: int, word: str) -> None:
    """There is always at least one block: something was begun."""
    line = draw_strength(strength, Glyphs.ASCII)

    assert line.count("#") == full
    assert line.count("#") + line.count(".") == 10
    assert word in line


def test_before_the_first_practice_there_is_nothing() -> None:
    """Nothing is held against anybody who has not begun."""
    assert draw_strength(None, Glyphs.BRAILLE) == ""
