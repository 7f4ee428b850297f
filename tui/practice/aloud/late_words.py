"""What is still to be said about a repetition when it is over, for ears and plain lines.

The screen shows each caution. Mostly its word came while the movement was done. Where it did not,
because it is known only afterwards (the weak side tires), or the part was hardly over its limit or
for a short time only, the caution is said when the repetition is over. So is what ended with a
set's last repetition, as no card says it.
"""

from sessions.engine.interface.commands import Command, Cue, Hint, KeptVerdict
from sessions.guards.brief import brief
from sessions.guards.sentences import over_with_set
from sessions.reps.rep import Rule


class LateWords:
    """Follows the commands of a session."""

    def __init__(self) -> None:
        self._said: set[Rule] = set()

    def due(self, command: Command) -> str | None:
        """The sentence that is to be said now, if this command brings one."""
        match command:
            case Cue(phase="rise" | "your-pace"):
                self._said.clear()
            case Hint(verdict=verdict):
                self._said.add(verdict.rule)
            case KeptVerdict(verdict=verdict) if (
                verdict.level == "caution" and verdict.rule != "self"
            ):
                due = over_with_set(verdict) or verdict.rule not in self._said
                return brief(verdict) if due else None
            case _:
                pass
        return None
