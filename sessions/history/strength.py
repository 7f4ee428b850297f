"""Practice strength (exponentially weighted share of days with practice) and the practice calendar.

A missed day lowers the number and never resets it. A stopped session counts like a finished
one; a session that was broken off counts when anything was done in it.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from sessions.history.summary import SessionSummary
from sessions.history.weeks import exercises_of, monday_of, trend

HALF_LIFE_DAYS = 10.0
"""A day counts half as much as one ten days later: a missed weekend stays small."""

FIRST_WEEK = timedelta(days=7)


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """What was practised on one local day."""

    sessions: int = 0
    stopped: int = 0
    abandoned: int = 0
    seconds: float = 0.0


def days(sessions: Iterable[SessionSummary]) -> dict[date, Day]:
    """Each day with a session, by the clock on the wall where it was done."""
    found: dict[date, Day] = {}
    for session in sessions:
        day = session.started.date()
        so_far = found.get(day, Day())
        done = session.practised
        found[day] = Day(
            sessions=so_far.sessions + done,
            stopped=so_far.stopped + (session.ended == "stopped"),
            abandoned=so_far.abandoned + (session.ended == "abandoned"),
            seconds=so_far.seconds + (session.seconds if done else 0.0),
        )
    return found


def practice_strength(sessions: Sequence[SessionSummary], today: date) -> float | None:
    """0 to 100: the share of days with practice since the first, recent days counting more.

    None in the first week: a day or two say nothing about steadiness. Today counts only once it
    has a session.
    """
    calendar = {day for day, done in days(sessions).items() if done.sessions and day <= today}
    if not calendar or today - min(calendar) < FIRST_WEEK:
        return None
    last = today if today in calendar else today - timedelta(days=1)
    span = (max(last, min(calendar)) - min(calendar)).days + 1
    weights = [0.5 ** (ago / HALF_LIFE_DAYS) for ago in range(span)]
    done = sum(
        weight
        for ago, weight in enumerate(weights)
        if max(last, min(calendar)) - timedelta(days=ago) in calendar
    )
    return 100.0 * done / sum(weights)


def same_for_weeks(sessions: Sequence[SessionSummary], today: date, weeks: int = 8) -> bool:
    """Whether practice went on for `weeks` weeks and no exercise changed beyond what can be told.

    Clinical brief, row 28: a reason to show a therapist, not a verdict. False while any trend is
    too short to say.
    """
    since = monday_of(today) - timedelta(weeks=weeks)
    recent = [s for s in sessions if s.started.date() >= since]
    if not recent or recent[-1].stage == "flaccid":
        return False
    span = timedelta(weeks=weeks - 1)
    changes = [trend(recent, e.id, "affected_mm").change for e in exercises_of(recent)]
    known = [change for change in changes if change is not None]
    long_enough = [c for c in known if c.last - c.first >= span - timedelta(weeks=1)]
    return bool(long_enough) and all(c.verdict == "about the same" for c in known)
