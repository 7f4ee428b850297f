"""What the kit for a clinic asks and tells; its protocol stands in `sessions.selftest`."""

from routines.movements import MeasureKey
from routines.program import COMMAND
from sessions.selftest.ruler_study import ComparedId, Half

TITLES: dict[ComparedId, str] = {
    "program-rater-1": "Program minus rater 1, the same hold",
    "program-rater-2": "Program minus rater 2, the same hold",
    "raters": "Rater 1 minus rater 2, other holds",
    "program-holds": "Program minus program, the holds of rater 1 and rater 2",
}
HALVES: dict[Half, str] = {"affected": "weak", "unaffected": "strong"}
HEAD = ("movement", "half", "n", "bias", "limits of agreement", "ICC(2,1)")
TOO_FEW = "too few"
LEGEND = (
    "mm. In brackets: 95 % interval of bias and of each limit, from seven people on.",
    "ICC(2,1): two-way random, absolute agreement, single measurement.",
    "* The program shows no size of this movement: it is read too coarsely.",
)
SIMULATED = "SIMULATED PATIENT: these numbers are nobody's."
SIMULATED_LEFT_OUT = "Left out: {rows} of the simulated patient."
SUBJECTS = "{codes}, {values} of raters."

ASK = "{movement}, {half} half (the person's {side}), hold {hold}: mm?"
HOW = (
    "Type the movement in mm, or the distance at rest and then in the hold (62 57.5). "
    "Enter alone: not measured."
)
NOT_SCORED = "{movement}, {half} half: not scored by the program, left out."
NOT_KEPT = "Nothing was kept."
KEPT = "Kept: {values} of rater {rater} for {subject} in {file}."
WRITTEN = "Written: {path}"
NO_SESSION = (
    "There is no practice of the routine validation here. Do it first: "
    f"{COMMAND} run validation.toml --side left (or --source sim)."
)
NO_SCORED = "The program scored none of the holds of rater {rater} in this practice."
TWICE = "Rater {rater} has values of {subject} in {file} already. Correct them there."

TWICE_SHOWN = "Rater {rater} has values of {subject} in {file} and in a table before it."
CHANGED = (
    "{path} is there already and was changed, or comes from another version. Nothing was written. "
    "Name another folder."
)


def name_of(movement: MeasureKey) -> str:
    """As a line begins with it."""
    return movement.replace("-", " ").capitalize()
