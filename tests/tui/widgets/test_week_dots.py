"""The days of the week in one line."""

import pytest

from tui.widgets.glyphs import Glyphs
from tui.widgets.week_dots import draw_large_week, draw_week
from tui.widgets.whole_footer import columns_for


def test_days_with_practice_have_a_dot_and_today_stands_in_brackets() -> None:
    """What was missed looks like what is to come; it fits a small window."""
    line = draw_week((1, 0, 2, 0, 0, 0, 0), 2, Glyphs.BRAILLE)

    assert line == "This week  Mo● Tu· [We●] Th· Fr· Sa· Su·"
    assert len(line) <= 56
    assert draw_week((1, 0, 0, 0, 0, 0, 0), 6, Glyphs.ASCII).endswith("[Su.]")


@pytest.mark.parametrize("height", [2, 3])
@pytest.mark.parametrize("signs", Glyphs)
def test_the_large_week_has_its_dots_below_the_names(signs: Glyphs, height: int) -> None:
    """A small mark for each day without practice; without Unicode in ASCII alone."""
    names, rows = draw_large_week((1, 0, 0, 0, 0, 0, 0), 2, signs, height)
    days = [[row[n * 3 * height :][: 2 * height] for row in rows] for n in range(7)]

    assert len(rows) == height
    assert {len(row) for row in rows} == {len(names)} == {20 * height}
    assert days[1] == days[2] == days[6] != days[0]
    assert names.index("[We]") // (3 * height) == 2
    assert signs is not Glyphs.ASCII or "".join([names, *rows]).isascii()


def test_keys_stand_on_as_many_lines_as_they_need() -> None:
    """In columns as wide as their widest key."""
    assert columns_for([10, 10, 10], 30) == 3
    assert columns_for([10, 10, 10], 29) == 2
    assert columns_for([10, 5, 5, 10], 20) == 2
    assert columns_for([10, 5, 5, 10], 19) == 1
    assert columns_for([], 10) == 1
