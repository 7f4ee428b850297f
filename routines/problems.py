"""What is wrong in a file someone wrote, said so that they can put it right.

A reader collects every `Problem` before it gives up, so that a file is corrected once and not
ten times. Nothing here decides what is wrong; it only says it.
"""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

import msgspec

from routines.errors import Trouble


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to correct: where it stands, what was expected there, what stood there."""

    file: str
    line: int | None
    """Counted from 1; None when the file has no line for it (something is missing)."""
    key: str
    """The key as a person would say it, such as `exercise 2 (pucker), hold_s`."""
    expected: str
    found: str = ""
    nearest: str | None = None

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}, line {self.line}"
        found = f", found {self.found}" if self.found else ""
        hint = f' Did you mean "{self.nearest}"?' if self.nearest else ""
        return f"{where}: {self.key}: expected {self.expected}{found}.{hint}"


class FileErrors(Trouble):
    """A file that cannot be used yet, with all its problems in the order of its lines."""

    def __init__(self, problems: Iterable[Problem], what_next: str) -> None:
        self.problems: tuple[Problem, ...] = tuple(
            sorted(problems, key=lambda p: (p.line is None, p.line or 0))
        )
        super().__init__("\n".join([*map(str, self.problems), what_next]), "settings")


class RoutineErrors(FileErrors):
    """A routine that cannot be run as it is written."""


class PlanErrors(FileErrors):
    """A day's plan that cannot be followed as it is written."""


def printable(text: str, longest: int = 60) -> str:
    """`text` cut to `longest` characters, without any that a terminal would obey."""
    text = "".join(c if c.isprintable() else "?" for c in text)
    return text if len(text) <= longest else text[: longest - 3] + "..."


def nearest(word: str, options: Sequence[str]) -> str | None:
    """The option most like `word`, or None when none is like it."""
    lowered = word.strip().lower().replace("_", "-").replace(" ", "-")
    by_shape = {option.lower().replace("_", "-"): option for option in options}
    if lowered in by_shape:
        return by_shape[lowered]
    close = get_close_matches(lowered, list(by_shape), n=1, cutoff=0.6)
    return by_shape[close[0]] if close else None
