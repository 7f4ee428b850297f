"""Every text of home, check-in, weekly questions and reviews, in one place.

Calm, plain, kind and short. Nothing scolds for a day that was missed; nothing promises.
"""

from typing import Final

from routines.movements import Watch
from routines.program import COMMAND
from sessions.care.check_in_advice import Change
from sessions.care.reviews import Review

# Check-in

CHECK_IN_TITLE: Final = "How is it just now?"
CHECK_IN_HOW: Final = "0 not at all, 10 very much. Leave out what you like."
SCALE_KEYS: Final = "Keys 0 to 9, and - for 10. Backspace clears."

AT_REST_TITLE: Final = "Before the weekly record: your face at rest"

CHECK_IN_HELP: Final = (
    "It takes ten seconds. You may skip it. Your answers may suggest an easier practice today; you "
    "decide. A digit answers a line and goes on to the next, the key after 9 is ten."
)
PROPOSAL_TITLE: Final = "A thought for today"
BECAUSE: Final = {
    "pain": "You feel some pain.",
    "tightness": "Your face is tight.",
    "tiredness": "You are tired.",
}
PROPOSAL: Final[dict[Change, str]] = {
    "none": "",
    "lighter": "A shorter practice may be better today.",
    "soft": "Massage instead of movement may help today.",
    "rest": ("Let your face rest today. If pain stays, or is in the eye, let a doctor look at it."),
}
PROPOSAL_OPTIONS: Final[dict[Change, dict[str, str]]] = {
    "none": {},
    "lighter": {"take": "The shorter one", "as-planned": "As planned", "not-now": "Not now"},
    "soft": {
        "take": "Massage and warmth today",
        "as-planned": "As planned",
        "not-now": "Not now",
    },
    "rest": {
        "not-now": "Rest today",
        "take": "Massage and warmth",
        "as-planned": "As planned anyway",
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
WEEKLY_HELP: Final = (
    "Your own words on your own scale, once a week, beside the movements in History. Leave out "
    "what you like. It is not a test and gives no score."
)
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
    "smaller-three-weeks": (
        "Your weak side moved less in each of the last three weeks. A camera can be wrong. Let a "
        "doctor look at your face soon, with your report."
    ),
    "when-to-begin": (
        "When to begin? There are two views. The guide with the eight groups of exercises begins "
        "within two weeks. Facial Palsy UK does not use its exercises for weak movement before "
        "three months. Until then First flickers is proposed here. Ask your therapist."
    ),
    "eye-twelve-weeks": (
        "It has been twelve weeks. If your eye does not close, is dry or waters, let an eye "
        "doctor look again."
    ),
    "chronic": (
        "It has been more than eight months. Practice can still help, also after years. It goes "
        "slowly. Ask for a facial therapist if you have none, and show your report."
    ),
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
        "It has been half a year. If nothing changes any more, ask a specialist what else can help."
    ),
}

# Home

