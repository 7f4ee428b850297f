"""The opening that is left of an eye in a gentle closure: a range in millimetres, and words.

It is the opening at rest less what the eye closed by. The range holds the truth in 90 of 100 cases.
Its errors were chosen on half of the faces with known lids, rendered and slid over photographs;
`sessions/README.md` has what `python -m tests.benchmarks.faces.gaps` prints of the other half. How
a shut eye reads differs between people, and less between the eyes of one person. At arm's length a
usual camera has a pixel a millimetre, so a thin line is not told from a shut eye. Pure.
"""

import math
from collections.abc import Sequence
from statistics import median
from typing import Final, Literal, get_args

import msgspec

from routines.counted import rounded

Word = Literal["closed", "thin-line", "gap", "open"]
WORDS: tuple[Word, ...] = get_args(Word)
"""From the smallest opening to the largest."""

CLOSED_MM: Final = 0.5
THIN_LINE_MM: Final = 2.0
"""The widest of each word: half a pixel, and what an eye is known to that reads as shut."""
OPEN_SHARE: Final = 0.7
"""Of the opening at rest: from here on the eye stayed open."""
MOST_WORDS: Final = 2
"""More words say nothing."""
WIDEST_MM: Final = 3.5
"""A wider range says no more than its words do, and is told in words only: of an eye 8 mm open at
rest, "a gap" is 2.0 to 5.6 mm."""

Gains = tuple[float, float]
CALIBRATED: Final[Gains] = (0.83, 1.26)
UNCALIBRATED: Final[Gains] = (0.70, 1.05)
"""What a closure reads of itself, from the least to the most, with and without the calibration by
the better eye (`sessions.history.full_closure`)."""
SHAPE: Final = 0.09
"""By how much of the opening half a closure is wrong besides; nothing where the eye is open or
shut."""
SCALE: Final = 0.25
"""By how much of itself the opening is wrong: where landmarks lay the lids (five rendered heads of
known opening read 0.97 to 1.19 of it, others seen from below up to 1.39 of what their lids travel),
and the size of the face (`sessions.scoring.size`)."""
PIXEL_MM: Final = 0.7
"""Smallest error: most of a pixel."""
FEWEST: Final = 2
"""Closures that counted; a check-up has three."""


class EyeGap(msgspec.Struct, frozen=True, kw_only=True):
    """One eye over the gentle closures of an exercise."""

    mm: float
    """What was left open, median of its closures."""
    low_mm: float
    high_mm: float
    """Where the truth lies in 90 of 100 cases."""
    opening_mm: float
    """At rest."""
    calibrated: bool
    """Whether it is known how a shut eye of this person reads, and the head was straight."""
    words: tuple[Word, ...] = ()
    """What lies within that range: one or two neighbours, none where it holds more."""

    def times(self, factor: float) -> "EyeGap":
        """The same with its millimetres multiplied; its words stay."""
        return msgspec.structs.replace(
            self,
            mm=rounded(factor * self.mm, 3),
            low_mm=rounded(factor * self.low_mm, 3),
            high_mm=rounded(factor * self.high_mm, 3),
            opening_mm=rounded(factor * self.opening_mm, 3),
        )

    @property
    def in_mm(self) -> bool:
        """Whether millimetres may be shown; never of an eye that may be shut."""
        narrow = self.high_mm - self.low_mm <= WIDEST_MM
        return self.calibrated and narrow and self.low_mm > CLOSED_MM

    @property
    def surely_open(self) -> bool:
        """Whether all that is likely is a gap."""
        return self.low_mm > THIN_LINE_MM


def eye_gap(
    closed_mm: Sequence[float], opening_mm: Sequence[float], *, calibrated: bool
) -> EyeGap | None:
    """From what an eye closed by in each closure, and its opening at the rest before; None where
    there are too few of them, or no eye to speak of."""
    if len(closed_mm) < FEWEST or min(opening_mm) <= 0.0:
        return None
    opening = median(opening_mm)
    share = median(mm / whole for mm, whole in zip(closed_mm, opening_mm, strict=True))
    share = min(max(share, 0.0), 1.0)
    left = opening * (1.0 - share)
    low, high = _range_mm(opening, share, SHAPE, PIXEL_MM, calibrated=calibrated)
    return EyeGap(
        mm=rounded(left, 3),
        low_mm=low,
        high_mm=high,
        opening_mm=rounded(opening, 3),
        calibrated=calibrated,
        words=words_of(left, low, high, opening),
    )


def with_own_error(gap: EyeGap, shape: float, least_mm: float) -> EyeGap:
    """`gap` with these errors of one person in place of `SHAPE` and `PIXEL_MM`, each where it is
    the larger; its range never grows narrower."""
    if gap.opening_mm <= 0.0 or (shape <= SHAPE and least_mm <= PIXEL_MM):
        return gap
    share = min(max(1.0 - gap.mm / gap.opening_mm, 0.0), 1.0)
    errors = max(shape, SHAPE), max(least_mm, PIXEL_MM)
    low, high = _range_mm(gap.opening_mm, share, *errors, calibrated=gap.calibrated)
    low, high = min(low, gap.low_mm), max(high, gap.high_mm)
    words = words_of(gap.mm, low, high, gap.opening_mm)
    return msgspec.structs.replace(gap, low_mm=low, high_mm=high, words=words)


def _range_mm(
    opening_mm: float, share: float, shape: float, least_mm: float, *, calibrated: bool
) -> tuple[float, float]:
    """Where the truth lies in 90 of 100 cases, of an eye that was read to close by `share`."""
    left = opening_mm * (1.0 - share)
    bent = 4 * shape * share * (1.0 - share) * opening_mm

    def error(gain: float) -> float:
        by_gain = opening_mm * share * (1.0 / gain - 1.0)
        return math.hypot(by_gain, bent, SCALE * left, least_mm)

    least, most = CALIBRATED if calibrated else UNCALIBRATED
    return rounded(max(left - error(least), 0.0), 3), rounded(left + error(most), 3)


def words_of(mm: float, low_mm: float, high_mm: float, opening_mm: float) -> tuple[Word, ...]:
    """What an opening of about `mm`, between the others, may be called. Whether the eye stayed open
    is a matter of its share of the opening, and the error of the scale does not count."""

    def word(end_mm: float) -> int:
        besides = math.sqrt(max((end_mm - mm) ** 2 - (SCALE * mm) ** 2, 0.0))
        if mm + math.copysign(besides, end_mm - mm) >= OPEN_SHARE * opening_mm:
            return WORDS.index("open")
        return sum(end_mm > most for most in (CLOSED_MM, THIN_LINE_MM))

    found = WORDS[word(low_mm) : word(high_mm) + 1]
    return found if len(found) <= MOST_WORDS else ()
