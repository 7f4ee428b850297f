"""Bytes of a terminal, cut into keys. Pure: the time of each read is given.

A byte that is no UTF-8 is a key without meaning, never an error. A control sequence is one piece
however long it is, so that none of its letters is taken for a key. A sequence or paste that does
not go on is given up, so that the keys after it are heard.
"""

import codecs
import os
from dataclasses import dataclass
from typing import Literal

from tui.terminal.sequences import ESC, PASTE_BEGINS, PASTE_ENDS, STRING_ENDS, complete

NO_TEXT = "\ufffd"
"""What stands for bytes that are no UTF-8."""
PASTE_QUIET_S = 1.0
"""A paste without its end mark is over when nothing has come for so long."""
_LEAVING = frozenset("\x03\x11")
"""Ctrl+C and Ctrl+Q: terminals take them out of a paste, so inside one they were pressed."""
_LONGEST = 64
"""Characters of a sequence that are kept; no key's sequence is as long."""

Kind = Literal["text", "escape", "sequence", "paste"]


def escape_delay_s() -> float:
    """How long after an Esc the rest of a sequence may come: ESCDELAY in ms, usually 100."""
    written = os.environ.get("ESCDELAY", "")
    return int(written) / 1000 if written.isascii() and written.isdecimal() else 0.1


@dataclass(frozen=True)
class Piece:
    """One key or one whole sequence; the `text` of a paste is without its marks."""

    kind: Kind
    text: str


class KeyReader:
    """Give it each read with `feed`, and call `tick` when `due_s` has come."""

    def __init__(self, delay_s: float | None = None) -> None:
        self._delay_s = escape_delay_s() if delay_s is None else delay_s
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._open = ""
        self._pasted: list[str] | None = None
        self._at_s = 0.0
        self._pieces: list[Piece] = []

    @property
    def due_s(self) -> float | None:
        """When `tick` has something to do, if nothing comes before; None when it has not."""
        if self._open:
            return self._at_s + self._delay_s
        return None if self._pasted is None else self._at_s + PASTE_QUIET_S

    def feed(self, data: bytes, at_s: float) -> list[Piece]:
        """The pieces that `data`, read at `at_s`, completes."""
        self._expire(at_s)
        text = self._decode(data)
        if _one_key(text) and at_s - self._at_s >= self._delay_s:
            self._end_paste()  # it came by itself: a hand has typed it
        self._at_s = at_s
        for character in text:
            self._take(character)
        return self._taken()

    def tick(self, at_s: float) -> list[Piece]:
        """The pieces that are complete because nothing more has come."""
        self._expire(at_s)
        return self._taken()

    def _taken(self) -> list[Piece]:
        pieces, self._pieces = self._pieces, []
        return pieces

    def _expire(self, at_s: float) -> None:
        due_s = self.due_s
        if due_s is None or at_s < due_s:
            return
        if self._open in (ESC, ESC + ESC):
            self._escape()
        self._open = ""
        if self._pasted is not None and at_s >= self._at_s + PASTE_QUIET_S:
            self._end_paste()

    def _escape(self) -> None:
        self._end_paste()
        self._pieces.append(Piece("escape", ESC))

    def _take(self, character: str) -> None:
        if self._open:
            self._go_on(character)
        elif character == ESC:
            self._open = ESC
        elif self._pasted is not None and character not in _LEAVING:
            self._pasted.append(character)
        else:
            self._end_paste()
            self._pieces.append(Piece("text", character))

    def _go_on(self, character: str) -> None:
        """One more character of what began with Esc."""
        if character == ESC and self._open == ESC + ESC:
            self._escape()  # the key is held down
            return
        if self._open == ESC + ESC and character not in "[O":
            self._escape()
            self._open = ESC
        if character == ESC and len(self._open) > 1:
            self._open = ESC  # the one before was cut off
            return
        if character in _LEAVING:
            self._open = ""
            self._take(character)
            return
        self._open = self._open[:_LONGEST] + character
        if complete(self._open):
            whole, self._open = self._open, ""
            self._sequence(whole)

    def _sequence(self, whole: str) -> None:
        if whole == PASTE_BEGINS:
            self._pasted = [] if self._pasted is None else self._pasted
        elif whole == PASTE_ENDS:
            self._end_paste()
        elif self._pasted is not None:
            self._pasted.append(whole)
        elif whole != STRING_ENDS:
            self._pieces.append(Piece("sequence", whole))

    def _end_paste(self) -> None:
        if self._pasted is not None:
            self._pieces.append(Piece("paste", "".join(self._pasted)))
            self._pasted = None


def _one_key(text: str) -> bool:
    """Whether `text` is one character or one sequence, and not the end of a paste."""
    if text.startswith(ESC):
        return text != PASTE_ENDS and text.rfind(ESC) == 0 and complete(text)
    return len(text) == 1
