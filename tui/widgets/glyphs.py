"""Which characters this terminal can show: block and braille, blocks only, or plain ASCII.

Asked once, from the encoding and the kind of terminal. A Linux console's font has the half
blocks but no braille; a terminal that is not UTF-8 gets ASCII, so that no meaning is lost to
question marks.
"""

import os
import sys
from enum import Enum
from functools import cache


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
