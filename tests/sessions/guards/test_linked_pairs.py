"""Which pairs are known: the ladder holds for these, every other pair is judged as not known."""

import pytest

from routines.movements import LinkedPair, Watch, known_pairs
from sessions.guards import Guards
from sessions.reps.rep import Linked
from tests.sessions.guards.judging import guards, judge
from tests.sessions.made_reps import rep

BOTH: tuple[Watch, ...] = ("closure-corner", "brow-corner")


def told(judged: Guards, *linked: Linked) -> list[tuple[str, int, object]]:
    """Level, repetition and pair of every word on repetitions with this linked movement."""
    verdicts = judge(judged, [rep(n, linked=each) for n, each in enumerate(linked, start=1)])
    return [(v.level, v.rep, v.detail["sign"]) for v in verdicts]


def puckering(*listed: LinkedPair, known: bool = True) -> Guards:
    """Guards of a pucker, the eye watched."""
    return guards(measure="pucker", watch=("pucker-eye",), known_linked=known, linked_pairs=listed)


NARROW = Linked(eye_narrowing_percent=20.0)


def test_nothing_listed_means_every_watched_pair() -> None:
    """As in a data folder from before pairs were asked for."""
    assert known_pairs(BOTH, ()) == set(BOTH)
    assert known_pairs(BOTH, ("brow-corner", "neck")) == {"brow-corner"}
    assert known_pairs(BOTH, ("neck",)) == set()


@pytest.mark.parametrize("listed", [(), ("pucker-eye",), ("neck", "pucker-eye")])
def test_a_listed_pair_is_released_and_made_smaller(listed: tuple[LinkedPair, ...]) -> None:
    """Two loud ones in a row end nothing yet."""
    judged = puckering(*listed)

    assert [level for level, *_ in told(judged, NARROW, NARROW)] == ["caution", "caution"]
    assert judged.release is not None
    assert judged.target_percent == 50


@pytest.mark.parametrize("listed", [("smile-eye",), ("neck",), ("other",)])
def test_a_pair_that_is_not_listed_stops_as_if_nothing_was_known(
    listed: tuple[LinkedPair, ...],
) -> None:
    """Word for word, and the target stays."""
    judged, unknown = puckering(*listed), puckering(known=False)
    reps = [rep(n, linked=NARROW) for n in (1, 2)]

    assert judge(judged, reps) == judge(unknown, reps)
    assert [level for level, *_ in told(puckering(*listed), NARROW, NARROW)][-1] == "stop"
    assert judged.release is None
    assert judged.target_percent == 100


def test_pairs_without_known_linked_movement_are_not_known() -> None:
    """A list alone says nothing."""
    judged = puckering("pucker-eye", known=False)

    assert [level for level, *_ in told(judged, NARROW, NARROW)][-1] == "stop"


def test_own_calibration_is_told_of_listed_pairs_only() -> None:
    """The words on what is usual belong to what is known."""
    reps = [rep(n, linked=Linked(eye_narrowing_percent=12.0)) for n in range(1, 6)]

    def owns(*listed: LinkedPair) -> list[bool]:
        return ["own_points" in v.detail for v in judge(puckering(*listed), reps)]

    assert any(owns("pucker-eye"))
    assert not any(owns("smile-eye"))


def corners(closure_mm: float, brow_mm: float) -> Linked:
    """A corner that moves so far; the other one makes the difference that the brow pair reads."""
    return Linked(corner_mm=closure_mm, other_corner_mm=closure_mm - brow_mm)


def test_each_pair_of_one_exercise_is_judged_by_its_own_mode() -> None:
    """The listed one is released; the other one counts to its stop by itself."""

    def watching() -> Guards:
        return guards(watch=BOTH, known_linked=True, linked_pairs=("closure-corner",))

    released = watching()
    loud = told(released, corners(3.0, 0.0), corners(3.0, 0.0))
    stopped = told(watching(), corners(0.0, 3.0), corners(0.0, 3.0))
    mixed = told(watching(), corners(3.0, 0.0), corners(0.0, 3.0))

    assert loud == [("caution", 1, "closure-corner"), ("caution", 2, "closure-corner")]
    assert released.release is not None
    assert stopped == [("caution", n, "brow-corner") for n in (1, 2)] + [("stop", 2, "brow-corner")]
    assert mixed == [("caution", 1, "closure-corner"), ("caution", 2, "brow-corner")]


def test_both_pairs_at_once_stop_rather_than_go_down_the_ladder() -> None:
    """What is not known outranks what is: the set ends, without a release step."""
    judged = guards(watch=BOTH, known_linked=True, linked_pairs=("closure-corner",))

    assert told(judged, corners(3.0, 3.0), corners(3.0, 3.0))[-1] == ("stop", 2, "brow-corner")
    assert judged.release is None
