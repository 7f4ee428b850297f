"""Large words for eyes that see badly: a small alphabet, three lines high. Pure.

Six rows of dots drawn as half blocks; where the terminal has none (or the word does not fit)
the word is spaced out on one line instead. Letters outside the alphabet come out as a
space, so texts in other scripts should use `spaced`.
"""

from tui.widgets.glyphs import Glyphs

_ROWS = 5
_FONT = {
    "A": "0110 1001 1111 1001 1001",
    "B": "1110 1001 1110 1001 1110",
    "C": "0111 1000 1000 1000 0111",
    "D": "1110 1001 1001 1001 1110",
    "E": "1111 1000 1110 1000 1111",
    "F": "1111 1000 1110 1000 1000",
    "G": "0111 1000 1011 1001 0111",
    "H": "1001 1001 1111 1001 1001",
    "I": "111 010 010 010 111",
    "J": "0011 0001 0001 1001 0110",
    "K": "1001 1010 1100 1010 1001",
    "L": "1000 1000 1000 1000 1111",
    "M": "10001 11011 10101 10001 10001",
    "N": "1001 1101 1011 1001 1001",
    "O": "0110 1001 1001 1001 0110",
    "P": "1110 1001 1110 1000 1000",
    "Q": "0110 1001 1001 1011 0111",
    "R": "1110 1001 1110 1010 1001",
    "S": "0111 1000 0110 0001 1110",
    "T": "11111 00100 00100 00100 00100",
    "U": "1001 1001 1001 1001 0110",
    "V": "10001 10001 01010 01010 00100",
    "W": "10001 10001 10101 11011 10001",
    "X": "10001 01010 00100 01010 10001",
    "Y": "10001 01010 00100 00100 00100",
    "Z": "1111 0010 0100 1000 1111",
    "0": "0110 1001 1001 1001 0110",
    "1": "010 110 010 010 111",
    "2": "1110 0001 0110 1000 1111",
    "3": "1110 0001 0110 0001 1110",
    "4": "1001 1001 1111 0001 0001",
    "5": "1111 1000 1110 0001 1110",
    "6": "0110 1000 1110 1001 0110",
    "7": "1111 0001 0010 0100 0100",
    "8": "0110 1001 0110 1001 0110",
    "9": "0110 1001 0111 0001 0110",
    ":": "0 1 0 1 0",
    " ": "00 00 00 00 00",
}
_HALVES = {("0", "0"): " ", ("1", "0"): "\u2580", ("0", "1"): "\u2584", ("1", "1"): "\u2588"}


def big(text: str, width: int, glyphs: Glyphs) -> list[str]:
    """Three lines of at most `width` cells that show `text` large, or spaced out if it must be."""
    if glyphs is Glyphs.ASCII or any(letter not in _FONT for letter in text.upper()):
        return _one_line(text, width)
    letters = [_FONT[letter].split() for letter in text.upper()]
    rows = ["0".join(letter[row] for letter in letters) for row in range(_ROWS)]
    rows.append("0" * len(rows[0]) if rows else "")
    if not rows[0] or len(rows[0]) > width:
        return _one_line(text, width)
    return [
        "".join(_HALVES[pair] for pair in zip(rows[top], rows[top + 1], strict=True))
        for top in (0, 2, 4)
    ]


def spaced(text: str) -> str:
    """R I S E"""
    return "   ".join(" ".join(word) for word in text.upper().split())


def _one_line(text: str, width: int) -> list[str]:
    line = spaced(text)
    if len(line) > width:
        line = text.upper()
    return ["", line[:width], ""]
