"""Every text the practice screens show, in one place, ready for another language.

Calm, plain, kind and short. The sentences of the guards stand in `sessions.guards.sentences`,
because they are also recorded; what exercises say stands in their TOML.
"""

import math
from typing import Final

from routines.language import _, pgettext
from routines.movements import SIDES, Side, side_name
from sessions.engine.interface.commands import Phase
from sessions.engine.interface.events import Feeling
from sessions.engine.interface.view import AfterStop
from sessions.readings import Reason
from sessions.reps.rep import Rule

PROGRAM: Final = "slowsmile"
NUDGES: Final = {"rested": _("The rest is over."), "away": _("Paused: nobody is in the picture.")}

SIDE_NAMES: Final[dict[Side, str]] = {side: side_name(side) for side in SIDES}
WEAK_SIDE: Final = _("weak side")
WEAK_SIDE_SHORT: Final = _("weak")

# Cues: one or two large words, and one line below. How a movement itself is called, "Smile" or
# "Close", stands with each exercise.

CUE: Final[dict[Phase, str]] = {
    "finding-face": pgettext("a large word", "Hello"),
    "taking-rest": pgettext("a large word", "Still"),
    "demonstration": pgettext("a large word", "Watch"),
    "ready": pgettext("a large word", "Ready"),
    "rise": pgettext("a large word", "Move"),
    "hold": pgettext("a large word", "Stay"),
    "release": pgettext("a large word", "Let go"),
    "rest": pgettext("a large word", "Rest"),
    "your-pace": pgettext("a large word", "Your pace"),
    "assist": pgettext("a large word", "Help"),
    "fingers-off": pgettext("a large word", "Hands off"),
    "guided": pgettext("a large word", "Follow"),
    "between": pgettext("a large word", "Rest"),
    "release-step": pgettext("a large word", "Relax"),
    "stopped": pgettext("a large word", "Stop"),
    "relax": pgettext("a large word", "Rest"),
    "resuming": pgettext("a large word", "Going on"),
    "paused": pgettext("a large word", "Pause"),
    "done": pgettext("a large word", "Done"),
}
CUE_LINE: Final[dict[Phase, str]] = {
    "finding-face": _("Sit as you like. I am looking for your face."),
    "taking-rest": _("Relax your face. Look at the screen. Nothing to do."),
    "demonstration": _("This is how it is done."),
    "ready": _("Sit tall. Let your shoulders sink. Think of the movement first."),
    "rise": _("Slowly, both sides together. Small is right."),
    "hold": _("Stay small and soft. Keep breathing."),
    "release": _("Slowly back, both sides together."),
    "rest": _("Relax your whole face."),
    "your-pace": "",
    "assist": _("Help the weak side into place with a finger."),
    "fingers-off": _("Take the finger away. Stay there, if you can."),
    "guided": _("One step at a time. This part is timed, not measured."),
    "between": _("Relax your whole face. Nothing to do."),
    "release-step": _("Relax what moved along. A hand may help. The next one is smaller."),
    "stopped": "",
    "relax": _("Close your eyes if you like. Relax everything."),
    "resuming": _("Relax your face. We go on soon."),
    "paused": _("Take the time you need."),
    "done": "",
}
CAUTION: Final[dict[Rule, str]] = {
    "overcompensation": _("Softer"),
    "synkinesis": _("Smaller"),
    "fatigue": _("Softer"),
    "self": _("Softer"),
}
"""The large word of a caution, in place of the movement's own."""
CAUTION_STILL: Final = pgettext("a large word", "Still")
"""Where one side alone is asked to move, and the other one moves."""
YOUR_PACE: Final = _("When you are ready: {move}. {hold}. {release}.")
SMALLER_NOW: Final = _("A little smaller this time.")
ONE_SIDE: Final = {
    "weak": _("Slowly, the weak side only. The other side stays still."),
    "strong": _("Slowly, the strong side only. The other side stays still."),
}
ONE_SIDE_BACK: Final = _("Slowly back.")
TURN: Final = _("{turn} of {turns}")

BLINK: Final = _("Blink softly, or close the eye with the back of a finger.")

# Meters

METER_FINDING: Final = _("finding your size")
METER_NOT_SEEN: Final = _("not measured now")
METER_DOUBTFUL: Final = _("not readable just now")
METER_COARSE: Final = _("size not shown")
METER_NEAR_REST: Final = _("near rest")
METER_BELOW: Final = _("on the way")
METER_IN_BAND: Final = _("in the band")
METER_ABOVE: Final = _("a little less")
METER_SOFTER: Final = _("softer")

