"""Brings a record of an older schema up to the present one, in memory, a function a step.

Files on disk are never changed by this: an old record stays as it was written. Each step takes
the plain tables of one schema and returns those of the next; once released it stays as it is.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sessions.log.record import RECORD_SCHEMA

Tables = dict[str, Any]
Migration = Callable[[Tables], Tables]

MIGRATIONS: Mapping[int, Migration] = {}
"""From schema N to N + 1, by N. Schema 1 is the first."""


class UnknownSchema(Exception):
    """The schema is missing, no whole number, or not one this program can read."""

    def __init__(self, sentence: str, newer: bool) -> None:
        super().__init__(sentence)
        self.newer = newer


def migrate(
    tables: Tables,
    steps: Mapping[int, Migration] = MIGRATIONS,
    target: int = RECORD_SCHEMA,
) -> Tables:
    """The tables at schema `target`. Raises UnknownSchema; a newer one is never touched."""
    schema = tables.get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool):
        raise UnknownSchema("it has no schema number", newer=False)
    if schema > target:
        raise UnknownSchema(
            f"it is of schema {schema}, from a newer version of this program; this one reads "
            f"up to {target}. It was left as it is",
            newer=True,
        )
    while schema < target:
        if schema not in steps:
            raise UnknownSchema(f"schema {schema} is not known", newer=False)
        tables = {**steps[schema](tables), "schema": schema + 1}
        schema += 1
    return tables
