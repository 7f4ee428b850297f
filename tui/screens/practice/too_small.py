"""Please enlarge: shown, and the practice paused, while the window cannot hold it."""

from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Size

from tui.texts import practice as words
from tui.widgets.lines import Said

LEAST = Size(56, 16)
"""Below this a cue, two meters and the keys do not fit together."""


def too_small(size: Size) -> bool:
    """Whether a window of this size cannot hold the practice."""
    return size.width < LEAST.width or size.height < LEAST.height


class TooSmall(Container):
    """The kind request."""

    def __init__(self) -> None:
        super().__init__(id="small")

    def compose(self) -> ComposeResult:
        """Three short lines."""
        yield Said(words.TOO_SMALL, id="small-title")
        yield Said(id="small-size")
        yield Said(words.TOO_SMALL_PAUSED, id="small-paused")

    def show(self, size: Size) -> None:
        """Say how large the window is."""
        text = words.TOO_SMALL_HINT.format(width=size.width, height=size.height)
        self.query_one("#small-size", Said).say(text)
