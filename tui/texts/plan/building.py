"""What is said where a plan is built: lines, questions, keys."""

from typing import Final

from routines.language import _

TITLE: Final = _("Plan and routines")
HELP: Final = _(
    "Enter changes the marked line. s checks all of it and keeps it. Before that nothing is kept. "
    "What was there before goes into a backup."
)
MENU_TITLE: Final = _("Plan and routines")
MENU_OPTIONS: Final = {
    "build": _("look at the plan, or change it"),
    "give": _("hand it over to another computer"),
    "take": _("take one from another computer"),
    "totals": _("write down a clinician's total"),
}
NOT_SAID: Final = _("not said")

HEADINGS: Final = {"plan": _("THE PLAN"), "slots": _("TIMES OF DAY"), "routines": _("OWN ROUTINES")}
PLAN_LABELS: Final = {
    "by": _("Made by"),
    "stage": _("Stage"),
    "cap": _("At most a day"),
    "gap": _("Hours between two"),
    "feedback": _("Bars in practice"),
    "review": _("Looked at again on"),
    "comment": _("A word for home"),
}
FEEDBACK: Final = {
    None: _("as the person likes"),
    "always": _("always"),
    "fading": _("less and less"),
    "after": _("only afterwards"),
}
ADD_SLOT: Final = _("+ a time of day")
ADD_ROUTINE: Final = _("+ a routine of its own")
UNUSED: Final = _("{name} stands at no time of day yet.")
OTHER_STAGE: Final = _("The plan is for the {theirs} stage; the person's stage here is {ours}.")
GOOD: Final = _("No mistake was found. s keeps it.")
AS_USUAL: Final = _("There is no plan yet. This is how the program would begin for this stage.")
AS_KEPT: Final = _("This is what is kept.")
WRONG: Final = _("To be put right first:")
KEPT: Final = _("Kept. The plan is by {by} and is looked at again on {review}.")
KEPT_NO_REVIEW: Final = _("Kept. The plan is by {by}.")
NOT_KEPT: Final = _("It could not be kept: {why}.")
ADD_NAME: Final = _("Say first who made the plan: the line Made by.")

LEAVE_ASK: Final = _("Leave without keeping?")
LEAVE_ABOUT: Final = _("What was changed here is not kept yet.")
LEAVE_YES: Final = _("y  leave, and drop the changes")
LEAVE_NO: Final = _("n  stay here")
CHANGED_ASK: Final = _("Keep this plan all the same?")
CHANGED_ABOUT: Final = _(
    "The plan was changed in another window meanwhile. What was kept there is put into the backup."
)
CHANGED_YES: Final = _("y  keep this one")
CHANGED_NO: Final = _("n  not yet")
REMOVE_ASK: Final = _("Take {name} out?")
REMOVE_ABOUT: Final = _("It is taken out of this plan.")
REMOVE_YES: Final = _("y  take it out")
REMOVE_NO: Final = _("n  leave it in")
USED: Final = _("{name} stands in {slots}. Take it out there first.")

TYPE: Final = {
    "by": (_("Who made the plan?"), _("A name. The program never writes over a plan with a name.")),
    "cap": (_("How many practices a day at most?"), _("1 to 5. Two or three is usual.")),
    "gap": (_("How many hours between two?"), _("1 to 12. Two is usual.")),
    "review": (
        _("When shall it be looked at again?"),
        _("A date such as 2027-01-16, or a time such as 8 weeks. Empty for no date."),
    ),
    "comment": (_("A word for the days at home"), _("It is shown with the plan. May be empty.")),
    "slot-name": (_("What is this time called?"), _("Such as morning.")),
    "slot-at": (_("At what time?"), _("Such as 08:30. It is a suggestion, never a limit.")),
    "routine-name": (
        _("What is the routine called?"),
        _("Plain words, such as Anna's morning set."),
    ),
    "name": (_("What is the routine called?"), _("Plain words, such as Anna's morning set.")),
    "note": (_("A word for this exercise"), _("Shown with it. At most 300 letters. May be empty.")),
}
STAGE_TITLE: Final = _("For which stage?")
SLOT_ROUTINES: Final = _("What is done at this time?")
SLOT_TURNS: Final = _("Several take turns, one each day.")
SLOT_DAYS: Final = _("On which days?")
SLOT_DAYS_TEXT: Final = _("Tick none for every day.")
SLOT_PARTS: Final = {
    "at": _("Time"),
    "routines": _("What is done"),
    "days": _("Days"),
    "name": _("Name"),
}
SLOT_PART: Final = "{label}: {value}"
EVERY_DAY: Final = _("every day")
SLOT_NAMES: Final = {11: _("morning"), 14: _("midday"), 18: _("afternoon"), 24: _("evening")}
"""Names of times, by the hour before which each is usual."""
ONE_ROUTINE: Final = _("One routine is needed. Esc leaves it.")
BASE_TITLE: Final = _("What does it begin with?")
BASE_EMPTY: Final = _("nothing: exercises one by one")
NUMBER_ONLY: Final = _("{low:g} to {high:g}.")
NUMBER: Final = _("{low:g} to {high:g} {unit}. Now {now:g}.")
NUMBER_USUAL: Final = _("{low:g} to {high:g} {unit}. Usual is {usual:g}, now {now:g}.")
NO_NUMBER: Final = _("{text} is no number from {low:g} to {high:g}.")
NO_DATE: Final = _("{text} is no day to come that is understood.")
NO_TIME: Final = _("{text} is no time of day such as 08:30.")
EMPTY_TIME: Final = _("Type a time of day such as 08:30.")

