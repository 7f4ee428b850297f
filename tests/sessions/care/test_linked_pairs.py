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
