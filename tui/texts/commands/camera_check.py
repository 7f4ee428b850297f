"""What `doctor --camera` says, in words that can be read aloud on the telephone."""

from typing import Final

NAME: Final = "Camera: {name}."
UNNAMED: Final = "Camera: it has no name here."
SIZE: Final = "Picture: {width} wide, {height} high."
NO_PICTURES: Final = "Pictures: none came in {seconds:.0f} seconds."
RATE_GOOD: Final = "Pictures: {fps:.0f} a second. That is good."
RATE_ENOUGH: Final = "Pictures: {fps:.0f} a second. That is enough."
RATE_FEW: Final = (
    "Pictures: {fps:.0f} a second. That is few. Make more light, or use another USB socket."
)
READ: Final = "Computer: it reads {fps:.0f} pictures a second. {verdict}"
READ_ENOUGH: Final = "That is enough."
READ_FEW: Final = "That is too few to measure. Close other programs."
NO_FACE: Final = "Face: not seen. Sit in front of the camera, with light from in front."
FACE_SEEN: Final = "Face: seen."
FACE_SOMETIMES: Final = "Face: seen {percent:.0f} % of the time. {remedy}"
LIGHT_GOOD: Final = "Light: good."
LIGHT_DIM: Final = "Light: dim. Put a lamp or a window in front of you."
LIGHT_DARK: Final = "Light: too dark. Put a lamp or a window in front of you."
LIGHT_BRIGHT: Final = "Light: very strong. Turn a little away from it."
POSE_GOOD: Final = "Head: straight."
POSE_TURNED: Final = (
    "Head: turned to one side by {degrees:.0f} degrees. Look straight at the camera."
)
POSE_NODDED: Final = (
    "Head: tilted by {degrees:.0f} degrees, as the camera sees it. Bring the camera to the height "
    "of your eyes, or hold your chin level."
)
POSE_LEANING: Final = "Head: leaning to one shoulder by {degrees:.0f} degrees. Sit upright."
ALSO: Final = "Also: {what}"
LOOKING: Final = "Look at the camera for a few seconds. Nothing is kept."
