"""The card that shows a new movement before it is done the first time."""

from sessions.engine.engine import Engine
from sessions.engine.exercises import DEMONSTRATION_S, READY_S
from sessions.engine.interface.commands import Cue, KeptRep
from sessions.engine.interface.events import ActionRequested, Began
from tests.sessions.driving import Drive, brow, plan, smile

BOTH = ("closed-smile", "brow-raise")


def begun(drive: Drive, *, attended: bool) -> Drive:
    """The drive after `Began`."""
    drive.send(Began(drive.at_s, attended))
    return drive


def cues(drive: Drive) -> list[tuple[str, float | None]]:
    """Each demonstration and each first phase of an exercise, with its seconds."""
    wanted = {"demonstration", "ready"}
    return [(c.phase, c.seconds) for c in drive.of(Cue) if c.phase in wanted]


def test_without_anybody_there_it_passes_by_itself() -> None:
    """Scripts and recordings go on ending by themselves."""
    steps = (smile(reps=1), brow(reps=1))
    drive = begun(Drive(Engine(plan(*steps, demonstrated=BOTH))), attended=False).run()

    assert cues(drive) == [("demonstration", DEMONSTRATION_S), ("ready", READY_S)] * 2
    assert drive.ended.ended == "finished"


def test_where_somebody_is_there_it_waits_for_enter() -> None:
    """A minute passes and nothing is asked for; Enter leads on."""
    drive = begun(Drive(Engine(plan(smile(), demonstrated=BOTH))), attended=True)
    drive.run(lambda: drive.engine.phase == "demonstration")
    until_s = drive.at_s + 60.0
    drive.run(lambda: drive.at_s >= until_s)
    waiting = drive.engine.phase
    drive.send(ActionRequested(drive.at_s, "continue"))

    assert waiting == "demonstration"
    assert drive.engine.phase == "ready"


def test_known_exercises_go_without() -> None:
    """Nothing is shown that the plan does not name, and a second set is no new exercise."""
    drive = Drive(Engine(plan(smile(reps=1, sets=2), brow(reps=1), demonstrated=BOTH[:1])))
    begun(drive, attended=False).run()

    assert [phase for phase, _ in cues(drive)] == ["demonstration", "ready", "ready", "ready"]


def test_gone_on_with_in_the_middle_it_is_not_shown_again() -> None:
    """After an interruption the exercise goes on at the same repetition."""
    first = begun(Drive(Engine(plan(smile(), demonstrated=BOTH))), attended=False)
    first.run(lambda: len(first.of(KeptRep)) == 2)
    again = plan(smile(), demonstrated=BOTH, kept=tuple(first.of(KeptRep)))
    second = begun(Drive(Engine(again)), attended=True).run()

    assert "demonstration" not in [phase for phase, _ in cues(second)]
    assert len(second.of(KeptRep)) == 3


def test_it_can_be_stopped_and_left_out() -> None:
    """The person's own stop is open there as everywhere, and so is the next exercise."""
    drive = begun(Drive(Engine(plan(smile(), brow(), demonstrated=BOTH[:1]))), attended=True)
    drive.run(lambda: drive.engine.phase == "demonstration")
    drive.send(ActionRequested(drive.at_s, "stop-set"))
    card = drive.engine.view().stop
    drive.send(ActionRequested(drive.at_s, "next"))

    assert card is not None
    assert card.exercise == "closed-smile"
    assert drive.engine.view().exercise_id == "brow-raise"
