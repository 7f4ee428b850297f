"""One half while it is followed: where it is, how high it stood, whether it is back."""

import math

import pytest

from sessions.reps.half_tracker import HalfState


def seen(*frames: tuple[float, float], smallest: float = 1.0) -> HalfState:
    """A half that showed these: seconds and millimetres."""
    half = HalfState(smallest)
    for t_s, mm in frames:
        half.see(t_s, mm)
    return half


def test_begins_at_rest() -> None:
    """Nothing was seen yet."""
    half = HalfState(1.0)

    assert (half.live, half.base, half.peak) == (0, 0, 0)
    assert half.back(fallen=False)
    assert not half.is_still


@pytest.mark.parametrize(
    ("values", "live"),
    [
        ((7,), 7),
        ((1, 5), 3),
        ((1, 8, 4), 4),
        ((1, 10, 2, 4), 3),
        ((1, 3, 2, 10, 4), 3),
        ((1, 2, 3, 4, 5, 100), 4),
    ],
)
def test_its_excursion_is_the_median_of_the_last_five(values: list[float], live: float) -> None:
    """One wild frame weighs nothing; of an even number the middle two count."""
    assert seen(*((n / 30, mm) for n, mm in enumerate(values))).live == live


@pytest.mark.parametrize(("later_s", "live"), [(0.25, 5), (0.26, 1)])
def test_frames_older_than_a_quarter_second_are_forgotten(later_s: float, live: float) -> None:
    """Where few frames come, an old one says nothing about now."""
    assert seen((0.0, 9.0), (later_s, 1.0)).live == live


@pytest.mark.parametrize(("mm", "back"), [(1.1, True), (1.11, False)])
def test_is_back_under_the_closing_threshold(mm: float, back: bool) -> None:
    """55 % of the opening one, whatever the movement does."""
    assert seen((0.0, mm), smallest=2.0).back(fallen=False) == back


@pytest.mark.parametrize(("mm", "base"), [(0.5, 0.06), (-0.5, -0.06), (0.01, 0.01)])
def test_rest_follows_drift_slowly(mm: float, base: float) -> None:
    """By 0.06 mm a second either way, and not beyond where the half is."""
    half = seen((0.0, mm))
    half.follow_rest(1.0)

    assert half.base == base


@pytest.mark.parametrize(("mm", "base"), [(5.0, 1.5), (-5.0, -1.5)])
def test_rest_follows_within_reach(mm: float, base: float) -> None:
    """1.5 mm in all, by drift and at once; without a limit only where none is set."""
    drifted, adopted, freed = (seen((0.0, mm)) for _ in range(3))
    drifted.follow_rest(100.0)
    adopted.adopt_rest()
    freed.adopt_rest(math.inf)

    assert (drifted.base, adopted.base, freed.base) == (base, base, mm)


def test_a_new_rest_is_where_the_half_is() -> None:
    """From then on it is measured from there, and its peak is forgotten."""
    half = seen((0.0, 1.0))
    half.peak = 4.0
    half.adopt_rest()
    half.see(1.0, 3.0)
    half.lift_peak()

    assert (half.base, half.live, half.peak) == (1, 2, 2)
    half.adopt_rest(math.inf)
    assert (half.base, half.peak) == (3, 0)


@pytest.mark.parametrize(("later_s", "peak"), [(0.5, 1), (0.52, 5)])
def test_a_peak_is_what_was_kept_for_half_a_second(later_s: float, peak: float) -> None:
    """The lowest of that time: a blink is no peak."""
    half = seen((0.0, 1.0), (later_s, 5.0))
    half.lift_peak()

    assert half.peak == peak


def test_a_peak_is_never_lowered() -> None:
    """It is the highest there was."""
    half = seen((0.0, 5.0))
    half.lift_peak()
    half.see(1.0, 2.0)
    half.lift_peak()

    assert half.peak == 5


@pytest.mark.parametrize(("for_s", "still"), [(0.4, True), (0.38, False)])
def test_stillness_takes_four_tenths_of_a_second(for_s: float, still: bool) -> None:
    """80 % of half a second, so that a lost frame does not matter."""
    assert seen((100.0, 3.0), (100.1, 3.0), (100.0 + for_s, 3.0)).is_still == still


@pytest.mark.parametrize(
    ("times_s", "still"),
    [
        ((0.0, 0.19, 0.38, 0.57), True),  # three that are all of half a second
        ((0.0, 0.3, 0.55), False),  # two are too few
        ((0.19, 0.38, 0.57), False),  # nothing before them: it has just been seen
        ((0.0, 0.4, 0.55, 0.74), True),
        ((0.0, 0.4, 0.55, 0.75), False),  # after a gap
    ],
)
def test_where_few_readings_come_three_can_show_stillness(
    times_s: tuple[float, ...], still: bool
) -> None:
    """Though they span less than four tenths, if the one before is less than 0.75 s old."""
    assert seen(*((100.0 + t_s, 3.0) for t_s in times_s)).is_still == still


@pytest.mark.parametrize(
    ("smallest", "peak", "moved", "still"),
    [
        (2.0, 0.0, 0.8, True),  # 40 % of the opening threshold
        (2.0, 0.0, 0.81, False),
        (1.0, 10.0, 1.2, True),  # 12 % of the peak
        (1.0, 10.0, 1.21, False),
    ],
)
def test_what_is_still(smallest: float, peak: float, moved: float, still: bool) -> None:
    """The larger of the two shares."""
    half = seen((0.0, 0.0), (0.4, moved), smallest=smallest)
    half.peak = peak

    assert half.is_still == still


@pytest.mark.parametrize(
    ("peak", "mm", "back"),
    [
        (10.0, 3.5, True),  # 35 % of the peak
        (10.0, 3.51, False),
        (1.0, 1.0, True),  # the opening threshold
        (1.0, 1.01, False),
    ],
)
def test_after_the_fall_rest_may_have_moved(peak: float, mm: float, back: bool) -> None:
    """A half that stays still low down is back; before the fall, or restless, it is not."""
    half = seen((0.0, mm), (0.4, mm))
    restless = seen((0.0, mm + 5), (0.4, mm))
    half.peak = restless.peak = peak

    assert half.back(fallen=True) == back
    assert not half.back(fallen=False)
    assert not restless.back(fallen=True)
