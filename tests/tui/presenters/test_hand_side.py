"""The side of the mirror view on which a hand moves."""

from collections.abc import Sequence

import pytest

from sessions.messages import Picture
from tui.presenters.hand_side import CHANGED, HandSide

WIDTH, HEIGHT = 24, 20


def picture(bright: Sequence[tuple[int, int]] = (), level: int = 200) -> Picture:
    """A dark picture with these columns and rows, as (column, row), at `level`."""
    rgb = bytearray(b"\x14" * (3 * WIDTH * HEIGHT))
    for column, row in bright:
        at = 3 * (row * WIDTH + column)
        rgb[at : at + 3] = bytes((level,) * 3)
    return Picture(width=WIDTH, height=HEIGHT, rgb=bytes(rgb))


def hand(column: int) -> Picture:
    """Three columns and five rows of something bright."""
    return picture([(column + x, 4 + y) for x in range(3) for y in range(5)])


def after(*pictures: Picture) -> str | None:
    """What was seen last."""
    watch = HandSide()
    for each in pictures:
        watch.take(each)
    return watch.seen


@pytest.mark.parametrize(("column", "side"), [(1, "left"), (WIDTH - 4, "right")])
def test_a_waved_hand_is_seen_on_its_side(column: int, side: str) -> None:
    """And stays seen while it is still."""
    assert after(picture(), hand(column)) == side
    assert after(picture(), hand(column), hand(column), hand(column)) == side


def test_what_is_not_one_hand_is_not_told() -> None:
    """A first picture, a moving face in the middle, a light that goes on, both hands, noise."""
    both = picture([(x, y) for x in (1, 2, 21, 22) for y in range(10)])
    everything = picture([(x, y) for x in range(WIDTH) for y in range(HEIGHT)])
    faint = picture([(x, y) for x in range(8) for y in range(HEIGHT)], 0x14 + CHANGED)
    speck = picture([(1, 1), (1, 2), (2, 1)])

    assert after(hand(1)) is None
    for other in (hand(WIDTH // 2 - 1), everything, both, faint, speck):
        assert after(picture(), other) is None


def test_the_last_hand_counts() -> None:
    """The other hand later; another size of picture begins anew."""
    small = Picture(width=12, height=20, rgb=b"\xff" * (3 * 12 * 20))

    assert after(picture(), hand(1), picture(), hand(20)) == "right"
    assert after(picture(), small) is None
