"""Every text of the history screens, in one place. No verdict on a day, none on a person."""

from typing import Final

from routines.program import COMMAND
from sessions.history.weeks import Quantity, Verdict
from sessions.log.record import SessionRecord

TITLE: Final = "History"
HELP: Final = (
    "Weeks, not days. A week has a point when it has three practices. In a chart, a change "
    "between the two dotted lines may be chance. Your days differ that much. You are compared "
    "only with yourself."
)
EMPTY: Final = "There is nothing to show yet. Your first practice will stand here."
WHAT_COMES: Final = (
    "What you will find here:",
    "",
    "  {spark}   each movement, week by week, both sides",
    "  {dots}   a calendar of the days you practised",
    "  what moves along, your eye, your face at rest",
    "",
    "A week gets a point when it has three practices.",
    "Every face differs from day to day. So weeks are compared, and only with your own.",
    "",
    "There are no marks here. What you leave out needs no catching up.",
    "",
)
LAST_SIZES: Final = "Last practice, size in mm: {sizes}. One day alone says little."
SIZE: Final = "{name} weak {weak}, strong {strong}"
SO_FAR: Final = "So far: {practices} on {days}."
FIRST_POINT: Final = "With {more} this week the week gets a point."
SECOND_WEEK: Final = "A second week with three practices, and changes can be named."
CLEAR_CHANGE: Final = "{name}: the weak side is {verdict} by {by} mm than in the week of {first}."
NO_CLEAR_CHANGE: Final = "About the same so far: no clear change in {count}. That can be fine."
VERDICTS_SHORT: Final[dict[Verdict, str]] = {
    "larger": "clearly larger",
    "smaller": "clearly smaller",
    "about the same": "about the same",
}
TOO_FEW_SHORT: Final = "too few weeks"
UNSURE_MARK: Final = " *"
UNSURE_LINE: Final = "* This number is not very sure."
COLUMNS: Final = ("Movement, mm", "Weeks", "Weak", "Strong", "Moves along", "Weak side")
LINKED_NONE: Final = frozenset({"not watched", "not read", "too few sessions"})
EYE: Final = "Your eye, as you said: {gap} ({day})"
EYE_BEFORE: Final = "Before: {gap} ({day})."
EYE_GAP: Final = "Weak eye in gentle closures, to the camera, week of {day}: {gap}"
EYE_GAP_ROW: Final = "Gap of the weak eye"
EYE_GAP_BEFORE: Final = "Week of {day}: {gap}."
EYE_GAP_VERDICTS: Final = {
    "smaller": "The gap is clearly smaller.",
    "larger": "The gap is clearly larger: tell your doctor.",
    "about the same": "No clear change.",
}
AT_REST: Final = "At rest, week of {day}, weak side: {parts}."
BAND: Final = "about the same"
SIDES: Final = ("weak", "strong")
BOTH_SIDES: Final = "both sides, size in mm"
NOTES: Final = "Notes: {notes}"
QUANTITIES: Final[dict[Quantity, str]] = {
    "affected_mm": "weak side, size in mm",
    "unaffected_mm": "strong side, size in mm",
    "symmetry_percent": "weak side in % of the strong side",
    "lag_ms": "weak side later by, in ms",
    "eye_narrowing_percent": "weak eye narrowing along, in %",
    "corner_mm": "mouth corner moving along, in mm",
    "eye_open_percent": "weak eye kept open, in % of its opening at rest",
    "quiet_percent": "largest quiet size, in % of your own gentle size",
}
UNITS: Final[dict[Quantity, str]] = {
    "affected_mm": "mm",
    "unaffected_mm": "mm",
    "symmetry_percent": "%",
    "lag_ms": "ms",
    "eye_narrowing_percent": "%",
    "corner_mm": "mm",
    "eye_open_percent": "%",
    "quiet_percent": "%",
}
LIFE: Final = "Life with this face"
LIFE_SCALE: Final = "{item}: trouble, 0 none to 10 a great deal"
VERDICTS: Final[dict[Verdict, str]] = {
    "larger": "Larger than in the week of {first}, by {by}. A change under {limit} may be chance.",
    "smaller": (
        "Smaller than in the week of {first}, by {by}. A change under {limit} may be chance."
    ),
    "about the same": "About the same since {first}. A change under {limit} may be chance.",
}
SMALLER_THREE_WEEKS: Final = "Smaller three weeks in a row: let a doctor look at your face soon."
USUAL_LIMIT: Final = "This limit is the usual one; your own is known after more practices."
TOO_FEW: Final = "Two weeks with three practices each are needed before anything can be said."
LIFE_NO_LIMIT: Final = "Your own words on your own scale; no limit is known for these."
LOW_CONFIDENCE: Final = "This number is not very sure."
OF: Final = "{place} of {count}"
STOPS: Final = "Ended early in the last four weeks: {what}"
STOP_NAMES: Final = {
    "fatigue": "tiredness {count}",
    "overcompensation": "strong side taking over {count}",
    "synkinesis": "linked movement {count}",
    "self": "your own word {count}",
}
SIMULATED_LEFT_OUT: Final = "Simulated practices, not counted: {count}."
OTHER_SIDE_LEFT_OUT: Final = "Practices with the other side, not shown: {count}."
UNREADABLE: Final = f"Records that cannot be read: {{count}}. `{COMMAND} history` names them."
KEYS: Final = {
    "before": ("Movement", "the movement before"),
    "next": ("Movement", "the next movement"),
    "open": ("Chart", "both sides over the weeks, units, notes"),
    "calendar": ("Calendar", "the days on which you practised"),
    "quantity": ("What", "size, symmetry, lag, linked movement"),
    "days": ("Days", "every practice, with its details"),
    "photos": ("Photos", "progress photos, then and now"),
    "back": ("Back", "back"),
}

CALENDAR_TITLE: Final = "Days on which you practised"
CALENDAR_ASK: Final = "A day: 3 October, monday, 2 weeks ago"
CALENDAR_UNKNOWN: Final = "I do not know which day that is. Try 3 October, or monday."
CALENDAR_NONE: Final = "No practice and no note on this day."
CALENDAR_HELP: Final = (
    "A number is how many practices there were on a day. A dot is a day without one, which is "
    "fine. Move with the arrows. Or press g and type a day as you would say it."
)
CALENDAR_KEYS: Final = {
    "ask": ("Type a day", "type a date as you would say it"),
    "open": ("Details", "the last practice of the day in words"),
    "back": ("Back", "back"),
}
WEEKDAYS: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")

DAYS_TITLE: Final = "Practices, the latest first"
DAY_LINE: Final = "{when:<20} {name}{ended}"
ENDED: Final = {"finished": "", "stopped": ", ended early", "abandoned": ", broken off"}
SIMULATED: Final = " (simulated)"
DAY_HEAD: Final = "{name}, {minutes} min{ended}"
DAY_CHECK_IN: Final = "Before it: {answers}"
DAY_EFFORT: Final = "Effort felt: {value} of 10"
DAY_NOTE: Final = "Note: {note}"
DAY_UNREADABLE: Final = "This record cannot be read: {problem}"


def check_in_words(record: SessionRecord) -> str:
    """The answers of the check-in in one line; empty where there were none."""
    said = ", ".join(f"{key.replace('_', ' ')} {value}" for key, value in record.check_in.items())
    return DAY_CHECK_IN.format(answers=said) if said else ""
