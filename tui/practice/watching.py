"""Which small picture is looked at in a practice: none, the mirror, or the mirrored half.

The mirror is a view the person chose. The mirrored half comes by itself in the steps that are made
for it, where the person has switched it on, and can be hidden there.
"""

from typing import Literal, NamedTuple

from routines.model import Step
from sessions.care.settings import View
from sessions.engine.interface.view import SessionView
from sessions.live.looking import Looking
from sessions.live.request import SessionRequest
from sessions.messages import Picture
from tui.texts import seeing as words


class Watched(NamedTuple):
    """What stands on the screen now."""

    mirror: Picture | None = None
    half: Picture | None = None
    """The strong half as a whole face; None where there is none to show."""
    line: str = ""
    """About that half; empty outside the steps that are made for it."""


class Watching:
    """Asks for what is looked at, and for nothing else."""

    def __init__(self, request: SessionRequest, looking: Looking) -> None:
        self._request = request
        self._looking = looking
        self._asked: Literal["", "mirror", "half"] = ""
        self._hidden = False

    def may_turn(self, view: SessionView, step: Step | None) -> bool:
        """Whether the mirrored half can be hidden or shown now."""
        return self._request.shows_half and _mirrors(view, step)

    def turn(self) -> None:
        """Hide the mirrored half, or show it again."""
        self._hidden = not self._hidden

    def see(self, view: SessionView, step: Step | None, looks: View) -> Watched:
        """What is to be seen at this moment; asks for it where that has changed."""
        half = self.may_turn(view, step) and not self._hidden
        wished: Literal["", "mirror", "half"] = "half" if half else ""
        if not half and looks == "mirror":
            wished = "mirror"
        if wished != self._asked:
            self._asked = wished
            if wished == "half":
                self._looking.show_half(True)
            else:
                self._looking.show_mirror(wished == "mirror")
        picture = self._looking.picture
        line = self._line(picture)
        return Watched(
            mirror=picture if wished == "mirror" else None,
            half=picture if half else None,
            line=line if _mirrors(view, step) else "",
        )

    def _line(self, picture: Picture | None) -> str:
        """What is to be said beside a step that may show the mirrored half."""
        if not self._request.whole_face:
            return words.HALF_OFF
        if not self._request.shows_half:
            return words.HALF_NO_CAMERA
        if self._hidden:
            return words.HALF_HIDDEN
        if self._looking.gone:
            return words.HALF_NO_CAMERA
        return words.HALF_SHOWN if picture is not None else words.HALF_LOOKING


def _mirrors(view: SessionView, step: Step | None) -> bool:
    guided = view.phase == "guided" and view.paused is None
    return guided and step is not None and step.exercise.mirrors_half
