"""Which characters this terminal can show: block and braille, blocks only, or plain ASCII.

Asked once, from the encoding and the kind of terminal. A Linux console's font has the half
blocks but no braille; a terminal that is not UTF-8 gets ASCII, so that no meaning is lost to
question marks.
"""

import os
import sys
from enum import Enum
from functools import cache

from routines.language.cells import cells, cut
from tui.texts import day as words_day


class Glyphs(Enum):
    """How finely this terminal can draw."""

    BRAILLE = "braille"
    BLOCKS = "blocks"
    ASCII = "ascii"

    @property
    def dots(self) -> tuple[int, int]:
        """Dots in one cell: across, down."""
        return {"braille": (2, 4), "blocks": (1, 2), "ascii": (1, 1)}[self.value]


def glyphs_for(encoding: str, term: str) -> Glyphs:
    """The glyphs for an output encoding and a TERM."""
    if "utf" not in encoding.lower():
        return Glyphs.ASCII
    if term in {"linux", "vt220", "vt100", "ansi"}:
        return Glyphs.BLOCKS
    return Glyphs.BRAILLE


@cache
def glyphs() -> Glyphs:
    """The glyphs for the terminal we run in."""
    stream = sys.__stdout__
    return glyphs_for(getattr(stream, "encoding", None) or "ascii", os.environ.get("TERM", ""))


def shortened(text: str, width: int, signs: Glyphs | None = None) -> str:
    """A text in one line: cut with a sign that says so where it is longer than `width` columns.
    `signs` are those of the terminal we run in, unless given."""
    if cells(text) <= width or width <= 0:
        return text
    sign = "..." if (signs or glyphs()) is Glyphs.ASCII else "\u2026"
    return f"{cut(text, max(0, width - len(sign))).rstrip()}{sign}"


BLOCKS = 10


def draw_strength(strength: float | None, glyphs: Glyphs) -> str:
    """`strength` is 0 to 100; None before the first practice gives nothing."""
    if strength is None:
        return ""
    full, empty = ("#", ".") if glyphs is Glyphs.ASCII else ("\u25ae", "\u25af")
    if glyphs is Glyphs.BLOCKS:
        full, empty = "\u2588", "\u2591"
    count = max(1, round(strength * BLOCKS / 100.0))
    word = next(word for least, word in words_day.STRENGTH_WORDS if strength >= least)
    return f"{words_day.STRENGTH}  {full * count}{empty * (BLOCKS - count)}  {word}"
