"""The texts about an eye that does not close, in one place.

Wessex Facial Nerve Centre, Southampton: an eye whose clear part (cornea) stays visible goes to an
eye doctor urgently; drops, ointment and tape are for a doctor or nurse to choose and to show.
"""

from typing import Final

from sessions.care.eye_care import Care, Gap, Trend

WHEN_TODAY: Final = (
    "Go today, too, if the eye hurts, is red or sticky, if light hurts, or if you see less clearly."
)
GAP_TITLE: Final = "An eye doctor should see your eye"
GAP_LINES: Final = (
    (
        "Your eye does not close all the way. It can dry out and be hurt without pain. Ask your "
        "doctor to send you to an eye doctor soon."
    ),
    (
        "Look in a mirror, or ask somebody: close the eye softly. If the clear part in front of "
        "the coloured ring stays visible, go today."
    ),
    WHEN_TODAY,
)

# The weekly question

WEEK_TITLE: Final = "Your eye this week"
WEEK_ASK: Final = "Close the eye softly, in front of a mirror or with somebody. What is there?"
GAPS: Final[dict[Gap, str]] = {
    "closed": "It closes all the way",
    "gap": "A gap of white stays",
    "clear-part": "The clear part in front of the coloured ring shows",
}
CARE_TITLE: Final = "Care of the eye"
CARE_ASK: Final = "Which of these did you do on most days? Only what a doctor or nurse advised."
CARE: Final[dict[Care, str]] = {
    "drops": "Drops by day",
    "ointment": "Ointment at night",
    "cover": "Tape or a shield at night",
    "blinks": "Blinking by hand, often",
}
CARE_NONE: Final = "None of these"
TODAY_TITLE: Final = "See an eye doctor today"
TREND: Final[dict[Trend, str]] = {
    "first": "This is your first answer. Next week they can be compared.",
    "same": "The same as last time.",
    "smaller": "The gap is smaller than last time.",
    "larger": "The gap is larger than last time. Tell your doctor.",
}
LAST: Final = "On {day} you said: {gap}."
SAID: Final[dict[Gap, str]] = {
    "closed": "it closes",
    "gap": "a gap stays",
    "clear-part": "the clear part stays visible",
}
DO: Final[dict[Gap, str]] = {
    "closed": "It closes now. Watch it a few weeks more, and use what your doctor advised.",
    "gap": "An eye that does not close should be seen by an eye doctor. Ask for it if none has.",
    "clear-part": "The clear part is not covered. Let an eye doctor look today.",
}
SEEN_OPEN: Final = (
    "When you closed it in your practices this week, the camera saw: {gap}. A camera can be wrong. "
    "Look again in a mirror, or ask somebody to look."
)
BLINKS: Final = (
    "Blink by hand each time you look up from a screen: look down, then close the lid with the "
    "back of a clean finger."
)
BLINKS_REMINDED: Final = "In a practice, the rests remind you to blink."

# In a practice's summary

SUMMARY_EYE_GAP: Final = "your {side} eye when closed, as the camera saw it: {gap}"
SUMMARY_BLINKS: Final = "{blinks} blinks in the pauses: {lids}"
BLINK_LID: Final = "the {side} lid came down {percent} % of the way or more"
BLINK_LID_UNSURE: Final = "how far the {side} lid came down is not sure"
