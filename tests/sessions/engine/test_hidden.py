"""Repetitions without the meters: nothing is shown while they last, everything is watched."""

from collections.abc import Sequence

from sessions.engine.engine import Engine
from sessions.engine.interface.commands import KeptRep, KeptVerdict
from tests.sessions.driving import Drive, plan, smile


def begin(hidden_of_three: int, left: Sequence[float] = (4.0,)) -> Drive:
    """A set of smiles in which so many of three are hidden."""
    several = plan(smile(reps=5), hidden_of_three=hidden_of_three)
    return Drive(Engine(several), left=left, right=(6.0,)).begin()


def to(drive: Drive, rep: int, phase: str) -> Drive:
    """Drive to a phase of a repetition."""
    return drive.run(lambda: drive.asked >= rep and drive.engine.phase == phase)


def test_the_meters_are_hidden_while_it_lasts_and_back_in_the_rest() -> None:
    """The third of three; the second is seen."""
    drive = begin(1)
    seen = to(drive, 2, "hold").engine.view()
    hidden = to(drive, 3, "hold").engine.view()
    rest = to(drive, 3, "rest").engine.view()

    assert (seen.hidden, hidden.hidden, rest.hidden) == (False, True, False)
    assert seen.meters is not None
    assert hidden.meters is None
    assert rest.meters is not None
    assert to(drive, 4, "rise").engine.view().last_hidden


def test_the_record_knows_which_ones_they_were() -> None:
    """In each repetition that is kept."""
    drive = begin(2).run()

    assert [k.hidden for k in drive.of(KeptRep)] == [False, True, True, False, True]


def test_guards_stop_a_set_that_nobody_sees() -> None:
    """As they do where every repetition is seen."""
    tiring = (8.0, 8.0, 8.0, 4.5, 4.5, 4.5)

    def stops(hidden: int) -> list[tuple[str, int]]:
        drive = Drive(
            Engine(plan(smile(reps=8), hidden_of_three=hidden)), left=tiring, right=(9.0,)
        )
        verdicts = [k.verdict for k in drive.begin().run().of(KeptVerdict)]
        return [(v.rule, v.rep) for v in verdicts if v.level == "stop"]

    assert stops(3) == stops(0)
    assert stops(3)[0][0] == "fatigue"


def test_nothing_is_hidden_by_the_clock() -> None:
    """There is nothing to hide."""
    drive = Drive(Engine(plan(smile(), hidden_of_three=3, by_clock=True))).begin()

    assert not to(drive, 1, "hold").engine.view().hidden
