"""What the page "Can I see you?" says, and how it draws what to move."""

from typing import Final

from routines.language import _, pgettext
from sessions.readings import Reason, Turn

TURNED_SHORT: Final[dict[Turn, str]] = {
    "from-below": _("Screen up, or chin down."),
    "from-above": _("Screen down, or chin up."),
    "to-left": _("Turn to your right."),
    "to-right": _("Turn to your left."),
    "tilted": _("Hold your head upright."),
}
TURNED_DRAWING: Final[dict[Turn, str]] = {
    "from-below": _(r"""
       .--.
      <   | you
    /  '--'
[_]
 ^  raise it
"""),
    "from-above": _(r"""
 v  lower it
[_]
    \  .--.
      <   | you
       '--'
"""),
    "to-left": _(r"""
  [____] screen
    ^
   .--.
  <|  | turn
   '--' right
"""),
    "to-right": _(r"""
  [____] screen
    ^
   .--.
   |  |> turn
   '--'  left
"""),
    "tilted": _(r"""
  [____] screen

    o
    |   upright
  --+--
"""),
}
"""Screen and face from the side, or both from above, with what to move."""

SEE_TITLE: Final = _("Can I see you?")
SEE_STARTING: Final = _("The camera is starting.")
SEE_GOOD: Final = _("I can see you well.")
SEE_ROWS: Final = {
    "face": _("face"),
    "distance": _("distance"),
    "centre": pgettext("of the picture", "middle"),
    "light": _("light"),
    "level": _("level"),
    "speed": _("pictures"),
}
SEE_OK: Final = _("good")
SEE_WAIT: Final = _("not yet")
SEE_RATE: Final = _("{fps:.0f} a second")
SEE_FREE: Final = _(
    "Is your face free? Take off a mask, or a scarf over the mouth. "
    "A hat, hair or glasses over the brows make their numbers wrong."
)
SEE_PRIVATE: Final = _("Pictures are read and deleted at once. Nothing is kept, nothing is sent.")
SEE_SIMULATED: Final = _("This is the simulated patient. No camera is used.")
SEE_REMOTE: Final = _("You are connected to another computer: this is its camera.")
WHAT_TO_DO: Final[dict[Reason, str]] = {
    "no-face": _("Move so that the camera sees your whole face."),
    "two-faces": _("Please let only one face be in the picture."),
    "too-near": _("Move back a little."),
    "too-far": _("Come a little closer."),
    "off-centre": _("Move to the middle."),
    "head-turned": _("Turn your face to the camera, chin level."),
    "too-dark": _("Put a lamp or a window in front of you."),
    "too-bright": _("Turn a little away from the strong light."),
    "blurred": _("Hold still for a moment, and wipe the lens if you can."),
    "slow": _("Make more light, or use another USB socket."),
    "hand": _("Keep your face free: no hand, no mask."),
    "eye-covered": _("One eye is covered, so this runs by the clock. That is fine."),
}

# How a shut eye looks

FULL_CLOSURE_TITLE: Final = _("How your shut eye looks to the camera")
FULL_CLOSURE: Final = _(
    "You closed your eyes a few times in this check-up. Did your {side} eye fall shut all the way? "
    "Then the program knows how a shut eye of yours looks. It can tell a gap in millimetres. "
    "You may skip this question."
)
FULL_CLOSURE_OPTIONS: Final = {
    "yes": _("Yes, it was shut"),
    "no": _("No, or I do not know"),
}

# The strong half as a whole face

HALF_SHOWN: Final = _("This is your strong side, twice. Nothing is kept. v hides it.")
HALF_HIDDEN: Final = _("The picture is hidden. Think of a whole face. v shows it again.")
HALF_LOOKING: Final = _("Looking for your face. Turn it to the camera.")
HALF_NO_CAMERA: Final = _("There is no camera here to show it. Think of a whole face.")
HALF_OFF: Final = _("Think of a whole face. In Settings you can switch on a picture of it.")
HALF_PLAIN: Final = _("Lines of text show no picture. Think of a whole face.")
HALF_ASK: Final = _("See your strong side as a whole face?")
HALF_ABOUT: Final = _(
    "In two routines the camera shows your strong side twice, so that it looks like a whole face. "
    "You relax, look, and imagine the movement. The picture is on the screen only while you look. "
    "Nothing is kept, and nothing is sent. Some people do not like to see themselves: v hides the "
    "picture at any time, and you can switch it off here again."
)
HALF_YES: Final = _("Yes, show it")
HALF_NO: Final = _("No picture")
HALF_TURNED_OFF: Final = _("The picture of your strong side is off.")
