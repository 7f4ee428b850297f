"""A cue as the simulated patient hears it."""

from sessions.engine.interface.commands import Cue
from sessions.messages import Heard


def heard_cue(cue: Cue) -> Heard:
    """What is sent to the simulation of a cue."""
    return Heard(
        at_s=cue.at_s,
        phase=cue.phase,
        exercise=cue.exercise,
        measure=cue.measure,
        target_percent=cue.target_percent,
    )
