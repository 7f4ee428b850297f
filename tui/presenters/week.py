"""What Home and the closing picture say of the week and of the last weeks. Pure."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from routines.counted import counted
from sessions.care.next_practice import due_now, unlocked_now
from sessions.care.settings import Settings
from sessions.history.clear_change import ClearChange, changes, larger, largest
from sessions.history.own_error import OwnError
from sessions.history.strength import days
from sessions.history.summary import SessionSummary
from sessions.history.weeks import monday_of
from tui.person.past import Past
from tui.person.person import Person
from tui.texts import week as words
from tui.texts.dates import day_in_words

LOOK_AHEAD = 14
"""Days in which the next practice of the plan is looked for: twice its longest turn, a week."""
LAST_DAYS = 28


def week_of(sessions: Sequence[SessionSummary], today: date) -> tuple[int, ...]:
    """Practices on each day of this week, from Monday on."""
    found = days(sessions)
    monday = monday_of(today)
    counts = (found.get(monday + timedelta(days=day)) for day in range(7))
    return tuple(0 if each is None else each.sessions for each in counts)


def week_in_words(counts: Sequence[int]) -> str:
    """The days of `week_of` on which something was practised; empty where there are none."""
    days = [name for name, count in zip(words.WEEKDAYS_LONG, counts, strict=True) if count]
    return f"{words.WEEK}: {', '.join(days)}." if days else ""


def of_this_side(settings: Settings, own: Sequence[SessionSummary]) -> list[SessionSummary]:
    """Those of the person's own sessions that had the weak side of today."""
    return [each for each in own if each.side == settings.side]


def true_sentence(
    sessions: Sequence[SessionSummary], today: date, own: OwnError | None = None
) -> str:
    """One sentence about the last weeks: the largest clear change, or how steady they were."""
    found = changes(sessions, today, own)
    if (clear := largest(found)) is not None:
        return _changed(clear)
    if found:
        first = min(each.change.first for each in found)
        return words.SAME.format(first=day_in_words(first))
    since = today - timedelta(days=LAST_DAYS - 1)
    count = sum(since <= day <= today and done.sessions > 0 for day, done in days(sessions).items())
    return words.DAYS.format(days=counted(count, "day"), of=LAST_DAYS) if count else ""


def good_thing(sessions: Sequence[SessionSummary], today: date, own: OwnError | None = None) -> str:
    """One good thing that is true: the largest clear gain, else which practice of the week it was.

    Empty where the last practice was ended by pain, and where there was none this week.
    """
    week = sum(week_of(sessions, today))
    if not week or any(stop.sign == "pain" for stop in sessions[-1].stops):
        return ""
    gain = larger(changes(sessions, today, own))
    return _changed(gain) if gain is not None else words.nth_this_week(week)


def _changed(clear: ClearChange) -> str:
    change = clear.change
    decimals = 1 if clear.quantity == "affected_mm" else 0
    return words.CHANGED[clear.quantity, change.verdict].format(
        name=clear.name, by=f"{abs(change.by):.{decimals}f}", first=day_in_words(change.first)
    )


def when_next(person: Person, past: Past, now: datetime) -> str:
    """The next practice of the plan and when it may begin; empty where none is found soon, and
    where a doctor or an answer comes first."""
    if unlocked_now(person.settings, past.sessions, now).level not in {"soft", "active"}:
        return ""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    for ahead in range(LOOK_AHEAD):
        at = now if not ahead else midnight + timedelta(days=ahead)
        coming = due_now(
            person.settings,
            past.plan,
            past.sessions,
            at,
            person.is_active,
            damaged=past.damaged,
        )
        if coming.routine is None:
            continue
        times = [each for each in (coming.at, coming.not_before) if each is not None]
        when = max((each for each in times if each >= at), default=None)
        day = at if when is None else when
        return words.NEXT.format(
            name=person.name_of(coming.routine), when=_when(day, now, timed=when is not None)
        )
    return ""


def _when(day: datetime, now: datetime, *, timed: bool) -> str:
    ahead = (day.date() - now.date()).days
    said = words.DAY_NAMES[ahead] if ahead < 2 else words.WEEKDAYS_LONG[day.weekday()]
    return words.FROM.format(day=said, time=f"{day:%H:%M}") if timed else said
