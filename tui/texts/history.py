"""Every text of the history screens, in one place. No verdict on a day, none on a person."""

from typing import Final

from routines.program import COMMAND
from sessions.history.weeks import Quantity, Verdict
from sessions.log.record import SessionRecord

TITLE: Final = "History"
HELP: Final = (
    "Weeks, not days. A week has a point when it has three practices. Between the two dotted "
    "lines a change may be chance, because your days differ that much. You are compared only with "
    "yourself."
)
EMPTY: Final = "There is nothing to show yet. After a few practices the weeks appear here."
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
    "before": ("Exercise", "the exercise before"),
    "next": ("Exercise", "the next exercise"),
    "quantity": ("What", "size, symmetry, lag, linked movement"),
    "days": ("Days", "every practice, with its details"),
    "photos": ("Photos", "progress photos, then and now"),
    "back": ("Back", "back"),
}

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
