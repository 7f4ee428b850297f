"""Lines for a terminal that would break them in the middle of words."""

import shutil
from typing import TextIO

from tui.terminal.reflow import kept_in


def at_words(line: str, stream: TextIO) -> str:
    """`line` broken at words where `stream` is a narrower terminal; an indented one goes on below
    its own beginning. A path that no line holds is left whole, to be copied."""
    width = shutil.get_terminal_size().columns - 1
    if not stream.isatty() or any(len(word) > width for word in line.split()):
        return line
    return kept_in([line], width)