GREETING: Final = {"morning": "Good morning", "day": "Good day", "evening": "Good evening"}
"""By the hour: before 11, before 18, later."""
ONE_MOMENT: Final = "One moment."
MINUTES: Final = "about {minutes} min"
PRACTICE_OF_DAY: Final = ("First practice today", "Second practice today", "Third practice today")
ANOTHER_PRACTICE: Final = "Next practice today"
SMALL_RESTART: Final = "Welcome back. A small start is plenty."
WEEKLY_LOOK: Final = "The weekly look"
WEEKLY_LOOK_LINE: Final = (
    "One gentle try of each part of the face. There is no goal. If something moves, you are asked."
)
LOOK_CLOSED: Final = {
    "flaccid": "The weekly look is open once in seven days. Care and massage are open meanwhile.",
    "moving": "The weekly look is for a face in which nothing moves yet. Take First look.",
}
"""Why the weekly look is closed, by whether anything moves."""
FLICKERS_LINE: Final = (
    "In the first weeks you do the smallest movements. Key r shows other routines."
)
DONE_TODAY: Final = "Done for today."
DONE_TODAY_LINE: Final = "Rest is part of it. Tomorrow is soon enough."
LATER_TODAY: Final = "Your face is resting."
LATER_LINE: Final = "Next practice from {time}."
NOT_ASKED_YET: Final = "A few questions first"
NOT_ASKED_LINE: Final = (
    "The questions take three minutes. They show what is right for you. Until then only Learn is "
    "open."
)
PLANNED_LINE: Final = "Your plan says {time}. Sooner is fine."
CARE_TITLE: Final = "Eye care and calm"
CARE_ONLY: Final = "Care for today"
DOCTOR_TODAY: Final = "A doctor first, today. Until then:"
LEFT_OUT_FOR_NOW: Final = "Left out for now: a doctor or therapist should look first."
ENTER_BEGIN: Final = "Enter  begin"
ENTER_ANSWER: Final = "Enter  answer them"
LAST_NOTE: Final = "Last note ({when}): {note}"
LAST_TIME: Final = "Last practice: {when}, {name}"
STRENGTH: Final = "Practice strength"
NO_PRACTICE_YET: Final = "No practice yet. One short one is a good beginning."
SIMULATED: Final = "simulated"
NO_SIDE: Final = "weak side not known"
SIDE: Final = "weak side: {side}"
HOME_KEYS: Final = {
    "begin": ("Begin", "begin what is offered"),
    "routines": ("Routines", "other routines"),
    "history": ("History", "weeks, trends and days"),
    "report": ("Report", "the report for a therapist"),
    "example": ("Example", "see a short practice with a simulated patient"),
    "learn": ("Learn", "short pages about the face and the practice"),
    "settings": ("Settings", "change anything"),
    "weekly": ("Weekly", "the weekly questions"),
    "note": ("Note", "write a line for yourself"),
    "put-away": ("Read", "put the reminder away"),
    "help": ("Help", "this help"),
    "quit": ("Quit", "leave"),
}
"""Word in the footer, and line in the help."""
HELP_HOME: Final = (
    "Home shows what comes next. Enter begins it. Your plan says how often you practise and how "
    "long you wait, so that the face can rest. Practice strength shows on how many days you "
    "practised. A missed day takes a little away, never everything."
)
WEEKLY_DUE: Final = "w  the weekly questions, one minute"
REVIEW_AWAY: Final = "d  read, put away"
STRENGTH_WORDS: Final = ((75.0, "steady"), (45.0, "on most days"), (0.0, "now and then"))
"""From which value on which word."""

PLAN_NOT_KEPT: Final = "The plan could not be saved: {why}. The careful usual plan is used."
NOT_KEPT: Final = "What you wrote could not be kept: {why}."
NOTE_TITLE: Final = "A note for yourself"
REPORT_TITLE: Final = "Your report"
REPORT_FILE: Final = f"As a file to print or to send: {COMMAND} report -o report.pdf"
NOTE_ABOUT: Final = (
    "One line, kept with today's date. Empty for none. A line that ends with ? is a question for "
    "your next visit: it stands on your report."
)

# Other routines

ROUTINES_TITLE: Final = "Other routines"
ROUTINES_HELP: Final = (
    "Routines that are open to you today, your own first. Those with active movement wait "
    "for the rest between practices. Massage, warmth and calm fit at any time."
)
ROUTINE_LINE: Final = "{minutes:>2} min  {name}"
ROUTINE_IN_PLACE: Final = "your own, in place of the program's"
ROUTINES_NONE: Final = "Nothing is open yet. Home says why."
ROUTINES_CLOSED: Final = "Closed for now: {count}, at the end. Each says what opens it."
ROUTINES_CLOSED_HEADING: Final = "CLOSED FOR NOW"
ROUTINES_BROKEN: Final = f"Not usable yet. See why: {COMMAND} routine check {{file}}"
RESTING_ASK: Final = "Begin all the same?"
RESTING: Final = {
    "gap": "Your face is resting until {time}. Massage, warmth and calm are open at any time.",
    "cap": "You have practised enough for today. Massage, warmth and calm are always open.",
}
RESTING_YES: Final = "y  begin all the same"
RESTING_NO: Final = "n  let it rest"
OVERRIDES: Final = {
    "stage": "the stage this routine is made for",
    "gap": "before the rest between practices was over",
    "cap": "more often than the plan says for a day",
}
"""Kept in the record when the person went on."""

