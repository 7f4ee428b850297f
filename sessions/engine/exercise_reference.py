"""The gentle reference of one exercise today: found, compared with the usual one, kept once."""

from sessions.engine.interface.commands import KeptReference
from sessions.guards import sentences
from sessions.guards.known_reference import KnownReference
from sessions.guards.reference import REPS, Reference


class ExerciseReference:
    """Watches the reference of one exercise, which the guards fill."""

    def __init__(
        self,
        usual: KnownReference | None,
        step: int,
        *,
        gentle: KnownReference | None = None,
        needed: int = REPS,
    ) -> None:
        """`gentle` and `needed` as for `Reference`."""
        self.reference = Reference(
            usual,
            gentle=gentle,
            needed=needed,
            affected_spread_mm=None if usual is None else usual.affected_spread_mm,
            unaffected_spread_mm=None if usual is None else usual.unaffected_spread_mm,
        )
        self.kept = False
        """Whether the reference was handed over to be kept."""
        self.hint = ""
        """Something to say about today's reference; whoever shows it empties it."""
        self._usual = usual
        self._step = step
        self._softer_asked = False

    def news(self, at_s: float) -> list[KeptReference]:
        """The reference, once, when it has become known.

        A reference that began bigger than usual on the unaffected half would blind the guards,
        so a softer one is asked for, once an exercise.
        """
        reference = self.reference
        if self.kept or not reference.ready:
            return []
        if self._usual is not None and self._usual.origin == "usual" and not self._softer_asked:
            found = reference.check(self._usual)
            if found is not None:
                self._softer_asked = True
                self.hint = (
                    sentences.OVERDRIVEN_REFERENCE
                    if found == "overdriven"
                    else sentences.TIRED_REFERENCE
                )
            if found == "overdriven":
                reference.restart()
                return []
        self.kept = True
        return [
            KeptReference(
                at_s=at_s,
                step=self._step,
                affected_mm=reference.affected_mm or 0.0,
                unaffected_mm=reference.unaffected_mm or 0.0,
                origin=reference.origin,
            )
        ]
