"""This person's own gentle size, per half: what every percentage is a percentage of.

Today's reference is the median of the first three usable repetitions at effort 2-3 of 10. A
therapist's reference outranks it. The usual one, from earlier sessions, never replaces today's;
it only tells whether today's can be trusted, because an overdriven or tired reference would
blind every guard. Where practice begins smaller than the gentle size, as with known linked
movement, that size is the one last measured, else the median of the first two repetitions.
"""

from collections.abc import Sequence
from statistics import median
from typing import Literal

import msgspec

from sessions.guards.known_reference import KnownReference
from sessions.reps.rep import HalfRep, Rep

REPS = 3
"""Repetitions that make a reference (validity study, section 9b: one is off by 0.6 mm)."""

TRIES = 2
"""The same where every further repetition is to be smaller: known linked movement."""

LEAST_MM = 0.5
"""A reference smaller than this is no size to take percents of."""

OVERDRIVEN_PERCENT = 120.0
OVERDRIVEN_MM = 1.5
TIRED_PERCENT = 80.0
TIRED_MM = 1.0
"""Today's against the usual: the caution limits of the two guards (clinical brief, rows 13, 18)."""


def usable(rep: Rep) -> bool:
    """Whether a reference or a guard may rest on this repetition."""
    return rep.scored and rep.confidence == "normal" and rep.method == "composite"


class Reference:
    """The reference of one exercise through all its sets."""

    def __init__(
        self,
        known: KnownReference | None = None,
        *,
        gentle: KnownReference | None = None,
        needed: int = REPS,
        affected_spread_mm: float | None = None,
        unaffected_spread_mm: float | None = None,
    ) -> None:
        """The spreads are the person's own from repetition to repetition, once known.

        `gentle` is the size last measured, taken in place of today's; without it `needed`
        repetitions make the reference.
        """
        therapist = known if known is not None and known.origin == "therapist" else None
        self._known = therapist or gentle
        self._needed = needed
        self._reps: list[Rep] = []
        self._settled = False
        self.affected_spread_mm = affected_spread_mm
        self.unaffected_spread_mm = unaffected_spread_mm

    @property
    def origin(self) -> Literal["today", "usual", "therapist"]:
        """Whose it is; "usual" is the size measured in an earlier session."""
        return "today" if self._known is None else self._known.origin

    @property
    def reps(self) -> int:
        """Usable repetitions it has seen, at most `REPS`."""
        return len(self._reps)

    @property
    def first(self) -> Sequence[Rep]:
        """The repetitions it is made of, or would be: at most `REPS`."""
        return self._reps

    @property
    def ready(self) -> bool:
        """Whether percentages can be given."""
        return self._known is not None or self._settled or len(self._reps) >= self._needed

    @property
    def affected_mm(self) -> float | None:
        """The affected half's gentle excursion."""
        if self._known is not None:
            return self._known.affected_mm
        return median(r.affected.excursion_mm for r in self._reps) if self.ready else None

    @property
    def unaffected_mm(self) -> float | None:
        """The unaffected half's gentle excursion."""
        if self._known is not None:
            return self._known.unaffected_mm
        return median(r.unaffected.excursion_mm for r in self._reps) if self.ready else None

    def add(self, rep: Rep) -> bool:
        """Take a finished repetition; True when this one made the reference ready."""
        if not usable(rep) or self._settled or len(self._reps) >= self._needed:
            return False
        self._reps.append(rep)
        return self._known is None and len(self._reps) == self._needed

    def settle(self) -> None:
        """No more repetitions will come: take what there is, if there is anything."""
        self._settled = bool(self._reps)

    def restart(self) -> None:
        """Forget today's, as when a softer one was asked for."""
        self._reps = []
        self._settled = False

    def check(self, usual: KnownReference) -> Literal["overdriven", "tired"] | None:
        """What is odd about today's beside the person's usual one, if anything."""
        affected, unaffected = self.affected_mm, self.unaffected_mm
        if affected is None or unaffected is None or self._known is not None:
            return None
        over_mm = unaffected - usual.unaffected_mm
        over = 100 * unaffected > OVERDRIVEN_PERCENT * usual.unaffected_mm
        if over and over_mm >= OVERDRIVEN_MM:
            return "overdriven"
        lost_mm = usual.affected_mm - affected
        tired = 100 * affected < TIRED_PERCENT * usual.affected_mm
        return "tired" if tired and lost_mm >= TIRED_MM else None

    def with_percent(self, rep: Rep) -> Rep:
        """The same repetition with its percentages, as far as there is a reference."""
        return msgspec.structs.replace(
            rep,
            affected=_with_percent(rep.affected, self.affected_mm),
            unaffected=_with_percent(rep.unaffected, self.unaffected_mm),
        )


def _with_percent(half: HalfRep, reference_mm: float | None) -> HalfRep:
    if reference_mm is None or reference_mm < LEAST_MM:
        return half
    percent = 100 * half.excursion_mm / reference_mm
    return msgspec.structs.replace(half, percent_of_reference=percent)
