"""The large cue word, and the large seconds beside it."""

import math
from typing import ClassVar

from rich.style import Style

from sessions.view import SessionView
from tui import words
from tui.widgets.big_text import big
from tui.widgets.glyphs import glyphs
from tui.widgets.lines import Lines


def cue_word(view: SessionView) -> str:
    """The one word for now."""
    return words.CUE["paused" if view.paused is not None else view.phase]


def cue_line(view: SessionView) -> str:
    """The one line for now; a pause says why."""
    if view.paused is not None:
        return view.paused
    if view.phase == "rise" and view.target_percent < 100:
        return words.CUE_LINE_TOGETHER_SMALLER
    return words.CUE_LINE[view.phase]


def seconds_shown(view: SessionView) -> str:
    """Whole seconds that are left, counted down to 1; nothing where a phase waits."""
    if view.seconds_left is None or view.paused is not None:
        return ""
    left = max(0, math.ceil(view.seconds_left - 1e-6))
    return f"{left // 60}:{left % 60:02d}" if left >= 100 else str(left)


class Cue(Lines):
    """The cue word, three lines high."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"cue--word"}

    def show(self, word: str) -> None:
        """Replace the word."""
        self.show_lines(big(word, self.size.width, glyphs()))

    def line_style(self, y: int) -> Style:
        """Bold, in the colour of the theme."""
        return self.get_component_rich_style("cue--word")


class Countdown(Lines):
    """The seconds that are left, three lines high, flush right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"countdown--digits"}

    def show(self, seconds: str) -> None:
        """Replace the digits."""
        width = self.size.width
        self.show_lines([line.rjust(width) for line in big(seconds, width, glyphs())])

    def line_style(self, y: int) -> Style:
        """Bold, in the colour of the theme."""
        return self.get_component_rich_style("countdown--digits")
