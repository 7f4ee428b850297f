"""One pair more in the list of what is known."""

import pytest

from routines.movements import LinkedPair
from sessions.care.linked_pairs import with_pair
from sessions.care.settings import Settings


@pytest.mark.parametrize(
    ("known", "before", "after"),
    [
        (False, (), ("smile-eye",)),
        (False, ("neck",), ("smile-eye",)),
        (True, ("neck",), ("neck", "smile-eye")),
        (True, ("smile-eye",), ("smile-eye",)),
        (True, (), ()),
    ],
)
def test_a_pair_is_added_and_never_narrows_what_is_known(
    known: bool, before: tuple[LinkedPair, ...], after: tuple[LinkedPair, ...]
) -> None:
    """None listed means all: a list of one would take the others away."""
    found = with_pair(Settings(known_linked=known, linked_pairs=before), "smile-eye")

    assert found.known_linked
    assert found.linked_pairs == after


def test_a_pair_known_of_the_other_half_becomes_one_of_both() -> None:
    """What a check-up saw on the affected half adds to what was said."""
    only_there = Settings(
        known_linked=True, linked_pairs=("smile-eye",), linked_sides={"smile-eye": "unaffected"}
    )
    found = with_pair(only_there, "smile-eye")

    assert found.linked_sides == {"smile-eye": "both"}
    assert with_pair(found, "smile-eye") == found
