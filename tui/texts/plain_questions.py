"""What only the questions in lines say, and what `run` says where nobody can be asked."""

from typing import Final

from routines.program import COMMAND

INTRO: Final = (
    "Some questions come first. They decide what is right for you. Type the number of your answer, "
    "then Enter. Every answer is kept. You can change it later."
)
TEXTS: Final = {"side": ("Which side was weak when it began? Your own left or right.",)}
"""Where the lines of text ask differently: there is no drawing to touch."""
NUMBER: Final = "One number:"
NUMBERS: Final = "One or more numbers, or 0:"
DATE: Final = "When:"
AGAIN: Final = "I did not understand that. Type a number from the list."
ANSWER_FIRST: Final = (
    "Some safety questions come first. They take three minutes. Answer them in a terminal window: "
    f"{COMMAND} (or in lines of text: {COMMAND} run --plain). "
    f"The simulated patient needs none: {COMMAND} run --source sim"
)
"""For `run` where nobody can be asked."""
