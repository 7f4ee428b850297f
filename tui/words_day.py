"""Every text of home, check-in, weekly questions and reviews, in one place.

Calm, plain, kind and short. Nothing scolds for a day that was missed; nothing promises.
"""

from typing import Final

from tui.advice import Change
from tui.reviews import Review

# Check-in

CHECK_IN_TITLE: Final = "How is it just now?"
CHECK_IN_HOW: Final = "0 not at all, 10 very much. Leave out what you like."
CHECK_IN_ITEMS: Final = {
    "tiredness": "Tired",
    "tightness": "Face or neck tight",
    "pain": "Pain",
    "eye_dryness": "Eye dry or sore",
}
SCALE_KEYS: Final = "0-9, - is 10    backspace clears"

PROPOSAL_TITLE: Final = "A thought for today"
BECAUSE: Final = {
    "pain": "You feel some pain.",
    "tightness": "Your face is tight.",
    "tiredness": "You are tired.",
}
PROPOSAL: Final[dict[Change, str]] = {
    "none": "",
    "lighter": "A shorter practice may be kinder today.",
    "soft": "Soft hands instead of movement would do you good today.",
    "rest": (
        "Let your face rest today. Pain that stays, or is in the eye: let a doctor look at it."
    ),
}
PROPOSAL_OPTIONS: Final[dict[Change, dict[str, str]]] = {
    "none": {},
    "lighter": {"take": "The shorter one", "as-planned": "As planned", "not-now": "Not now"},
    "soft": {
        "take": "Soft hands and warmth today",
        "as-planned": "As planned",
        "not-now": "Not now",
    },
    "rest": {
        "not-now": "Rest today",
        "take": "Soft hands and warmth",
        "as-planned": "As planned all the same",
    },
}
EYE_FIRST: Final = (
    "Your eye comes first: drops as you were told, blink with the back of a clean finger, look "
    "away from the screen. Red, painful, sticky or blurred: let a doctor look today."
)
EYE_OPTIONS: Final = {"as-planned": "Go on", "not-now": "Not now"}

# Weekly questions

WEEKLY_TITLE: Final = "Once a week: life with this face"
WEEKLY_HOW: Final = "How much trouble was it this week? 0 none, 10 a great deal."
WEEKLY_ITEMS: Final = {
    "eye": "Eye comfort",
    "drinking": "Drinking",
    "eating": "Eating",
    "speech": "Being understood",
    "sound": "Loud sounds",
    "tightness": "Face and neck tight",
    "confidence": "Feeling sure of myself",
    "being_seen": "Being seen by others",
    "low_mood": "Feeling low",
}
LOW_MOOD: Final = 7
"""From here a kind line is shown. An engineering default; it is not a test for anything."""
LOW_MOOD_LINE: Final = (
    "That sounds heavy. Many people with a changed face feel this, and it is not a weakness. "
    "Talk to someone you trust, your doctor, or a facial palsy support group. If you think of "
    "harming yourself, call your emergency number or a crisis line now, at any hour."
)
WEEKLY_THANKS: Final = "Thank you. It is kept next to your practice."

# Reviews

REVIEWS: Final[dict[Review, str]] = {
    "four-weeks": (
        "It has been four weeks. If nothing moves yet on the weak side, it is time to let a "
        "specialist look."
    ),
    "three-months": (
        "It has been three months. If your face has not fully come back, let a doctor look again."
    ),
    "eight-weeks-same": (
        "Eight weeks about the same. That can be fine. It is a good moment to show your report "
        "to your therapist."
    ),
    "six-months": (
        "It has been half a year. If things stand still, a specialist can tell you what else "
        "there is beside practice."
    ),
}

# Home

GREETING: Final = {"morning": "Good morning", "day": "Good day", "evening": "Good evening"}
"""By the hour: before 11, before 18, later."""
MINUTES: Final = "about {minutes} min"
PRACTICE_OF_DAY: Final = ("First practice today", "Second practice today", "Third practice today")
ANOTHER_PRACTICE: Final = "Next practice today"
SMALL_RESTART: Final = "Welcome back. A small start is plenty."
DONE_TODAY: Final = "Done for today."
DONE_TODAY_LINE: Final = "Rest is part of it. Tomorrow is soon enough."
LATER_TODAY: Final = "Your face is resting."
LATER_LINE: Final = "Next practice from {time}."
NOT_ASKED_YET: Final = "A few questions first"
NOT_ASKED_LINE: Final = "They take three minutes and decide what is right for you."
SOFT_ONLY: Final = "Soft hands today"
LAST_NOTE: Final = "Last note ({when}): {note}"
LAST_TIME: Final = "Last practice: {when}, {name}"
STRENGTH: Final = "Practice strength"
NO_PRACTICE_YET: Final = "No practice yet. One short one is a good beginning."
SIMULATED: Final = "simulated"
NO_SIDE: Final = "weak side not known"
SIDE: Final = "weak side: {side}"
HOME_MENU: Final = {
    "routines": ("r", "Other routines"),
    "history": ("h", "History"),
    "learn": ("l", "Learn"),
    "settings": ("s", "Settings"),
    "weekly": ("w", "Weekly questions"),
}
"""What else there is, each with its key."""

# An interrupted session

UNFINISHED_TITLE: Final = "A practice was interrupted"
UNFINISHED_LINE: Final = "{name}, {when}. {done}"
UNFINISHED_DONE: Final = "{reps} movements were kept."
UNFINISHED_NONE: Final = "Nothing had been counted."
UNFINISHED_OPTIONS: Final = {
    "resume": "Go on where it stopped",
    "keep": "Keep what was done",
    "discard": "Throw it away",
}
UNFINISHED_BROKEN: Final = (
    "One unfinished practice cannot be read: {problem} It stays where it is: {path}"
)

# The sides asked once

SWAPPED_TITLE: Final = "One question about your sides"
SWAPPED: Final = (
    "In two exercises the side called unaffected moved clearly less than the other. That can be "
    "quite right. Is your {side} side the one that was weak when it began?"
)
SWAPPED_OPTIONS: Final = {
    "right": "Yes, {side} was weak. Leave it",
    "swap": "No, it was {other}. Change it",
}
