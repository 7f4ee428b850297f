"""The texts of the card that shows how a movement is done."""

from typing import Final

from routines.model import Sides
from routines.movements import Watch

DO: Final = "How: {text}"
QUIET: Final = "Quiet: {text}"
EFFORT: Final = "Effort: 2 or 3 of 10. Small is right."
FINGER: Final = "Finger: {text}"
CARE: Final = "Care: {text}"

QUIET_EYES: Final = "both eyes stay open and soft."
QUIET_CORNERS: Final = "the corners of the mouth stay loose."
QUIET_REST: Final = "the rest of your face stays loose."
QUIET_SIDE: Final[dict[Sides, str]] = {
    "weak": "the strong side stays still.",
    "strong": "the weak side stays still.",
}
QUIET_OF: Final[dict[Watch, str]] = {
    "pucker-eye": QUIET_EYES,
    "smile-eye": QUIET_EYES,
    "closure-corner": QUIET_CORNERS,
    "brow-corner": QUIET_CORNERS,
}
FINGER_RESTS: Final = "rest it softly on the {part} that is to stay quiet."
EFFORT_SAID: Final = (
    " Use effort two or three of ten.",
    " Use effort two of ten.",
    ", never more than effort three of ten",
)
"""Said in the instructions of some exercises; the card has a line of its own for it."""

SHADED: Final = "Shaded: this moves."
RINGED: Final = "Ringed: stays still."
"""What the marks on the drawn face mean."""

WHEN_READY: Final = "Enter when you are ready. h shows this again at any time."
PASSES: Final = "It goes on by itself."
BACK: Final = "Enter or h: back to the practice."
PLAIN_WHEN_READY: Final = "Enter when you are ready."
ONE_LINE: Final = "{move}. {hold}. {release}."
ONE_BREATH: Final = "{move}. {release}."
TIMES: Final = "{reps} times, small and slow."
ONCE: Final = "Once, small and slow."

CHANGE_SIDES: Final = "Change sides"
CHANGE_LARGE: Final = "Change"
BREATH_LARGE: Final = {"move": "In", "release": "Out"}
"""In large letters a longer word does not fit."""
SECONDS_MORE: Final = "{seconds} seconds more."
AIMS_AT: Final = "Aim at {target} % of your own gentle size, not more."
