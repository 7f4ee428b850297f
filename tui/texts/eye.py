"""The texts about an eye that does not close, in one place.

Wessex Facial Nerve Centre, Southampton: an eye whose clear part (cornea) stays visible goes to an
eye doctor urgently; drops, ointment and tape are for a doctor or nurse to choose and to show.
"""

from typing import Final

from routines.language import _
from sessions.care.eye_care import Care, Gap, Trend

WHEN_TODAY: Final = _(
    "Go today, too, if the eye hurts, is red or sticky, if light hurts, or if you see less clearly."
)
GAP_TITLE: Final = _("An eye doctor should see your eye")
GAP_LINES: Final = (
    _(
        "Your eye does not close all the way. It can dry out and be hurt without pain. Ask your "
        "doctor to send you to an eye doctor soon."
    ),
    _(
        "Look in a mirror, or ask somebody: close the eye softly. If the clear part in front of "
        "the coloured ring stays visible, go today."
    ),
    WHEN_TODAY,
)

# The weekly question

WEEK_TITLE: Final = _("Your eye this week")
WEEK_ASK: Final = _("Close the eye softly, in front of a mirror or with somebody. What is there?")
GAPS: Final[dict[Gap, str]] = {
    "closed": _("It closes all the way"),
    "gap": _("A gap of white stays"),
    "clear-part": _("The clear part in front of the coloured ring shows"),
}
CARE_TITLE: Final = _("Care of the eye")
CARE_ASK: Final = _("Which of these did you do on most days? Only what a doctor or nurse advised.")
CARE: Final[dict[Care, str]] = {
    "drops": _("Drops by day"),
    "ointment": _("Ointment at night"),
    "cover": _("Tape or a shield at night"),
    "blinks": _("Blinking by hand, often"),
}
CARE_NONE: Final = _("None of these")
TODAY_TITLE: Final = _("See an eye doctor today")
TREND: Final[dict[Trend, str]] = {
    "first": _("This is your first answer. Next week they can be compared."),
    "same": _("The same as last time."),
    "smaller": _("The gap is smaller than last time."),
    "larger": _("The gap is larger than last time. Tell your doctor."),
}
LAST: Final = _("On {day} you said: {gap}.")
SAID: Final[dict[Gap, str]] = {
    "closed": _("it closes"),
    "gap": _("a gap stays"),
    "clear-part": _("the clear part stays visible"),
}
DO: Final[dict[Gap, str]] = {
    "closed": _("It closes now. Watch it a few weeks more, and use what your doctor advised."),
    "gap": _("An eye that does not close should be seen by an eye doctor. Ask for it if none has."),
    "clear-part": _("The clear part is not covered. Let an eye doctor look today."),
}
SEEN_OPEN: Final = _(
    "When you closed it in your practices this week, the camera saw: {gap}. A camera can be wrong. "
    "Look again in a mirror, or ask somebody to look."
)
BLINKS: Final = _(
    "Blink by hand each time you look up from a screen: look down, then close the lid with the "
    "back of a clean finger."
)
BLINKS_REMINDED: Final = _("In a practice, the rests remind you to blink.")

# In a practice's summary

SUMMARY_EYE_GAP: Final = _("your {side} eye when closed, as the camera saw it: {gap}")
SUMMARY_BLINKS: Final = _("{blinks} blinks in the pauses: {lids}")
BLINK_LID: Final = _("the {side} lid came down {percent} % of the way or more")
BLINK_LID_UNSURE: Final = _("how far the {side} lid came down is not sure")
