"""What is set side by side in a sentence, in English and in languages that do it otherwise."""

from collections.abc import Iterator

import pytest

from routines.language import use
from routines.language.lists import begun, in_turn, joined, listed, more_of, sentences, within
from routines.language.po_file import read_po

JAPANESE = """
msgctxt "a list"
msgid "{most}, {last}"
msgstr "{most}、{last}"

msgctxt "a list of two"
msgid "{one} and {two}"
msgstr "{one}と{two}"

msgctxt "the end of a list"
msgid "{most} and {last}"
msgstr "{most}、{last}"

msgctxt "two sentences"
msgid "{most} {last}"
msgstr "{most}{last}"
"""


@pytest.fixture
def japanese() -> Iterator[None]:
    """Its commas are wide, and there is no blank."""
    use(read_po(JAPANESE))
    yield
    use(None)


@pytest.mark.parametrize(
    ("parts", "said"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_an_english_list(parts: list[str], said: str) -> None:
    """Two have a word between them, more have commas first."""
    assert joined(parts) == said
    assert listed(parts) == ", ".join(parts)
    assert in_turn(parts) == "; ".join(parts)
    assert sentences([*parts, ""]) == " ".join(parts)


def test_of_many_some_are_named() -> None:
    """And how many are not."""
    assert more_of(["A", "B"], 2) == "A, B"
    assert more_of(["A", "B", "C", "D"], 2) == "A, B and 2 more"


def test_a_brace_in_a_part_is_kept() -> None:
    """Names that people type."""
    assert joined(["{a}", "b}", "{0}"]) == "{a}, b} and {0}"


@pytest.mark.usefixtures("japanese")
def test_another_language_has_its_own_marks() -> None:
    """Between two, between many, between sentences."""
    assert joined(["A", "B"]) == "AとB"
    assert joined(["A", "B", "C"]) == listed(["A", "B", "C"]) == "A、B、C"
    assert sentences(["A。", "B。"]) == "A。B。"


@pytest.mark.usefixtures("japanese")
def test_a_name_keeps_its_capital_in_another_language() -> None:
    """German nouns have one."""
    assert within("Mund öffnen") == "Mund öffnen"
    use(None)
    assert within("Open smile") == "open smile"
    assert begun("it is late") == "It is late"
