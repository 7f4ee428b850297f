"""Which repetitions are done without the meters."""

import pytest

from routines.feedback import Feedback, Hidden, hidden_of_three, is_hidden


@pytest.mark.parametrize(
    ("hidden", "which"), [(0, []), (1, [3, 6]), (2, [2, 3, 5, 6]), (3, [1, 2, 3, 4, 5, 6])]
)
def test_of_each_three_the_last_ones_are_hidden(hidden: Hidden, which: list[int]) -> None:
    """So that each is preceded by one that was seen, but where all are hidden."""
    assert [n for n in range(1, 7) if is_hidden(n, hidden)] == which


@pytest.mark.parametrize(
    ("feedback", "of_three"),
    [("always", (0, 0, 0)), ("fading", (1, 2, 1)), ("after", (3, 3, 2))],
)
def test_how_many_follow_from_the_choice(
    feedback: Feedback, of_three: tuple[int, int, int]
) -> None:
    """At first, after two weeks of it, and in a weekly record, which needs some that are seen."""
    assert of_three == (
        hidden_of_three(feedback, faded=False, record=False),
        hidden_of_three(feedback, faded=True, record=False),
        hidden_of_three(feedback, faded=False, record=True),
    )
