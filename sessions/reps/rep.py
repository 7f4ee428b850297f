"""One repetition, as both live sessions and `replay` know it.

The tracker that finds them stands in `tracker`; the guards that judge them in `guards/`.
"""

from collections.abc import Collection
from typing import Literal

import msgspec

from routines.movements import MeasureKey
from sessions.readings import Confidence, Method, Reason


class HalfRep(msgspec.Struct, frozen=True, kw_only=True):
    """What one half did in a repetition."""

    excursion_mm: float
    """Median over the hold, from rest, signed; 0-based on rest, under the noise floor too."""
    seen: bool
    """Whether that is movement: above the smallest detectable for this half, measure and person."""
    percent_of_reference: float | None = None
    hold_s: float | None = None
    """Time spent inside the own plateau."""
    onset_s: float | None = None
    peak_s: float | None = None
    rise_s: float | None = None
    decay_mm: float = 0.0
    """First second of the hold minus its last quarter; positive sags."""
    decay_percent: float = 0.0
    jitter_mm: float = 0.0
    """Restlessness in the hold: standard deviation about its own trend."""


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """What moved along on the affected half, medians over the hold; None where nobody watched."""

    eye_narrowing_percent: float | None = None
    other_eye_narrowing_percent: float | None = None
    corner_mm: float | None = None
    other_corner_mm: float | None = None
    """Pull of the mouth corner, outwards and up, signed."""


def trusted(linked: Linked, doubtful: Collection[str]) -> Linked:
    """`linked` without the parts whose measure is among the `doubtful` ones."""
    eye, corner = "eye-closure" not in doubtful, "open-smile" not in doubtful
    if eye and corner:
        return linked
    return Linked(
        eye_narrowing_percent=linked.eye_narrowing_percent if eye else None,
        other_eye_narrowing_percent=linked.other_eye_narrowing_percent if eye else None,
        corner_mm=linked.corner_mm if corner else None,
        other_corner_mm=linked.other_corner_mm if corner else None,
    )


class Rep(msgspec.Struct, frozen=True, kw_only=True):
    """A repetition from onset to release. Times are source seconds."""

    n: int
    onset_s: float
    peak_s: float
    release_s: float | None
    scored: bool
    reason: Reason | None = None
    confidence: Confidence = "normal"
    doubtful: tuple[MeasureKey, ...] = ()
    """Measures that were doubtful over most of the hold (see `Reading.doubtful`). Where its own
    is one of them the confidence is low."""
    method: Method = "composite"
    affected: HalfRep
    unaffected: HalfRep
    symmetry_percent: float | None = None
    lag_ms: float | None = None
    """Affected onset minus unaffected onset; None when one half did not move."""
    linked: Linked = Linked()


Rule = Literal["fatigue", "overcompensation", "synkinesis", "self"]
Level = Literal["hint", "caution", "stop"]


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What a guard has to say: never without its rule and its numbers."""

    rule: Rule
    level: Level
    t_s: float
    rep: int
    detail: dict[str, float | str]
    """Numbers and thresholds, each with its unit in its name; `sign` names which of the
    rule's signs it was."""
    sentence: str = ""
    """Calm words with the numbers, as shown and as recorded."""
