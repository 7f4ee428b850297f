"""A gentle excursion known from earlier sessions."""

from typing import Literal

import msgspec


class KnownReference(msgspec.Struct, frozen=True, kw_only=True):
    """A gentle excursion from earlier: the therapist's, or the person's usual one."""

    affected_mm: float
    unaffected_mm: float
    origin: Literal["usual", "therapist"]
    affected_spread_mm: float | None = None
    unaffected_spread_mm: float | None = None
    """The person's own scatter from repetition to repetition, once enough sessions show it."""
