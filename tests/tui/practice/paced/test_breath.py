"""The circle of a paced breath."""

from itertools import pairwise

import pytest

from routines.catalogue import exercises
from routines.guided import moments
from routines.model import Step
from tui.practice.paced.breath import circle, fullness

BREATHING = Step(exercise=exercises()["breathing"], dose=exercises()["breathing"].dose)


def size(lines: list[str]) -> int:
    """How much of it is filled, half cells."""
    return sum({"█": 2, "o": 2, " ": 0}.get(letter, 1) for line in lines for letter in line)


def test_it_grows_with_the_breath_in_and_shrinks_with_the_breath_out() -> None:
    """Without a jump and without standing still: no breath is held."""
    found = moments(BREATHING)
    full: list[float] = []
    for tenth in range(round(BREATHING.dose.for_s * 10)):
        now = next(m for m in found if m.begins_s <= tenth / 10 < m.ends_s)
        full.append(fullness(now, tenth / 10))
    steps = [abs(after - before) for before, after in pairwise(full)]
    first = next(n for n, each in enumerate(full) if each > 0.0)

    assert max(full) > 0.99
    assert max(steps) < 0.1
    assert all(later != each for each, later in zip(full[first:], full[first + 2 :], strict=False))


def test_before_the_first_breath_it_is_small() -> None:
    """While the sentences are told, and where there is nothing to lead."""
    assert fullness(moments(BREATHING)[0], 1.0) == 0.0
    assert fullness(None, 30.0) == 0.0


@pytest.mark.parametrize("ascii_only", [False, True])
def test_the_circle_fits_its_place_and_grows(ascii_only: bool) -> None:
    """As many lines as there are, each as wide; larger when fuller; as high as it is wide."""
    small = circle(0.0, 24, 12, ascii_only=ascii_only)
    large = circle(1.0, 24, 12, ascii_only=ascii_only)

    assert {len(line) for line in (*small, *large)} == {24}
    assert len(small) == len(large) == 12
    assert 0 < size(small) < size(large) / 4
    assert large[6].strip() == large[6]
    assert all(line.strip() for line in large)
    if ascii_only:
        assert "".join(large).isascii()
