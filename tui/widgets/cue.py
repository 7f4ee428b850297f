"""The large cue word, and the large seconds beside it."""

from typing import ClassVar

from rich.style import Style

from tui.widgets.big_text import big
from tui.widgets.glyphs import glyphs
from tui.widgets.lines import Fitted


class CueText(Fitted):
    """The cue word, as large as it fits."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"cue--word", "cue--caution"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._caution = False
        self._word = ""

    def show(self, word: str, *, caution: bool = False) -> None:
        """Replace the word; a caution has its own colour."""
        if caution != self._caution:
            self._caution = caution
            self.refresh()
        self._word = word
        self.show_fitted()

    def fit(self, width: int, height: int) -> list[str]:
        """The word in the largest letters that fit."""
        return big(self._word, width, glyphs(), height)

    def line_style(self, y: int) -> Style:
        """Bold, in the colour of the theme or of cautions."""
        return self.get_component_rich_style("cue--caution" if self._caution else "cue--word")


class Countdown(Fitted):
    """The seconds that are left, as large as they fit, flush right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"countdown--digits"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._seconds = ""

    def show(self, seconds: str) -> None:
        """Replace the digits."""
        self._seconds = seconds
        self.show_fitted()

    def fit(self, width: int, height: int) -> list[str]:
        """The digits in the largest form that fits."""
        return [line.rjust(width) for line in big(self._seconds, width, glyphs(), height)]

    def line_style(self, y: int) -> Style:
        """Bold, in the colour of the theme."""
        return self.get_component_rich_style("countdown--digits")
