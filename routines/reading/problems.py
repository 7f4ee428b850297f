"""What is wrong in a file someone wrote, said so that they can put it right.

A reader collects every `Problem` before it gives up, so that a file is corrected once and not
ten times. Nothing here decides what is wrong; it only says it.
"""

import re
import shlex
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher, get_close_matches
from pathlib import PurePath

import msgspec

from routines.errors import Trouble
from routines.language import _
from routines.language.lists import sentences
from routines.program import COMMAND
from routines.safe_text import harmless


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
    advice: str = ""
    """What to write, as a sentence, where the nearest word would not say enough."""

    def __str__(self) -> str:
        where = harmless(self.file, 4096)
        where = (
            where
            if self.line is None
            else _("{where}, line {line}").format(where=where, line=self.line)
        )
        return f"{where}: {self.without_place}"

    @property
    def without_place(self) -> str:
        """The same for somebody who sees no file."""
        said = (
            _("{key}: expected {expected}, found {found}.")
            if self.found
            else _("{key}: expected {expected}.")
        ).format(key=self.key, expected=self.expected, found=self.found)
        return sentences((said, self.advice or offered(self.nearest)))


class FileErrors(Trouble):
    """A file that cannot be used yet, with all its problems in the order of its lines."""

    def __init__(self, problems: Iterable[Problem], outcome: str, file: str) -> None:
        """`outcome` is what became of `file`, in a sentence."""
        self.problems: tuple[Problem, ...] = tuple(
            sorted(problems, key=lambda p: (p.line is None, p.line or 0))
        )
        check = f"{COMMAND} routine check {shlex.quote(harmless(file, 4096))}"
        what_next = _("{outcome} Correct the file, then try: {check}").format(
            outcome=outcome, check=check
        )
        super().__init__("\n".join([*map(str, self.problems), what_next]), "settings")
        name = harmless(PurePath(file).name, 60)
        self.brief = _("{name} cannot be used as it is written. See what is wrong: {check}").format(
            name=name, check=check
        )
        """For a screen that has no room for the problems."""


class RoutineErrors(FileErrors):
    """A routine that cannot be run as it is written."""


class PlanErrors(FileErrors):
    """A day's plan that cannot be followed as it is written."""


ALIKE = 0.6
"""How alike two words must be before one is offered for the other: 0 (no letter shared) to 1
(the same), as difflib counts. Below it a guess confuses more than it helps."""
_SHORTEST_PART = 3
"""Letters of a word that is taken as part of a longer one; fewer stand in too many words."""


def did_you_mean(word: str, options: Sequence[str]) -> str:
    """A sentence that offers the nearest of `options`; empty where none is near."""
    return offered(nearest(word, options))


def offered(near: str | None) -> str:
    """A sentence that offers `near`; empty for None."""
    return _('Did you mean "{near}"?').format(near=near) if near else ""


def nearest(word: str, options: Sequence[str]) -> str | None:
    """The option most like `word`, or None when none is like it.

    The same word written otherwise comes first (`Hold_S`), then one that begins with it
    (`stop_drop` for `stop_drop_percent`), then one that holds it as a part, then spelling.
    """
    written = _shape(word)
    by_shape = {_shape(option): option for option in options}
    if written in by_shape:
        return by_shape[written]
    if len(written) >= _SHORTEST_PART:
        whole = re.compile(rf"(^|-){re.escape(written)}")
        begun = [shape for shape in by_shape if shape.startswith(written)]
        held = begun or [shape for shape in by_shape if whole.search(shape)]
        if held:
            return by_shape[max(held, key=lambda shape: _likeness(written, shape))]
    close = get_close_matches(written, list(by_shape), n=1, cutoff=ALIKE)
    return by_shape[close[0]] if close else None


def _shape(word: str) -> str:
    return word.strip().lower().replace("_", "-").replace(" ", "-")


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()
