"""The texts of the card that shows how a movement is done."""

from typing import Final

from routines.language import _, pgettext
from routines.model import Sides
from routines.movements import Watch

DO: Final = _("How: {text}")
QUIET: Final = _("Quiet: {text}")
EFFORT: Final = _("Effort: 2 or 3 of 10. Small is right.")
FINGER: Final = _("Finger: {text}")
CARE: Final = _("Care: {text}")

QUIET_EYES: Final = _("both eyes stay open and soft.")
QUIET_CORNERS: Final = _("the corners of the mouth stay loose.")
QUIET_REST: Final = _("the rest of your face stays loose.")
QUIET_SIDE: Final[dict[Sides, str]] = {
    "weak": _("the strong side stays still."),
    "strong": _("the weak side stays still."),
}
QUIET_OF: Final[dict[Watch, str]] = {
    "pucker-eye": QUIET_EYES,
    "smile-eye": QUIET_EYES,
    "closure-corner": QUIET_CORNERS,
    "brow-corner": QUIET_CORNERS,
}
FINGER_RESTS: Final = _("rest it softly on the {part} that is to stay quiet.")
EFFORT_SAID: Final = (
    _(" Use effort two or three of ten."),
    _(" Use effort two of ten."),
    _(", never more than effort three of ten"),
)
"""Said in the instructions of some exercises; the card has a line of its own for it."""

SHADED: Final = _("Shaded: this moves.")
RINGED: Final = _("Ringed: stays still.")
"""What the marks on the drawn face mean."""

WHEN_READY: Final = _("Enter when you are ready. h shows this again at any time.")
PASSES: Final = _("It goes on by itself.")
BACK: Final = _("Enter or h: back to the practice.")
PLAIN_WHEN_READY: Final = _("Enter when you are ready.")
ONE_LINE: Final = "{move}. {hold}. {release}."
ONE_BREATH: Final = "{move}. {release}."
TIMES: Final = _("{reps} times, small and slow.")
ONCE: Final = _("Once, small and slow.")

CHANGE_SIDES: Final = _("Change sides")
CHANGE_LARGE: Final = pgettext("a large word", "Change")
BREATH_LARGE: Final = {
    "move": pgettext("a large word", "In"),
    "release": pgettext("a large word", "Out"),
}
"""In large letters a longer word does not fit."""
SECONDS_MORE: Final = _("{seconds} seconds more.")
AIMS_AT: Final = _("Aim at {target} % of your own gentle size, not more.")
