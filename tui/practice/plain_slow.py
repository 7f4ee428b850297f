"""What plain mode says on a slow machine: how much is read now, that something takes long, and once
in each trouble that the clock will do."""

from collections.abc import Iterator

from sessions.engine.interface.view import SessionView
from tui.texts import practice as words

_LOOKING = {"finding-face", "taking-rest"}


class SlowLines:
    """The lines, each once where it holds for a while."""

    def __init__(self) -> None:
        self._said = ""
        self._offered = False

    def about(self, view: SessionView) -> Iterator[str]:
        """What has changed since the last view."""
        for line in (view.load_told, view.taking_long):
            if line and line != self._said:
                self._said = line
                yield line

    def offer(self, view: SessionView, *, anew: bool = False) -> Iterator[str]:
        """The clock, once in each pause and once while the face is looked for."""
        if view.clock_offered and (anew or not self._offered):
            yield f"{words.BY_CLOCK_OFFER}."
        self._offered = view.clock_offered or (self._offered and view.phase in _LOOKING)
