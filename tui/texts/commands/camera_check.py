"""What `doctor --camera` says, in words that can be read aloud on the telephone."""

from typing import Final

from routines.language import _

NAME: Final = _("Camera: {name}.")
UNNAMED: Final = _("Camera: it has no name here.")
SIZE: Final = _("Picture: {width} wide, {height} high.")
NO_PICTURES: Final = _("Pictures: none came in {seconds:.0f} seconds.")
RATE_GOOD: Final = _("Pictures: {fps:.0f} a second. That is good.")
RATE_ENOUGH: Final = _("Pictures: {fps:.0f} a second. That is enough.")
RATE_FEW: Final = _(
    "Pictures: {fps:.0f} a second. That is few. Make more light, or use another USB socket."
)
READ: Final = _("Computer: it reads {fps:.0f} pictures a second. {verdict}")
READ_ENOUGH: Final = _("That is enough.")
READ_FEW: Final = _("That is too few to measure. Close other programs.")
NO_FACE: Final = _("Face: not seen. Sit in front of the camera, with light from in front.")
FACE_SEEN: Final = _("Face: seen.")
FACE_SOMETIMES: Final = _("Face: seen {percent:.0f} % of the time. {remedy}")
LIGHT_GOOD: Final = _("Light: good.")
LIGHT_DIM: Final = _("Light: dim. Put a lamp or a window in front of you.")
LIGHT_DARK: Final = _("Light: too dark. Put a lamp or a window in front of you.")
LIGHT_BRIGHT: Final = _("Light: very strong. Turn a little away from it.")
POSE_GOOD: Final = _("Head: straight.")
POSE_TURNED: Final = _(
    "Head: turned to one side by {degrees:.0f} degrees. Look straight at the camera."
)
POSE_NODDED: Final = _(
    "Head: tilted by {degrees:.0f} degrees, as the camera sees it. Bring the camera to the height "
    "of your eyes, or hold your chin level."
)
POSE_LEANING: Final = _("Head: leaning to one shoulder by {degrees:.0f} degrees. Sit upright.")
ALSO: Final = _("Also: {what}")
LOOKING: Final = _("Look at the camera for a few seconds. Nothing is kept.")
