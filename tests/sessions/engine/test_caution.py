"""The caution that a screen gives the large place."""

from sessions.engine.engine import Engine
from sessions.engine.interface.commands import KeptVerdict
from sessions.guards.brief import brief
from tests.sessions.driving import Drive, plan, smile


def test_a_caution_stands_until_the_next_repetition() -> None:
    """From the moment it is told; what was only a hint before is none."""
    drive = Drive(Engine(plan(smile())), left=(4.0,), right=(6.0, 6.0, 6.0, 8.0, 6.0)).begin()
    drive.run(lambda: drive.asked == 4 and drive.engine.view().hint != "")
    hinted = drive.engine.view().caution
    drive.run(lambda: bool(drive.of(KeptVerdict)))
    cautioned = drive.engine.view()
    drive.run(lambda: drive.asked == 5)

    assert hinted is None
    assert cautioned.caution == "overcompensation"
    assert cautioned.hint == brief(drive.of(KeptVerdict)[0].verdict)
    assert drive.engine.view().caution is None
