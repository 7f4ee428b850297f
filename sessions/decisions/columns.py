"""Columns of whole numbers as bytes: differences as variable-length integers.

A column of a slowly changing number becomes one byte a value, and bytes of one column lie
together, so that a general compressor does the rest.
"""

from collections.abc import Iterable

from routines.language import _

_MORE = 0x80
_LOW = 0x7F
_LONGEST = 10
"""Bytes of the longest number, 70 bits."""


class Damaged(ValueError):
    """The bytes are no columns."""


class Writer:
    """Collects columns."""

    def __init__(self) -> None:
        self._out = bytearray()

    def number(self, value: int) -> None:
        """One number."""
        self.column((value,))

    def column(self, values: Iterable[int]) -> None:
        """Numbers as the differences from one to the next. The reader has to know how many."""
        out, last = self._out, 0
        for value in values:
            step = value - last
            folded = (step << 1) if step >= 0 else ((-step << 1) - 1)
            while folded > _LOW:
                out.append(folded & _LOW | _MORE)
                folded >>= 7
            out.append(folded)
            last = value

    def block(self, content: bytes) -> None:
        """Bytes as they are."""
        self.number(len(content))
        self._out += content

    def done(self) -> bytes:
        """All that was written."""
        return bytes(self._out)


class Reader:
    """Reads what a `Writer` wrote, in the same order. Raises Damaged."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    def number(self) -> int:
        """One number."""
        folded = shift = 0
        for _turn in range(_LONGEST):
            if self._at >= len(self._content):
                raise Damaged("the columns end too early")
            byte = self._content[self._at]
            self._at += 1
            folded |= (byte & _LOW) << shift
            if byte < _MORE:
                return _unfolded(folded)
            shift += 7
        raise Damaged("a number is too long")

    def count(self) -> int:
        """How many values follow; never more than there are bytes left."""
        n = self.number()
        if not 0 <= n <= len(self._content) - self._at:
            raise Damaged(_("{n} values cannot follow").format(n=n))
        return n

    def column(self, n: int) -> list[int]:
        """`n` numbers written by `Writer.column`."""
        content = self._content
        values: list[int] = []
        last = 0
        for _turn in range(n):
            byte = content[at] if (at := self._at) < len(content) else _MORE
            if byte < _MORE:  # as nearly all are
                self._at += 1
                last += _OF_A_BYTE[byte]
            else:
                last += self.number()
            values.append(last)
        return values

    def block(self) -> bytes:
        """Bytes as they are."""
        n = self.count()
        self._at += n
        return self._content[self._at - n : self._at]

    @property
    def over(self) -> bool:
        """Whether all has been read."""
        return self._at == len(self._content)


def _unfolded(folded: int) -> int:
    """The number, whose sign is the lowest bit."""
    return -((folded + 1) >> 1) if folded & 1 else folded >> 1


_OF_A_BYTE = tuple(map(_unfolded, range(_MORE)))
