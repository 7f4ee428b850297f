"""What is said after a practice: the summary, the effort, the note, and where it is kept."""

from typing import Final

from routines.language import _, pgettext
from sessions.engine.interface.commands import Ending
from sessions.reps.rep import Rule

ENDED: Final[dict[Ending, str]] = {
    "finished": _("Done."),
    "stopped": _("Enough for now."),
    "abandoned": _("Ended early."),
}
TITLE: Final = {
    ended: _("{said} What you did is kept.").format(said=said) for ended, said in ENDED.items()
}
NOT_YET: Final = _("{begins} What you did is not kept yet.")
LOOK_MOVED: Final = _("The camera saw a small movement on the weak side:")
LOOK_STILL: Final = _(
    "The camera saw no movement on the weak side this time. It says nothing about later. The next "
    "look is in a week."
)
LOOK_TRIED: Final = _("Thank you. That was this one.")
NOTHING: Final = _("Nothing was counted this time. That is fine.")
REPS: Final = _("{name}: {done} of {planned} movements")
STILL: Final = _("{name}: no movement seen on the {side} yet")
GUIDED: Final = _("{name}: done, by the clock")
GUIDED_PART: Final = _("{name}: begun, and ended early")
BY_CLOCK: Final = _("{count} by the clock")
SKIPPED: Final = _("{name}: left out today")
LEFT_OUT: Final = _("Left out today: {count} exercises")
UNSCORED: Final = _("{count} not scored: {why}")
DOUBTFUL: Final = _("{count} done; the size was not readable")
UNSEEN: Final = _("{count} without a movement of the {side} side that I could see")
DONE: Final = _("done")
BEGUN: Final = _("begun")
DONE_OF: Final = _("{done} of {planned}")
OUT: Final = _("left out")
OTHERS: Final = _("{count} other exercises")
WENT_SIZE: Final = _("weak side {mm} mm")
WENT_GAP: Final = _("eye gap {mm} mm")
WENT_SMALLER: Final = _("smaller size")
WENT_LINKED: Final = _("linked, {times}")
WENT_UNSCORED: Final = _("{count} not scored")
WENT_STILL: Final = _("none seen yet")
WENT_AGAIN: Final = _("again, smaller")
WENT_BY_CLOCK: Final = _("by the clock")
WENT_PART_BY_CLOCK: Final = _("{count} by the clock")
WENT_RULE: Final[dict[Rule, str]] = {
    "fatigue": _("it tired"),
    "overcompensation": _("strong side large"),
    "synkinesis": _("linked movement"),
    "self": _("you ended it"),
}
WENT_SIGN: Final = {"pain": _("pain"), "no movement seen": _("none seen yet")}
"""How an exercise went, in two or three words, after its name and "3 of 5"."""
REST: Final = _("Your face at rest, before the first movement:")
STOP: Final = _("ended early: {sentence}")
STOPPED_BEFORE: Final = _("{name}: stopped before the first movement")
STOP_BETWEEN: Final = _("stopped in between: {sentence}")
SMALLER: Final = _("asked for at {percent} % of your own size: a small number is right")
LINKED: Final = _("in {count} of them another part moved too; smaller is right")
CAUTIONS: Final[dict[Rule, str]] = {
    "fatigue": _("in {count} of them the weak side seemed to tire"),
    "overcompensation": _("in {count} of them the strong side moved too much; softer is right"),
}
FINGER: Final = _("with a finger on the quiet part: not judged, no step up")
HIDDEN: Final = _("without the bars {percent} % of the size with them")
RETRY: Final = _("then once more, smaller")
KEPT: Final = _("Kept in {path}")
NOT_KEPT_TITLE: Final = _("The record cannot be written yet")
NOT_KEPT_OPTIONS: Final = {"again": _("Try again"), "leave": _("Leave it as it is")}
NOT_KEPT_AGAIN: Final = _("Enter tries again. Type q and Enter to leave it as it is:")
NOT_KEPT: Final = _("There is no record yet. {why}")
EFFORT_ASK: Final = _("How much effort was it, 0 to 10?  Type the number.")
EFFORT_KNOWN: Final = _("Effort: {value} of 10.")
EFFORT_HIGH: Final = _("Next time a little smaller. 2 or 3 is right.")
NOTE_LABEL: Final = _("A note for yourself, if you like")
CLOSE: Final = pgettext("key", "Close")
CLOSE_LONG: Final = _("close; nothing has to be answered")
NOTE: Final = _("Note")
NOTE_LONG: Final = _("write a line for yourself; it is kept with the session")
MORE: Final = _("More")
MORE_LONG: Final = _("all that was seen, and why a set was ended or was not")
MORE_TITLE: Final = _("What was seen")
HELP: Final = _("""
What you did, as it was kept. Numbers are only ever compared with your own.

A line an exercise: how much of it was done, and how large it was or how it went. m shows the rest.

Effort: 2 or 3 of 10 is right. Type 0 to 10, or leave it out.
""")
