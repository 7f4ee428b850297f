"""Every text of the settings screen, in one place."""

from typing import Final

from routines.feedback import Feedback
from sessions.readings import Load

TITLE: Final = "Settings"
HELP: Final = (
    "Everything can be changed here, at any time. Enter changes the marked line: some turn over, "
    "some ask their question again, some are typed. It is kept at once."
)
HEADINGS: Final = {
    "you": "You",
    "screen": "Screen",
    "sound": "Sound",
    "camera": "Camera",
    "more": "More",
}
LABELS: Final = {
    "name": "Name",
    "side": "Weak side",
    "stage": "Where you are now",
    "onset": "When it began",
    "linked": "Linked movement known",
    "linked-fingers": "Finger on the quiet part",
    "eye-closes": "Eye closes softly",
    "eye-covered": "Eye covered in practice",
    "flags": "Warning signs",
    "not-for": "Not for everybody",
    "toxin-date": "Last botulinum toxin",
    "therapist-plan": "A therapist made the plan",
    "doctor": "What a doctor said",
    "cause": "What it comes from",
    "operated": "Operated",
    "regions": "Parts to work on",
    "tension": "Tight or twitching",
    "all": "Go through all questions again",
    "therapist": "Set up with a therapist",
    "plan": "Plan and routines",
    "view": "What you see in practice",
    "theme": "Colours",
    "roomy": "Roomy layout",
    "large-print": "Large print in practice",
    "reduced-motion": "No moving drawings",
    "feedback": "Bars in practice",
    "sound": "Sounds",
    "spoken": "Spoken words too",
    "nudge": "Notify when a rest is over",
    "source": "Camera",
    "mirrored": "Mirrored camera",
    "saver": "Spare the computer",
    "load": "Pictures read",
    "whole-face": "Strong side as a whole face",
    "photos": "Progress photos",
    "clips": "Short clips with them",
    "backups": "Weekly backup in the data folder",
    "folders": "Own routine folders",
    "keys": "Keys",
    "where": "Where your notes live",
}
NOT_SAID: Final = "not said yet"
NONE: Final = "none"
USUAL: Final = "as usual"
TICKED: Final = "{count}: {first} ..."
TICKED_OF: Final = "{count} of {of} ticked"
YES: Final = "yes"
NO: Final = "no"
FEEDBACKS: Final[dict[Feedback, str]] = {
    "always": "always",
    "fading": "hidden now and then",
    "after": "only afterwards",
}
"""A plan that says it outranks this."""
SPEECH_TITLE: Final = "Spoken words"
SPEECH: Final = (
    "This computer can speak the words of a practice, so that you need not look: what to do, when "
    "to let go, and every caution. You can change this in Settings."
)
SPEECH_OPTIONS: Final = {"yes": "Speak them", "no": "Tones alone"}
FEEDBACK_TITLE: Final = "The bars in practice"
FEEDBACK: Final = (
    "You know the movements now. The bars can be hidden in some of them, so that you learn to feel "
    "how far you move. You see what you did afterwards. The program watches all the same, and "
    "stops as before. You can change this in Settings."
)
FEEDBACK_OPTIONS: Final = {
    "fading": "Hide them now and then",
    "after": "Show them only afterwards",
    "always": "Always show them",
}
LOADS: Final[dict[Load | None, str]] = {
    None: "as many as this computer can",
    "every-frame": "every one",
    "every-second": "every second one",
    "in-turns": "left and right in turns",
    "eight-a-second": "eight a second",
}
CLOSES: Final = {True: "yes", False: "no", None: "not said yet"}
YES_THESE: Final = "yes: {these}"
STAGES: Final = {
    "flaccid": "nothing moves yet",
    "paretic": "moves a little",
    "synkinetic": "moves, with linked movement",
}
THEMES: Final = {
    "calm-dark": "calm, dark",
    "calm-light": "calm, light",
    "high-contrast": "high contrast",
}
TYPE: Final = {
    "source": (
        "Which camera",
        (
            "camera:0 is the first one, camera:1 the second; part of its name works too "
            "(camera:USB). A file, an address, or sim for the simulated patient."
        ),
    ),
    "folders": (
        "Folders with routines",
        "Routines your therapist wrote can lie in any folder. Commas between folders.",
    ),
    "keys": (
        "Other keys",
        (
            "Pairs with commas, such as session.pause=space, session.stop=x. The names are in the "
            "help of each screen. Empty for the usual keys."
        ),
    ),
}
CHANGED_ELSEWHERE: Final = "Settings were changed in another window: {changes}."
IS_NOW: Final = "{label} is now {value}"
ANSWERS_NOW: Final = "some answers are new"
MORE_NOW: Final = "and more"
NOT_WRITTEN: Final = (
    "What you chose is not in the file yet. It holds while this window is open, and is written "
    "as soon as the file takes it."
)
LOOK_AGAIN: Final = "Please look at this page again before you begin."
NOT_A_PAIR: Final = "This is no pair of name and key: {part}"
