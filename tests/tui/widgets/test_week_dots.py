"""The days of the week in one line."""

from tui.widgets.glyphs import Glyphs
from tui.widgets.week_dots import draw_week
from tui.widgets.whole_footer import columns_for


def test_days_with_practice_have_a_dot_and_today_stands_in_brackets() -> None:
    """What was missed looks like what is to come; it fits a small window."""
    line = draw_week((1, 0, 2, 0, 0, 0, 0), 2, Glyphs.BRAILLE)

    assert line == "This week  Mo● Tu· [We●] Th· Fr· Sa· Su·"
    assert len(line) <= 56
    assert draw_week((1, 0, 0, 0, 0, 0, 0), 6, Glyphs.ASCII).endswith("[Su.]")


def test_keys_stand_on_as_many_lines_as_they_need() -> None:
    """In columns as wide as their widest key."""
    assert columns_for([10, 10, 10], 30) == 3
    assert columns_for([10, 10, 10], 29) == 2
    assert columns_for([10, 5, 5, 10], 20) == 2
    assert columns_for([10, 5, 5, 10], 19) == 1
    assert columns_for([], 10) == 1
