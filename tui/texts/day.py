"""Every text of home, check-in, weekly questions and reviews, in one place.

Calm, plain, kind and short. Nothing scolds for a day that was missed; nothing promises.
"""

from typing import Final

from routines.language import _
from routines.program import COMMAND
from sessions.care.check_in_advice import Change
from sessions.care.reviews import Review

# Check-in

CHECK_IN_TITLE: Final = _("How is it just now?")
CHECK_IN_HOW: Final = _("0 not at all, 10 very much. Leave out what you like.")
SCALE_KEYS: Final = _("Keys 0 to 9, and - for 10. Backspace clears.")

AT_REST_TITLE: Final = _("Before the weekly record: your face at rest")

CHECK_IN_HELP: Final = _(
    "It takes ten seconds. You may skip it. Your answers may suggest an easier practice today; you "
    "decide. A digit answers a line and goes on to the next, the key after 9 is ten."
)
PROPOSAL_TITLE: Final = _("A thought for today")
BECAUSE: Final = {
    "pain": _("You feel some pain."),
    "tightness": _("Your face is tight."),
    "tiredness": _("You are tired."),
}
PROPOSAL: Final[dict[Change, str]] = {
    "none": "",
    "lighter": _("A shorter practice may be better today."),
    "soft": _("Massage instead of movement may help today."),
    "rest": _(
        "Let your face rest today. If pain stays, or is in the eye, let a doctor look at it."
    ),
}
PROPOSAL_OPTIONS: Final[dict[Change, dict[str, str]]] = {
    "none": {},
    "lighter": {
        "take": _("The shorter one"),
        "as-planned": _("As planned"),
        "not-now": _("Not now"),
    },
    "soft": {
        "take": _("Massage and warmth today"),
        "as-planned": _("As planned"),
        "not-now": _("Not now"),
    },
    "rest": {
        "not-now": _("Rest today"),
        "take": _("Massage and warmth"),
        "as-planned": _("As planned anyway"),
    },
}
EYE_FIRST: Final = _(
    "Your eye comes first: drops as you were told, blink with the back of a clean finger, look "
    "away from the screen. Red, painful, sticky or blurred: let a doctor look today."
)
EYE_OPTIONS: Final = {"as-planned": _("Go on"), "not-now": _("Not now")}

# Weekly questions

WEEKLY_TITLE: Final = _("Once a week: life with this face")
WEEKLY_HOW: Final = _("How much trouble was it this week? 0 none, 10 a great deal.")
WEEKLY_HELP: Final = _(
    "Your own words on your own scale, once a week, beside the movements in History. Leave out "
    "what you like. It is not a test and gives no score."
)
LOW_MOOD: Final = 7
"""From here a kind line is shown. An engineering default; it is not a test for anything."""
LOW_MOOD_LINE: Final = _(
    "That sounds heavy. Many people with a changed face feel this, and it is not a weakness. "
    "Talk to someone you trust, your doctor, or a facial palsy support group. If you think of "
    "harming yourself, call your emergency number or a crisis line now, at any hour."
)
WEEKLY_THANKS: Final = _("Thank you. It is kept next to your practice.")

# Reviews

REVIEWS: Final[dict[Review, str]] = {
    "smaller-three-weeks": _(
        "Your weak side moved less in each of the last three weeks. A camera can be wrong. Let a "
        "doctor look at your face soon, with your report."
    ),
    "when-to-begin": _(
        "When to begin? There are two views. The guide with the eight groups of exercises begins "
        "within two weeks. Facial Palsy UK does not use its exercises for weak movement before "
        "three months. Until then First flickers is proposed here. Ask your therapist."
    ),
    "eye-twelve-weeks": _(
        "It has been twelve weeks. If your eye does not close, is dry or waters, let an eye "
        "doctor look again."
    ),
    "chronic": _(
        "It has been more than eight months. Practice can still help, also after years. It goes "
        "slowly. Ask for a facial therapist if you have none, and show your report."
    ),
    "four-weeks": _(
        "It has been four weeks. If nothing moves yet on the weak side, it is time to let a "
        "specialist look."
    ),
    "three-months": _(
        "It has been three months. If your face has not fully come back, let a doctor look again."
    ),
    "eight-weeks-same": _(
        "Eight weeks about the same. That can be fine. It is a good moment to show your report "
        "to your therapist."
    ),
    "six-months": _(
        "It has been half a year. If nothing changes any more, ask a specialist what else can help."
    ),
}

