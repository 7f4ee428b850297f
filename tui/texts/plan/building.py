"""What is said where a plan is built: lines, questions, keys."""

from typing import Final

TITLE: Final = "Plan and routines"
HELP: Final = (
    "Enter changes the marked line. s checks all of it and keeps it. Before that nothing is kept. "
    "What was there before goes into a backup."
)
MENU_TITLE: Final = "Plan and routines"
MENU_OPTIONS: Final = {
    "build": "look at the plan, or change it",
    "give": "hand it over to another computer",
    "take": "take one from another computer",
    "totals": "write down a clinician's total",
}
NOT_SAID: Final = "not said"

HEADINGS: Final = {"plan": "THE PLAN", "slots": "TIMES OF DAY", "routines": "OWN ROUTINES"}
PLAN_LABELS: Final = {
    "by": "Made by",
    "stage": "Stage",
    "cap": "At most a day",
    "gap": "Hours between two",
    "feedback": "Bars in practice",
    "review": "Looked at again on",
    "comment": "A word for home",
}
FEEDBACK: Final = {
    None: "as the person likes",
    "always": "always",
    "fading": "less and less",
    "after": "only afterwards",
}
ADD_SLOT: Final = "+ a time of day"
ADD_ROUTINE: Final = "+ a routine of its own"
UNUSED: Final = "{name} stands at no time of day yet."
OTHER_STAGE: Final = "The plan is for the {theirs} stage; the person's stage here is {ours}."
GOOD: Final = "No mistake was found. s keeps it."
AS_USUAL: Final = "There is no plan yet. This is how the program would begin for this stage."
AS_KEPT: Final = "This is what is kept."
WRONG: Final = "To be put right first:"
KEPT: Final = "Kept. The plan is by {by} and is looked at again on {review}."
KEPT_NO_REVIEW: Final = "Kept. The plan is by {by}."
NOT_KEPT: Final = "It could not be kept: {why}."
ADD_NAME: Final = "Say first who made the plan: the line Made by."

LEAVE_ASK: Final = "Leave without keeping?"
LEAVE_ABOUT: Final = "What was changed here is not kept yet."
LEAVE_YES: Final = "y  leave, and drop the changes"
LEAVE_NO: Final = "n  stay here"
CHANGED_ASK: Final = "Keep this plan all the same?"
CHANGED_ABOUT: Final = (
    "The plan was changed in another window meanwhile. What was kept there is put into the backup."
)
CHANGED_YES: Final = "y  keep this one"
CHANGED_NO: Final = "n  not yet"
REMOVE_ASK: Final = "Take {name} out?"
REMOVE_ABOUT: Final = "It is taken out of this plan."
REMOVE_YES: Final = "y  take it out"
REMOVE_NO: Final = "n  leave it in"
USED: Final = "{name} stands in {slots}. Take it out there first."

TYPE: Final = {
    "by": ("Who made the plan?", "A name. The program never writes over a plan with a name."),
    "cap": ("How many practices a day at most?", "1 to 5. Two or three is usual."),
    "gap": ("How many hours between two?", "1 to 12. Two is usual."),
    "review": (
        "When shall it be looked at again?",
        "A date such as 2027-01-16, or a time such as 8 weeks. Empty for no date.",
    ),
    "comment": ("A word for the days at home", "It is shown with the plan. May be empty."),
    "slot-name": ("What is this time called?", "Such as morning."),
    "slot-at": ("At what time?", "Such as 08:30. It is a suggestion, never a limit."),
    "routine-name": ("What is the routine called?", "Plain words, such as Anna's morning set."),
    "name": ("What is the routine called?", "Plain words, such as Anna's morning set."),
    "note": ("A word for this exercise", "Shown with it. At most 300 letters. May be empty."),
}
STAGE_TITLE: Final = "For which stage?"
SLOT_ROUTINES: Final = "What is done at this time?"
SLOT_TURNS: Final = "Several take turns, one each day."
SLOT_DAYS: Final = "On which days?"
SLOT_DAYS_TEXT: Final = "Tick none for every day."
ONE_ROUTINE: Final = "One routine is needed. Esc leaves it."
BASE_TITLE: Final = "What does it begin with?"
BASE_EMPTY: Final = "nothing: exercises one by one"
NUMBER_ONLY: Final = "{low:g} to {high:g}."
NUMBER: Final = "{low:g} to {high:g} {unit}. Now {now:g}."
NUMBER_USUAL: Final = "{low:g} to {high:g} {unit}. Usual is {usual:g}, now {now:g}."
NO_NUMBER: Final = "{text} is no number from {low:g} to {high:g}."
NO_DATE: Final = "{text} is no day to come that is understood."
NO_TIME: Final = "{text} is no time of day such as 08:30."

