"""Numbers with their words."""

import pytest

from routines.counted import counted, rounded


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 files"), (1, "1 file"), (2, "2 files"), (1000, "1000 files")]
)
def test_one_is_one(number: int, said: str) -> None:
    """One file is not "1 files"."""
    assert counted(number, "file") == said


@pytest.mark.parametrize(
    ("value", "digits", "written"),
    [(-0.04, 1, "0.0"), (-0.0, 3, "0.0"), (-0.06, 1, "-0.1"), (0.25, 2, "0.25")],
)
def test_nought_has_no_sign(value: float, digits: int, written: str) -> None:
    """What is rounded away was no movement backwards."""
    assert repr(rounded(value, digits)) == written