# Home

GREETING: Final = {"morning": _("Good morning"), "day": _("Good day"), "evening": _("Good evening")}
"""By the hour: before 11, before 18, later."""
ONE_MOMENT: Final = _("One moment.")
MINUTES: Final = _("about {minutes} min")
PRACTICE_OF_DAY: Final = (
    _("First practice today"),
    _("Second practice today"),
    _("Third practice today"),
)
ANOTHER_PRACTICE: Final = _("Next practice today")
SMALL_RESTART: Final = _("Welcome back. A small start is plenty.")
WEEKLY_LOOK: Final = _("The weekly look")
WEEKLY_LOOK_LINE: Final = _(
    "One gentle try of each part of the face. There is no goal. If something moves, you are asked."
)
LOOK_CLOSED: Final = {
    "flaccid": _(
        "The weekly look is open once in seven days. Care and massage are open meanwhile."
    ),
    "moving": _("The weekly look is for a face in which nothing moves yet. Take First look."),
}
"""Why the weekly look is closed, by whether anything moves."""
FLICKERS_LINE: Final = _(
    "In the first weeks you do the smallest movements. Key r shows other routines."
)
DONE_TODAY: Final = _("Done for today.")
DONE_TODAY_LINE: Final = _("Rest is part of it. Tomorrow is soon enough.")
LATER_TODAY: Final = _("Your face is resting.")
NOT_READ: Final = _("Your practices cannot be read")
LATER_LINE: Final = _("Next practice from {time}.")
NOT_ASKED_YET: Final = _("A few questions first")
NOT_ASKED_LINE: Final = _(
    "The questions take three minutes. They show what is right for you. Until then only Learn is "
    "open."
)
PLANNED_LINE: Final = _("Your plan says {time}. Sooner is fine.")
CARE_TITLE: Final = _("Eye care and calm")
CARE_ONLY: Final = _("Care for today")
DOCTOR_TODAY: Final = _("A doctor first, today. Until then:")
LEFT_OUT_FOR_NOW: Final = _("Left out for now: a doctor or therapist should look first.")
ENTER_BEGIN: Final = _("Enter  begin")
ENTER_ANSWER: Final = _("Enter  answer them")
LAST_NOTE: Final = _("Last note ({when}): {note}")
LAST_TIME: Final = _("Last practice: {when}, {name}")
STRENGTH: Final = _("Practice strength")
NO_PRACTICE_YET: Final = _("No practice yet. One short one is a good beginning.")
SIMULATED: Final = _("simulated")
NO_SIDE: Final = _("weak side not known")
SIDE: Final = _("weak side: {side}")
HOME_KEYS: Final = {
    "begin": (_("Begin"), _("begin what is offered")),
    "routines": (_("Routines"), _("other routines")),
    "history": (_("History"), _("weeks, trends and days")),
    "report": (_("Report"), _("the report for a therapist")),
    "example": (_("Example"), _("see a short practice with a simulated patient")),
    "learn": (_("Learn"), _("short pages about the face and the practice")),
    "settings": (_("Settings"), _("change anything")),
    "weekly": (_("Weekly"), _("the weekly questions")),
    "note": (_("Note"), _("write a line for yourself")),
    "put-away": (_("Read"), _("put the reminder away")),
    "help": (_("Help"), _("this help")),
    "quit": (_("Quit"), _("leave")),
}
"""Word in the footer, and line in the help."""
HELP_HOME: Final = _(
    "Home shows what comes next. Enter begins it. Your plan says how often you practise and how "
    "long you wait, so that the face can rest. Practice strength shows on how many days you "
    "practised. A missed day takes a little away, never everything."
)
WEEKLY_DUE: Final = _("w  the weekly questions, one minute")
REVIEW_AWAY: Final = _("d  read, put away")
STRENGTH_WORDS: Final = ((75.0, _("steady")), (45.0, _("on most days")), (0.0, _("now and then")))
"""From which value on which word."""

