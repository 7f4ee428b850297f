"""Going on without the camera from every moment that waits for it, and back again."""

from typing import get_args

import pytest

from sessions.engine import texts as words
from sessions.engine.engine import Engine
from sessions.engine.interface.commands import KeptBlind, KeptRep, KeptRest, KeptUnseen
from sessions.engine.interface.events import ActionRequested, CameraLost, Read
from sessions.readings import Reading, Reason
from tests.sessions.driving import Drive, brow, massage, plan, smile

OVERDRIVING = (6.0, 6.0, 6.0, 9.5, 9.5, 9.5)
LOST: tuple[Reason, ...] = get_args(Reason)


def begin(*steps: object, **more: object) -> Drive:
    """A drive through these steps, begun."""
    return Drive(Engine(plan(*steps, **more))).begin()  # pyright: ignore[reportArgumentType]


def in_hold(drive: Drive, count: int = 2) -> Drive:
    """Drive to the hold of the `count`-th repetition."""
    return drive.run(lambda: drive.asked >= count and drive.engine.phase == "hold")


def by_clock(drive: Drive) -> None:
    """Press the key."""
    drive.send(ActionRequested(drive.at_s, "by-clock"))


@pytest.mark.parametrize("reason", LOST)
def test_every_pause_for_the_picture_can_be_left(reason: Reason) -> None:
    """Offered, taken, said, and the repetition that was interrupted is asked for again."""
    drive = in_hold(begin(smile(reps=3)))
    assert not drive.engine.view().may_go_by_clock
    drive.reason = reason
    drive.run(lambda: drive.engine.pause is not None)
    assert drive.engine.view().may_go_by_clock
    by_clock(drive)
    assert not drive.engine.view().scored
    drive.run()

    assert drive.ended.ended == "finished"
    assert len(drive.of(KeptBlind)) == 1
    assert len(drive.of(KeptRep)) + len(drive.of(KeptUnseen)) == 3


def test_a_lost_camera_can_be_left_even_under_ones_own_pause() -> None:
    """Space alone would lead nowhere while the camera is gone."""
    drive = in_hold(begin(smile(reps=3)))
    drive.send(ActionRequested(drive.at_s, "pause"))
    assert not drive.engine.view().may_go_by_clock
    drive.send(CameraLost(drive.at_s, "The camera was unplugged."))
    assert drive.engine.view().may_go_by_clock
    by_clock(drive)
    while drive.engine.phase != "done":
        drive.sleep(0.1)

    assert drive.ended.ended == "finished"


@pytest.mark.parametrize("reason", ["no-face", "slow"])
def test_a_practice_can_begin_by_the_clock(reason: Reason) -> None:
    """Before rest was taken, and then all of it: the person began without the camera."""
    drive = begin(smile(reps=2), brow(reps=2))
    drive.reason = reason
    drive.frame()
    assert drive.engine.view().may_go_by_clock
    by_clock(drive)
    drive.reason = None
    drive.run()

    assert drive.of(KeptRep) == []
    assert len(drive.of(KeptUnseen)) == 4


def test_the_next_exercise_is_watched_again() -> None:
    """The camera is tried once more; a step that is not scored does not use that up."""
    drive = in_hold(begin(smile(reps=2), massage(5.0), brow(reps=2)), 1)
    drive.reason = "too-dark"
    drive.run(lambda: drive.engine.pause is not None)
    by_clock(drive)
    drive.reason = None
    drive.run()

    assert len(drive.of(KeptUnseen)) == 2
    assert [kept.step for kept in drive.of(KeptRep)] == [2, 2]


def test_while_the_camera_sees_nothing_the_next_exercise_is_by_the_clock_too() -> None:
    """Nothing waits for a camera that was given up."""
    drive = in_hold(begin(smile(reps=2), brow(reps=2)), 1)
    drive.reason = "too-dark"
    drive.run(lambda: drive.engine.pause is not None)
    by_clock(drive)
    drive.run()

    assert drive.of(KeptRep) == []
    assert [kept.step for kept in drive.of(KeptBlind)] == [0, 1]


def test_the_same_key_leads_back_to_the_camera() -> None:
    """Rest is taken anew and the same exercise goes on, scored."""
    drive = in_hold(begin(smile(reps=4)), 1)
    drive.reason = "too-dark"
    drive.run(lambda: drive.engine.pause is not None)
    by_clock(drive)
    drive.run(lambda: len(drive.of(KeptUnseen)) == 1)
    drive.reason = None
    by_clock(drive)
    assert drive.engine.phase == "finding-face"
    drive.run()

    assert len(drive.of(KeptRest)) == 2
    assert len(drive.of(KeptRep)) + len(drive.of(KeptUnseen)) == 4
    assert drive.engine.view().blind == ()


def test_a_smaller_target_stays_smaller() -> None:
    """Losing the camera after a stop raises nothing."""
    drive = Drive(Engine(plan(smile(reps=8))), left=(4.0,), right=OVERDRIVING).begin()
    drive.run(lambda: drive.engine.view().target_percent < 100 and drive.engine.phase == "hold")
    smaller = drive.engine.view().target_percent
    drive.reason = "no-face"
    drive.run(lambda: drive.engine.pause is not None)
    by_clock(drive)

    assert drive.engine.view().target_percent == smaller
    assert drive.engine.view().linked_now == "unwatched"


def test_where_the_plan_is_by_the_clock_no_camera_is_looked_for() -> None:
    """An eye that stays covered: the key does nothing."""
    drive = begin(smile(reps=2), by_clock=True)
    drive.run(lambda: drive.engine.phase == "rise")
    by_clock(drive)

    assert drive.engine.phase == "rise"


def test_slow_says_whose_fault_it_is() -> None:
    """The computer's, where the camera sends enough pictures; else the camera's."""
    for camera_fps, sentence in ((30.0, words.COMPUTER_BUSY), (5.0, words.paused("slow"))):
        drive = in_hold(begin(smile(reps=3)))
        for n in range(60):
            drive.at_s += 0.2
            slow = Reading(n=n, t_s=drive.at_s, reason="slow", fps=5.0, camera_fps=camera_fps)
            drive.send(Read(drive.at_s, slow))

        assert drive.engine.view().paused == sentence
        assert drive.engine.view().computer_busy == (camera_fps > 10.0)
