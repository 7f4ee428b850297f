"""What a session is told before it begins: the routine, the side, and what is known already."""

import msgspec

from routines.model import Routine
from routines.movements import MeasureKey, Side
from sessions.engine.interface.commands import Kept
from sessions.guards.known_reference import KnownReference


class SessionPlan(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the engine knows from outside. It never asks for more."""

    routine: Routine
    side: Side
    """The affected side."""
    known_linked: bool = False
    """Linked movement is known: where it shows, a release step and a smaller try come first."""
    references: dict[MeasureKey, KnownReference] = {}
    by_clock: bool = False
    """Run every exercise by the clock alone: an eye is covered, or the camera is not wanted."""
    kept: tuple[Kept, ...] = ()
    """What an interrupted session had kept: the engine goes on at the same repetition."""
