"""What is said when a plan goes to another computer, or comes from one."""

from typing import Final

from routines.language import _
from routines.program import COMMAND

WHAT_TITLE: Final = _("Hand over")
WHAT_TEXT: Final = _(
    "A plan goes with the routines it names, unless they come with the program. What is written in "
    "them goes along: who made the plan, the word for home. No records and no settings go, and "
    "nothing that a therapist allowed one person by name."
)
PLAN: Final = _("the plan, with its routines")
ROUTINE: Final = _("only this routine: {name}")
NO_PLAN: Final = _("There is no plan here yet, and no routine of your own.")
NO_PLAN_NAMED: Final = _(
    "There is no plan here yet. Name a routine to hand over: {command} routine hand-over ROUTINE"
).format(command=COMMAND)
HOW_TITLE: Final = _("How?")
HOW_OPTIONS: Final = {
    "codes": _("codes on this screen, for the camera of the other computer"),
    "file": _("a file"),
}
FILE_TITLE: Final = _("Where shall the file go?")
FILE_ABOUT: Final = _("Its name ends in .zip. Only a file of this program is written over.")
FILE_USUAL: Final = "~/slowsmile-plan.zip"
WRITTEN: Final = _("Written: {path}. On the other computer: {command} routine take FILE").format(
    command=COMMAND, path="{path}"
)
LEAVES: Final = _("Not part of it, because it is allowed for one person by name: {exercises}.")

CODES_TITLE: Final = _("For the other computer")
CODES_DRAWING: Final = _("The codes are being drawn.")
CODES_NUMBER: Final = _("Code {n} of {of}")
CODES_HOW: Final = _(
    "On the other computer: Settings, Plan and routines, Take. Or type:\n"
    "{command} routine take --source camera\n\n"
    "Hold it near its camera: half of the picture or more. {turns}"
).format(command=COMMAND, turns="{turns}")
CODES_ONE: Final = _("One code is all.")
CODES_TURN: Final = _("The codes change by themselves until all are read.")
CODES_SMALL: Final = _("The window is too small for a code. Make it larger, or hand over a file.")
CODES_MANY: Final = _(
    "Too long for codes of this size. Make the window larger, or hand over a file."
)
CODES_NO_BLOCKS: Final = _(
    "This terminal cannot draw codes. Use another one, or hand over a file: -o FILE.zip"
)
CODES_PAUSED: Final = _("Paused. Space goes on.")

TAKE_TITLE: Final = _("Take a plan or a routine")
TAKE_TEXT: Final = _(
    "From another computer, where it was handed over. It is shown before it is kept."
)
TAKE_OPTIONS: Final = {
    "camera": _("codes on the other screen, with the camera"),
    "file": _("a file"),
}
TAKE_FILE_TITLE: Final = _("Which file?")
TAKE_FILE_ABOUT: Final = _("A .zip that was handed over, a plan.toml, or a routine (.toml).")

READ_TITLE: Final = _("Show the codes to the camera")
READ_OPENING: Final = _("The camera is being opened.")
READ_HOW: Final = _(
    "Hold the other screen still and straight. The whole code, with its white edge, should be in "
    "the picture, about as large as a face."
)
READ_NONE: Final = _("No code seen yet.")
READ_OTHER: Final = _("That code is none of this program.")
READ_SOME: Final = _("Read: {have} of {of}. Still missing: {missing}.")
READ_GONE: Final = _("{why}\nEsc leaves this.")
READ_END: Final = _("The pictures have ended.")
READ_SIMULATED: Final = _(
    "The simulated patient shows no codes. Choose a camera in Settings first, or take a file."
)

REVIEW_TITLE: Final = _("Take this?")
REVIEW_REPLACES: Final = _("It replaces what is here: {names}. The earlier ones go into a backup.")
REVIEW_IN_PLACE: Final = _(
    "The program has a routine with the same id: {names}. When you take this one, it is used in "
    "place of the program's."
)
REVIEW_LEAVES: Final = _(
    "Left out: what a therapist allowed by name, {exercises}. Allow it on this computer, in "
    "Settings, Set up with a therapist."
)
REVIEW_STAGE: Final = _("It is for the {theirs} stage. On this computer the stage is {ours}.")
REVIEW_LIFT: Final = _("  Beyond the usual limit of {name}: {why}")
REVIEW_LIMIT: Final = _("  {exercise}: {guard} {key} {value:g} (usual {usual:g})")
REVIEW_SAME: Final = _("All of it is here already, word for word.")
REVIEW_YES: Final = _("Take it")
REVIEW_NO: Final = _("Leave it")
REVIEW_BACK: Final = _("Back")
TAKEN: Final = _("Kept: {names}.")
TAKEN_BACKUP: Final = _("Kept: {names}. What it replaced lies in {backup}.")
NOT_TAKEN: Final = _("Nothing was taken.")
NOT_KEPT: Final = _("It could not be kept: {why}.")
ASK_LINE: Final = _("Take this? [y/N] ")
NEEDS_YES: Final = _("Nothing was taken. To take it without being asked, add --yes.")
