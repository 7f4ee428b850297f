"""Old records are brought up step by step, in memory; unknown ones are refused."""

from typing import Any

import pytest

from sessions.log.record import RECORD_SCHEMA
from sessions.log.record_files import MIGRATIONS, UnknownSchema, migrate

Tables = dict[str, Any]


def _second(tables: Tables) -> Tables:
    return {**tables, "b": tables["a"] + 1}


def _third(tables: Tables) -> Tables:
    return {**tables, "c": tables["b"] + 1}


STEPS = {1: _second, 2: _third}


def test_each_step_builds_on_the_one_before() -> None:
    """Two schemas are crossed by two functions, and the input stays as it was."""
    old: Tables = {"schema": 1, "a": 1}

    assert migrate(old, STEPS, 3) == {"schema": 3, "a": 1, "b": 2, "c": 3}
    assert old == {"schema": 1, "a": 1}
    assert migrate({"schema": 2, "b": 5}, STEPS, 3)["c"] == 6


def test_the_present_schema_passes_unchanged() -> None:
    """No step is run."""
    assert migrate({"schema": 3}, STEPS, 3) == {"schema": 3}


@pytest.mark.parametrize("schema", [4, 0, -1, None, "1", True, 1.0])
def test_what_is_not_known_is_refused(schema: object) -> None:
    """A newer schema is told from a wrong one."""
    with pytest.raises(UnknownSchema) as caught:
        migrate({"schema": schema}, STEPS, 3)

    assert caught.value.newer == (schema == 4)


def test_every_schema_since_the_first_has_its_step() -> None:
    """Raising the schema without a step would make old records unreadable."""
    assert sorted(MIGRATIONS) == list(range(1, RECORD_SCHEMA))
