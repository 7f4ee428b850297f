"""Every text the practice screens show, in one place, ready for another language.

Calm, plain, kind and short. The sentences of the guards stand in `sessions.guards.sentences`,
because they are also recorded; what exercises say stands in their TOML.
"""

import math
from typing import Final

from routines.movements import Side
from sessions.engine.interface.commands import Phase
from sessions.engine.interface.events import Feeling
from sessions.engine.interface.view import AfterStop
from sessions.readings import Reason
from sessions.reps.rep import Rule

PROGRAM: Final = "slowsmile"
NUDGES: Final = {"rested": "The rest is over.", "away": "Paused: nobody is in the picture."}

SIDE_NAMES: Final[dict[Side, str]] = {"left": "left", "right": "right"}
WEAK_SIDE: Final = "weak side"
WEAK_SIDE_SHORT: Final = "weak"

# Cues: one or two large words, and one line below. How a movement itself is called, "Smile" or
# "Close", stands with each exercise.

CUE: Final[dict[Phase, str]] = {
    "finding-face": "Hello",
    "taking-rest": "Still",
    "demonstration": "Watch",
    "ready": "Ready",
    "rise": "Move",
    "hold": "Stay",
    "release": "Let go",
    "rest": "Rest",
    "your-pace": "Your pace",
    "assist": "Help",
    "fingers-off": "Hands off",
    "guided": "Follow",
    "between": "Rest",
    "release-step": "Relax",
    "stopped": "Stop",
    "relax": "Rest",
    "resuming": "Going on",
    "paused": "Pause",
    "done": "Done",
}
CUE_LINE: Final[dict[Phase, str]] = {
    "finding-face": "Sit as you like. I am looking for your face.",
    "taking-rest": "Relax your face. Look at the screen. Nothing to do.",
    "demonstration": "This is how it is done.",
    "ready": "Sit tall. Let your shoulders sink. Think of the movement first.",
    "rise": "Slowly, both sides together. Small is right.",
    "hold": "Stay small and soft. Keep breathing.",
    "release": "Slowly back, both sides together.",
    "rest": "Relax your whole face.",
    "your-pace": "",
    "assist": "Help the weak side into place with a finger.",
    "fingers-off": "Take the finger away. Stay there, if you can.",
    "guided": "One step at a time. This part is timed, not measured.",
    "between": "Relax your whole face. Nothing to do.",
    "release-step": "Relax what moved along. A hand may help. The next one is smaller.",
    "stopped": "",
    "relax": "Close your eyes if you like. Relax everything.",
    "resuming": "Relax your face. We go on soon.",
    "paused": "Take the time you need.",
    "done": "",
}
CAUTION: Final[dict[Rule, str]] = {
    "overcompensation": "Softer",
    "synkinesis": "Smaller",
    "fatigue": "Softer",
    "self": "Softer",
}
"""The large word of a caution, in place of the movement's own."""
CAUTION_STILL: Final = "Still"
"""Where one side alone is asked to move, and the other one moves."""
YOUR_PACE: Final = "When you are ready: {move}. {hold}. {release}."
SMALLER_NOW: Final = "A little smaller this time."
ONE_SIDE: Final = {
    "weak": "Slowly, the weak side only. The other side stays still.",
    "strong": "Slowly, the strong side only. The other side stays still.",
}
ONE_SIDE_BACK: Final = "Slowly back."
TURN: Final = "{turn} of {turns}"

BLINK: Final = "Blink softly, or close the eye with the back of a finger."

# Meters

METER_FINDING: Final = "finding your size"
METER_NOT_SEEN: Final = "not measured now"
METER_DOUBTFUL: Final = "not readable just now"
METER_COARSE: Final = "size not shown"
METER_NEAR_REST: Final = "near rest"
METER_BELOW: Final = "on the way"
METER_IN_BAND: Final = "in the band"
METER_ABOVE: Final = "a little less"
METER_SOFTER: Final = "softer"

# Practice