# Practice

LEFT_ALONE: Final = _(
    "Nobody answered for ten minutes, so the practice was put aside. It is kept, and goes on at "
    "the same place next time."
)
COUNT: Final = _("rep {rep} of {reps}")
HELD_IN_BAND: Final = _("in the band {seconds:.0f} s")
COUNT_SETS: Final = _("set {set} of {sets}")
EXERCISE_OF: Final = _("exercise {step} of {steps}")
NEXT: Final = _("Next: {name}")
LAST_ONE: Final = _("This is the last one.")
NOT_MEASURED: Final = _("This step is timed, not measured.")
LOW_CONFIDENCE: Final = _("This number is not very sure.")
FINDING_REFERENCE: Final = _("Effort 2 of 10 is enough.")
LAG_TOGETHER: Final = _("Started together.")
LAG_LATER: Final = _("{side} a little later ({seconds:.1f} s).")
LAG_TOGETHER_MS: Final = 150.0
"""Below this both halves count as together: it is three frames of a slow camera and near the
limit of what a person can see."""
HIDDEN: Final = _("No bars this time. You see it afterwards.")
DID: Final = _("You moved: {sizes}.")
REP_NOT_SCORED: Final = _("The last one was not scored: {why}.")
REP_NOT_SCORED_PLAIN: Final = _("The last one was not scored.")
REP_DOUBTFUL: Final = _("The last one counts. Its size is not readable just now.")
REP_COARSE: Final = _("The last one counts. The camera cannot tell its size.")
GUARDS_QUIET: Final = _("Nothing else moves.")
TARGET_SMALLER: Final = _("smaller: {percent} %")
LINKED_METER: Final = "{side} {part}: {word}"
LINKED_WORDS: Final = (
    (1.0, _("moves along")),
    (0.5, _("a little")),
    (-math.inf, pgettext("does not move along", "still")),
)
"""From this share of its limit on."""
LINKED_FINGER: Final = _("Finger on the {part}: not judged, no step up")
LADDER_BEGINS: Final = _("Begin at {target} % of your own size. The goal: nothing else moves.")
LADDER_QUIET: Final = _("Nothing else moved up to {quiet} %. Today {target} % of your own size.")
LADDER_TOP: Final = _("Nothing else moved up to {quiet} %. Today your own full gentle size.")

WHY_NOT_SCORED: Final[dict[Reason, str]] = {
    "no-face": _("I cannot see a face"),
    "two-faces": _("I see two faces"),
    "too-near": _("too near to the camera"),
    "too-far": _("too far from the camera"),
    "off-centre": _("the face is at the edge of the picture"),
    "head-turned": _("the head is turned"),
    "too-dark": _("too dark"),
    "too-bright": _("too bright"),
    "blurred": _("the picture is blurred"),
    "slow": _("too few pictures a second"),
    "hand": _("something is in front of the face"),
    "eye-covered": _("an eye is covered"),
}
COMPUTER_BUSY: Final = _("The computer is busy. Close other programs.")

# Pause and size

CAMERA_AGAIN: Final = _("{why} It works again.")
PAUSED_HINT: Final = _("Space: go on")
BY_CLOCK_OFFER: Final = _("c: go on by the clock, without the camera")
PAUSED_FACE_HINT: Final = _("It goes on by itself when I see you again.")
TOO_SMALL: Final = _("Please make this window larger.")
TOO_SMALL_HINT: Final = _("I need 56 columns and 16 lines. You have {width} and {height}.")
TOO_SMALL_PAUSED: Final = _("Practice is paused and goes on when there is room.")

# Stop card

STOP_TITLES: Final[dict[AfterStop, str]] = {
    "retry": _("A pause here"),
    "next": _("Enough of this one"),
    "end": _("Enough for now"),
    "choose": _("Stopped"),
    "care": _("Care instead"),
}
STOP_ABOUT: Final = "{title}: {name}"
STOP_KIND: Final = _("Stopping is part of the practice. What you did is kept.")
STOP_KIND_NOTHING: Final = _("Stopping is part of it. Nothing was counted yet.")
STOP_LEFT: Final = _("{seconds} s left")
STOP_CHOICES: Final = {
    "continue": (_("Enter"), _("go on")),
    "rest": ("+", _("rest a little")),
    "next": ("s", _("next exercise")),
    "enough": ("e", _("enough for today")),
}
STOP_CARE: Final = ("s", _("massage and care"))
STOP_GO_ON_ALL_THE_SAME: Final = _("go on all the same")
STOP_REST: Final = ("z", _("take my face at rest again, then go on"))
STOP_GO_ON: Final = _("go on with the same exercise")
STOP_FEELING: Final = _("How did it feel?  t tired   n enough   p pain")
STOP_FELT: Final[dict[Feeling, str]] = {
    "tired": _("tired"),
    "annoyed": _("enough"),
    "pain": _("pain"),
}
FEELING_NOTED: Final = _("Noted: {feeling}.")
STOP_FEELING_NOTED: Final = _("Noted: {feeling}.  t tired   n enough   p pain")

