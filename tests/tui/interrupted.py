"""Practices that ended in their middle, for tests."""

from datetime import datetime
from pathlib import Path

from sessions.log.entries import Header
from sessions.log.journal import Journal
from tests.sessions.log_samples import kept_rep, plan
from tests.tui.people import MORNING


def interrupted(
    data: Path, source: str = "sim:steady", *, reps: int = 2, started: datetime = MORNING
) -> Path:
    """A practice with so many movements whose program was killed; its journal."""
    journal = Journal.begin(data, Header(started=started, plan=plan(), program="1", source=source))
    for n in range(1, reps + 1):
        journal.add(kept_rep(n))
    journal.close()
    return journal.path
