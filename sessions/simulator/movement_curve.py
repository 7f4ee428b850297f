"""Movement over time: smooth steps from one size to the next, exact at any instant.

A half of the simulated face follows a `MovementCurve`. What it does is planned ahead and may be
replanned from any moment on; asking for a moment never depends on when it was asked, so a
session looks the same however its time is cut into pieces.
"""

from typing import NamedTuple


class CurvePiece(NamedTuple):
    """From `begin_s` on, move from `start` to `end` within `seconds`, then stay."""

    begin_s: float
    start: float
    end: float
    seconds: float


class MovementCurve:
    """One quantity over time. Times asked for must not run back by more than a plan."""

    def __init__(self, value: float = 0.0) -> None:
        self._pieces = [CurvePiece(0.0, value, value, 0.0)]

    def at(self, t_s: float) -> float:
        """The value at a moment; forgets pieces that are over."""
        pieces = self._pieces
        while len(pieces) > 1 and pieces[1].begin_s <= t_s:
            del pieces[0]
        return _value(pieces[0], t_s)

    def go(self, begin_s: float, end: float, seconds: float) -> None:
        """Replan: from `begin_s` on, go to `end` within `seconds`."""
        kept = [s for s in self._pieces if s.begin_s < begin_s] or self._pieces[:1]
        start = _value(kept[-1], begin_s)
        self._pieces = [*kept, CurvePiece(begin_s, start, end, seconds)]

    def then(self, end: float, seconds: float) -> None:
        """After the last plan has been carried out, go on to `end`."""
        last = self._pieces[-1]
        self._pieces.append(CurvePiece(last.begin_s + last.seconds, last.end, end, seconds))

    def stay(self, seconds: float) -> None:
        """After the last plan has been carried out, stay there for a while."""
        self.then(self._pieces[-1].end, seconds)


def _value(piece: CurvePiece, t_s: float) -> float:
    begin_s, start, end, seconds = piece
    if t_s >= begin_s + seconds or seconds <= 0.0:
        return end if t_s >= begin_s else start
    share = max(0.0, (t_s - begin_s) / seconds)
    return start + (end - start) * share * share * (3 - 2 * share)
