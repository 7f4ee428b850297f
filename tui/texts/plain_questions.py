"""What only the questions in lines say, and what `run` says where nobody can be asked."""

from typing import Final

from routines.program import COMMAND

INTRO: Final = (
    "Type the number of your answer, then Enter. x leaves the questions for later. Every answer is "
    "kept. You can change it later."
)
EXAMPLE_ASK: Final = "Enter for the questions, or e and Enter for an example of 30 seconds:"
TEXTS: Final = {"side": ("Which side was weak when it began? Your own left or right.",)}
"""Where the lines of text ask differently: there is no drawing to touch."""
NUMBER: Final = "One number:"
NUMBER_OR_LEAVE: Final = "One number, or Enter to leave it for now:"
NUMBERS: Final = "One or more numbers, or 0:"
DATE: Final = "When:"
AGAIN: Final = "I did not understand that. Type a number from the list."
AT_REST: Final = "How uneven is your face at rest? 0 not at all, 10 very much."
AT_REST_ASK: Final = "A number from 0 to 10, or Enter to leave it out:"
AT_REST_AGAIN: Final = "I did not understand that. Type a number from 0 to 10."
ANSWER_FIRST: Final = (
    "Some safety questions come first. They take three minutes. Answer them in a terminal window: "
    f"{COMMAND} (or in lines of text: {COMMAND} run --plain). "
    f"The simulated patient needs none: {COMMAND} run --source sim"
)
"""For `run` where nobody can be asked."""
