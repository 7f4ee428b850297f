"""Large words for eyes that see badly: a small alphabet, three lines high or a multiple. Pure.

Five rows of dots drawn as half blocks, or as signs where the terminal has no blocks and five lines
are there; else, or where the word does not fit, it is spaced out on one line, as are words with
letters outside the alphabet.
"""

from functools import lru_cache

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
_NARROW = {
    "A": "111 101 111 101 101",
    "B": "110 101 110 101 110",
    "C": "111 100 100 100 111",
    "D": "110 101 101 101 110",
    "E": "111 100 110 100 111",
    "F": "111 100 110 100 100",
    "G": "111 100 101 101 111",
    "H": "101 101 111 101 101",
    "I": "1 1 1 1 1",
    "J": "001 001 001 101 010",
    "K": "101 101 110 101 101",
    "L": "100 100 100 100 111",
    "N": "1001 1101 1011 1001 1001",
    "O": "111 101 101 101 111",
    "P": "110 101 110 100 100",
    "Q": "010 101 101 110 011",
    "R": "110 101 110 101 101",
    "S": "111 100 111 001 111",
    "T": "111 010 010 010 010",
    "U": "101 101 101 101 111",
    "V": "101 101 101 101 010",
    "X": "101 101 010 101 101",
    "Y": "101 101 010 010 010",
    "Z": "111 001 010 100 111",
    " ": "0 0 0 0 0",
}
"""The letters that can do with less; the others keep their width."""
_HALVES = {("0", "0"): " ", ("1", "0"): "\u2580", ("0", "1"): "\u2584", ("1", "1"): "\u2588"}


def big(text: str, width: int, glyphs: Glyphs, height: int = 3) -> list[str]:
    """`text` as large as it fits into `width` cells and `height` lines; spaced out if it must be.

    Where letters are too wide, narrow ones stand in for them before anything smaller does.
    """
    return list(_big(text, width, glyphs, height))


@lru_cache(maxsize=256)
def _big(text: str, width: int, glyphs: Glyphs, height: int) -> tuple[str, ...]:
    """Kept, because a word stands for seconds and is asked for ten times in each."""
    word = text.upper()
    if word and all(letter in _FONT for letter in word):
        for scale in range(max(1, 2 * height // _ROWS), 0, -1):
            for font in (_FONT, {**_FONT, **_NARROW}):
                rows = _dots(word, font, scale)
                lines = _in_signs(rows, glyphs)
                if len(lines) <= height and len(lines[0]) <= width:
                    return tuple(lines)
    return tuple(_one_line(text, width, height))


def _dots(word: str, font: dict[str, str], scale: int) -> list[str]:
    letters = [font[letter].split() for letter in word]
    rows = ["0".join(letter[row] for letter in letters) for row in range(_ROWS)]
    return ["".join(dot * scale for dot in row) for row in rows for _ in range(scale)]


def _in_signs(rows: list[str], glyphs: Glyphs) -> list[str]:
    """Two rows of dots a line in half blocks; a row a line in ASCII."""
    if glyphs is Glyphs.ASCII:
        return [row.replace("0", " ").replace("1", "#") for row in rows]
    if len(rows) % 2:
        rows = [*rows, "0" * len(rows[0])]
    return [
        "".join(_HALVES[pair] for pair in zip(rows[top], rows[top + 1], strict=True))
        for top in range(0, len(rows), 2)
    ]


def spaced(text: str) -> str:
    """R I S E"""
    return "   ".join(" ".join(word) for word in text.upper().split())


def _one_line(text: str, width: int, height: int) -> list[str]:
    line = spaced(text)
    if len(line) > width:
        line = text.upper()
    above = (max(3, height) - 1) // 2
    return ["", line[:width], ""] if height <= 3 else [""] * above + [line[:width]]
