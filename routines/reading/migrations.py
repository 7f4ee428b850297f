"""Schema migrations: documents of older schemas are upgraded on reading, one function per version.

`STEPS[n]` takes a document of version n and returns one of version n + 1. It adds and renames;
it never drops what a person wrote. A newer version than the program's own is rejected.
"""

from collections.abc import Callable, Mapping

Document = dict[str, object]
Step = Callable[[Document], Document]

NEWEST = 1
"""The version this program writes, for routines and plans alike."""
STEPS: Mapping[int, Step] = {}
"""Version 1 is the first; the next change of form puts its function here."""


def lift(document: Document, steps: Mapping[int, Step] = STEPS, newest: int = NEWEST) -> Document:
    """The document in the newest form. Unknown or missing versions come back as they are."""
    version = document.get("schema")
    while isinstance(version, int) and version < newest and version in steps:
        document = {**steps[version](document), "schema": version + 1}
        version += 1
    return document


def oldest(steps: Mapping[int, Step] = STEPS, newest: int = NEWEST) -> int:
    """The oldest version that can still be read."""
    return min(steps, default=newest)
