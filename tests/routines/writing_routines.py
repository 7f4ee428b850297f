"""Builds routine texts for tests."""

from datetime import date

from routines.model import Routine
from routines.reading.problems import RoutineErrors
from routines.reading.reader import read_routine

TODAY = date(2026, 11, 21)
HEAD = 'schema = 1\nid = "test-set"\nname = "Test set"\nstage = "paretic"\n'
STEP = '\n[[exercise]]\ndo = "open-smile"\n'


def read(text: str, today: date | None = TODAY, ear_surgery: bool = False) -> Routine:
    """The routine `text` describes, read as my.toml."""
    return read_routine(text, source="my.toml", today=today, ear_surgery=ear_surgery)


def messages(text: str) -> list[str]:
    """What stands against `text`, a line each; empty when nothing does."""
    try:
        read(text)
    except RoutineErrors as errors:
        return [str(problem) for problem in errors.problems]
    return []


def words(text: str) -> list[str]:
    """The words of `text`."""
    return text.split()
