"""Bytes as the texts of several QR codes, and back, whatever order the codes are read in. Pure.

A text is `S1/CCCCCCCC/N/OF/DATA`: the CRC-32 of all the bytes, which part this is, of how many, and
the part in base 45 (RFC 9285), which QR codes hold at 5.5 bits a letter.
"""

import zlib
from collections.abc import Sequence

MARK = "S1"
"""First letters of every code of this program; the number is the version of the form."""
MOST_CODES = 99
MOST_TEXT = 500
"""Letters of one text; a code that a screen can show and a camera can read has fewer."""
_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {letter: value for value, letter in enumerate(_LETTERS)}

ROOM = {1: 25, 2: 47, 3: 77, 4: 114, 5: 154, 6: 195, 7: 224, 8: 279}
"""Letters that a QR code of each version holds at the lowest error correction (ISO/IEC 18004). A
code of version v has 17 + 4 v modules at a side. Cheap cameras read larger ones less well."""


def code_texts(content: bytes, room: int) -> tuple[str, ...]:
    """`content` as texts of at most `room` letters. Raises ValueError where that is too little."""
    crc = f"{zlib.crc32(content):08X}"
    for of in range(1, MOST_CODES + 1):
        space = room - len(_head(crc, of, of))
        size = space // 3 * 2 + (space % 3) // 2
        if size > 0 and of * size >= len(content):
            size = -(-len(content) // of)
            parts = [content[at : at + size] for at in range(0, len(content), size)]
            if len(parts) == of:
                return tuple(
                    _head(crc, n, of) + to_base45(part) for n, part in enumerate(parts, start=1)
                )
    raise ValueError(f"{len(content)} bytes do not fit into {MOST_CODES} codes of {room} letters")


def _head(crc: str, n: int, of: int) -> str:
    return f"{MARK}/{crc}/{n}/{of}/"


class Collector:
    """Takes the texts of codes as they are read. `content` is there once all of one set are."""

    def __init__(self) -> None:
        self._parts: dict[tuple[str, int], dict[int, bytes]] = {}
        self._now: tuple[str, int] | None = None
        self.content: bytes | None = None

    @property
    def have(self) -> tuple[int, ...]:
        """Numbers of the parts read so far, of the set that was seen last."""
        return () if self._now is None else tuple(sorted(self._parts[self._now]))

    @property
    def of(self) -> int:
        """How many the set that was seen last has; 0 before the first."""
        return 0 if self._now is None else self._now[1]

    def take(self, text: str) -> bool:
        """Whether `text` is a part of such a set; what is none is passed over."""
        parsed = _parsed(text)
        if parsed is None:
            return False
        self._now, n, part = parsed
        parts = self._parts.setdefault(self._now, {})
        parts[n] = part
        if len(parts) == self.of:
            whole = b"".join(parts[each] for each in sorted(parts))
            if f"{zlib.crc32(whole):08X}" == self._now[0]:
                self.content = whole
            else:  # read wrongly, or made by something else
                parts.clear()
        return True


def _parsed(text: str) -> tuple[tuple[str, int], int, bytes] | None:
    pieces = text.split("/", 4)
    if len(text) > MOST_TEXT or len(pieces) != 5 or pieces[0] != MARK:
        return None
    _, crc, n, of, data = pieces
    if not (n.isascii() and n.isdigit() and of.isascii() and of.isdigit() and len(n + of) <= 4):
        return None
    part = from_base45(data)
    if part is None or not 1 <= int(n) <= int(of) <= MOST_CODES or len(crc) != 8:
        return None
    return (crc, int(of)), int(n), part


def to_base45(content: bytes) -> str:
    """Two bytes as three letters, a single last byte as two."""
    letters: list[str] = []
    for at in range(0, len(content), 2):
        pair = content[at : at + 2]
        value = int.from_bytes(pair, "big")
        for _ in range(len(pair) + 1):
            value, digit = divmod(value, 45)
            letters.append(_LETTERS[digit])
    return "".join(letters)


def from_base45(text: str) -> bytes | None:
    """The bytes of `text`; None where it is not base 45."""
    if len(text) % 3 == 1 or not all(letter in _VALUES for letter in text):
        return None
    content = bytearray()
    for at in range(0, len(text), 3):
        piece: Sequence[str] = text[at : at + 3]
        value = sum(_VALUES[letter] * 45**place for place, letter in enumerate(piece))
        size = len(piece) - 1
        if value >= 256**size:
            return None
        content += value.to_bytes(size, "big")
    return bytes(content)
