"""Whole numbers as bytes and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.decisions.columns import Damaged, Reader, Writer

_NUMBERS = st.lists(st.integers(-(2**62), 2**62))


@given(_NUMBERS, _NUMBERS, st.binary(max_size=50))
def test_what_was_written_is_read(one: list[int], other: list[int], block: bytes) -> None:
    """Numbers and blocks, in the order in which they were written."""
    out = Writer()
    out.column(one)
    out.block(block)
    out.column(other)
    read = Reader(out.done())
    assert read.column(len(one)) == one
    assert read.block() == block
    assert read.column(len(other)) == other
    assert read.over


@given(st.binary(max_size=40))
def test_any_bytes_are_numbers_or_damaged(content: bytes) -> None:
    """Never anything else."""
    read = Reader(content)
    try:
        while not read.over:
            read.number()
    except Damaged:
        return
    assert read.over


def test_a_count_beyond_the_bytes_is_refused() -> None:
    """So nothing is made that is larger than what was read."""
    out = Writer()
    out.number(1_000_000)
    with pytest.raises(Damaged):
        Reader(out.done()).count()
