"""What is said to find out a camera that delivers mirrored pictures."""

from typing import Final

from routines.language import _

TITLE: Final = _("Which hand does the camera see?")
ABOUT: Final = (
    _(
        "Some cameras swap left and right. Then the weak side would be taken for the strong one. "
        "Hold your LEFT hand up beside your face and wave it a little."
    ),
    _("On which side of this screen does the hand move?"),
)
OPTIONS: Final = {
    "left": _("on the left of the screen"),
    "right": _("on the right of the screen"),
    "unsure": _("I cannot tell"),
}
LOOKING: Final = _("The camera is being opened. Esc leaves this for now.")
NO_MOVEMENT: Final = _("No hand seen yet.")
SEEN: Final = {
    "left": _("Seen: movement on the LEFT of the screen."),
    "right": _("Seen: movement on the RIGHT of the screen."),
}
GONE: Final = _("{why}\nEsc leaves this for now.")
NO_PICTURE: Final = _("There is no picture yet, so no side can be told. 3: I cannot tell.")
NO_MORE: Final = _("The camera has ended.")
MIRRORED: Final = _("This camera mirrors its pictures. From now on they are turned back.")
STRAIGHT: Final = _("This camera shows left as left. Nothing has to be changed.")
UNSURE: Final = _("Nothing is changed. You can look again in Settings, Mirrored camera.")
NOT_KNOWN: Final = _(
    "It is not known yet whether this camera swaps left and right. It is taken as one that does "
    "not. To find out, choose it in Settings, Camera, and look under Mirrored camera."
)
SIMULATED: Final = _("The simulated patient has no camera that could be mirrored.")

LINES: Final = (
    _(
        "Some cameras swap left and right, mostly those that another program makes up. Then the "
        "weak side would be taken for the strong one."
    ),
    _(
        "Take a photo of some writing with this camera, or think of one you took. Is the writing "
        "the wrong way round? The preview of a video call does not count: it is always mirrored."
    ),
)
LINES_OPTIONS: Final = {
    "no": _("no, or I do not know"),
    "yes": _("yes, writing is the wrong way round"),
}
LINES_LATER: Final = _("You can change it in Settings, Mirrored camera, where you can look.")
