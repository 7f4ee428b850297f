"""Talk and yawns that look like a movement, told by the jaw."""

import math
from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace

from routines.movements import MEASURES, MeasureKey
from sessions.readings import Half, Noise, Reading
from sessions.reps.frames import RepFrame
from sessions.reps.jaw import GAPE_MM, gapes, jaw_mm, sinks
from sessions.reps.tracker import RepTracker
from tests.sessions.made_reps import STILL, half, readings, train

Jaw = Callable[[float], float]

HELD = train([4.0, 4.0])
LIP = MEASURES.index("lower-lip")


def with_jaw(measure: MeasureKey, jaw: Jaw, moves: Jaw) -> Iterator[Reading]:
    """Two held movements in which the lower lip sinks like this, less on the right."""

    def half(was: Half, mm: float) -> Half:
        return replace(was, mm=tuple(mm if n == LIP else v for n, v in enumerate(was.mm)))

    for one in readings(14, moves, moves, measure=measure):
        assert one.left is not None
        assert one.right is not None
        mm = jaw(one.t_s)
        yield replace(one, left=half(one.left, mm), right=half(one.right, 0.9 * mm))


def counted(
    measure: MeasureKey,
    jaw: Jaw,
    noise: tuple[Noise, Noise] = (STILL, STILL),
    moves: Jaw = HELD,
) -> int:
    """How many repetitions that is."""
    tracker = RepTracker(measure, "left", *noise)
    found = [tracker.feed(reading) for reading in with_jaw(measure, jaw, moves)]
    return sum(rep is not None for rep in found) + (tracker.close(14.0) is not None)


def speaking(t_s: float) -> float:
    """Three and a half syllables a second, of 3 mm."""
    return 1.5 - 1.5 * math.cos(math.tau * 3.5 * t_s)


def along(size: float) -> Jaw:
    """A jaw that goes down with each movement by `size` mm and stays down."""
    return train([size, size])


def test_the_jaw_is_the_mean_of_both_halves() -> None:
    """Frames without numbers say nothing of it."""
    left, right = (half(mm, measure="lower-lip") for mm in (4.0, 2.0))
    seen = RepFrame(0.0, None, affected=left, unaffected=right)

    assert jaw_mm([seen, RepFrame(0.1, "no-face")]) == [3.0]


@pytest.mark.parametrize("measure", ["pucker", "closed-smile", "open-smile", "lip-corner-out"])
def test_lips_that_speak_do_nothing_though_they_are_held(measure: MeasureKey) -> None:
    """Rounded words follow one another, the corners stay where they are; a still jaw is the
    exercise, and so is one that sinks with it once."""
    assert counted(measure, speaking) == 0
    assert counted(measure, lambda _: 0.0) == counted(measure, along(6.0)) == 2


@pytest.mark.parametrize("measure", ["pucker", "closed-smile", "open-smile"])
def test_a_jaw_that_trembles_with_a_larger_movement_does_not_speak(measure: MeasureKey) -> None:
    """By 1.9 mm in a movement of 4 mm, more than the smallest one of a lower lip; by 2.1 mm, which
    is more than half of the movement, it does."""
    assert counted(measure, lambda t_s: 1.9 / 3.0 * speaking(t_s)) == 2
    assert counted(measure, lambda t_s: 2.2 / 3.0 * speaking(t_s)) == 0


@pytest.mark.parametrize(("words", "reps"), [(1, 2), (2, 0), (3, 0)])
def test_two_words_are_speech_and_one_is_a_jaw_that_sinks(words: int, reps: int) -> None:
    """Each takes it down once, in the hold."""

    def few_words(t_s: float) -> float:
        since_s = (t_s - 2.0) % 6.0 - 1.1
        return speaking(since_s) if 0.0 <= since_s < words / 3.5 else 0.0

    assert counted("pucker", few_words) == reps


@pytest.mark.parametrize("measure", ["brow-raise", "eye-closure", "snarl"])
def test_a_brow_may_be_raised_while_somebody_speaks(measure: MeasureKey) -> None:
    """What is done is not done by the mouth."""
    assert counted(measure, speaking) == 2


@pytest.mark.parametrize("measure", [key for key in MEASURES if key != "lower-lip"])
def test_what_is_done_in_a_yawn_is_no_exercise(measure: MeasureKey) -> None:
    """Eyes shut, brows rise, corners come in; a mouth that is open by less than a finger does not
    matter."""
    assert counted(measure, along(30.0)) == counted(measure, along(16.5)) == 0
    assert counted(measure, along(14.5)) == 2


def test_a_lip_that_is_lowered_is_counted_and_one_that_speaks_or_yawns_is_not() -> None:
    """The same lip tells both."""
    shapes: dict[int, tuple[Jaw, ...]] = {2: (along(4.0),), 0: (along(30.0), speaking)}
    for reps, jaws in shapes.items():
        assert [counted("lower-lip", jaw) for jaw in jaws] == [reps] * len(jaws)


@pytest.mark.parametrize(
    ("values", "count"),
    [
        ([], 0),
        ([0, 1.6], 1),
        ([0, 1.6, 0, 1.6], 2),
        ([0, 1.6, 0.1, 1.7], 1),
        ([0, 1.5], 0),
        ([2, 3, 4, 4, 3], 1),
        ([4, 0, 4], 1),
        ([0, 2, 0.5, 2.5], 1),
        ([0, 2, 0, 2, 0], 2),
    ],
)
def test_a_jaw_sinks_once_for_each_time_it_goes_down_by_enough(
    values: list[float], count: int
) -> None:
    """1.6 mm or more, and up by as much in between."""
    assert sinks(values, 1.6) == count


def test_a_gape_is_a_finger_or_more() -> None:
    """Kept for a moment, as a blink of the landmarks is none."""
    times = [n / 30 for n in range(30)]
    assert gapes(times, [GAPE_MM] * 30)
    assert not gapes(times, [GAPE_MM - 0.1] * 30)


@pytest.mark.parametrize("noisy", [0, 1])
def test_a_lip_that_is_read_with_noise_on_either_half_must_swing_by_more(noisy: int) -> None:
    """Four times the jitter, as whatever counts as movement."""
    wide = replace(STILL, mm=tuple(0.6 if n == LIP else mm for n, mm in enumerate(STILL.mm)))
    halves = (wide, STILL) if noisy == 0 else (STILL, wide)

    def shaking(t_s: float) -> float:
        return 0.5 * speaking(t_s)

    small = train([2.0, 2.0])
    assert counted("pucker", shaking, halves, small) == 2
    assert counted("pucker", shaking, (STILL, STILL), small) == 0
