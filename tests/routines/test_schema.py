"""The JSON Schema accepts what the reader accepts, key by key."""

import json
import tomllib
from typing import Any

import pytest

from routines.catalogue import exercises
from routines.language import use
from routines.reading.library import library_ids, library_text
from routines.schema import POINTER, routine_schema, schema_text
from routines.starter import starter
from tests.language.pseudo import PseudoCatalogue


def test_it_is_english_in_every_language() -> None:
    """Units, names of exercises, descriptions: a machine's file has no mixture."""
    english = schema_text()
    use(PseudoCatalogue())
    try:
        exercises.cache_clear()
        assert schema_text() == english
    finally:
        use(None)
        exercises.cache_clear()
    assert "3 to 120 seconds" in english


def wrong(schema: dict[str, Any], value: Any, at: str = "$") -> list[str]:
    """Where `value` breaks `schema`; just the words of JSON Schema that ours uses."""
    found: list[str] = []
    if "const" in schema and value != schema["const"]:
        found.append(f"{at}: const")
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{at}: enum")
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
    kind = schema.get("type")
    if kind == "number":
        found += [] if isinstance(value, int | float) else [f"{at}: number"]
    elif kind is not None and not isinstance(value, kinds[kind]):
        return [f"{at}: {kind}"]
    if "maximum" in schema and not schema["minimum"] <= value <= schema["maximum"]:
        found.append(f"{at}: bounds")
    if isinstance(value, dict):
        known = schema["properties"]
        found += [f"{at}.{key}: unknown" for key in value if key not in known]
        found += [f"{at}.{key}: missing" for key in schema.get("required", ()) if key not in value]
        for key in value.keys() & known.keys():
            found += wrong(known[key], value[key], f"{at}.{key}")
    if isinstance(value, list) and "items" in schema:
        for place, entry in enumerate(value):
            found += wrong(schema["items"], entry, f"{at}[{place}]")
    return found


@pytest.mark.parametrize("routine_id", library_ids())
def test_library_routines_fit_the_schema(routine_id: str) -> None:
    """An editor marks nothing in them."""
    assert wrong(routine_schema(), tomllib.loads(library_text(routine_id) or "")) == []


def test_slips_do_not_fit_the_schema() -> None:
    """An unknown key, an unknown exercise, a number out of bounds, a missing id."""
    document = {
        "schema": 1,
        "name": "x",
        "stage": "paretic",
        "exercise": [{"do": "puker", "hold": 3, "reps": 16}],
    }

    assert sorted(wrong(routine_schema(), document)) == [
        "$.exercise[0].do: enum",
        "$.exercise[0].hold: unknown",
        "$.exercise[0].reps: bounds",
        "$.id: missing",
    ]


def test_the_schema_is_json_and_the_starter_points_at_it() -> None:
    """In its first line, as editors look for it."""
    assert json.loads(schema_text()) == routine_schema()
    assert starter("a", "A", "paretic").splitlines()[0] == POINTER
