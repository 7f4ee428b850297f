"""Praise is silent where it would not be true."""

from msgspec.structs import replace

from sessions.reps.rep import Rep
from tests.tui.views import LEFT, RIGHT, rep, view
from tui.practice.view_words import about_last, count_line
from tui.texts import practice as words

TOGETHER = rep(lag_ms=10.0)
UNKNOWN = rep(lag_ms=10.0, unaffected=replace(TOGETHER.unaffected, percent_of_reference=None))


def strong_side(percent: float) -> Rep:
    """A repetition whose halves began together, its unaffected side at so many percent."""
    unaffected = replace(TOGETHER.unaffected, percent_of_reference=percent)
    return rep(lag_ms=10.0, unaffected=unaffected)


def test_together_is_said_where_both_sides_were_small() -> None:
    """Up to the upper edge of the band, 110 percent."""
    assert about_last(view(last_rep=TOGETHER), "left") == words.LAG_TOGETHER
    assert about_last(view(last_rep=strong_side(110.0)), "left") == words.LAG_TOGETHER


def test_it_is_silent_over_the_band() -> None:
    """In the repetition before, or as it is being done; and over the band of a smaller target."""
    over = view(meters=(LEFT, replace(RIGHT, percent=111.0)), last_rep=TOGETHER)

    assert about_last(view(last_rep=strong_side(111.0)), "left") == ""
    assert about_last(over, "left") == ""
    assert about_last(view(last_rep=strong_side(95.0), target_percent=80.0), "left") == ""
    assert "in the band" not in count_line(over, 2.0)


def test_it_is_silent_while_the_own_size_is_being_found() -> None:
    """Any size would be praised then; that one side came later is still told."""
    finding = view(finding_reference=True, last_rep=TOGETHER)
    late = replace(finding, last_rep=rep(lag_ms=400.0))

    assert about_last(finding, "left") == ""
    assert about_last(view(last_rep=UNKNOWN), "left") == ""
    assert "later" in about_last(late, "left")
