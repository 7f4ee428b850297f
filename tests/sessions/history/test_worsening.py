"""Three weeks in a row in which the weak side moved clearly less."""

from datetime import date, timedelta

import pytest

from sessions.history.summary import SessionSummary
from sessions.history.weeks import trend
from sessions.history.worsening import is_smaller_for_weeks, weak_side_smaller
from tests.sessions.history.test_proposals import session, smile

MONDAY = date(2026, 3, 2)


def weeks(*sizes: float | None) -> list[SessionSummary]:
    """Three sessions a week, of this size; None is a week without practice."""
    return [
        session(7 * week + day, smile(size))
        for week, size in enumerate(sizes)
        if size is not None
        for day in range(3)
    ]


@pytest.mark.parametrize(
    ("sizes", "smaller"),
    [
        ((8.0, 4.0, 4.0, 4.0), True),
        ((8.0, 8.0, 5.0, 4.0, 3.0), True),
        ((8.0, 4.0, 4.0), False),
        ((8.0, 4.0, 8.0, 4.0, 4.0), False),
        ((8.0, 4.0, None, 4.0, 4.0), False),
        ((8.0, 4.0, 4.0, 4.0, 8.0), False),
        ((8.0, 7.9, 7.8, 7.7), False),
        ((4.0, 8.0, 8.0, 8.0), False),
        ((), False),
    ],
)
def test_three_weeks_in_a_row(sizes: tuple[float | None, ...], smaller: bool) -> None:
    """Each clearly smaller than the first, one after the other, up to the last."""
    found = trend(weeks(*sizes), "closed-smile", "affected_mm")

    assert is_smaller_for_weeks(found) == smaller


def test_it_is_told_while_it_is_new() -> None:
    """In the week after, and not for ever."""
    sessions = weeks(8.0, 4.0, 4.0, 4.0)
    week = timedelta(weeks=1)

    assert weak_side_smaller(sessions, MONDAY + 4 * week)
    assert not weak_side_smaller(sessions, MONDAY + 5 * week)
    assert not weak_side_smaller([], MONDAY)
