"""Large words."""

import pytest

from routines.catalogue import exercises
from tui.texts import practice as words
from tui.widgets import big_text
from tui.widgets.big_text import big, spaced
from tui.widgets.glyphs import Glyphs


def test_a_word_is_three_lines_high() -> None:
    """Drawn in half blocks."""
    assert big("Hi", 40, Glyphs.BLOCKS) == [
        "\u2588  \u2588 \u2580\u2588\u2580",
        "\u2588\u2580\u2580\u2588  \u2588 ",
        "\u2580  \u2580 \u2580\u2580\u2580",
    ]


CUES = {
    word
    for exercise in exercises().values()
    for word in (exercise.cues.move, exercise.cues.hold, exercise.cues.release)
}


def test_every_cue_can_be_drawn() -> None:
    """Each word has all its letters; lines are equally long."""
    for text in {*words.CUE.values(), *CUES, "0123456789", "1:45"}:
        lines = big(text, 78, Glyphs.BLOCKS)

        assert len({len(line) for line in lines}) == 1, text
        assert any("\u2580" in line for line in lines), text


def test_a_word_that_does_not_fit_is_spaced_out() -> None:
    """Then narrow; never cut while it can be whole."""
    assert big("Let go", 20, Glyphs.BLOCKS) == ["", "L E T   G O", ""]
    assert big("Let go", 8, Glyphs.BLOCKS) == ["", "LET GO", ""]


def test_other_scripts_and_plain_terminals_get_plain_letters() -> None:
    """A letter without a drawing is never left out."""
    assert big("Halt", 40, Glyphs.ASCII) == ["", "H A L T", ""]
    assert big("Šš", 40, Glyphs.BLOCKS) == ["", "Š Š", ""]
    assert spaced("let go") == "L E T   G O"


def test_a_word_that_stands_is_not_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is asked for ten times a second; in a window of 200x60 that took half of all the time."""
    first = big("Stay", 120, Glyphs.BRAILLE, 8)
    monkeypatch.setattr(big_text, "_in_signs", lambda *_: pytest.fail("drawn again"))

    assert big("Stay", 120, Glyphs.BRAILLE, 8) == first
