"""What a session is told before it begins: the routine, the side, and what is known already."""

from typing import Literal

import msgspec

from routines.model import Routine
from routines.movements import MeasureKey, Side
from sessions.commands import Kept


class KnownReference(msgspec.Struct, frozen=True, kw_only=True):
    """A gentle excursion from earlier: the therapist's, or the person's usual one."""

    affected_mm: float
    unaffected_mm: float
    origin: Literal["usual", "therapist"]
    affected_spread_mm: float | None = None
    unaffected_spread_mm: float | None = None
    """The person's own scatter from repetition to repetition, once enough sessions show it."""


class SessionPlan(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the engine knows from outside. It never asks for more."""

    routine: Routine
    side: Side
    """The affected side."""
    known_linked: bool = False
    """Linked movement is known: only worsening over own calibration counts."""
    references: dict[MeasureKey, KnownReference] = {}
    by_clock: bool = False
    """Run every exercise by the clock alone: an eye is covered, or the camera is not wanted."""
    kept: tuple[Kept, ...] = ()
    """What an interrupted session had kept: the engine goes on at the same repetition."""