PLAN_NOT_KEPT: Final = _("The plan could not be saved: {why}. The careful usual plan is used.")
NOT_KEPT: Final = _("What you wrote could not be kept: {why}.")
NOTE_TITLE: Final = _("A note for yourself")
REPORT_TITLE: Final = _("Your report")
REPORT_FILE: Final = _("As a file to print or to send: {command} report -o report.pdf").format(
    command=COMMAND
)
NOTE_ABOUT: Final = _(
    "One line, kept with today's date. Empty for none. A line that ends with ? is a question for "
    "your next visit: it stands on your report."
)

# Other routines

ROUTINES_TITLE: Final = _("Other routines")
ROUTINES_HELP: Final = _(
    "Routines that are open to you today, your own first. Those with active movement wait "
    "for the rest between practices. Massage, warmth and calm fit at any time."
)
ROUTINE_LINE: Final = "{minutes:>2} min  {name}"
ROUTINE_IN_PLACE: Final = _("your own, in place of the program's")
ROUTINES_NONE: Final = _("Nothing is open yet. Home says why.")
ROUTINES_CLOSED: Final = _("Closed for now: {names}, at the end. Each says what opens it.")
ROUTINES_CLOSED_MORE: Final = _("{names} and {count} more")
ROUTINES_CLOSED_HEADING: Final = _("CLOSED FOR NOW")
ROUTINES_BROKEN: Final = _("Not usable yet. See why: {command} routine check {file}").format(
    command=COMMAND, file="{file}"
)
RESTING_ASK: Final = _("Begin all the same?")
RESTING: Final = {
    "gap": _("Your face is resting until {time}. Massage, warmth and calm are open at any time."),
    "cap": _("You have practised enough for today. Massage, warmth and calm are always open."),
    "unread": _(
        "What you did today cannot be read. So no movement is offered. Massage, warmth and calm "
        "are open at any time."
    ),
}
RESTING_YES: Final = _("y  begin all the same")
RESTING_NO: Final = _("n  let it rest")
OVERRIDES: Final = {
    "stage": _("the stage this routine is made for"),
    "gap": _("before the rest between practices was over"),
    "cap": _("more often than the plan says for a day"),
    "unread": _("though what was done that day could not be read"),
}
"""Kept in the record when the person went on."""

# After a practice

SUGGEST_TITLE: Final = _("A suggestion")
SUGGEST_DOSE: Final = {"yes": _("Yes, from next time on"), "no": _("No, as it is")}
SUGGEST_STAGE: Final = {"yes": _("Look at that question"), "no": _("Leave it as it is")}
SUGGEST_PAIR: Final = {"yes": _("Yes, I know that"), "no": _("No")}
SUGGEST_SHOW: Final = {"no": _("Good")}
SUGGEST_THERAPIST: Final = _("Your therapist made this plan: ask there before anything changes.")

# Command palette

PALETTE_KEY: Final = _("key: {key}")
PALETTE_BEGIN: Final = _("Begin: {name}")

# Learn

LEARN_TITLE: Final = _("Learn")
LEARN_HELP: Final = _(
    "Short pages about the face, the practice and the day. Facts, never a forecast for you. "
    "Enter goes on, escape goes back."
)

# The sides asked once

SWAPPED_TITLE: Final = _("One question about your sides")
SWAPPED: Final = _(
    "In two exercises your strong side moved clearly less than the other. That can be "
    "right. Is your {side} side the one that was weak when it began?"
)
SWAPPED_OPTIONS: Final = {
    "right": _("Yes, {side} was weak. Leave it"),
    "swap": _("No, it was {other}. Change it"),
}