ROUTINE_TITLE: Final = _("Routine: {name}")
ROUTINE_HELP: Final = _(
    "Enter opens the marked line. a adds exercises, d takes one out, e and l move it earlier or "
    "later. Below stands what routine check says. Esc leads back to the plan; nothing is lost."
)
ROUTINE_LABELS: Final = {"name": _("Name"), "stage": _("Stage")}
EXERCISES: Final = _("EXERCISES")
ADD_EXERCISE: Final = _("+ exercises")
REGION_TITLE: Final = _("Which part of the face?")
REGIONS: Final = {
    "brow": _("brow"),
    "eye": _("eye"),
    "nose": _("nose"),
    "cheek": _("cheek"),
    "mouth": _("mouth"),
    "jaw": _("jaw"),
    "tongue": _("tongue"),
    "neck": _("neck"),
    "whole": _("all of it: calm, breath, warmth"),
}
PICK_TITLE: Final = _("Which exercises?")
PICK_TEXT: Final = _("They are added at the end. Those marked * need a leave by name.")
NO_EXERCISES: Final = _("There is none for this stage here.")

EXERCISE_HELP: Final = _(
    "Enter changes the marked line. What is left as it is follows the catalogue. Below stands what "
    "routine check says of the whole routine."
)
DOSE_LABELS: Final = {
    "sets": _("Sets"),
    "reps": _("Repetitions"),
    "rise_s": _("Rise, seconds"),
    "hold_s": _("Hold, seconds"),
    "release_s": _("Let go, seconds"),
    "rest_s": _("Rest between, seconds"),
    "between_s": _("Rest afterwards, seconds"),
    "for_s": _("Length, seconds"),
    "breath_in_s": _("Breath in, seconds"),
    "breath_out_s": _("Breath out, seconds"),
}
STEP_LABELS: Final = {
    "target": _("Aim at, % of own size"),
    "pace": _("Pace"),
    "assist": _("A fingertip helps"),
    "note": _("A word"),
    "leave": _("Allowed by name"),
    "guards": _("Limits that end a set"),
}
PACES: Final = {"timed": _("by the clock"), "self": _("the person's own")}
YES: Final = _("yes")
NO: Final = _("no")
LEAVE_UNTIL: Final = _("until {until}, by {by}")
LEAVE_NONE: Final = _("no: it is skipped")
LEAVE_TITLE: Final = _("Allow {name} for how long?")
LEAVE_TEXT: Final = _(
    "By the name under the plan. Then it ends by itself. The person is asked once before it runs."
)
LEAVE_OPTIONS: Final = {
    "0": _("not allowed"),
    "4": _("4 weeks"),
    "8": _("8 weeks"),
    "12": _("12 weeks"),
}
LIMITS_USUAL: Final = _("as usual")
LIMITS_CHANGED: Final = _("{count} changed")
GUARDS_TITLE: Final = _("Limits: {name}")
GUARDS_HELP: Final = _(
    "When a set is ended. Enter types another limit; an empty line takes the usual one again. What "
    "each means stands in routines/README.md. A caution comes no later than its stop."
)
GUARD_NAMES: Final = {
    "fatigue": _("WEAK SIDE TIRES"),
    "overcompensation": _("STRONG SIDE TAKES OVER"),
    "synkinesis": _("SOMETHING MOVES ALONG"),
}
GUARD_CHANGED: Final = _("{value:g} {unit}  (usual {usual:g})")
GUARD_USUAL: Final = "{value:g} {unit}"

TOTALS_TITLE: Final = _("A total of which scale?")
TOTALS_TEXT: Final = _("Only the sum is kept, with its day. The questions are not in the program.")
TOTAL_DAY: Final = (_("On which day?"), _("Such as today, 2026-11-21, monday. Empty means today."))
TOTAL_NO_DAY: Final = _("{text} is not a day up to today that is understood.")
TOTAL_KEPT: Final = _("Kept: {name} {value:g} on {on}. {changed}.")