ROUTINE_TITLE: Final = "Routine: {name}"
ROUTINE_HELP: Final = (
    "Enter opens the marked line. a adds exercises, d takes one out, e and l move it earlier or "
    "later. Below stands what routine check says. Esc leads back to the plan; nothing is lost."
)
ROUTINE_LABELS: Final = {"name": "Name", "stage": "Stage"}
EXERCISES: Final = "EXERCISES"
ADD_EXERCISE: Final = "+ exercises"
REGION_TITLE: Final = "Which part of the face?"
REGIONS: Final = {
    "brow": "brow",
    "eye": "eye",
    "nose": "nose",
    "cheek": "cheek",
    "mouth": "mouth",
    "jaw": "jaw",
    "tongue": "tongue",
    "neck": "neck",
    "whole": "all of it: calm, breath, warmth",
}
PICK_TITLE: Final = "Which exercises?"
PICK_TEXT: Final = "They are added at the end. Those marked * need a leave by name."
NO_EXERCISES: Final = "There is none for this stage here."

EXERCISE_HELP: Final = (
    "Enter changes the marked line. What is left as it is follows the catalogue. Below stands what "
    "routine check says of the whole routine."
)
DOSE_LABELS: Final = {
    "sets": "Sets",
    "reps": "Repetitions",
    "rise_s": "Rise, seconds",
    "hold_s": "Hold, seconds",
    "release_s": "Let go, seconds",
    "rest_s": "Rest between, seconds",
    "between_s": "Rest afterwards, seconds",
    "for_s": "Length, seconds",
    "breath_in_s": "Breath in, seconds",
    "breath_out_s": "Breath out, seconds",
}
STEP_LABELS: Final = {
    "target": "Aim at, % of own size",
    "pace": "Pace",
    "assist": "A fingertip helps",
    "note": "A word",
    "leave": "Allowed by name",
    "guards": "Limits that end a set",
}
PACES: Final = {"timed": "by the clock", "self": "the person's own"}
YES: Final = "yes"
NO: Final = "no"
LEAVE_UNTIL: Final = "until {until}, by {by}"
LEAVE_NONE: Final = "no: it is skipped"
LEAVE_TITLE: Final = "Allow {name} for how long?"
LEAVE_TEXT: Final = (
    "By the name under the plan. Then it ends by itself. The person is asked once before it runs."
)
LEAVE_OPTIONS: Final = {
    "0": "not allowed",
    "4": "4 weeks",
    "8": "8 weeks",
    "12": "12 weeks",
}
LIMITS_USUAL: Final = "as usual"
LIMITS_CHANGED: Final = "{count} changed"
GUARDS_TITLE: Final = "Limits: {name}"
GUARDS_HELP: Final = (
    "When a set is ended. Enter types another limit; an empty line takes the usual one again. What "
    "each means stands in routines/README.md. A caution comes no later than its stop."
)
GUARD_NAMES: Final = {
    "fatigue": "WEAK SIDE TIRES",
    "overcompensation": "STRONG SIDE TAKES OVER",
    "synkinesis": "SOMETHING MOVES ALONG",
}
GUARD_CHANGED: Final = "{value:g} {unit}  (usual {usual:g})"
GUARD_USUAL: Final = "{value:g} {unit}"

TOTALS_TITLE: Final = "A total of which scale?"
TOTALS_TEXT: Final = "Only the sum is kept, with its day. The questions are not in the program."
TOTAL_DAY: Final = ("On which day?", "Such as today, 2026-11-21, monday. Empty means today.")
TOTAL_NO_DAY: Final = "{text} is not a day up to today that is understood."
TOTAL_KEPT: Final = "Kept: {name} {value:g} on {on}. {changed}."
