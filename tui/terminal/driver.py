"""Textual's driver for POSIX terminals, reading keys with our own reader.

Textual (8.2) decodes strictly, so one byte that is no UTF-8 ends the program; it takes the letters
of a sequence it does not know for keys; and it waits for the end of a paste for ever. What a known
sequence means is still its parser's to say.
"""

import os
import select
import time

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tui.terminal.key_reader import NO_TEXT, KeyReader, Piece

_LOOK_S = 0.1
"""How often the reader looks whether the program is ending."""


class Meanings(XTermParser):
    """What each whole piece means; nothing is kept from one piece to the next."""

    def of(self, piece: Piece) -> list[Message]:
        """The messages of `piece`; none when it means nothing."""
        if piece.kind == "paste":
            return [events.Paste(piece.text.replace("\x00", ""))]
        if piece.kind == "escape":
            return [events.Key("escape", piece.text)]
        if piece.text == NO_TEXT:
            return [events.Key("no_text", None)]
        try:
            messages = [*self.feed(piece.text)]
        except (ArithmeticError, ValueError, StopIteration):  # numbers that no terminal sends
            messages = []
            self._restart()
        if self._timeout_time is not None:  # unknown, or Alt with a character
            self._restart()
            alt = piece.text[1:]
            if len(alt) == 1 and alt.isprintable():
                return [events.Key(_alt(alt), None)]
        return messages

    def _restart(self) -> None:
        self._timeout_time = None
        self._tokens.clear()
        self._gen = self.parse(self._tokens.append)
        self._awaiting = next(self._gen)


def _alt(character: str) -> str:
    """The name of a key pressed with Alt, as in Textual's own names."""
    held = "alt+shift+" if character.isupper() else "alt+"
    return held + character.lower()


class TolerantDriver(LinuxDriver):
    """Whatever comes from the keyboard, the program goes on and hears the next key."""

    def run_input_thread(self) -> None:
        """Read until the driver ends."""
        reader, meanings = KeyReader(), Meanings()
        while not self.exit_event.is_set():
            now_s = time.monotonic()
            wait_s = _LOOK_S if reader.due_s is None else min(_LOOK_S, reader.due_s - now_s)
            if select.select([self.fileno], [], [], max(0.0, wait_s))[0]:
                data = os.read(self.fileno, 1 << 12)
                if not data:  # standard input has ended; a terminal that is closed says so itself
                    self.exit_event.wait(_LOOK_S)
                pieces = reader.feed(data, time.monotonic())
            else:
                pieces = reader.tick(time.monotonic())
            for piece in pieces:
                for message in meanings.of(piece):
                    self.process_message(message)
