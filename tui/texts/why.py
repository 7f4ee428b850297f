"""What `why` says: each comparison of a guard in one sentence, with its numbers and its limits."""

RULE = {
    "fatigue": "tiring",
    "overcompensation": "the strong side",
    "synkinesis": "linked movement",
    "self": "your own stop",
}
LOOK = {
    "loss": "Tiring",
    "hold-decay": "Sinking hold",
    "size": "Strong side",
    "pucker-eye": "Eye with the pucker",
    "smile-eye": "Eye with the smile",
    "closure-corner": "Mouth corner with the eye",
    "brow-corner": "Mouth corner with the brow",
}
NOT_JUDGED = {
    "no-reference": "not judged yet: your gentle size was still being found",
    "first-repetitions": "not judged yet: the first three repetitions show your start",
    "not-read": "not judged: this part was not seen",
}
UNIT = {"percent": "%", "points": "points", "mm": "mm"}

HEAD = "{stem}, {routine}. Weak side: {side}."
KEPT_BY = "Kept by version {program}, rules {rules}, model {model}."
NO_MODEL = "none"
REP = "Repetition {n}, at {at}: weak side {affected}, strong side {unaffected}."
SET = "{name} ({id}), set {set}"
SIZE = "{mm} mm"
SIZE_OF = "{mm} mm ({percent} % of the gentle size)"
UNSEEN = "{mm} mm (no movement seen)"
TARGET = "The target was {percent} % of the gentle size."
NOT_SCORED = "Not scored: {why}. No guard judged it."
LOW = "No guard judged it: your head was a little turned, so the numbers are not sure."
LANDMARKS = "No guard judged it: the two halves were not seen well enough."
DOUBTFUL = "No guard judged it: the numbers of this movement were not sure."

LOSS = "{percent} % less than at the start ({mm} mm less)"
GAIN = "{percent} % more than at the start ({mm} mm more)"
SAG = "it sank by {percent} % ({mm} mm)"
HELD = "it did not sink"
OF_SIZE = "{percent} % of its gentle size ({mm} mm over it)"
UNDER_SIZE = "{percent} % of its gentle size (not over it)"
LINKED = "{value} {unit}"
LIMITS_BOTH = "caution from {caution} % and {caution_mm} mm, stop from {stop} % and {stop_mm} mm"
LIMITS = "caution from {caution}, stop from {stop} {unit}"
LIMIT = "limit {stop} % and {stop_mm} mm"
ONE_LIMIT = "limit {stop} {unit}"
IN_A_ROW = "{needed} in a row end the set"
IN_A_SET = "{needed} in one set end it"
OR_CAUTIONS = "so do {needed} repetitions with a caution"
COUNTED = "Number {n} in a row."
COUNTED_IN_SET = "Number {n} in this set."
NEAR = "{share} % of the way to a caution"
QUIET = "Quiet."
REACHED_CAUTION = "At a caution."
REACHED_STOP = "At the level of a stop."

SAID = {"hint": "Told", "caution": "Caution", "stop": "Stop"}
STOPPED = "This ended the set."
NO_REPS = "No repetition was measured in this practice."
NO_MATCH = "There is no such repetition in this practice."
SAME = "This version would decide the same."
DIFFERENT = "This version would decide differently: {what}"
THEN_STOP = "then {then}, now {now}."
NOTHING = "nothing"
A_REP = "a repetition was counted"
AN_UNSEEN = "a repetition was not seen"
AN_END = "the exercise was {ended}"
THE_END = "the practice was {ended}"
RULE_SAID = "{level} for {rule} in repetition {rep}"
CHANGED = "The rule has changed since version {version}: {what}"
NO_CHANGE = "No change of this rule is listed."

HOLDS = "This record holds {exercises}, {reps}, {cautions} and {stops}."
NO_SERIES = "It keeps no readings. So its decisions cannot be replayed."
BROKEN_SERIES = "{why} So its decisions cannot be replayed."

TITLE = "Why a set was ended, or was not"
WAIT = "One moment. The numbers of each repetition are read."
KEYS = {
    "why": ("Why", "what each guard saw in each repetition"),
    "back": ("Back", "back"),
}
HELP = """What each guard saw in each repetition, and how near it was to a limit.

A caution is a word. A stop ends the set. The numbers are made again from what was kept of this
practice, with the rules of this version. The last line says whether they come out the same.

Up and down   further, and back
Esc           back
"""
