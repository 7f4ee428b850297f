"""How deep blinks are, at least: never more than was there, and nothing of too little."""

import math
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.reps.blink_depth import BlinkDepth, Lids, blink_depth


def lids(
    *,
    fps: float = 30.0,
    seconds: float = 62.0,
    every_s: float = 5.0,
    lasts_s: float = 0.2,
    weak: float = 60.0,
    strong: float = 100.0,
    shift_s: float = 0.0,
) -> Iterator[Lids]:
    """Blinks of a half wave, the affected eye as deep as `weak`."""
    for n in range(round(seconds * fps)):
        t = n / fps
        into = (t + shift_s) % every_s
        share = math.sin(math.pi * into / lasts_s) if into < lasts_s else 0.0
        yield Lids(t, weak * share, strong * share)


def test_deep_blinks_of_a_strong_eye_and_shallow_ones_of_a_weak_one() -> None:
    """In steps of ten, what may be read too much left out."""
    assert blink_depth(lids()) == BlinkDepth(
        seconds=62.0, blinks=13, affected_at_least_percent=30, unaffected_at_least_percent=70
    )


@given(st.floats(25.0, 60.0), st.floats(0.0, 1.0), st.floats(0.0, 100.0), st.floats(0.12, 0.3))
def test_it_is_never_more_than_there_was(
    fps: float, shift_s: float, weak: float, lasts_s: float
) -> None:
    """Whichever instants the camera met."""
    found = blink_depth(lids(fps=fps, shift_s=shift_s, weak=weak, lasts_s=lasts_s))

    if found is not None:
        assert found.affected_at_least_percent <= weak
        assert found.unaffected_at_least_percent <= 100


@pytest.mark.parametrize(
    "changed", [{"seconds": 55.0}, {"every_s": 20.0}, {"lasts_s": 1.0}, {"fps": 8.0}]
)
def test_too_little_is_not_told(changed: dict[str, float]) -> None:
    """Less than a minute, few blinks, eyes that rest shut, readings too far apart."""
    assert blink_depth(lids(**changed)) is None


def test_a_blink_that_was_seen_in_part_does_not_count() -> None:
    """Its other part may have been the deep one."""
    seen = list(lids())
    cut = [each._replace(new=each.unaffected > 90.0) for each in seen]

    assert blink_depth(seen) is not None
    assert blink_depth(cut) is None


def test_time_that_goes_back_ends_what_was_seen() -> None:
    """The clock of another camera process begins anew; what came before it counts once."""
    seen = list(lids(seconds=40.0))
    found = blink_depth([*seen, *seen])

    assert found is not None
    assert found.seconds == pytest.approx(2 * 40.0, abs=0.2)
