"""Every text of the history screens, in one place. No verdict on a day, none on a person."""

from typing import Final

from routines.language import _
from routines.language.lists import listed, within
from routines.program import COMMAND
from sessions.history import questions
from sessions.history.weeks import Quantity, Verdict
from sessions.log.record import SessionRecord

TITLE: Final = _("History")
HELP: Final = _(
    "Weeks, not days. A week has a point when it has three practices. In a chart, a change "
    "between the two dotted lines may be chance. Your days differ that much. You are compared "
    "only with yourself."
)
EMPTY: Final = _("There is nothing to show yet. Your first practice will stand here.")
WHAT_COMES: Final = (
    _("What you will find here:"),
    "",
    _("  {spark}   each movement, week by week, both sides"),
    _("  {dots}   a calendar of the days you practised"),
    _("  what moves along, your eye, your face at rest"),
    "",
    _("A week gets a point when the camera has measured three practices."),
    _("Every face differs from day to day. So weeks are compared, and only with your own."),
    "",
    _("There are no marks here. What you leave out needs no catching up."),
    "",
)
LAST_SIZES: Final = _("Last practice, size in mm: {sizes}. One day alone says little.")
SIZE: Final = _("{name} weak {weak}, strong {strong}")
SO_FAR: Final = _("So far: {practices} on {days}.")
FIRST_POINT: Final = _("With {more} this week, measured by the camera, the week gets a point.")
SECOND_WEEK: Final = _("A second week with three practices, and changes can be named.")
CLEAR_CHANGE: Final[dict[Verdict, str]] = {
    "larger": _("{name}: the weak side is larger by {by} mm than in the week of {first}."),
    "smaller": _("{name}: the weak side is smaller by {by} mm than in the week of {first}."),
}
NO_CLEAR_CHANGE: Final = _("About the same so far: no clear change in {count}. That can be fine.")
VERDICTS_SHORT: Final[dict[Verdict, str]] = {
    "larger": _("clearly larger"),
    "smaller": _("clearly smaller"),
    "about the same": _("about the same"),
}
TOO_FEW_SHORT: Final = _("too few weeks")
UNSURE_MARK: Final = " *"
UNSURE_LINE: Final = _("* This number is not very sure.")
COLUMNS: Final = (
    _("Movement, mm"),
    _("Weeks"),
    _("Weak"),
    _("Strong"),
    _("Moves along"),
    _("Weak side"),
)
LINKED_NONE: Final = frozenset({_("not watched"), _("not read"), _("too few sessions")})
EYE: Final = _("Your eye, as you said: {gap} ({day})")
EYE_BEFORE: Final = _("Before: {gap} ({day}).")
EYE_GAP: Final = _("Weak eye in gentle closures, to the camera, week of {day}: {gap}")
EYE_GAP_ROW: Final = _("Gap of the weak eye")
EYE_GAP_BEFORE: Final = _("Week of {day}: {gap}.")
EYE_GAP_VERDICTS: Final = {
    "smaller": _("The gap is clearly smaller."),
    "larger": _("The gap is clearly larger: tell your doctor."),
    "about the same": _("No clear change."),
}
AT_REST: Final = _("At rest, week of {day}, weak side: {parts}.")
BAND: Final = _("about the same")
SIDES: Final = (_("weak"), _("strong"))
BOTH_SIDES: Final = _("both sides, size in mm")
NOTES: Final = _("Notes: {notes}")
QUANTITIES: Final[dict[Quantity, str]] = {
    "affected_mm": _("weak side, size in mm"),
    "unaffected_mm": _("strong side, size in mm"),
    "symmetry_percent": _("weak side in % of the strong side"),
    "lag_ms": _("weak side later by, in ms"),
    "eye_narrowing_percent": _("weak eye narrowing along, in %"),
    "corner_mm": _("mouth corner moving along, in mm"),
    "eye_open_percent": _("weak eye kept open, in % of its opening at rest"),
    "quiet_percent": _("largest quiet size, in % of your own gentle size"),
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
LIFE: Final = _("Life with this face")
LIFE_SCALE: Final = _("{item}: trouble, 0 none to 10 a great deal")
VERDICTS: Final[dict[Verdict, str]] = {
    "larger": _(
        "Larger than in the week of {first}, by {by}. A change under {limit} may be chance."
    ),
    "smaller": _(
        "Smaller than in the week of {first}, by {by}. A change under {limit} may be chance."
    ),
    "about the same": _("About the same since {first}. A change under {limit} may be chance."),
}
SMALLER_THREE_WEEKS: Final = _("Smaller three weeks in a row: let a doctor look at your face soon.")
USUAL_LIMIT: Final = _("This limit is the usual one; your own is known after more practices.")
TOO_FEW: Final = _("Two weeks with three practices each are needed before anything can be said.")
LIFE_NO_LIMIT: Final = _("Your own words on your own scale; no limit is known for these.")
LOW_CONFIDENCE: Final = _("This number is not very sure.")
OF: Final = _("{place} of {count}")
STOPS: Final = _("Ended early in the last four weeks: {what}")
STOP_NAMES: Final = {
    "fatigue": _("tiredness {count}"),
    "overcompensation": _("strong side taking over {count}"),
    "synkinesis": _("linked movement {count}"),
    "self": _("your own word {count}"),
}
SIMULATED_LEFT_OUT: Final = _("Simulated practices, not counted: {count}.")
OTHER_SIDE_LEFT_OUT: Final = _("Practices with the other side, not shown: {count}.")
UNREADABLE: Final = _(
    "Records that cannot be read: {count}. `{command} history` names them."
).format(command=COMMAND, count="{count}")
KEYS: Final = {
    "before": (_("Movement"), _("the movement before")),
    "next": (_("Movement"), _("the next movement")),
    "open": (_("Chart"), _("both sides over the weeks, units, notes")),
    "calendar": (_("Calendar"), _("the days on which you practised")),
    "quantity": (_("What"), _("size, symmetry, lag, linked movement")),
    "days": (_("Days"), _("every practice, with its details")),
    "photos": (_("Photos"), _("progress photos, then and now")),
    "back": (_("Back"), _("back")),
}

CALENDAR_TITLE: Final = _("Days on which you practised")
CALENDAR_ASK: Final = _("A day: 3 October, monday, 2 weeks ago")
CALENDAR_UNKNOWN: Final = _("I do not know which day that is. Try 3 October, or monday.")
CALENDAR_NONE: Final = _("No practice and no note on this day.")
CALENDAR_HELP: Final = _(
    "A number is how many practices there were on a day. A dot is a day without one, which is "
    "fine. Move with the arrows. Or press g and type a day as you would say it."
)
CALENDAR_KEYS: Final = {
    "ask": (_("Type a day"), _("type a date as you would say it")),
    "open": (_("Details"), _("the last practice of the day in words")),
    "back": (_("Back"), _("back")),
}

DAYS_TITLE: Final = _("Practices, the latest first")
ENDED: Final = {
    "finished": "{what}",
    "stopped": _("{what}, ended early"),
    "abandoned": _("{what}, broken off"),
}
SIMULATED: Final = _("{practice} (simulated)")
DAY_HEAD: Final = _("{name}, {minutes} min")
DAY_CHECK_IN: Final = _("Before it: {answers}")
DAY_EFFORT: Final = _("Effort felt: {value} of 10")
DAY_NOTE: Final = _("Note: {note}")
DAY_UNREADABLE: Final = _("This record cannot be read: {problem}")


def check_in_words(record: SessionRecord) -> str:
    """The answers of the check-in in one line; empty where there were none."""
    names = {**questions.CHECK_IN, **questions.AT_REST}
    said = listed(
        f"{within(names.get(key, key.replace('_', ' ')))} {value}"
        for key, value in record.check_in.items()
    )
    return DAY_CHECK_IN.format(answers=said) if said else ""
