"""What the page "Can I see you?" says, and how it draws what to move."""

from typing import Final

from sessions.readings import Reason, Turn

TURNED_SHORT: Final[dict[Turn, str]] = {
    "from-below": "Screen up, or chin down.",
    "from-above": "Screen down, or chin up.",
    "to-left": "Turn to your right.",
    "to-right": "Turn to your left.",
    "tilted": "Hold your head upright.",
}
TURNED_DRAWING: Final[dict[Turn, str]] = {
    "from-below": r"""
       .--.
      <   | you
    /  '--'
[_]
 ^  raise it
""",
    "from-above": r"""
 v  lower it
[_]
    \  .--.
      <   | you
       '--'
""",
    "to-left": r"""
  [____] screen
    ^
   .--.
  <|  | turn
   '--' right
""",
    "to-right": r"""
  [____] screen
    ^
   .--.
   |  |> turn
   '--'  left
""",
    "tilted": r"""
  [____] screen

    o
    |   upright
  --+--
""",
}
"""Screen and face from the side, or both from above, with what to move."""

SEE_TITLE: Final = "Can I see you?"
SEE_STARTING: Final = "The camera is starting."
SEE_GOOD: Final = "I can see you well."
SEE_ROWS: Final = {
    "face": "face",
    "distance": "distance",
    "centre": "middle",
    "light": "light",
    "level": "level",
    "speed": "pictures",
}
SEE_OK: Final = "good"
SEE_WAIT: Final = "not yet"
SEE_RATE: Final = "{fps:.0f} a second"
SEE_FREE: Final = (
    "Is your face free? Take off a mask, or a scarf over the mouth. "
    "A hat, hair or glasses over the brows make their numbers wrong."
)
SEE_PRIVATE: Final = "Pictures are read and deleted at once. Nothing is kept, nothing is sent."
SEE_REMOTE: Final = "You are connected to another computer: this is its camera."
WHAT_TO_DO: Final[dict[Reason, str]] = {
    "no-face": "Move so that the camera sees your whole face.",
    "two-faces": "Please let only one face be in the picture.",
    "too-near": "Move back a little.",
    "too-far": "Come a little closer.",
    "off-centre": "Move to the middle.",
    "head-turned": "Turn your face to the camera, chin level.",
    "too-dark": "Put a lamp or a window in front of you.",
    "too-bright": "Turn a little away from the strong light.",
    "blurred": "Hold still for a moment, and wipe the lens if you can.",
    "slow": "Make more light, or use another USB socket.",
    "hand": "Keep your face free: no hand, no mask.",
    "eye-covered": "One eye is covered, so this runs by the clock. That is fine.",
}

# How a shut eye looks

FULL_CLOSURE_TITLE: Final = "How your shut eye looks to the camera"
FULL_CLOSURE: Final = (
    "You closed your eyes a few times in this check-up. Did your {side} eye fall shut all the way? "
    "Then the program knows how a shut eye of yours looks. It can tell a gap in millimetres. "
    "You may skip this question."
)
FULL_CLOSURE_OPTIONS: Final = {
    "yes": "Yes, it was shut",
    "no": "No, or I do not know",
}

# The strong half as a whole face

HALF_SHOWN: Final = "This is your strong side, twice. Nothing is kept. v hides it."
HALF_HIDDEN: Final = "The picture is hidden. Think of a whole face. v shows it again."
HALF_LOOKING: Final = "Looking for your face. Turn it to the camera."
HALF_NO_CAMERA: Final = "There is no camera here to show it. Think of a whole face."
HALF_OFF: Final = "Think of a whole face. In Settings you can switch on a picture of it."
HALF_PLAIN: Final = "Lines of text show no picture. Think of a whole face."
HALF_ASK: Final = "See your strong side as a whole face?"
HALF_ABOUT: Final = (
    "In two routines the camera shows your strong side twice, so that it looks like a whole face. "
    "You relax, look, and imagine the movement. The picture is on the screen only while you look. "
    "Nothing is kept, and nothing is sent. Some people do not like to see themselves: v hides the "
    "picture at any time, and you can switch it off here again."
)
HALF_YES: Final = "Yes, show it"
HALF_NO: Final = "No picture"
HALF_TURNED_OFF: Final = "The picture of your strong side is off."
