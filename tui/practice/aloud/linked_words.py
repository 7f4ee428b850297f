"""What is still to be said about linked movement after a repetition, for ears and plain lines.

A loud repetition is a caution in words. Mostly the word came while it was done. Where it did not,
because the part was hardly over its limit or for a short time only, the caution is said afterwards.
So is what ended with a set's last repetition, as no card says it.
"""

from sessions.engine.interface.commands import Command, Cue, Hint, KeptVerdict


class LinkedWords:
    """Follows the commands of a session."""

    def __init__(self) -> None:
        self._said = False

    def due(self, command: Command) -> str | None:
        """The sentence that is to be said now, if this command brings one."""
        match command:
            case Cue(phase="rise" | "your-pace"):
                self._said = False
            case Hint(verdict=verdict) if verdict.rule == "synkinesis":
                self._said = True
            case KeptVerdict(verdict=verdict) if (
                verdict.rule == "synkinesis" and verdict.level == "caution"
            ):
                ended = "reps" in verdict.detail and "next_target_percent" not in verdict.detail
                return verdict.sentence if ended or not self._said else None
            case _:
                pass
        return None
