"""Which stretch of a recording is taken for rest."""

import numpy as np
from msgspec.structs import replace

from sessions.scoring.find_rest import Stretch, Track, find_rest

FPS = 30.0


def tracks(*parts: tuple[float, float, bool]) -> list[Track]:
    """Frames of parts: seconds, restlessness in mm, good."""
    random = np.random.default_rng(4)
    made: list[Track] = []
    for seconds, restless, good in parts:
        for _ in range(round(seconds * FPS)):
            shape = tuple(random.normal(0.0, restless, 4)) if good else ()
            made.append(Track(len(made) / FPS, good, shape))
    return made


def test_the_stillest_second_is_rest() -> None:
    """A fidgety beginning is passed over."""
    found = find_rest(tracks((2.0, 1.5, True), (1.5, 0.05, True), (5.0, 1.5, True)))

    assert found is not None
    assert 1.9 <= found.begin_s <= 2.5
    assert not found.short
    assert 0.95 <= found.end_s - found.begin_s <= 1.05


def test_of_two_still_stretches_the_earlier_is_rest() -> None:
    """A held movement may be as still as rest; recordings begin with rest."""
    found = find_rest(
        tracks((1.5, 0.06, True), (1.0, 2.0, True), (2.0, 0.05, True), (6.0, 2.0, True))
    )

    assert found is not None
    assert found.end_s <= 1.5


def test_the_first_six_frames_are_never_rest() -> None:
    """However still they are."""
    found = find_rest(tracks((4.0, 0.01, True)))

    assert found is not None
    assert found.begin_s >= 6 / FPS


def test_less_than_a_second_is_a_short_rest() -> None:
    """Three tenths are enough, and said to be short."""
    found = find_rest(tracks((0.7, 0.05, True), (0.7, 0.05, False)))

    assert found is not None
    assert found.short
    assert 0.25 <= found.end_s - found.begin_s <= 0.35


def test_rest_lies_in_the_first_half() -> None:
    """Stillness after the middle of the recording is not looked at."""
    assert find_rest(tracks((3.0, 0.0, False), (3.0, 0.01, True))) is None


def test_no_good_frame_is_no_rest() -> None:
    """Nothing is made up."""
    assert find_rest(tracks((3.0, 0.0, False))) is None
    assert find_rest([]) is None


def test_a_gap_breaks_a_stretch() -> None:
    """A second is a second of good frames in a row."""
    found = find_rest(
        tracks((0.9, 0.05, True), (0.1, 0.0, False), (0.9, 0.05, True), (2.0, 0.0, False))
    )

    assert found == Stretch(found.begin_s, found.end_s, short=True) if found else False


def test_shut_eyes_are_no_rest_and_a_blink_is_no_reason_against_one() -> None:
    """A second of shut eyes is passed over, however still; a few frames of them are not."""
    shut = [replace(track, shut=True) for track in tracks((1.2, 0.01, True))]
    later = [
        replace(track, t_s=track.t_s + 1.2, shut=10 < n < 15)
        for n, track in enumerate(tracks((1.2, 0.05, True), (3.0, 0.05, False)))
    ]
    found = find_rest(shut + later)

    assert found is not None
    assert 0.6 <= found.begin_s <= 1.2
    assert not found.short
    assert find_rest(shut + [replace(track, shut=True) for track in later]) is None
