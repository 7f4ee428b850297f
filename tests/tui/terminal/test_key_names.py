"""Keys are named in words where the terminal has no signs."""

import pytest
from textual.binding import Binding

from tui.app import plain_key
from tui.widgets.glyphs import Glyphs


@pytest.mark.parametrize(
    ("key", "name"),
    [("enter", "enter"), ("escape,q", "esc"), ("question_mark,f1", "?"), ("up", "up"), ("r", "r")],
)
def test_plain_names(key: str, name: str) -> None:
    """The first key of a binding, in characters every terminal has."""
    assert plain_key(Binding(key, "do", "do"), Glyphs.ASCII) == name


@pytest.mark.parametrize("glyphs", [Glyphs.BRAILLE, Glyphs.BLOCKS])
def test_signs_where_there_are_signs(glyphs: Glyphs) -> None:
    """The usual display is left alone."""
    assert plain_key(Binding("enter", "do", "do"), glyphs) is None
