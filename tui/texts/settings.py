"""Every text of the settings screen, in one place."""

from typing import Final

from routines.feedback import Feedback
from routines.language import _, pgettext
from sessions.readings import Load

TITLE: Final = _("Settings")
HELP: Final = _(
    "Everything can be changed here, at any time. Enter changes the marked line: some turn over, "
    "some ask their question again, some are typed. It is kept at once."
)
HEADINGS: Final = {
    "you": _("You"),
    "screen": _("Screen"),
    "sound": _("Sound"),
    "camera": _("Camera"),
    "more": _("More"),
}
LABELS: Final = {
    "name": _("Name"),
    "side": _("Weak side"),
    "stage": _("Where you are now"),
    "onset": _("When it began"),
    "linked": _("Linked movement known"),
    "linked-fingers": _("Finger on the quiet part"),
    "eye-closes": _("Eye closes softly"),
    "eye-covered": _("Eye covered in practice"),
    "flags": _("Warning signs"),
    "not-for": _("Not for everybody"),
    "toxin-date": _("Last botulinum toxin"),
    "therapist-plan": _("A therapist made the plan"),
    "doctor": _("What a doctor said"),
    "cause": _("What it comes from"),
    "operated": _("Operated"),
    "regions": _("Parts to work on"),
    "tension": _("Tight or twitching"),
    "all": _("Go through all questions again"),
    "therapist": _("Set up with a therapist"),
    "plan": _("Plan and routines"),
    "view": _("What you see in practice"),
    "theme": _("Colours"),
    "roomy": _("Roomy layout"),
    "large-print": _("Large print in practice"),
    "reduced-motion": _("No moving drawings"),
    "feedback": _("Bars in practice"),
    "language": _("Language"),
    "sound": _("Sounds"),
    "spoken": _("Spoken words too"),
    "nudge": _("Notify when a rest is over"),
    "source": _("Camera"),
    "mirrored": _("Mirrored camera"),
    "saver": _("Spare the computer"),
    "load": _("Pictures read"),
    "whole-face": _("Strong side as a whole face"),
    "photos": _("Progress photos"),
    "clips": _("Short clips with them"),
    "backups": _("Weekly backup"),
    "folders": _("Own routine folders"),
    "keys": _("Keys"),
    "where": _("Where your notes live"),
}
OF_THE_SYSTEM: Final = _("as the system")
FROM_NEXT_START: Final = _("{language} (from the next start)")
NOT_SAID: Final = _("not said yet")
NONE: Final = pgettext("no folders, no linked movement", "none")
USUAL: Final = _("as usual")
TICKED: Final = "{count}: {first} ..."
TICKED_OF: Final = _("{count} of {of} ticked")
YES: Final = _("yes")
NO: Final = _("no")
FEEDBACKS: Final[dict[Feedback, str]] = {
    "always": _("always"),
    "fading": _("hidden now and then"),
    "after": _("only afterwards"),
}
"""A plan that says it outranks this."""
SPEECH_TITLE: Final = _("Spoken words")
SPEECH: Final = _(
    "This computer can speak the words of a practice, so that you need not look: what to do, when "
    "to let go, and every caution. You can change this in Settings."
)
SPEECH_OPTIONS: Final = {"yes": _("Speak them"), "no": _("Tones alone")}
FEEDBACK_TITLE: Final = _("The bars in practice")
FEEDBACK: Final = _(
    "You know the movements now. The bars can be hidden in some of them, so that you learn to feel "
    "how far you move. You see what you did afterwards. The program watches all the same, and "
    "stops as before. You can change this in Settings."
)
FEEDBACK_OPTIONS: Final = {
    "fading": _("Hide them now and then"),
    "after": _("Show them only afterwards"),
    "always": _("Always show them"),
}
LOADS: Final[dict[Load | None, str]] = {
    None: _("as many as this computer can"),
    "every-frame": _("every one"),
    "every-second": _("every second one"),
    "in-turns": _("left and right in turns"),
    "eight-a-second": _("eight a second"),
}
CLOSES: Final = {True: _("yes"), False: _("no"), None: _("not said yet")}
YES_THESE: Final = _("yes: {these}")
STAGES: Final = {
    "flaccid": _("nothing moves yet"),
    "paretic": _("moves a little"),
    "synkinetic": _("moves, with linked movement"),
}
THEMES: Final = {
    "calm-dark": _("calm, dark"),
    "calm-light": _("calm, light"),
    "high-contrast": _("high contrast"),
}
TYPE: Final = {
    "source": (
        _("Which camera"),
        _(
            "camera:0 is the first one, camera:1 the second; part of its name works too "
            "(camera:USB). A file, an address, or sim for the simulated patient."
        ),
    ),
    "folders": (
        _("Folders with routines"),
        _("Routines your therapist wrote can lie in any folder. Commas between folders."),
    ),
    "keys": (
        _("Other keys"),
        _(
            "Pairs with commas, such as session.pause=space, session.stop=x. The names are in the "
            "help of each screen. Empty for the usual keys."
        ),
    ),
}
CHANGED_ELSEWHERE: Final = _("Settings were changed in another window: {changes}.")
IS_NOW: Final = _("{label} is now {value}")
ANSWERS_NOW: Final = _("some answers are new")
MORE_NOW: Final = _("and more")
NOT_WRITTEN: Final = _(
    "What you chose is not in the file yet. It holds while this window is open, and is written "
    "as soon as the file takes it."
)
LOOK_AGAIN: Final = _("Please look at this page again before you begin.")
NOT_A_PAIR: Final = _("This is no pair of name and key: {part}")
