"""What is said of a practice that was interrupted, or that goes on in another window."""

from typing import Final

from routines.language import _
from routines.program import COMMAND

TITLE: Final = _("A practice was interrupted")
ALREADY_RUNNING: Final = _("A practice is running in another window. End it there first.")
CLOSED: Final = _("Your answers have changed. It cannot go on now.")
OTHER_DAY: Final = _("It is from another day. It cannot go on today.")
SMALLER: Final = _("Your plan asks for less by now. It cannot go on as it was.")
LINE: Final = "{name}, {when}. {done}"
DONE: Final = _("Movements kept: {reps}.")
NONE: Final = _("Nothing had been counted.")
OPTIONS: Final = {
    "resume": _("Go on where it stopped"),
    "keep": _("Keep what was done"),
    "discard": _("Throw it away"),
}
DISCARD_ASK: Final = _("Throw this practice away?")
DISCARD_ABOUT: Final = _("{line} It is deleted. It cannot be brought back.")
DISCARD_YES: Final = _("y  throw it away")
DISCARD_NO: Final = _("n  leave it (Enter)")
DISCARD_TYPE: Final = _("Type yes to throw it away. Enter leaves it:")
KEPT: Final = _("It is kept.")
THROWN_AWAY: Final = _("It is thrown away.")
LEFT: Final = _("It stays as it is. You are asked again at the next start.")
NAMED: Final = _(
    "A practice was interrupted: {line} You are asked about it at the next start in a terminal "
    "window: {command}"
).format(command=COMMAND, line="{line}")
ENDED: Final = _(
    "A practice had come to its end and is not in the history yet: {line} It is kept there at the "
    "next start: {command}"
).format(command=COMMAND, line="{line}")
FILED: Final = _("A practice that had come to its end is kept now: {line}")
BROKEN: Final = _("One unfinished practice cannot be read: {problem} It stays where it is: {path}")
