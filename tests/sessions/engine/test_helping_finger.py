"""A finger that was asked for is no lost face."""

from msgspec.structs import replace

from sessions.engine.engine import Engine
from tests.sessions.driving import Drive, brow, plan


def test_a_helping_finger_does_not_pause() -> None:
    """The hand before the face while it helps, gone for the hold: nothing stops."""
    drive = Drive(Engine(plan(replace(brow(reps=2), assist=True)))).begin()
    paused: list[str] = []
    while drive.engine.phase != "done":
        drive.reason = "hand" if drive.engine.phase == "assist" else None
        drive.frame()
        if drive.engine.pause is not None:
            paused.append(drive.engine.phase)
        assert drive.at_s < 200

    assert paused == []
    assert drive.engine.ended == "finished"


def test_a_hand_that_stays_pauses_the_hold() -> None:
    """What is to be scored must be seen."""
    drive = Drive(Engine(plan(replace(brow(reps=2, hold_s=5.0), assist=True)))).begin()
    drive.run(lambda: drive.engine.phase == "assist")
    drive.reason = "hand"
    drive.run(lambda: drive.engine.pause is not None)

    assert drive.engine.phase == "hold"
