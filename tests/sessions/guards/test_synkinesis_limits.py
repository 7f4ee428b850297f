"""Linked movement, on each side of each of its limits."""

import pytest

from routines.movements import MEASURES, MeasureKey, Watch
from routines.thresholds import SynkinesisThresholds
from sessions.guards.synkinesis import Synkinesis
from sessions.readings import Noise
from sessions.reps.rep import Linked, Rep
from tests.sessions.guards.judging import guards, judge
from tests.sessions.made_reps import STILL, rep


def levels(pair: Watch, linked: Linked, noise: Noise = STILL) -> list[str]:
    """What is said about two repetitions like this."""
    judged = guards(watch=(pair,), left=noise)
    return [v.level for v in judge(judged, [rep(n, linked=linked) for n in (1, 2)])]


def eye(percent: float | None, other: float | None = 0.0) -> Linked:
    """Narrowing of the affected eye and of the other one."""
    return Linked(eye_narrowing_percent=percent, other_eye_narrowing_percent=other)


def corner(mm: float, other: float = 0.0) -> Linked:
    """Movement of the affected mouth corner and of the other one."""
    return Linked(corner_mm=mm, other_corner_mm=other)


NOTHING: list[str] = []
CAUTIONS = ["caution", "caution"]
STOP = ["caution", "caution", "stop"]


@pytest.mark.parametrize(
    ("pair", "linked", "said"),
    [
        ("pucker-eye", eye(9.9), NOTHING),
        ("pucker-eye", eye(10.0), CAUTIONS),
        ("pucker-eye", eye(14.9), CAUTIONS),
        ("pucker-eye", eye(15.0), STOP),
        ("smile-eye", eye(40.0, 25.1), NOTHING),
        ("smile-eye", eye(40.0, 25.0), STOP),
        ("closure-corner", corner(1.49), NOTHING),
        ("closure-corner", corner(1.5), CAUTIONS),
        ("closure-corner", corner(2.49), CAUTIONS),
        ("closure-corner", corner(2.5), STOP),
        ("brow-corner", corner(3.0, 1.01), NOTHING),
        ("brow-corner", corner(3.0, 1.0), STOP),
    ],
)
def test_caution_and_stop_of_each_pair(pair: Watch, linked: Linked, said: list[str]) -> None:
    """Each limit belongs to what it limits."""
    assert levels(pair, linked) == said


@pytest.mark.parametrize(("mm", "said"), [(2.99, NOTHING), (3.0, STOP)])
def test_three_times_the_noise_raises_a_limit(mm: float, said: list[str]) -> None:
    """A corner that trembles by 1 mm at rest must move by 3 mm."""
    trembling = Noise((0.05,) * len(MEASURES), 0.8, 1.0)

    assert levels("closure-corner", corner(mm), trembling) == said


def test_an_eye_that_was_not_seen_is_not_judged() -> None:
    """Nor is a difference to one."""
    assert levels("smile-eye", eye(None, 40.0)) == NOTHING
    assert levels("smile-eye", eye(40.0, None)) == NOTHING


def known(
    measure: MeasureKey, pair: Watch, own: Linked, later: Linked
) -> list[tuple[str, int | None]]:
    """What is said where linked movement is known: three repetitions of `own`, two of `later`."""
    judged = guards(measure=measure, watch=(pair,), known_linked=True)
    reps = [rep(n, linked=own if n <= 3 else later) for n in range(1, 6)]
    return [(v.level, v.rep) for v in judge(judged, reps)]


@pytest.mark.parametrize(
    ("measure", "pair", "own", "near", "worse"),
    [
        ("pucker", "pucker-eye", eye(30.0), eye(39.9), eye(40.0)),
        ("eye-closure", "closure-corner", corner(3.0), corner(4.49), corner(4.5)),
    ],
)
def test_worse_than_the_own_calibration(
    measure: MeasureKey, pair: Watch, own: Linked, near: Linked, worse: Linked
) -> None:
    """Ten points of the eye or 1.5 mm of the corner over the first three, from the fourth on."""
    assert known(measure, pair, own, near) == []
    assert known(measure, pair, own, worse) == [("caution", 4), ("caution", 5), ("stop", 5)]


def both(n: int) -> Rep:
    """A repetition that is beyond the stops of both corner pairs."""
    return rep(n, linked=corner(9.0))


def test_two_pairs_beyond_are_one_caution_and_one_stop() -> None:
    """The first that is watched speaks."""
    watch: tuple[Watch, ...] = ("closure-corner", "brow-corner")
    guard = Synkinesis(SynkinesisThresholds(), watch, STILL, known_linked=False)

    assert [one.level for one in guard.judge(both(1))] == ["caution"]
    assert [one.level for one in guard.judge(both(2))] == ["caution", "stop"]


@pytest.mark.parametrize(
    ("watch", "linked", "target"),
    [
        (("pucker-eye",), eye(9.9), 100),
        (("pucker-eye",), eye(10.0), 90),
        (("closure-corner",), corner(1.49), 100),
        (("closure-corner",), corner(1.5), 90),
        (("pucker-eye", "closure-corner"), eye(10.0), 90),  # one of two is enough
    ],
)
def test_the_target_shrinks_from_the_caution_on(
    watch: tuple[Watch, ...], linked: Linked, target: int
) -> None:
    """While known linked movement reaches its caution, measured from rest."""
    judged = guards(watch=watch, known_linked=True)
    judged.judge(rep(1, linked=linked))

    assert judged.target_percent == target
