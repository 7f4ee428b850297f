"""Every text of the set-up with a therapist, in one place."""

from typing import Final

from routines.language import _

TITLE: Final = _("Set-up with a therapist")
INTRO: Final = (
    _(
        "About fifteen minutes, together. You choose what is practised at home and how large it "
        "may become. Nothing is sent anywhere; it is kept on this computer only."
    ),
    _(
        "The range: each movement three times, only up to where the other side begins to take "
        "over or something moves along. That size becomes the reference at home."
    ),
)
INTRO_OPTIONS: Final = {"begin": _("Begin"), "leave": _("Not today")}
NAME_TITLE: Final = _("Who is setting this up?")
NAME_ABOUT: Final = _("The therapist's name. It stands under the plan and under what is allowed.")
NAME_NEEDED: Final = _("A name is needed. Esc leaves.")
LEFT: Final = _("The sitting was left. What was ticked as taught is kept, and nothing else of it.")
NOT_FINISHED: Final = _(
    "The sitting with a therapist is not finished: nothing was signed. Begin it again in Settings."
)
TAUGHT_TITLE: Final = _("Taught")
TAUGHT_TEXT: Final = _("Which of these were shown, and can be done alone?")
RANGE_TITLE: Final = _("The range")
RANGE_TEXT: Final = _(
    "Which movements shall be measured now? Three times each, small, at the person's own pace. "
    "Tick none to leave the ranges as they are."
)
KEEP_TITLE: Final = _("Ranges found")
KEEP_TEXT: Final = _("Which become the reference at home?")
KEEP_LINE: Final = _("{name} weak side {affected:z.1f} mm, strong side {unaffected:z.1f} mm")
NO_RANGES: Final = _("No range was found. The earlier ones stay as they were.")
VARIANTS_TITLE: Final = _("Only if you allow it")
VARIANTS_TEXT: Final = _(
    "These are left out unless a therapist allows them by name and for a time. Tick none for none."
)
WEEKS_TITLE: Final = _("For how long?")
WEEKS_TEXT: Final = _("Then it ends by itself. You can allow it again.")
WEEKS_OPTIONS: Final = {"4": _("4 weeks"), "8": _("8 weeks"), "12": _("12 weeks")}
BUILD: Final = _("a plan built now: several exercises, doses, times")
ROUTINE_TITLE: Final = _("What is practised at home?")
TIMES_TITLE: Final = _("How often a day?")
TIMES_TEXT: Final = _("Better short and not often than long and often. At least two hours apart.")
TIMES_OPTIONS: Final = {"1": _("once"), "2": _("twice"), "3": _("three times")}
COMMENT_TITLE: Final = _("A word for the days at home")
COMMENT_ABOUT: Final = _("Kept with the plan. May be empty.")
DONE: Final = _("Kept. The plan is signed by {by} and is looked at again on {review}.")
DONE_NO_REVIEW: Final = _("Kept. The plan is signed by {by}.")
CHANGED_MEANWHILE: Final = _(
    "The plan was changed in another window meanwhile. The plan of this sitting stands now; look "
    "at it together."
)
NEED_ANSWERS: Final = _(
    "Some questions come first: weak side, and where you are now. Then the set-up goes on."
)
FLACCID: Final = _("While nothing moves there is no range to take. Techniques and plan can be set.")
NOT_KEPT: Final = _("It could not be kept: {why}.")

# A therapist's leave

LEAVE_TITLE: Final = _("Allowed by your therapist")
LEAVE_TEXT: Final = _("{exercise}: allowed by {by} from {on} to {until}. Is that so?")
LEAVE_OPTIONS: Final = {"yes": _("Yes, so we agreed"), "no": _("No, leave it out")}
LEAVE_NOT_CONFIRMED: Final = _("Skipped: you have not confirmed that your therapist allows it.")
