"""What a guard compared in one repetition, whether it had something to say or not."""

from typing import Literal

import msgspec

from sessions.reps.rep import Rule

NotJudged = Literal["no-reference", "first-repetitions", "not-read"]
"""Why there was nothing to compare: the own gentle size is still being found, so is what the first
repetitions were like, or the part that may move along was not read."""


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """One comparison of a guard with its limits."""

    rule: Rule
    sign: str
    """Which of the rule's signs: "loss", "hold-decay", "size", or a watched pair."""
    unit: Literal["percent", "points", "mm"]
    """Of `value`, `caution` and `stop`."""
    value: float | None = None
    value_mm: float | None = None
    """The same in millimetres, where both have to be reached."""
    caution: float
    caution_mm: float | None = None
    stop: float
    stop_mm: float | None = None
    in_a_row: int = 0
    """Repetitions in a row that count towards a stop, this one included; 0 where it does not."""
    gaps_count: bool = False
    """Whether those of the whole set count, with others between them."""
    needed: int
    """How many of them stop the set."""
    cautions: int = 0
    """Repetitions of this set with a caution, where these count towards a stop as well."""
    cautions_needed: int = 0
    not_judged: NotJudged | None = None
