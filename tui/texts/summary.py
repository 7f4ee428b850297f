"""What is said after a practice: the summary, the effort, the note, and where it is kept."""

from typing import Final

from sessions.engine.interface.commands import Ending
from sessions.reps.rep import Rule

ENDED: Final[dict[Ending, str]] = {
    "finished": "Done.",
    "stopped": "Enough for now.",
    "abandoned": "Ended early.",
}
TITLE: Final = {ended: f"{said} What you did is kept." for ended, said in ENDED.items()}
NOT_YET: Final = "{begins} What you did is not kept yet."
LOOK_MOVED: Final = "The camera saw a small movement on the weak side:"
LOOK_STILL: Final = (
    "The camera saw no movement on the weak side this time. It says nothing about later. The next "
    "look is in a week."
)
LOOK_TRIED: Final = "Thank you. That was this one."
NOTHING: Final = "Nothing was counted this time. That is fine."
REPS: Final = "{name}: {done} of {planned} movements"
STILL: Final = "{name}: no movement seen on the {side} yet"
GUIDED: Final = "{name}: done, by the clock"
BY_CLOCK: Final = "{count} by the clock"
SKIPPED: Final = "{name}: left out today"
LEFT_OUT: Final = "Left out today: {count} exercises"
UNSCORED: Final = "{count} not scored: {why}"
DOUBTFUL: Final = "{count} done; the size was not readable"
UNSEEN: Final = "{count} without a movement of the {side} side that I could see"
DONE: Final = "done"
DONE_OF: Final = "{done} of {planned}"
OUT: Final = "left out"
OTHERS: Final = "{count} other exercises"
WENT_SIZE: Final = "weak side {mm} mm"
WENT_GAP: Final = "eye gap {mm} mm"
WENT_SMALLER: Final = "smaller size"
WENT_LINKED: Final = "linked, {times}"
WENT_UNSCORED: Final = "{count} not scored"
WENT_STILL: Final = "none seen yet"
WENT_AGAIN: Final = "again, smaller"
WENT_BY_CLOCK: Final = "by the clock"
WENT_PART_BY_CLOCK: Final = "{count} by the clock"
WENT_RULE: Final[dict[Rule, str]] = {
    "fatigue": "it tired",
    "overcompensation": "strong side large",
    "synkinesis": "linked movement",
    "self": "you ended it",
}
WENT_SIGN: Final = {"pain": "pain", "no movement seen": "none seen yet"}
"""How an exercise went, in two or three words, after its name and "3 of 5"."""
REST: Final = "Your face at rest, before the first movement:"
STOP: Final = "ended early: {sentence}"
STOPPED_BEFORE: Final = "{name}: stopped before the first movement"
STOP_BETWEEN: Final = "stopped in between: {sentence}"
SMALLER: Final = "asked for at {percent} % of your own size: a small number is right"
LINKED: Final = "in {count} of them another part moved too; smaller is right"
FINGER: Final = "with a finger on the quiet part: not judged, no step up"
HIDDEN: Final = "without the bars {percent} % of the size with them"
RETRY: Final = "then once more, smaller"
KEPT: Final = "Kept in {path}"
NOT_KEPT_TITLE: Final = "The record cannot be written yet"
NOT_KEPT_OPTIONS: Final = {"again": "Try again", "leave": "Leave it as it is"}
NOT_KEPT_AGAIN: Final = "Enter tries again. Type q and Enter to leave it as it is:"
NOT_KEPT: Final = "This session could not be kept: {why}"
EFFORT_ASK: Final = "How much effort was it, 0 to 10?  Type the number."
EFFORT_KNOWN: Final = "Effort: {value} of 10."
EFFORT_HIGH: Final = "Next time a little smaller. 2 or 3 is right."
NOTE_LABEL: Final = "A note for yourself, if you like"
CLOSE: Final = "Close"
CLOSE_LONG: Final = "close; nothing has to be answered"
NOTE: Final = "Note"
NOTE_LONG: Final = "write a line for yourself; it is kept with the session"
MORE: Final = "More"
MORE_LONG: Final = "all that was seen, and why a set was ended or was not"
MORE_TITLE: Final = "What was seen"
HELP: Final = """
What you did, as it was kept. Numbers are only ever compared with your own.

A line an exercise: how much of it was done, and how large it was or how it went. m shows the rest.

Effort: 2 or 3 of 10 is right. Type 0 to 10, or leave it out.
"""
