"""What is said to find out a camera that delivers mirrored pictures."""

from typing import Final

TITLE: Final = "Which hand does the camera see?"
ABOUT: Final = (
    (
        "Some cameras swap left and right. Then the weak side would be taken for the strong one. "
        "Hold your LEFT hand up beside your face and wave it a little."
    ),
    "On which side of this screen does the hand move?",
)
OPTIONS: Final = {
    "left": "on the left of the screen",
    "right": "on the right of the screen",
    "unsure": "I cannot tell",
}
LOOKING: Final = "The camera is being opened. Esc leaves this for now."
NO_MOVEMENT: Final = "No hand seen yet."
SEEN: Final = {
    "left": "Seen: movement on the LEFT of the screen.",
    "right": "Seen: movement on the RIGHT of the screen.",
}
GONE: Final = "{why}\nEsc leaves this for now."
NO_MORE: Final = "The camera has ended."
MIRRORED: Final = "This camera mirrors its pictures. From now on they are turned back."
STRAIGHT: Final = "This camera shows left as left. Nothing has to be changed."
UNSURE: Final = "Nothing is changed. You can look again in Settings, Mirrored camera."
NOT_KNOWN: Final = (
    "It is not known yet whether this camera swaps left and right. It is taken as one that does "
    "not. To find out, choose it in Settings, Camera, and look under Mirrored camera."
)
SIMULATED: Final = "The simulated patient has no camera that could be mirrored."

LINES: Final = (
    (
        "Some cameras swap left and right, mostly those that another program makes up. Then the "
        "weak side would be taken for the strong one."
    ),
    (
        "Take a photo of some writing with this camera, or think of one you took. Is the writing "
        "the wrong way round? The preview of a video call does not count: it is always mirrored."
    ),
)
LINES_OPTIONS: Final = {"no": "no, or I do not know", "yes": "yes, writing is the wrong way round"}
LINES_LATER: Final = "You can change it in Settings, Mirrored camera, where you can look."