# After a practice

SUGGEST_TITLE: Final = "A suggestion"
SUGGEST_DOSE: Final = {"yes": "Yes, from next time on", "no": "No, as it is"}
SUGGEST_STAGE: Final = {"yes": "Look at that question", "no": "Leave it as it is"}
SUGGEST_PAIR: Final = {"yes": "Yes, I know that", "no": "No"}
SUGGEST_SHOW: Final = {"no": "Good"}
SUGGEST_THERAPIST: Final = "Your therapist made this plan: ask there before anything changes."

# A therapist's leave

LEAVE_TITLE: Final = "Allowed by your therapist"
LEAVE_TEXT: Final = "{exercise}: allowed by {by} from {on} to {until}. Is that so?"
LEAVE_OPTIONS: Final = {"yes": "Yes, so we agreed", "no": "No, leave it out"}
LEAVE_NOT_CONFIRMED: Final = "Skipped: you have not confirmed that your therapist allows it."

# Command palette

PALETTE_KEY: Final = "key: {key}"
PALETTE_BEGIN: Final = "Begin: {name}"

# Learn

LEARN_TITLE: Final = "Learn"
LEARN_HELP: Final = (
    "Short pages about the face, the practice and the day. Facts, never a forecast for you. "
    "Enter goes on, escape goes back."
)

# An interrupted session

UNFINISHED_TITLE: Final = "A practice was interrupted"
ALREADY_RUNNING: Final = "A practice is running in another window. End it there first."
UNFINISHED_CLOSED: Final = "Your answers have changed. It cannot go on now."
UNFINISHED_LINE: Final = "{name}, {when}. {done}"
UNFINISHED_DONE: Final = "Movements kept: {reps}."
UNFINISHED_NONE: Final = "Nothing had been counted."
UNFINISHED_OPTIONS: Final = {
    "resume": "Go on where it stopped",
    "keep": "Keep what was done",
    "discard": "Throw it away",
}
UNFINISHED_DISCARD_ASK: Final = "Throw this practice away?"
UNFINISHED_DISCARD_ABOUT: Final = "{line} It is deleted. It cannot be brought back."
UNFINISHED_DISCARD_YES: Final = "y  throw it away"
UNFINISHED_DISCARD_NO: Final = "n  leave it (Enter)"
UNFINISHED_DISCARD_TYPE: Final = "Type yes to throw it away. Enter leaves it:"
UNFINISHED_KEPT: Final = "It is kept."
UNFINISHED_THROWN_AWAY: Final = "It is thrown away."
UNFINISHED_LEFT: Final = "It stays as it is. You are asked again at the next start."
UNFINISHED_NAMED: Final = (
    "A practice was interrupted: {line} You are asked about it at the next start in a terminal "
    f"window: {COMMAND}"
)
UNFINISHED_ENDED: Final = (
    "A practice had come to its end and is not in the history yet: {line} It is kept there at the "
    f"next start: {COMMAND}"
)
UNFINISHED_FILED: Final = "A practice that had come to its end is kept now: {line}"
UNFINISHED_BROKEN: Final = (
    "One unfinished practice cannot be read: {problem} It stays where it is: {path}"
)

# The sides asked once

SWAPPED_TITLE: Final = "One question about your sides"
SWAPPED: Final = (
    "In two exercises your strong side moved clearly less than the other. That can be "
    "right. Is your {side} side the one that was weak when it began?"
)
SWAPPED_OPTIONS: Final = {
    "right": "Yes, {side} was weak. Leave it",
    "swap": "No, it was {other}. Change it",
}

# The ladder of linked movement

LADDER: Final = "Quiet up to: {pairs} of your own size."
LADDER_PAIR: Final = "{name} {percent} %"
LADDER_NAMES: Final[dict[Watch, str]] = {
    "pucker-eye": "pucker",
    "smile-eye": "smile",
    "closure-corner": "eye closing",
    "brow-corner": "brow",
}
