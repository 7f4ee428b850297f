"""Whatever stands in a file, the answer is a routine or errors with file and key."""

from datetime import date
from typing import Any

import tomli_w
from hypothesis import example, given
from hypothesis import strategies as st

from routines.model import Routine
from routines.plan import PlanErrors, read_plan
from routines.reading.library import base, library_ids, library_text
from routines.reading.problems import FileErrors, RoutineErrors
from routines.reading.reader import read_routine
from routines.safe_text import harmless
from tests.routines.writing_routines import TODAY, words

KEYS = words(
    "schema id name stage about extends drop kind pace also_for dose guards lifts exercise "
    "therapist_allows do sets reps rise_s hold_s release_s rest_s between_s for_s assist note "
    "fatigue overcompensation synkinesis stop_drop_percent stop_reps by on until slot at routines "
    "days daily_cap gap_hours review comment session_minutes"
)
WORDS = words(
    "paretic flaccid open-smile massage-cheek one-corner daily-gentle timed self monday 08:00 "
    "mimic-set squint cheek-puff-one record"
)
SCALARS = (
    st.sampled_from(WORDS)
    | st.text(max_size=12)
    | st.integers(-3, 2**70)
    | st.floats()
    | st.booleans()
    | st.dates(min_value=date(1, 1, 1))
)
NAMES = st.sampled_from(KEYS) | st.text(min_size=1, max_size=6)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=8,
)
DOCUMENTS = st.dictionaries(NAMES, VALUES, max_size=8).map(lambda d: {**d, "schema": 1})


def outcome(text: str, today: date | None = TODAY) -> Routine | RoutineErrors:
    """The routine, or its errors. Anything else that is raised fails the test."""
    try:
        return read_routine(text, source="my.toml", today=today, bases=base)
    except RoutineErrors as errors:
        return errors


def check(found: object) -> None:
    """Errors name their file and a key each, in lines a screen can show."""
    if isinstance(found, FileErrors):
        assert found.problems
        for problem in found.problems:
            assert problem.file
            assert problem.key
            assert problem.expected
            assert harmless(str(problem), 100_000) == str(problem)


@given(st.text(max_size=200))
@example("a = " + "[" * 5000)
@example("a = " + "9" * 5000)
@example('schema = 1\n"\\u0000" = 1')
@example("schema = true")
@example("schema = 1.0")
def test_any_text_is_answered(text: str) -> None:
    """Not even TOML."""
    check(outcome(text))


@given(DOCUMENTS)
def test_any_toml_is_answered(document: dict[str, Any]) -> None:
    """Right keys with wrong values, wrong keys with right values."""
    check(outcome(tomli_w.dumps(document)))


@given(st.sampled_from(library_ids()), st.data())
def test_a_library_routine_with_one_value_changed_is_answered(
    name: str, data: st.DataObject
) -> None:
    """Close to right is where readers stumble; what is still read keeps its bounds."""
    text = library_text(name)
    assert text is not None
    lines = text.split("\n")
    places = [n for n, line in enumerate(lines) if " = " in line and not line.startswith(" ")]
    place = data.draw(st.sampled_from(places))
    key = data.draw(st.sampled_from(KEYS) | st.just(lines[place].split(" = ")[0]))
    value = tomli_w.dumps({"x": data.draw(SCALARS)}).partition(" = ")[2].strip()
    lines[place] = f"{key} = {value}"
    found = outcome("\n".join(lines))

    check(found)
    if isinstance(found, Routine):
        assert found.seconds <= 20 * 60
        assert all(step.dose.reps <= 15 and step.dose.hold_s <= 8 for step in found.steps)
        assert found.stage != "flaccid" or not found.active


@given(DOCUMENTS)
def test_any_plan_is_answered(document: dict[str, Any]) -> None:
    """The plan's reader is as patient."""
    try:
        read_plan(tomli_w.dumps(document), source="plan.toml", today=TODAY)
    except PlanErrors as errors:
        check(errors)
