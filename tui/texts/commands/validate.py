"""What the kit for a clinic asks and tells; its protocol stands in `sessions.selftest`."""

from routines.language import _
from routines.movements import MeasureKey
from routines.program import COMMAND
from sessions.selftest.ruler_study import ComparedId, Half

TITLES: dict[ComparedId, str] = {
    "program-rater-1": _("Program minus rater 1, the same hold"),
    "program-rater-2": _("Program minus rater 2, the same hold"),
    "raters": _("Rater 1 minus rater 2, other holds"),
    "program-holds": _("Program minus program, the holds of rater 1 and rater 2"),
}
HALVES: dict[Half, str] = {"affected": _("weak"), "unaffected": _("strong")}
HEAD = (_("movement"), _("half"), "n", _("bias"), _("limits of agreement"), "ICC(2,1)")
TOO_FEW = _("too few")
LEGEND = (
    _("mm. In brackets: 95 % interval of bias and of each limit, from seven people on."),
    _("ICC(2,1): two-way random, absolute agreement, single measurement."),
    _("* The program shows no size of this movement: it is read too coarsely."),
)
SIMULATED = _("SIMULATED PATIENT: these numbers are nobody's.")
SIMULATED_LEFT_OUT = _("Left out: {rows} of the simulated patient.")
SUBJECTS = _("{codes}, {values} of raters.")

ASK = _("{movement}, {half} half (the person's {side}), hold {hold}: mm?")
HOW = _(
    "Type the movement in mm, or the distance at rest and then in the hold (62 57.5). "
    "Enter alone: not measured."
)
NOT_SCORED = _("{movement}, {half} half: not scored by the program, left out.")
NOT_KEPT = _("Nothing was kept.")
KEPT = _("Kept: {values} of rater {rater} for {subject} in {file}.")
WRITTEN = _("Written: {path}")
NO_SESSION = _(
    "There is no practice of the routine validation here. Do it first: "
    "{command} run validation.toml --side left (or --source sim)."
).format(command=COMMAND)
NO_SCORED = _("The program scored none of the holds of rater {rater} in this practice.")
TWICE = _("Rater {rater} has values of {subject} in {file} already. Correct them there.")

TWICE_SHOWN = _("Rater {rater} has values of {subject} in {file} and in a table before it.")
CHANGED = _(
    "{path} is there already and was changed, or comes from another version. Nothing was written. "
    "Name another folder."
)


def name_of(movement: MeasureKey) -> str:
    """As a line begins with it."""
    return movement.replace("-", " ").capitalize()
