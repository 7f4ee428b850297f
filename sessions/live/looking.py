"""The small pictures that a person looks at: the mirror view, and the strong half as a whole face.

They are asked for while somebody looks, the newest one is held in memory, and none is kept.
"""

from collections.abc import Callable

from routines.movements import Side, other_side
from sessions.camera.supervised_link import LinkBack, LinkLost
from sessions.live.interfaces import FromCamera
from sessions.messages import Ended, Failed, Picture, ShowPictures

MIRROR = (96, 72)
"""Size of the mirror's pictures; half blocks in a usual window can show no more."""
WHOLE_FACE = (64, 80)
"""The most of a mirrored half: 64 columns, 40 lines of half blocks."""


class Looking:
    """What is looked at now."""

    def __init__(self, affected: Side, ask: Callable[[ShowPictures], None]) -> None:
        """`ask` speaks to the camera process."""
        self._strong: Side = other_side(affected)
        self._ask = ask
        self.picture: Picture | None = None
        """The newest one; None where none has come, or the last one is not true any more."""
        self.gone = False
        """Whether the camera could not be opened, or was lost."""

    def show_mirror(self, wanted: bool) -> None:
        """Begin or end getting the camera's picture."""
        self._show(MIRROR if wanted else (0, 0), None)

    def show_half(self, wanted: bool) -> None:
        """Begin or end getting the unaffected half as a whole face."""
        self._show(WHOLE_FACE if wanted else (0, 0), self._strong if wanted else None)

    def see(self, message: FromCamera) -> None:
        """The camera process said something. Once it is gone, what was seen last is not now."""
        match message:
            case Picture():
                self.picture = message if message.width and message.height else None
                self.gone = False
            case LinkBack():
                self.gone = False
            case LinkLost() | Ended() | Failed():
                self.picture = None
                self.gone = True
            case _:
                pass

    def _show(self, size: tuple[int, int], half: Side | None) -> None:
        self.picture = None
        self._ask(ShowPictures(width=size[0], height=size[1], half=half))