# Questions

QUIT_ASK: Final = _("End the practice here?")
QUIT_SAVED: Final = _("What you have done so far is saved: {what}.")
QUIT_NOTHING: Final = _("Nothing has been counted yet.")
QUIT_YES: Final = _("y  end here")
QUIT_NO: Final = _("n  go on")

# Help

HELP_CLOSE: Final = _("Esc: back")
HELP_NAMES: Final = _("Their names, for other keys (in Settings): {names}")
HELP_MORE: Final = _("arrow keys: more below")
HELP_PRACTICE: Final = _("""
Each half of your face has its own bar, from your own face at rest. The band is your own \
gentle size. More is not better. The program can end a set: when the weak side gets tired, the \
strong side takes over, or another part moves too. Leaving the picture pauses; coming back goes on.
""")
KEYS: Final = {
    "pause": (_("Pause"), _("pause, and go on again")),
    "continue": (_("Go on"), _("ends a rest early, begins the next part")),
    "skip": (_("Skip"), _("leave this exercise out")),
    "again": (_("Again"), _("begin this repetition again")),
    "rest": (pgettext("key", "Rest"), _("15 seconds more rest")),
    "stop": (pgettext("key", "Stop"), _("stop this exercise at once")),
    "view": (_("View"), _("bars, outline, mirror, or the cue alone")),
    "how": (_("How"), _("how this movement is done; the practice waits")),
    "large": (_("Large"), _("large print: only the cue, the count and two bars; again: all of it")),
    "by-clock": (_("Clock"), _("go on by the clock, without the camera; again: with it")),
    "new-rest": (_("Still face"), _("take your face at rest again")),
    "enough": (_("Enough"), _("on the stop card: enough for today")),
    "tired": (_("Tired"), _("on the stop card: it was tiring")),
    "annoyed": (_("Enough"), _("on the stop card: you had enough of it")),
    "pain": (_("Pain"), _("on the stop card: it hurt; ends the practice")),
    "escape": (
        pgettext("key", "Stop"),
        _("stop at once, as x; on a card: close it, the practice stays paused"),
    ),
    "help": (_("Help"), _("this page")),
    "quit": (_("Quit"), _("end the practice; asks once")),
}
VIEW_NAMES: Final = {
    "bars": _("bars"),
    "sketch": _("outline of your face"),
    "mirror": _("mirror: only while you look, never kept"),
    "cue-only": _("cue only"),
}

KEY_NOTHING: Final = _("{key} does nothing now. ? shows the keys, Esc stops.")
KEY_FEELING: Final = _("{key} does nothing now. t, n and p say how it felt, after a stop.")
KEY_NAMELESS: Final = _("This key")

# Plain mode

PLAIN_ASKED: Final = _("Asked: {percent} %.")
PLAIN_KEYS: Final = _(
    "Keys: Space pause, Enter go on, s skip, a again, + more rest. "
    "x or Esc stop now, z still face again, h how it is done. c by the clock, q end, ? keys."
)
PLAIN_SECONDS: Final = _("{seconds} seconds")
PLAIN_ONE_SECOND: Final = _("1 second")
PLAIN_KEPT_AGAIN = _("What you do is kept again.")
PLAIN_GOING_ON: Final = _("Going on.")
PLAIN_SEEN: Final = _("moved")
PLAIN_NOT_SEEN: Final = _("no movement seen")

# Beginning from the command line

NOT_OPEN: Final = _("{name} is not open to you now.")
ANYWAY: Final = _("{sentence} To begin all the same, add --anyway.")

# The example

EXAMPLE_NAME: Final = _("Example")
EXAMPLE_OF: Final = _("This is an example with a simulated patient. Nothing is kept. Esc ends it.")
EXAMPLE_OVER: Final = _("That was the example. Nothing was kept.")
