"""The guard of linked movement over drawn sets; `python -m tests.benchmarks.linked` draws more."""

import pytest

from routines.movements import Watch
from tests.benchmarks.linked import MEASURE, play


@pytest.mark.parametrize("known", [False, True])
@pytest.mark.parametrize("pair", MEASURE)
def test_loud_sets_end_and_quiet_ones_are_left_alone(pair: Watch, known: bool) -> None:
    """Every pair, both answers, with a word in each loud set."""
    loud = play(pair, known=known, loud=True, seed=101)
    quiet = play(pair, known=known, loud=False, seed=101)

    assert loud.ended
    assert loud.words_s
    assert not quiet.disturbed
