"""How wide a text is in a terminal, and texts made to fit.

A letter of Chinese, Japanese or Korean takes two cells, a combining accent none. `len` counts them
as one each, so tables of such texts would not be straight. Wide and full-width letters are those of
UAX 11 (`unicodedata.east_asian_width` W and F).
"""

import re
import textwrap
from collections.abc import Iterator
from unicodedata import category, east_asian_width

_NO_CELL = frozenset({"Mn", "Me", "Cf"})
"""Marks above and below a letter, and characters that only join or part others."""
_PIECE = re.compile(r"\s+|\S+")


def cells(text: str) -> int:
    """Columns that `text`, one line, takes."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def padded(text: str, width: int, side: str = "<") -> str:
    """`text` with blanks up to `width` cells; after it, or before it with ">"."""
    blanks = " " * (width - cells(text))
    return blanks + text if side == ">" else text + blanks


def cut(text: str, width: int) -> str:
    """What of `text` fits into `width` cells."""
    if text.isascii():
        return text[:width]
    room, end = width, 0
    for end, sign in enumerate(text):
        room -= _cells_of(sign)
        if room < 0:
            return text[:end]
    return text


def wrapped(text: str, width: int, indent: str = "", *, hyphens: bool = True) -> list[str]:
    """`text` in lines of `width` cells, all but the first after `indent`; no line for no text.

    As `textwrap.wrap`, which breaks what has only letters of one cell. Wide letters stand without
    blanks between them, so a line may end after any of them.
    """
    if cells(text) == len(text):
        return textwrap.wrap(text, width, subsequent_indent=indent, break_on_hyphens=hyphens)
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        word = piece
        while not word.isspace() and cells(line) + cells(word) > width:
            if line.strip():
                lines.append(line.rstrip())
                line = indent
                continue
            head = cut(word, max(2, width - cells(line)))
            lines.append(line + head)
            line, word = indent, word[len(head) :]
        line += "" if word.isspace() and line == indent and lines else word
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> Iterator[str]:
    """Words and blanks; a wide letter is a word of its own."""
    for found in _PIECE.finditer(text):
        word, narrow = found[0], ""
        if word.isascii():
            yield word
            continue
        for sign in word:
            if _cells_of(sign) == 2:
                if narrow:
                    yield narrow
                    narrow = ""
                yield sign
            else:
                narrow += sign
        if narrow:
            yield narrow


def _cells_of(sign: str) -> int:
    if east_asian_width(sign) in "WF":
        return 2
    return 0 if category(sign) in _NO_CELL else 1
