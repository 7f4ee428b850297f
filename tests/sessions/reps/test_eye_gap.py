"""What is left open of an eye: the range holds the truth, and words say no more than it does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.reps.eye_gap import MOST_WORDS, WORDS, EyeGap, Word, eye_gap, words_of


def gap(closed_mm: float, opening_mm: float = 8.0, *, calibrated: bool = True) -> EyeGap:
    """Of three equal closures."""
    found = eye_gap([closed_mm] * 3, [opening_mm] * 3, calibrated=calibrated)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("closed_mm", "calibrated", "words", "in_mm"),
    [
        (8.0, True, ("closed", "thin-line"), False),
        (8.0, False, ("closed", "thin-line"), False),
        (6.0, False, (), False),
        (5.0, True, ("thin-line", "gap"), True),
        (4.0, True, ("gap",), True),
        (4.0, False, ("thin-line", "gap"), False),
        (3.0, False, ("gap", "open"), False),
        (0.5, True, ("open",), False),
        (-0.5, False, ("open",), False),
    ],
)
def test_what_may_be_said(
    closed_mm: float, calibrated: bool, words: tuple[Word, ...], in_mm: bool
) -> None:
    """Of an eye that is 8 mm open at rest. Millimetres only where it is known how a shut eye reads,
    never of an eye that may be shut, and not where they are as wide as the word."""
    found = gap(closed_mm, calibrated=calibrated)

    assert found.words == words
    assert found.in_mm == in_mm


@given(st.floats(-2.0, 14.0), st.floats(1.0, 14.0), st.booleans())
def test_the_range_holds_what_was_read(closed_mm: float, opening_mm: float, known: bool) -> None:
    """And is wider where it is not known how a shut eye of this person reads."""
    found = gap(closed_mm, opening_mm, calibrated=known)

    assert 0.0 <= found.low_mm <= found.mm <= found.high_mm
    assert found.mm <= found.opening_mm
    assert gap(closed_mm, opening_mm, calibrated=False).low_mm <= found.low_mm


@given(st.floats(-2.0, 14.0), st.floats(1.0, 14.0), st.booleans())
def test_a_camera_never_says_just_closed(closed_mm: float, opening_mm: float, known: bool) -> None:
    """A thin line is less than a pixel."""
    assert gap(closed_mm, opening_mm, calibrated=known).words != ("closed",)


@given(st.floats(0.0, 12.0), st.floats(0.0, 12.0), st.floats(0.0, 1.0), st.floats(4.0, 12.0))
def test_words_are_neighbours_in_order(
    low: float, more: float, share: float, opening: float
) -> None:
    """At most two, or none."""
    found = words_of(low + share * more, low, low + more, opening)

    assert len(found) <= MOST_WORDS
    assert " ".join(found) in " ".join(WORDS)


def test_an_odd_closure_does_not_count() -> None:
    """The median of the closures, each against the rest before it."""
    found = eye_gap([4.0, 0.0, 4.5], [8.0, 8.0, 9.0], calibrated=True)

    assert found is not None
    assert found.mm == 4.0


@pytest.mark.parametrize(("closed", "opening"), [([], []), ([4.0], [8.0]), ([4.0] * 2, [8.0, 0.0])])
def test_too_little_is_not_told(closed: list[float], opening: list[float]) -> None:
    """One closure says nothing, nor does an eye without an opening."""
    assert eye_gap(closed, opening, calibrated=True) is None
