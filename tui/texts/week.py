"""What Home and the closing picture say of the week: its days, a change, what is next."""

from typing import Final

from routines.language import _
from sessions.history.weeks import Quantity, Verdict

WEEK: Final = _("This week")
WEEKDAYS_LONG: Final = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)
DAY_NAMES: Final = (_("today"), _("tomorrow"))
NEXT: Final = _("Next: {name}, {when}.")
FROM: Final = _("{day} from {time}")
CHANGED: Final[dict[tuple[Quantity, Verdict], str]] = {
    ("affected_mm", "larger"): _(
        "{name}: your weak side moves {by} mm more than in the week of {first}."
    ),
    ("affected_mm", "smaller"): _(
        "{name}: your weak side moves {by} mm less than in the week of {first}."
    ),
    ("eye_open_percent", "larger"): _(
        "{name}: your eye stays {by} % more open than in the week of {first}."
    ),
    ("eye_open_percent", "smaller"): _(
        "{name}: your eye stays {by} % less open than in the week of {first}."
    ),
}
SAME: Final = _("Your movements are about the same as in the week of {first}.")
DAYS: Final = _("You practised on {days} of the last {of}.")
CLOSING_TITLE: Final = _("This week")
_NTH: Final = (
    _("first"),
    _("second"),
    _("third"),
    _("fourth"),
    _("fifth"),
    _("sixth"),
    _("seventh"),
)


def nth_this_week(count: int) -> str:
    """Which practice of the week it was."""
    if count <= len(_NTH):
        return _("This was your {nth} practice this week.").format(nth=_NTH[count - 1])
    return _("This was practice {count} of this week.").format(count=count)
