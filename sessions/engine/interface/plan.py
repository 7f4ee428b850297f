"""What a session is told before it begins: the routine, the side, and what is known already."""

import msgspec

from routines.model import Routine, Step
from routines.movements import LinkedPair, LinkedSide, MeasureKey, Side, Watch, known_pairs
from sessions.engine.interface.commands import Kept
from sessions.guards.known_reference import KnownReference


class SessionPlan(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the engine knows from outside. It never asks for more."""

    routine: Routine
    side: Side
    """The affected side."""
    known_linked: bool = False
    """Linked movement is known: where it shows, a release step and a smaller try come first."""
    linked_pairs: tuple[LinkedPair, ...] = ()
    """The pairs it is known of; none listed means every watched pair."""
    linked_sides: dict[LinkedPair, LinkedSide] = {}
    """On which half each of them shows; the affected one where nothing is said."""
    linked_fingers: tuple[Watch, ...] = ()
    """Known pairs in whose practice a finger rests on the quiet part."""
    references: dict[MeasureKey, KnownReference] = {}
    ladder: dict[Watch, float] = {}
    """With known linked movement: what practice of each pair begins with, percent of own gentle
    size. A record is taken at full size."""
    gentle: dict[MeasureKey, KnownReference] = {}
    """Own gentle sizes as last measured, for exercises that begin smaller."""
    by_clock: bool = False
    """Run every exercise by the clock alone: an eye is covered, or the camera is not wanted."""
    demonstrated: tuple[str, ...] = ()
    """Ids of the exercises that begin with a card that shows how they are done."""
    hidden_of_three: int = 0
    """In how many of three repetitions the meters are hidden."""
    kept: tuple[Kept, ...] = ()
    """What an interrupted session had kept: the engine goes on at the same repetition."""

    def ladder_percent(self, step: Step) -> float | None:
        """The step of the ladder `step` begins at, percent of own gentle size; None without one."""
        if not self.known_linked or self.routine.kind == "record":
            return None
        known = self.known(step)
        return min((self.ladder[pair] for pair in known if pair in self.ladder), default=None)

    def target_percent(self, step: Step) -> float:
        """What the routine aims at in `step`. A record is taken at full size."""
        return 100.0 if self.routine.kind == "record" else step.target_percent

    def known(self, step: Step) -> frozenset[Watch]:
        """The pairs watched in `step` that are known to be linked on the affected half."""
        if not self.known_linked:
            return frozenset()
        return known_pairs(step.exercise.watch, self.linked_pairs, self.linked_sides)

    def fingers(self, step: Step) -> tuple[Watch, ...]:
        """The pairs of `step` whose quiet part a finger rests on, so that nobody can watch it.
        A record is taken without."""
        if self.routine.kind == "record":
            return ()
        known = self.known(step)
        return tuple(p for p in step.exercise.watch if p in known and p in self.linked_fingers)