LEFT_ALONE: Final = (
    "Nobody answered for ten minutes, so the practice was put aside. It is kept, and goes on at "
    "the same place next time."
)
COUNT: Final = "rep {rep} of {reps}"
HELD_IN_BAND: Final = "in the band {seconds:.0f} s"
COUNT_SETS: Final = "set {set} of {sets}"
EXERCISE_OF: Final = "exercise {step} of {steps}"
NEXT: Final = "Next: {name}"
LAST_ONE: Final = "This is the last one."
NOT_MEASURED: Final = "This step is timed, not measured."
LOW_CONFIDENCE: Final = "This number is not very sure."
FINDING_REFERENCE: Final = "Finding your own gentle size. Effort 2 of 10 is enough."
LAG_TOGETHER: Final = "Started together."
LAG_LATER: Final = "{side} a little later ({seconds:.1f} s)."
LAG_TOGETHER_MS: Final = 150.0
"""Below this both halves count as together: it is three frames of a slow camera and near the
limit of what a person can see."""
HIDDEN: Final = "No bars this time. You see it afterwards."
DID: Final = "You moved: {sizes}."
REP_NOT_SCORED: Final = "The last one was not scored: {why}."
REP_NOT_SCORED_PLAIN: Final = "The last one was not scored."
REP_DOUBTFUL: Final = "The last one counts. Its size is not readable just now."
REP_COARSE: Final = "The last one counts. The camera cannot tell its size."
GUARDS_QUIET: Final = "Nothing else moves."
TARGET_SMALLER: Final = "smaller: {percent} %"
LINKED_METER: Final = "{side} {part}: {word}"
LINKED_WORDS: Final = ((1.0, "moves along"), (0.5, "a little"), (-math.inf, "still"))
"""From this share of its limit on."""
LINKED_FINGER: Final = "Finger on the {part}: not judged, no step up"
LADDER_BEGINS: Final = "Begin at {target} % of your own size. The goal: nothing else moves."
LADDER_QUIET: Final = "Nothing else moved up to {quiet} %. Today {target} % of your own size."
LADDER_TOP: Final = "Nothing else moved up to {quiet} %. Today your own full gentle size."

WHY_NOT_SCORED: Final[dict[Reason, str]] = {
    "no-face": "I cannot see a face",
    "two-faces": "I see two faces",
    "too-near": "too near to the camera",
    "too-far": "too far from the camera",
    "off-centre": "the face is at the edge of the picture",
    "head-turned": "the head is turned",
    "too-dark": "too dark",
    "too-bright": "too bright",
    "blurred": "the picture is blurred",
    "slow": "too few pictures a second",
    "hand": "something is in front of the face",
    "eye-covered": "an eye is covered",
}
COMPUTER_BUSY: Final = "The computer is busy. Close other programs."

# Pause and size

CAMERA_AGAIN: Final = "{why} It works again."
PAUSED_HINT: Final = "Space: go on"
BY_CLOCK_OFFER: Final = "c: go on by the clock, without the camera"
PAUSED_FACE_HINT: Final = "It goes on by itself when I see you again."
TOO_SMALL: Final = "Please make this window larger."
TOO_SMALL_HINT: Final = "I need 56 columns and 16 lines. You have {width} and {height}."
TOO_SMALL_PAUSED: Final = "Practice is paused and goes on when there is room."

# Stop card

STOP_TITLES: Final[dict[AfterStop, str]] = {
    "retry": "A pause here",
    "next": "Enough of this one",
    "end": "Enough for now",
    "choose": "Stopped",
    "care": "Care instead",
}
STOP_ABOUT: Final = "{title}: {name}"
STOP_KIND: Final = "Stopping is part of the practice. What you did is kept."
STOP_KIND_NOTHING: Final = "Stopping is part of the practice. No movement was counted yet."
STOP_LEFT: Final = "{seconds} s left"
STOP_CHOICES: Final = {
    "continue": ("Enter", "go on"),
    "rest": ("+", "rest a little"),
    "next": ("s", "next exercise"),
    "enough": ("e", "enough for today"),
}
STOP_CARE: Final = ("s", "massage and care")
STOP_GO_ON_ALL_THE_SAME: Final = "go on all the same"
STOP_REST: Final = ("z", "take my face at rest again, then go on")
STOP_GO_ON: Final = "go on with the same exercise"
STOP_FEELING: Final = "How did it feel?  t tired   n enough   p pain"
STOP_FELT: Final[dict[Feeling, str]] = {"tired": "tired", "annoyed": "enough", "pain": "pain"}
FEELING_NOTED: Final = "Noted: {feeling}."
STOP_FEELING_NOTED: Final = "Noted: {feeling}.  t tired   n enough   p pain"

