"""What one guard has found in a repetition, before it has a place in time and words."""

from typing import TypeAlias

import msgspec

from sessions.reps.rep import Level

Detail: TypeAlias = dict[str, float | str]
"""Numbers and limits by name; units are part of the names, `sign` says which sign it was."""


class Finding(msgspec.Struct, frozen=True):
    """A hint, a caution or a stop with the numbers and limits that led to it."""

    level: Level
    detail: Detail
