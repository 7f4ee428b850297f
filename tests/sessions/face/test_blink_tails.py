"""What is left of a blink is no noise of an eye at rest; a lid that does not rest is."""

import numpy as np
import pytest

from sessions.face.blink_tails import no_blink

FILMED_S = (
    *(1.2, 1.23, 1.3, 1.33, 1.37, 1.4, 1.47, 1.5, 1.53, 1.57, 1.63, 1.67),
    *(1.7, 1.73, 1.8, 1.83, 1.87, 1.9, 1.97, 2.0, 2.03, 2.07, 2.13, 2.17),
)
FILMED_LEFT = (
    *(14.8, 2.0, 0.1, -1.0, -1.1, -0.5, -0.3, -1.9, -1.6, -1.0, 0.4, -0.3),
    *(-0.3, -0.5, -1.1, 0.4, 0.6, -0.8, -0.4, -0.9, -1.3, -1.1, -1.4, -0.5),
)
FILMED_RIGHT = (
    *(8.8, 4.0, 0.2, -0.4, -0.7, -1.9, -0.9, 0.5, -0.2, -0.9, -0.5, -0.3),
    *(0.4, 0.0, 0.6, 0.1, 0.6, -0.4, -0.3, -0.5, -0.8, -2.2, -2.0, -2.5),
)
"""Narrowing as read from a rendered head whose rest begins 0.1 s after a blink was deepest."""
STEP_S = 1 / 24


def spread(times: tuple[float, ...], lids: tuple[float, ...]) -> float:
    """Standard deviation of the frames that are no part of a blink."""
    return float(np.array(lids)[no_blink(times, lids, 1.0)].std())


@pytest.mark.parametrize(
    ("lids", "with_tail"), [(FILMED_LEFT, 3.17), (FILMED_RIGHT, 2.21)], ids=["left", "right"]
)
def test_the_tail_of_a_blink_is_left_out(lids: tuple[float, ...], with_tail: float) -> None:
    """The floor, three times the noise, was 9.5 points beside a caution at 10."""
    assert np.std(lids) == pytest.approx(with_tail, abs=0.01)
    assert spread(FILMED_S, lids) < 1.2


def wandering(n: int = 24) -> list[float]:
    """An open lid that wanders by a point."""
    return [float(value) for value in np.random.default_rng(5).normal(0.0, 1.0, n)]


def second(lids: list[float]) -> np.ndarray:
    """Which of these frames, spread over a second, are no part of a blink."""
    return no_blink([i * STEP_S for i in range(len(lids))], lids, 1.0)


@pytest.mark.parametrize(("begins", "frames"), [(0, 3), (8, 9), (20, 4)])
def test_a_blink_anywhere_is_left_out(begins: int, frames: int) -> None:
    """At the beginning, in the middle with 0.33 s, at the end; nothing else is."""
    lids = wandering()
    for i in range(begins, begins + frames):
        lids[i] += 14.0

    assert [i for i, fine in enumerate(second(lids)) if not fine] == [
        *range(begins, begins + frames)
    ]


def test_a_lid_that_only_wanders_is_all_noise() -> None:
    """By a little or by much."""
    assert second(wandering()).all()
    assert second([5.0 * value for value in wandering()]).all()


def test_a_lid_that_is_down_for_longer_than_a_blink_is_noise() -> None:
    """11 frames are down for 0.42 s."""
    lids = wandering()
    for i in range(5, 16):
        lids[i] += 14.0

    assert second(lids).all()


def test_a_lid_that_sinks_slowly_is_noise() -> None:
    """Through the whole second."""
    lids = [value + i for i, value in enumerate(wandering())]

    assert second(lids).all()


def test_a_lid_that_flickers_all_the_time_is_noise() -> None:
    """Three frames in six, each time shorter than a blink."""
    lids = [value + (14.0 if i % 6 < 3 else 0.0) for i, value in enumerate(wandering())]

    assert second(lids).all()
