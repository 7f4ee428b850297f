"""What only the questions in lines say, and what `run` says where nobody can be asked."""

from typing import Final

from routines.language import _
from routines.program import COMMAND

INTRO: Final = _(
    "Type the number of your answer, then Enter. x leaves the questions for later. Every answer is "
    "kept. You can change it later."
)
EXAMPLE_ASK: Final = _("Enter for the questions, or e and Enter for an example of 30 seconds:")
TEXTS: Final = {"side": (_("Which side was weak when it began? Your own left or right."),)}
"""Where the lines of text ask differently: there is no drawing to touch."""
NUMBER: Final = _("One number:")
NUMBER_OR_LEAVE: Final = _("One number, or Enter to leave it for now:")
NUMBERS: Final = _("One or more numbers, or 0:")
DATE: Final = _("When:")
AGAIN: Final = _("I did not understand that. Type a number from the list.")
AT_REST: Final = _("How uneven is your face at rest? 0 not at all, 10 very much.")
AT_REST_ASK: Final = _("A number from 0 to 10, or Enter to leave it out:")
AT_REST_AGAIN: Final = _("I did not understand that. Type a number from 0 to 10.")
ANSWER_FIRST: Final = _(
    "Some safety questions come first. They take three minutes. Answer them in a terminal window: "
    "{command} (or in lines of text: {command} run --plain). "
    "The simulated patient needs none: {command} run --source sim"
).format(command=COMMAND)
"""For `run` where nobody can be asked."""
