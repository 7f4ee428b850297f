"""Numbers with their words."""

import pytest

from routines.counted import counted


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 files"), (1, "1 file"), (2, "2 files"), (1000, "1000 files")]
)
def test_one_is_one(number: int, said: str) -> None:
    """One file is not "1 files"."""
    assert counted(number, "file") == said
