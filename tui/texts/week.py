"""What Home and the closing picture say of the week: its days, a change, what is next."""

from typing import Final

from sessions.history.weeks import Quantity, Verdict

WEEK: Final = "This week"
DAYS_SHORT: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
WEEKDAYS_LONG: Final = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
DAY_NAMES: Final = ("today", "tomorrow")
NEXT: Final = "Next: {name}, {when}."
FROM: Final = "{day} from {time}"
CHANGED: Final[dict[tuple[Quantity, Verdict], str]] = {
    ("affected_mm", "larger"): (
        "{name}: your weak side moves {by} mm more than in the week of {first}."
    ),
    ("affected_mm", "smaller"): (
        "{name}: your weak side moves {by} mm less than in the week of {first}."
    ),
    ("eye_open_percent", "larger"): (
        "{name}: your eye stays {by} % more open than in the week of {first}."
    ),
    ("eye_open_percent", "smaller"): (
        "{name}: your eye stays {by} % less open than in the week of {first}."
    ),
}
SAME: Final = "Your movements are about the same as in the week of {first}."
DAYS: Final = "You practised on {days} of the last {of}."
CLOSING_TITLE: Final = "This week"
_NTH: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")


def nth_this_week(count: int) -> str:
    """Which practice of the week it was."""
    if count <= len(_NTH):
        return f"This was your {_NTH[count - 1]} practice this week."
    return f"This was practice {count} of this week."
