"""Whether the weak side has moved clearly less for three weeks in a row. Pure.

Slow worsening over weeks belongs to a doctor (clinical brief 4.6). Each of the last three weeks
has to follow the one before and to differ from the first by more than what can be told; one
exercise is enough, and the last of the three is this week or the one before it.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from sessions.history.summary import SessionSummary
from sessions.history.weeks import Trend, exercises_of, monday_of, trend, unbroken

WEEKS = 3
RECENT = timedelta(weeks=1)


def is_smaller_for_weeks(found: Trend) -> bool:
    """Whether the last three weeks of a trend are all clearly smaller than its first."""
    runs = unbroken(found.weeks)
    if found.change is None or not runs or len(runs[-1]) < WEEKS:
        return False
    first = runs[0][0]
    last = runs[-1][-WEEKS:]
    if first.monday >= last[0].monday or first.median is None:
        return False
    limit = first.median - found.change.detectable
    return all(week.median is not None and week.median < limit for week in last)


def weak_side_smaller(sessions: Sequence[SessionSummary], today: date) -> bool:
    """Whether that is so of the weak side in any exercise now; `sessions` of one affected side."""
    newest = monday_of(today) - RECENT
    for exercise in exercises_of(sessions):
        found = trend(sessions, exercise.id, "affected_mm")
        if is_smaller_for_weeks(found) and found.weeks[-1].monday >= newest:
            return True
    return False
