"""A JSON Schema of routine files, so that an editor completes keys and marks slips while typing.

It says what `drafts` accepts, from the same bounds. What only shows in the whole (length,
stages, leaves) is left to `slowsmile routine check`. It is English in every language: editors and
programs read it, and a routine goes from one person to another.
"""

import json

from routines.bounds import DOSE, GUARDS, LIFTED, TARGET_PERCENT, Bound
from routines.catalogue import english_exercises
from routines.model import KINDS, PACES
from routines.movements import STAGES
from routines.reading.drafts import BREATH_KEYS, REP_KEYS, WHOLE
from routines.reading.migrations import NEWEST

FILE_NAME = "slowsmile-routine.schema.json"
POINTER = f"#:schema {FILE_NAME}"
"""First line of a routine: editors with TOML support look for it."""

Json = dict[str, object]
_ID: Json = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 60}


def routine_schema() -> Json:
    """The schema of a routine file."""
    stage: Json = {"enum": list(STAGES)}
    properties: Json = {
        "schema": {"const": NEWEST, "description": "Version of this file format."},
        "id": {**_ID, "description": "A short name to call the routine by."},
        "name": {"type": "string", "minLength": 1, "maxLength": 120},
        "stage": {**stage, "description": "The stage the routine is made for."},
        "also_for": {"type": "array", "items": stage, "description": "Further stages."},
        "about": {"type": "string", "maxLength": 2000},
        "extends": {"type": "string", "description": "Id of a routine to take over and change."},
        "drop": {"type": "array", "items": _exercise_ids()},
        "kind": {"enum": list(KINDS)},
        "pace": {"enum": list(PACES), "description": "By the clock, or at the person's own pace."},
        "dose": _table(_doses()),
        "guards": _guards(),
        "lifts": _table(
            {key: {"type": "string", "description": _span(bound)} for key, bound in LIFTED.items()}
        ),
        "exercise": {"type": "array", "minItems": 1, "items": _exercise()},
        "therapist_allows": {"type": "array", "items": _leave()},
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A routine for slowsmile",
        **_table(properties),
        "required": ["schema", "id"],
        "anyOf": [{"required": ["name", "stage", "exercise"]}, {"required": ["extends"]}],
    }


def schema_text() -> str:
    """The schema as the text of a file."""
    return json.dumps(routine_schema(), indent=2) + "\n"


def _exercise() -> Json:
    table = _table(
        {
            "do": {**_exercise_ids(), "description": "What to do."},
            **_doses(),
            **{key: _number(key, DOSE[key]) for key in BREATH_KEYS},
            "pace": {"enum": list(PACES)},
            "assist": {"type": "boolean", "description": "A fingertip helps; then it leaves."},
            "target_percent": _number("target_percent", TARGET_PERCENT),
            "note": {"type": "string", "maxLength": 300},
            "guards": _guards(),
        }
    )
    return {**table, "required": ["do"]}


def _leave() -> Json:
    restricted = [e.id for e in english_exercises().values() if e.therapist_only]
    keys: Json = {
        "exercise": {"enum": restricted},
        "by": {"type": "string", "minLength": 1},
        "on": {"description": "First day, such as 2026-11-21, without quotation marks."},
        "until": {"description": "Last day."},
    }
    return {**_table(keys), "required": list(keys)}


def _exercise_ids() -> Json:
    known = english_exercises().values()
    return {
        "enum": [e.id for e in known],
        "x-taplo": {"docs": {"enumValues": [e.name for e in known]}},
    }


def _doses() -> Json:
    return {key: _number(key, DOSE[key]) for key in (*REP_KEYS, "for_s")}


def _guards() -> Json:
    return _table(
        {
            guard: _table({key: _number(key, bound) for key, bound in bounds.items()})
            for guard, bounds in GUARDS.items()
        }
    )


def _number(key: str, bound: Bound) -> Json:
    high = LIFTED[key].high if key in LIFTED else bound.high
    kind = "integer" if key in WHOLE else "number"
    return {"type": kind, "minimum": bound.low, "maximum": high, "description": _span(bound)}


def _span(bound: Bound) -> str:
    return f"{bound.low:g} to {bound.high:g} {bound.unit}"


def _table(properties: Json) -> Json:
    return {"type": "object", "additionalProperties": False, "properties": properties}
