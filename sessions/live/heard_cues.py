"""What the simulated patient hears of a session: its cues, and the hints within a repetition."""

from sessions.engine.interface.commands import Cue, Hint
from sessions.messages import Heard


def heard_of(command: Cue | Hint) -> Heard:
    """What is sent to the simulation of a cue or a hint."""
    if isinstance(command, Hint):
        return Heard(at_s=command.at_s, phase="hint", hint=command.verdict.rule)
    return Heard(
        at_s=command.at_s,
        phase=command.phase,
        exercise=command.exercise,
        measure=command.measure,
        target_percent=command.target_percent,
    )
