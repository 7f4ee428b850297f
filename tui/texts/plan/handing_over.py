"""What is said when a plan goes to another computer, or comes from one."""

from typing import Final

from routines.program import COMMAND

WHAT_TITLE: Final = "Hand over"
WHAT_TEXT: Final = (
    "A plan goes with the routines it names, unless they come with the program. What is written in "
    "them goes along: who made the plan, the word for home. No records and no settings go, and "
    "nothing that a therapist allowed one person by name."
)
PLAN: Final = "the plan, with its routines"
ROUTINE: Final = "only this routine: {name}"
NO_PLAN: Final = "There is no plan here yet, and no routine of your own."
HOW_TITLE: Final = "How?"
HOW_OPTIONS: Final = {
    "codes": "codes on this screen, for the camera of the other computer",
    "file": "a file",
}
FILE_TITLE: Final = "Where shall the file go?"
FILE_ABOUT: Final = "Its name ends in .zip. Only a file of this program is written over."
FILE_USUAL: Final = "~/slowsmile-plan.zip"
WRITTEN: Final = f"Written: {{path}}. On the other computer: {COMMAND} routine take FILE"
LEAVES: Final = "Not part of it, because it is allowed for one person by name: {exercises}."

CODES_TITLE: Final = "For the other computer"
CODES_DRAWING: Final = "The codes are being drawn."
CODES_NUMBER: Final = "Code {n} of {of}"
CODES_HOW: Final = (
    "On the other computer: Settings, Plan and routines, Take. Or type:\n"
    f"{COMMAND} routine take --source camera\n\n"
    "Turn this screen to its camera. {turns}"
)
CODES_ONE: Final = "One code is all."
CODES_TURN: Final = "The codes change by themselves, again and again, until all are read."
CODES_SMALL: Final = "The window is too small for a code. Make it larger, or hand over a file."
CODES_MANY: Final = "Too long for codes of this size. Make the window larger, or hand over a file."
CODES_NO_BLOCKS: Final = (
    "This terminal cannot draw codes. Use another one, or hand over a file: -o FILE.zip"
)
CODES_PAUSED: Final = "Paused. Space goes on."

TAKE_TITLE: Final = "Take a plan or a routine"
TAKE_TEXT: Final = "From another computer, where it was handed over. It is shown before it is kept."
TAKE_OPTIONS: Final = {
    "camera": "codes on the other screen, with the camera",
    "file": "a file",
}
TAKE_FILE_TITLE: Final = "Which file?"
TAKE_FILE_ABOUT: Final = "A .zip that was handed over, a plan.toml, or a routine (.toml)."

READ_TITLE: Final = "Show the codes to the camera"
READ_OPENING: Final = "The camera is being opened."
READ_HOW: Final = (
    "Hold the other screen still and straight. The whole code, with its white edge, should be in "
    "the picture, about as large as a face."
)
READ_NONE: Final = "No code seen yet."
READ_OTHER: Final = "That code is none of this program."
READ_SOME: Final = "Read: {have} of {of}. Still missing: {missing}."
READ_GONE: Final = "{why}\nEsc leaves this."
READ_END: Final = "The pictures have ended."
READ_SIMULATED: Final = (
    "The simulated patient shows no codes. Choose a camera in Settings first, or take a file."
)

REVIEW_TITLE: Final = "Take this?"
REVIEW_REPLACES: Final = "It replaces what is here: {names}. The earlier ones go into a backup."
REVIEW_IN_PLACE: Final = (
    "The program has a routine with the same id: {names}. When you take this one, it is used in "
    "place of the program's."
)
REVIEW_LEAVES: Final = (
    "Left out: what a therapist allowed by name, {exercises}. Allow it on this computer, in "
    "Settings, Set up with a therapist."
)
REVIEW_STAGE: Final = "It is for the {theirs} stage. On this computer the stage is {ours}."
REVIEW_LIFT: Final = "  Beyond the usual limit of {name}: {why}"
REVIEW_LIMIT: Final = "  {exercise}: {guard} {key} {value:g} (usual {usual:g})"
REVIEW_SAME: Final = "All of it is here already, word for word."
REVIEW_YES: Final = "Take it"
REVIEW_NO: Final = "Leave it"
REVIEW_BACK: Final = "Back"
TAKEN: Final = "Kept: {names}."
TAKEN_BACKUP: Final = "Kept: {names}. What it replaced lies in {backup}."
NOT_TAKEN: Final = "Nothing was taken."
NOT_KEPT: Final = "It could not be kept: {why}."
ASK_LINE: Final = "Take this? [y/N] "
NEEDS_YES: Final = "Nothing was taken. To take it without being asked, add --yes."
