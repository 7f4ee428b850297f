"""What `why` says: each comparison of a guard in one sentence, with its numbers and its limits."""

from routines.language import _, pgettext
from sessions.engine.interface.commands import Ending, StepEnding

RULE = {
    "fatigue": _("tiring"),
    "overcompensation": _("the strong side"),
    "synkinesis": _("linked movement"),
    "self": _("your own stop"),
}
LOOK = {
    "loss": _("Tiring"),
    "hold-decay": _("Sinking hold"),
    "size": _("Strong side"),
    "pucker-eye": _("Eye with the pucker"),
    "smile-eye": _("Eye with the smile"),
    "closure-corner": _("Mouth corner with the eye"),
    "brow-corner": _("Mouth corner with the brow"),
}
NOT_JUDGED = {
    "no-reference": _("not judged yet: your gentle size was still being found"),
    "first-repetitions": _("not judged yet: the first three repetitions show your start"),
    "not-read": _("not judged: this part was not seen"),
}
UNIT = {"percent": "%", "points": _("points"), "mm": "mm"}

HEAD = _("{stem}, {routine}. Weak side: {side}.")
KEPT_BY = _("Kept by version {program}, rules {rules}, model {model}.")
NO_MODEL = pgettext("no model", "none")
REP = _("Repetition {n}, at {at}: weak side {affected}, strong side {unaffected}.")
SET = _("{name} ({id}), set {set}")
SIZE = "{mm} mm"
SIZE_OF = _("{mm} mm ({percent} % of the gentle size)")
UNSEEN = _("{mm} mm (no movement seen)")
TARGET = _("The target was {percent} % of the gentle size.")
NOT_SCORED = _("Not scored: {why}. No guard judged it.")
LOW = _("No guard judged it: your head was a little turned, so the numbers are not sure.")
LANDMARKS = _("No guard judged it: the two halves were not seen well enough.")
DOUBTFUL = _("No guard judged it: the numbers of this movement were not sure.")

LOSS = _("{percent} % less than {start} ({mm} mm less)")
GAIN = _("{percent} % more than {start} ({mm} mm more)")
START = _("at the start")
SCALED_START = _("expected at this target")
TOO_SMALL = _("no movement was seen on the weak side, so there is no size to compare")
NOT_ALONG = _("it did not come along")
SAG = _("it sank by {percent} % ({mm} mm)")
HELD = _("it did not sink")
OF_SIZE = _("{percent} % of its gentle size ({mm} mm over it)")
UNDER_SIZE = _("{percent} % of its gentle size (not over it)")
LINKED = "{value} {unit}"
LIMITS_BOTH = _("caution from {caution} % and {caution_mm} mm, stop from {stop} % and {stop_mm} mm")
LIMITS = _("caution from {caution}, stop from {stop} {unit}")
LIMIT = _("limit {stop} % and {stop_mm} mm")
ONE_LIMIT = _("limit {stop} {unit}")
IN_A_ROW = _("{needed} in a row end the set")
IN_A_SET = _("{needed} in one set end it")
DOWN_FIRST = _(
    "{needed} in a row lead to a smaller try, and at the smallest target they end the set"
)
OR_WITH_SIGN = _("so do {needed} in a row at a caution with another sign of tiring")
OR_CAUTIONS = _("so do {needed} repetitions with a caution")
COUNTED = _("Number {n} in a row.")
COUNTED_IN_SET = _("Number {n} in this set.")
CAUTIONS = _("Repetitions with a caution in this set: {n}.")
NEAR = _("{share} % of the way to a caution")
QUIET = _("Quiet.")
REACHED_CAUTION = _("At a caution.")
REACHED_STOP = _("At the level of a stop.")

SAID = {"hint": _("Told"), "caution": _("Caution"), "stop": pgettext("what a guard said", "Stop")}
STOPPED = _("This ended the set.")
LAST_OF_SET = _("It was the last repetition of the set, so nothing was left to end.")
FOR_A_MOMENT = _("This was for a moment. The number above is the middle of the hold.")
TOLD_FROM = _("It is said from {limit} % on. For a moment it was {percent} %.")
SAID_AT = _("{said}, at {at}: {sentence}")
UNSEEN_AT = _("A repetition, at {at}: {why}")
BLIND = _("What the camera cannot guard: {why}")
GONE_ON = _("Here the practice was broken off and gone on with. Times count from there.")
ENDED: dict[StepEnding, str] = {
    "done": _("Done by the clock. Nothing is measured there."),
    "stopped": _("Ended early. {why}"),
    "skipped": _("Skipped. {why}"),
    "left-out": _("Left out. {why}"),
}
NOT_BEGUN = _("{name} ({id}): {ended}")
NO_REPS = _("No repetition was measured in this practice.")
NO_MATCH = _("There is no such repetition in this practice.")
SAME = _("This version would decide the same.")
DIFFERENT = _("This version would decide differently: {what}")
THEN_NOW = _("then {then}, now {now}.")
THEN_NOW_IN = _("in {name}, then {then}, now {now}.")
NOTHING = _("nothing")
A_REP = _("a repetition was counted")
AN_UNSEEN = _("a repetition was not seen")
AN_END: dict[StepEnding, str] = {
    "done": _("the exercise was done"),
    "stopped": _("the exercise was stopped"),
    "skipped": _("the exercise was skipped"),
    "left-out": _("the exercise was left out"),
}
THE_END: dict[Ending, str] = {
    "finished": _("the practice was finished"),
    "stopped": _("the practice was stopped"),
    "abandoned": _("the practice was broken off"),
}
RULE_SAID = _("{level} for {rule} in repetition {rep}")
CHANGED = _("The rule has changed since version {version}: {what}")
NO_CHANGE = _("No change of this rule is listed.")

HOLDS = _("This record holds {exercises}, {reps}, {cautions} and {stops}.")
NO_SERIES = _("It keeps no readings. So its decisions cannot be replayed.")
BROKEN_SERIES = _("{why} So its decisions cannot be replayed.")

TITLE = _("Why a set was ended, or was not")
WAIT = _("One moment. The numbers of each repetition are read.")
KEYS = {
    "why": (_("Why"), _("what each guard saw in each repetition")),
    "back": (_("Back"), _("back")),
}
HELP = _("""What each guard saw in each repetition, and how near it was to a limit.

A caution is a word. A stop ends the set. A point is one hundredth of how far your eye is open at
rest. The numbers are made again from what was kept of this practice, with the rules of this
version. The last line says whether they come out the same.
""")
