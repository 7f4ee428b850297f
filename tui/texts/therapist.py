"""Every text of the set-up with a therapist, in one place."""

from typing import Final

TITLE: Final = "Set-up with a therapist"
INTRO: Final = (
    (
        "About fifteen minutes, together. You choose what is practised at home and how large it "
        "may become. Nothing is sent anywhere; it is kept on this computer only."
    ),
    (
        "The range: each movement three times, only up to where the other side begins to take "
        "over or something moves along. That size becomes the reference at home."
    ),
)
INTRO_OPTIONS: Final = {"begin": "Begin", "leave": "Not today"}
NAME_TITLE: Final = "Who is setting this up?"
NAME_ABOUT: Final = "The therapist's name. It stands under the plan and under what is allowed."
NAME_NEEDED: Final = "A name is needed. Esc leaves."
LEFT: Final = "The sitting was left. What was ticked as taught is kept, and nothing else of it."
NOT_FINISHED: Final = (
    "The sitting with a therapist is not finished: nothing was signed. Begin it again in Settings."
)
TAUGHT_TITLE: Final = "Taught"
TAUGHT_TEXT: Final = "Which of these were shown, and can be done alone?"
RANGE_TITLE: Final = "The range"
RANGE_TEXT: Final = (
    "Which movements shall be measured now? Three times each, small, at the person's own pace. "
    "Tick none to leave the ranges as they are."
)
KEEP_TITLE: Final = "Ranges found"
KEEP_TEXT: Final = "Which become the reference at home?"
KEEP_LINE: Final = "{name:<28} weak side {affected:z.1f} mm, strong side {unaffected:z.1f} mm"
NO_RANGES: Final = "No range was found. The earlier ones stay as they were."
VARIANTS_TITLE: Final = "Only if you allow it"
VARIANTS_TEXT: Final = (
    "These are left out unless a therapist allows them by name and for a time. Tick none for none."
)
WEEKS_TITLE: Final = "For how long?"
WEEKS_TEXT: Final = "Then it ends by itself. You can allow it again."
WEEKS_OPTIONS: Final = {"4": "4 weeks", "8": "8 weeks", "12": "12 weeks"}
BUILD: Final = "a plan built now: several exercises, doses, times"
ROUTINE_TITLE: Final = "What is practised at home?"
TIMES_TITLE: Final = "How often a day?"
TIMES_TEXT: Final = "Better short and not often than long and often. At least two hours apart."
TIMES_OPTIONS: Final = {"1": "once", "2": "twice", "3": "three times"}
COMMENT_TITLE: Final = "A word for the days at home"
COMMENT_ABOUT: Final = "Kept with the plan. May be empty."
DONE: Final = "Kept. The plan is signed by {by} and is looked at again on {review}."
DONE_NO_REVIEW: Final = "Kept. The plan is signed by {by}."
CHANGED_MEANWHILE: Final = (
    "The plan was changed in another window meanwhile. The plan of this sitting stands now; look "
    "at it together."
)
NEED_ANSWERS: Final = (
    "Some questions come first: weak side, and where you are now. Then the set-up goes on."
)
FLACCID: Final = "While nothing moves there is no range to take. Techniques and plan can be set."
NOT_KEPT: Final = "It could not be kept: {why}."
