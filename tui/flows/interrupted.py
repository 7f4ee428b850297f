"""A practice that was interrupted, in one sentence. Pure; what becomes of it the person decides."""

from datetime import datetime

from sessions.engine.commands import KeptRep
from sessions.log.recovery import Unfinished
from tui.texts import day as words_day
from tui.texts.dates import moment_in_words


def describe(found: Unfinished, now: datetime) -> str:
    """Which practice, when, and what was kept of it. `found` has a header."""
    assert found.header is not None
    reps = sum(isinstance(entry, KeptRep) for entry in found.kept)
    done = words_day.UNFINISHED_DONE.format(reps=reps) if reps else words_day.UNFINISHED_NONE
    return words_day.UNFINISHED_LINE.format(
        name=found.header.plan.routine.name,
        when=moment_in_words(found.header.started, now),
        done=done,
    )
