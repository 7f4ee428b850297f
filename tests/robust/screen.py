"""A very small terminal: what a person would see of the bytes a program has written, and in what
state it left the terminal. Knows what Textual sends and ignores the rest."""

import re

_CONTROL = re.compile(
    r"\x1b\[(?P<private>[?<=>]?)(?P<numbers>[\d;:]*)[ !\"$'*]*(?P<final>[@-~])"
    r"|\x1b[PX^_\]].*?(?:\x1b\\|\x07)"
    r"|\x1b[()*+][A-Z0-9]|\x1b[=>78cDEHM]"
    r"|[\x00-\x1f\x7f]",
    re.DOTALL,
)
_HALF = re.compile(r"\x1b(?:\[[^@-~]*|[PX^_\]][^\x07]*|[()*+]?)$", re.DOTALL)
"""The beginning of a control that has not wholly arrived."""


class Screen:
    """Feed it text; read `shown`, `full_screen` and `cursor_visible`."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.full_screen = False
        self.cursor_visible = True
        self.bells = 0
        self._rest = ""
        self._clear()

    def _clear(self) -> None:
        self._cells = [[" "] * self.width for _ in range(self.height)]
        self._x = self._y = 0

    def resize(self, width: int, height: int) -> None:
        """A terminal of another size, empty until it is drawn anew."""
        self.width, self.height = width, height
        self._clear()

    @property
    def shown(self) -> str:
        """The lines on the screen, without blanks at their ends."""
        return "\n".join("".join(line).rstrip() for line in self._cells)

    def feed(self, text: str) -> None:
        """Take what came, in pieces of any length."""
        text = self._rest + text
        half = _HALF.search(text)
        self._rest = text[half.start() :] if half else ""
        text = text[: half.start()] if half else text
        at = 0
        for control in _CONTROL.finditer(text):
            self._write(text[at : control.start()])
            self._obey(control)
            at = control.end()
        self._write(text[at:])

    def _write(self, text: str) -> None:
        for character in text:
            if self._x >= self.width:
                self._x, self._y = 0, self._y + 1
            if self._y < self.height:
                self._cells[self._y][self._x] = character
            self._x += 1

    def _obey(self, control: re.Match[str]) -> None:
        final = control["final"]
        if final is None:
            self._single(control[0])
            return
        numbers = [int(n) if n.isdecimal() else 0 for n in control["numbers"].split(";")]
        if control["private"] == "?" and final in "hl":
            self._mode(numbers, on=final == "h")
        elif final in "Hf":
            row, column = (*numbers, 1, 1)[:2] if control["numbers"] else (1, 1)
            self._y, self._x = max(0, row - 1), max(0, column - 1)
        elif final == "J":
            self._clear()

    def _single(self, character: str) -> None:
        if character == "\a":
            self.bells += 1
        elif character == "\r":
            self._x = 0
        elif character == "\n":
            self._y += 1
            if self._y >= self.height:
                self._cells = [*self._cells[1:], [" "] * self.width]
                self._y = self.height - 1

    def _mode(self, numbers: list[int], *, on: bool) -> None:
        if 1049 in numbers:
            self.full_screen = on
            self._clear()
        if 25 in numbers:
            self.cursor_visible = on