# Questions

QUIT_ASK: Final = "End the practice here?"
QUIT_SAVED: Final = "What you have done so far is saved: {what}."
QUIT_REPS: Final = "gentle movement"
QUIT_NOTHING: Final = "Nothing has been counted yet."
QUIT_YES: Final = "y  end here"
QUIT_NO: Final = "n  go on"

# Help

HELP_CLOSE: Final = "Esc: back"
HELP_NAMES: Final = "Their names, for other keys (in Settings): {names}"
HELP_MORE: Final = "arrow keys: more below"
HELP_PRACTICE: Final = """
Each half of your face has its own bar, from your own face at rest. The band is your own \
gentle size. More is not better. The program can end a set: when the weak side gets tired, the \
strong side takes over, or another part moves too. Leaving the picture pauses; coming back goes on.
"""
KEYS: Final = {
    "pause": ("Pause", "pause, and go on again"),
    "continue": ("Go on", "ends a rest early, begins the next part"),
    "skip": ("Skip", "leave this exercise out"),
    "again": ("Again", "begin this repetition again"),
    "rest": ("Rest", "15 seconds more rest"),
    "stop": ("Stop", "stop this exercise at once"),
    "view": ("View", "bars, outline, mirror, or the cue alone"),
    "how": ("How", "how this movement is done; the practice waits"),
    "large": ("Large", "large print: only the cue, the count and two bars; again: all of it"),
    "by-clock": ("Clock", "go on by the clock, without the camera; again: with it"),
    "new-rest": ("Still face", "take your face at rest again"),
    "enough": ("Enough", "on the stop card: enough for today"),
    "tired": ("Tired", "on the stop card: it was tiring"),
    "annoyed": ("Enough", "on the stop card: you had enough of it"),
    "pain": ("Pain", "on the stop card: it hurt; ends the practice"),
    "escape": ("Stop", "stop at once, as x; on a card: close it, the practice stays paused"),
    "help": ("Help", "this page"),
    "quit": ("Quit", "end the practice; asks once"),
}
VIEW_NAMES: Final = {
    "bars": "bars",
    "sketch": "outline of your face",
    "mirror": "mirror: only while you look, never kept",
    "cue-only": "cue only",
}

KEY_NOTHING: Final = "{key} does nothing now. ? shows the keys, Esc stops."
KEY_FEELING: Final = "t, n and p say how it felt. They work after a stop."
KEY_NAMELESS: Final = "This key"

# Plain mode

PLAIN_ASKED: Final = "Asked: {percent} %."
PLAIN_KEYS: Final = (
    "Keys: Space pause, Enter go on, s skip, a again, + more rest. "
    "x or Esc stop now, z still face again, h how it is done. c by the clock, q end, ? keys."
)
PLAIN_SECONDS: Final = "{seconds} seconds"
PLAIN_ONE_SECOND: Final = "1 second"
PLAIN_GOING_ON: Final = "Going on."
PLAIN_SEEN: Final = "moved"
PLAIN_NOT_SEEN: Final = "no movement seen"

# Beginning from the command line

NOT_OPEN: Final = "{name} is not open to you now."
ANYWAY: Final = "{sentence} To begin all the same, add --anyway."

# The example

EXAMPLE_NAME: Final = "Example"
EXAMPLE_OF: Final = "This is an example with a simulated patient. Nothing is kept. Esc ends it."
EXAMPLE_OVER: Final = "That was the example. Nothing was kept."
