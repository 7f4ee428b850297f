"""Movement over time: smooth steps from one size to the next, exact at any instant.

A half of the simulated face follows a `Course`. What it does is planned ahead and may be
replanned from any moment on; asking for a moment never depends on when it was asked, so a
session looks the same however its time is cut into pieces.
"""

from typing import NamedTuple


class Stretch(NamedTuple):
    """From `begin_s` on, move from `start` to `end` within `seconds`, then stay."""

    begin_s: float
    start: float
    end: float
    seconds: float


class Course:
    """One quantity over time. Times asked for must not run back by more than a plan."""

    def __init__(self, value: float = 0.0) -> None:
        self._stretches = [Stretch(0.0, value, value, 0.0)]

    def at(self, t_s: float) -> float:
        """The value at a moment; forgets stretches that are over."""
        stretches = self._stretches
        while len(stretches) > 1 and stretches[1].begin_s <= t_s:
            del stretches[0]
        return _value(stretches[0], t_s)

    def go(self, begin_s: float, end: float, seconds: float) -> None:
        """Replan: from `begin_s` on, go to `end` within `seconds`."""
        kept = [s for s in self._stretches if s.begin_s < begin_s] or self._stretches[:1]
        start = _value(kept[-1], begin_s)
        self._stretches = [*kept, Stretch(begin_s, start, end, seconds)]

    def then(self, end: float, seconds: float) -> None:
        """After the last plan has been carried out, go on to `end`."""
        last = self._stretches[-1]
        self._stretches.append(Stretch(last.begin_s + last.seconds, last.end, end, seconds))

    def stay(self, seconds: float) -> None:
        """After the last plan has been carried out, stay there for a while."""
        self.then(self._stretches[-1].end, seconds)


def _value(stretch: Stretch, t_s: float) -> float:
    begin_s, start, end, seconds = stretch
    if t_s >= begin_s + seconds or seconds <= 0.0:
        return end if t_s >= begin_s else start
    share = max(0.0, (t_s - begin_s) / seconds)
    return start + (end - start) * share * share * (3 - 2 * share)
