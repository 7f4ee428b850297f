"""A machine is called slow when it is, and for nothing else."""

import pytest

from sessions.face.frame_time import FRAMES, FrameTime


class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        """Now."""
        return self.now_s

    def after(self, seconds: float) -> None:
        """Let time pass."""
        self.now_s += seconds


def one_by_one(pace: FrameTime, clock: Clock, took_s: float, *, every_s: float = 0.0) -> None:
    """So many frames that they decide, each begun `every_s` after the one before at the soonest."""
    for _ in range(FRAMES):
        begun = pace.begin()
        clock.after(took_s)
        pace.end(begun)
        clock.after(max(every_s - took_s, 0.0))


@pytest.mark.parametrize(("took_s", "strained"), [(0.025, False), (0.035, False), (0.050, True)])
def test_slow_is_what_cannot_keep_up(took_s: float, strained: bool) -> None:
    """Frames that take 50 ms come 20 times a second."""
    clock = Clock()
    pace = FrameTime(clock=clock)
    one_by_one(pace, clock, took_s)

    assert pace.strained is strained


def test_a_few_slow_frames_mean_nothing() -> None:
    """Neither at the beginning nor now and then."""
    clock = Clock()
    pace = FrameTime(clock=clock)
    for n in range(3 * FRAMES):
        begun = pace.begin()
        clock.after(0.2 if n < 5 or n % 3 == 0 else 0.02)
        pace.end(begun)
        assert not pace.strained


def test_slow_once_it_has_to_get_clearly_faster() -> None:
    """35 ms a frame is no reason to begin with every second one, nor to stop doing so."""
    clock = Clock()
    pace = FrameTime(clock=clock)
    one_by_one(pace, clock, 0.050)
    one_by_one(pace, clock, 0.035, every_s=1 / 15)
    still_slow = pace.strained
    one_by_one(pace, clock, 0.020, every_s=1 / 15)

    assert still_slow
    assert not pace.strained


def test_waiting_for_a_camera_is_not_slowness() -> None:
    """Ten frames a second of a slow camera, each measured at once."""
    clock = Clock()
    pace = FrameTime(clock=clock)
    one_by_one(pace, clock, 0.020, every_s=0.1)

    assert not pace.strained


@pytest.mark.parametrize(("every_s", "strained"), [(0.028, False), (0.050, True)])
def test_what_goes_on_side_by_side_is_counted_once(every_s: float, strained: bool) -> None:
    """Each frame is begun while the one before is measured, so it is under way for twice as long
    as it takes."""
    clock = Clock()
    pace = FrameTime(clock=clock)
    ahead = pace.begin()
    for _ in range(2 * FRAMES):
        before, ahead = ahead, pace.begin()
        clock.after(every_s)
        pace.end(before)

    assert pace.strained is strained


def test_who_takes_every_second_frame_anyway_is_told_nothing() -> None:
    """With the battery saver there is nothing left to save."""
    clock = Clock()
    pace = FrameTime(halved=True, clock=clock)
    one_by_one(pace, clock, 0.050)

    assert not pace.strained
