"""Keys are found on their lines, whatever else stands in the text."""

from hypothesis import given
from hypothesis import strategies as st

from routines.reading.toml_lines import find_lines, line_of

TEXT = '''\
# a comment with [brackets] and do = "nothing"
schema = 1
about = """
stage = "not a key"
[not a table]
"""
drop = [
  "a",  # ]
  "b",
]
[dose]
reps = 5
[[exercise]]
do = "frown"
[exercise.guards.fatigue]
stop_reps = 2
[[exercise]]
"do" = 'pucker'
'''


def test_keys_have_their_lines() -> None:
    """Long strings, lists over lines and comments hide nothing and invent nothing."""
    lines = find_lines(TEXT)

    assert lines == {
        ("schema",): 2,
        ("about",): 3,
        ("drop",): 7,
        ("dose",): 11,
        ("dose", "reps"): 12,
        ("exercise", 0): 13,
        ("exercise", 0, "do"): 14,
        ("exercise", 0, "guards", "fatigue"): 15,
        ("exercise", 0, "guards", "fatigue", "stop_reps"): 16,
        ("exercise", 1): 17,
        ("exercise", 1, "do"): 18,
    }


def test_what_has_no_line_gets_the_nearest_around_it() -> None:
    """A missing key is shown at its table; a missing table nowhere."""
    lines = find_lines(TEXT)

    assert line_of(lines, ("exercise", 1, "reps")) == 17
    assert line_of(lines, ("stage",)) is None


@given(st.text(alphabet="[]{}=\"'#.\n ab1", max_size=80))
def test_no_text_is_too_strange(text: str) -> None:
    """Any text gives lines that exist in it."""
    for line in find_lines(text).values():
        assert 1 <= line <= text.count("\n") + 1
