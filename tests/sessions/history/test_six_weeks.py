"""Six weeks of linked movement, practised by the simulated patient on the ladder it earns."""

from datetime import timedelta
from functools import partial

import pytest

from routines.movements import Watch
from sessions.history.ladder import ladders, last_gentle
from sessions.history.linked_trends import linked_trends
from sessions.report.linked import rows
from tests.sessions import linked_weeks
from tests.sessions.linked_weeks import MONDAY, pucker

six_weeks = partial(linked_weeks.six_weeks, per_s=15)
"""Half as many readings as a quick computer gives tell the same."""


def test_learning_climbs_and_the_trend_says_so_by_week_four() -> None:
    """Links that fade by a quarter a week."""
    after_four, after_six = six_weeks("learning")[:16], six_weeks("learning")
    ladder, found = pucker(after_four)

    assert ladder.target_percent > 50.0
    assert found.quiet.change is not None
    assert found.quiet.change.verdict == "larger"
    assert pucker(after_six)[0].target_percent > ladder.target_percent


@pytest.mark.long
@pytest.mark.parametrize(
    ("exercise", "pair", "weeks"),
    [
        ("open-smile", "smile-eye", 5),
        ("eye-closure", "closure-corner", 4),
        ("brow-raise", "brow-corner", 4),
    ],
)
def test_the_other_pairs_are_learned_too(exercise: str, pair: Watch, weeks: int) -> None:
    """By week four the trend says so, of a smile by week five: healthy eyes narrow in it as well,
    so that half a smile is quiet from the first week on."""
    sessions = six_weeks("learning", exercise)
    (found,) = linked_trends(sessions[: 4 * weeks])
    ladder = ladders(sessions, "left", simulated=True)[pair]

    assert found.pair == pair
    assert found.quiet.change is not None
    assert found.quiet.change.verdict == "larger"
    assert ladder.target_percent > 50.0


def test_linked_worse_never_climbs() -> None:
    """Nor is any change claimed."""
    sessions = six_weeks("linked-worse")

    for count in (2, 3, 4, 8, 16, len(sessions)):
        assert pucker(sessions[:count])[0].target_percent == 50.0
    found = pucker(sessions)[1]
    assert found.quiet.change is not None
    assert found.quiet.change.verdict == "about the same"
    assert {week.median for week in found.quiet.weeks} == {0.0}


def test_the_own_size_is_taken_from_the_weekly_record() -> None:
    """Practice at half size never becomes the size that halves are taken of."""
    sessions = six_weeks("learning")
    sizes = [
        last_gentle(sessions[:n], "left", MONDAY.date() + timedelta(days=40), simulated=True)[
            "pucker"
        ].unaffected_mm
        for n in (1, 12, 24)
    ]

    assert all(size == pytest.approx(4.5, abs=0.6) for size in sizes)


def test_the_report_says_it_in_two_rows() -> None:
    """Weeks, oldest first, and whether that is a change."""
    open_row, quiet_row = rows([pucker(six_weeks("learning"))[1]])
    sizes = [int(value) for value in quiet_row[1].split()]

    assert open_row[0] == "Eye, in a pucker: open, %"
    assert quiet_row[0] == "Eye, in a pucker: quiet to, %"
    assert len(sizes) == len(open_row[1].split()) == 6
    assert sizes == sorted(sizes)
    assert quiet_row[2].startswith("larger (+")
