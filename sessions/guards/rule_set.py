"""The set of rules the guards follow, numbered, so that a kept session can name what has changed.

When a change makes any kept session end differently, `RULE_SET` goes up by one and gets a line.
"""

import msgspec

from routines.language import _
from sessions.reps.rep import Rule

RULE_SET = 3


class RuleChange(msgspec.Struct, frozen=True, kw_only=True):
    """What a set of rules decides differently from the one before."""

    rule_set: int
    version: str
    """Of the program, the first that has it."""
    rule: Rule | None
    """None where it is not one guard's: how repetitions are found, or what follows a stop."""
    what: str


CHANGES: tuple[RuleChange, ...] = (
    RuleChange(
        rule_set=2,
        version="0.1.0",
        rule="fatigue",
        what=_("Two sinking holds end a set, with steady ones between them too."),
    ),
    RuleChange(
        rule_set=3,
        version="0.1.0",
        rule=None,
        what=_("A mouth that talks or yawns makes no repetition."),
    ),
)
"""Oldest first; the first set has nothing before it."""


def changes_since(rule_set: int, rule: Rule | None) -> tuple[RuleChange, ...]:
    """What has changed in one rule since a session was judged by `rule_set`."""
    return tuple(c for c in CHANGES if c.rule_set > rule_set and c.rule == rule)
