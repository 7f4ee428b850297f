"""What is said where a plan is built in lines of text."""

from collections.abc import Collection
from typing import Final

from routines.language import _
from routines.program import COMMAND

LEAVE: Final = "x"
EMPTY: Final = "-"
AGAIN: Final = "?"
INTRO: Final = _(
    "Plan and routines, in lines of text. Type the number of a line or an answer, then Enter. "
    "x goes back. Nothing is kept before s."
)
NOW: Final = _("Now: {now}.")
NONE: Final = _("none of these")
TYPE: Final = _("Your answer, or x:")
TYPE_NOW: Final = _("Enter keeps {now}, - empties it, x goes back. Your answer:")
YES_OR_NO: Final = _("y for yes, Enter for no:")
YES: Final = ("y", "yes")
ROW: Final = "{number}  {label}"
NOT_UNDERSTOOD: Final = _("I did not understand that.")
NOT_IN_LINES: Final = _(
    "Codes need the full screen: {command} setup --plan. In lines of text use a file."
).format(command=COMMAND)
SITTING_NOT_IN_LINES: Final = _(
    "The sitting with a therapist needs the full screen and the camera: {command} setup "
    "--with-therapist. In lines of text a plan can be built: {command} setup --plan --plain"
).format(command=COMMAND)

_KEYS: Final = {
    "keep": _("s keeps it"),
    "add": _("a adds one"),
    "remove": _("d and a number takes one out"),
    "move": _("e or l and a number moves it earlier or later"),
}


def keys_of(keys: Collection[str]) -> str:
    """The question below a sheet, with what can be typed there."""
    named = [text for key, text in _KEYS.items() if key in keys]
    return ", ".join((_("A number changes a line"), *named, _("? lists all, x goes back"))) + ":"
