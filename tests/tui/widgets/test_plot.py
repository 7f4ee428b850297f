"""The plot of weeks, as text."""

import pytest

from tui.widgets.glyphs import Glyphs
from tui.widgets.plot import Series, draw_plot

RISING = Series(values=(1.0, 2.0, 3.0), labels=("1 June", "15 June"))


def test_it_rises_from_left_to_right() -> None:
    """The first week is low on the left, the last high on the right."""
    lines = draw_plot(RISING, 30, 7, Glyphs.ASCII)

    assert lines[0].rstrip().endswith("*")
    assert lines[5].index("*") < 5
    assert lines[0].startswith("3 ")
    assert lines[5].startswith("1 ")
    assert lines[6].split() == ["1", "June", "15", "June"]


@pytest.mark.parametrize("glyphs", list(Glyphs))
@pytest.mark.parametrize(("width", "height"), [(20, 4), (56, 8), (120, 18)])
def test_it_fits_every_size(glyphs: Glyphs, width: int, height: int) -> None:
    """As many lines as asked for, none wider than asked for."""
    lines = draw_plot(RISING, width, height, glyphs)

    assert len(lines) == height
    assert all(len(line) <= width for line in lines)


def test_a_steady_line_is_not_blown_up() -> None:
    """Equal values lie in the middle, never at an edge."""
    lines = draw_plot(Series(values=(5.0, 5.0, 5.0)), 40, 9, Glyphs.ASCII)

    marked = [row for row, line in enumerate(lines) if "*" in line]

    assert marked
    assert min(marked) >= 2
    assert max(marked) <= 6


def test_one_week_is_a_dot() -> None:
    """A lone value draws neither a line nor a full bar."""
    text = "".join(draw_plot(Series(values=(None, 3.0)), 40, 9, Glyphs.BLOCKS))

    assert 0 < sum(text.count(block) for block in "▀▄█") <= 5


def test_a_week_without_practice_breaks_the_line() -> None:
    """Nothing is drawn through weeks that have no value."""
    whole = "".join(draw_plot(Series(values=(1.0, 1.5, 2.0)), 60, 9, Glyphs.BRAILLE))
    broken = "".join(draw_plot(Series(values=(1.0, None, 2.0)), 60, 9, Glyphs.BRAILLE))

    assert len(broken.replace(" ", "")) < len(whole.replace(" ", "")) / 2


def test_the_band_is_drawn_without_colour() -> None:
    """Two dotted lines, from side to side, inside the scale."""
    lines = draw_plot(Series(values=(5.0, 5.0), band=(2.0, 8.0)), 60, 11, Glyphs.ASCII)

    dotted = [row for row, line in enumerate(lines[:-1]) if line.count("* ") > 10]

    assert len(dotted) == 2
    assert lines[0].startswith("8")
    assert lines[-2].startswith("2")


def test_too_small_draws_nothing() -> None:
    """Rather nothing than something unreadable."""
    assert draw_plot(RISING, 19, 9, Glyphs.ASCII) == []
    assert draw_plot(RISING, 60, 3, Glyphs.ASCII) == []
    assert draw_plot(Series(values=(None, None)), 60, 9, Glyphs.ASCII) == []


def test_a_second_line_is_held_together_by_dashes() -> None:
    """Of single points nobody sees that they belong together; a week without a value breaks it."""
    values = (1.0, 1.0, 1.0)
    whole = draw_plot(Series(values=values, other=(3.0, 3.0, 3.0)), 40, 9, Glyphs.ASCII)
    broken = draw_plot(Series(values=values, other=(3.0, None, 3.0)), 40, 9, Glyphs.ASCII)

    assert max(line.count("*") for line in whole[:4]) > 15
    assert max(line.count("*") for line in broken[:4]) <= 4
