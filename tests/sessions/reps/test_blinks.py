"""Blinks are left out of what moves along, and a rest that was taken wrongly does not stay."""

import pytest

from routines.movements import MEASURES
from sessions.readings import Half
from sessions.reps.blinks import without_blinks
from sessions.reps.frames import RepFrame, RestLevel
from sessions.reps.linked_reader import LinkedReader

TIMES = [i / 30 for i in range(60)]


def lids(percent: float) -> Half:
    """A half of which only the eye has moved."""
    return Half(tuple(0.0 for _ in MEASURES), percent, 0.0, 0.0)


@pytest.mark.parametrize(("frames", "left_out"), [(1, 1), (5, 5), (12, 12), (14, 0), (30, 0)])
def test_an_eye_that_stays_shut_is_no_blink(frames: int, left_out: int) -> None:
    """Up to 0.4 s it is one."""
    shut = [90.0 if 10 <= i < 10 + frames else 5.0 for i in range(60)]

    assert len(without_blinks(TIMES, shut, range(60))) == 60 - left_out


def test_a_smile_is_no_blink() -> None:
    """Healthy eyes narrow by 21.6 %; frames without an eye are kept."""
    assert without_blinks(TIMES, [21.6] * 30 + [None] * 30, range(60)) == list(range(60))


def test_one_blink_is_no_rest() -> None:
    """Where all but a blink was lost of the rest before a rise, the rest known so far holds."""
    shown = [i for i, t_s in enumerate(TIMES) if 0.5 <= t_s < 0.7 or t_s >= 1.0]
    frames = [
        RepFrame(
            TIMES[i],
            None,
            usable=True,
            affected=lids(25.0 if TIMES[i] < 0.7 else 12.0),
            unaffected=lids(80.0 if TIMES[i] < 0.7 else 1.0),
        )
        for i in shown
    ]
    times = [f.t_s for f in frames]
    reader = LinkedReader(("pucker-eye",))
    reader.rise(frames, 1.0)

    assert reader.now(frames[-1]).eye_narrowing_percent == pytest.approx(12.0)
    held = range(len(frames) - 25, len(frames))
    assert reader.read(frames, held, times, 1.0).eye_narrowing_percent == pytest.approx(12.0)


def test_blinks_in_the_hold_weigh_nothing() -> None:
    """Two long ones in a hold of one second."""
    blinking = [(1.1 <= t_s < 1.4) or (1.6 <= t_s < 1.9) for t_s in TIMES]
    frames = [
        RepFrame(
            t_s,
            None,
            usable=True,
            affected=lids(95.0 if blink else 0.0),
            unaffected=lids(95.0 if blink else 0.0),
        )
        for t_s, blink in zip(TIMES, blinking, strict=True)
    ]
    linked = LinkedReader(("pucker-eye",)).read(frames, range(30, 60), TIMES, 1.0)

    assert linked.eye_narrowing_percent == 0.0


def test_a_rest_before_the_rise_is_not_taken_from_a_turned_head() -> None:
    """Frames of low confidence are no rest either."""
    frames = [
        RepFrame(t_s, None, usable=t_s > 0.5, affected=lids(9.0 if t_s <= 0.5 else 0.0))
        for t_s in TIMES
    ]
    frames = [f._replace(unaffected=lids(0.0)) for f in frames]
    reader = LinkedReader(("pucker-eye",))
    reader.rise(frames, 0.9)

    assert reader.now(frames[-1]).eye_narrowing_percent == 0.0


def test_a_wrong_rest_does_not_stay() -> None:
    """However far off it is, the rest that was taken at first is found again."""
    rest = RestLevel(15.0)
    wrong = [rest.follow([percent] * 30) for percent in (29.0, 50.0)]

    assert wrong[-1] > 30.0
    assert rest.follow([0.0] * 30) == 0.0


def test_a_movement_under_way_is_no_rest() -> None:
    """Further off than twice the jump that is followed."""
    assert RestLevel(15.0).follow([31.0] * 30) == 0.0
